package org.clinicdesk.client.roster;

import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.roster.v1.AbsenceKind;
import org.clinicdesk.roster.v1.AddAbsenceRequest;
import org.clinicdesk.roster.v1.HitVisit;
import org.clinicdesk.roster.v1.ListHitVisitsRequest;
import org.clinicdesk.roster.v1.RequestLeaveRequest;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.WallTime;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A holiday, closure, blockout or leave being entered; leave for oneself where one may not enter it for others.
final class AbsenceModel {

    private static final Duration TYPING = Duration.ofMillis(250);
    private static final Pattern CLOCK = Pattern.compile("([01]?\\d|2[0-3])[:.h]?([0-5]\\d)?");

    private final Desk desk;
    private final Runnable saved;
    private final RosterServiceGrpc.RosterServiceBlockingV2Stub roster;
    private final boolean own;
    private final ObjectProperty<AbsenceKind> kind = new SimpleObjectProperty<>();
    private final ObjectProperty<Concerned> concerned = new SimpleObjectProperty<>();
    private final StringProperty first;
    private final StringProperty last;
    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty to = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final BooleanProperty despiteBooked = new SimpleBooleanProperty(false);
    private final ReadOnlyBooleanWrapper mustTick = new ReadOnlyBooleanWrapper(false);
    private final ObservableList<HitVisit> hit = FXCollections.observableArrayList();
    private final StringProperty wrong = new SimpleStringProperty("");
    private final Lane looks = new Lane();
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    /// Where it begins.
    ///
    /// @param practitioner id; empty for nobody in particular
    record Start(String practitioner, LocalDate day) {
        static Start today(Desk desk) {
            return new Start("", desk.today());
        }
    }

    /// Whom or what it is about.
    record Concerned(Sort sort, String id, String name) {}

    /// What can be absent.
    enum Sort {
        CLINIC,
        SITE,
        ROOM,
        PRACTITIONER
    }

    AbsenceModel(Desk desk, Start start, Runnable saved) {
        this.desk = desk;
        this.saved = saved;
        this.roster = RosterServiceGrpc.newBlockingV2Stub(desk.channel());
        this.own = !desk.may(RosterServiceGrpc.getAddAbsenceMethod());
        first = new SimpleStringProperty(start.day().toString());
        last = new SimpleStringProperty("");
        kind.addListener(change -> offerFirst(start));
        kind.set(
                own || !start.practitioner().isEmpty()
                        ? AbsenceKind.ABSENCE_KIND_VACATION
                        : AbsenceKind.ABSENCE_KIND_HOLIDAY);
        Stream.<Observable>of(kind, concerned, first, last, from, to)
                .forEach(field ->
                        field.addListener(change -> {
                            wrong.set("");
                            look();
                        }));
        look();
    }

    private void offerFirst(Start start) {
        var offered = offered();
        concerned.set(
                offered.stream()
                        .filter(each -> each.id().equals(start.practitioner()))
                        .findFirst()
                        .or(() -> offered.stream().findFirst())
                        .orElse(null));
    }

    Desk desk() {
        return desk;
    }

    /// Whether it is leave that the caller asks for.
    boolean own() {
        return own;
    }

    List<AbsenceKind> kinds() {
        return Stream.of(AbsenceKind.values())
                .filter(each ->
                        each != AbsenceKind.UNRECOGNIZED
                                && each != AbsenceKind.ABSENCE_KIND_UNSPECIFIED
                                && each != AbsenceKind.ABSENCE_KIND_LEAVE
                                && (!own || leave(each)))
                .toList();
    }

    static boolean leave(AbsenceKind kind) {
        return kind == AbsenceKind.ABSENCE_KIND_VACATION
                || kind == AbsenceKind.ABSENCE_KIND_SICK
                || kind == AbsenceKind.ABSENCE_KIND_TRAINING;
    }

    /// Whom or what the kind can be about.
    List<Concerned> offered() {
        var known = desk.session().desk();
        if (own) {
            return List.of(new Concerned(Sort.PRACTITIONER, known.getStaffId(), known.getName()));
        }
        var offered = new ArrayList<Concerned>();
        var people =
                known.getPractitionersList().stream()
                        .map(each -> new Concerned(Sort.PRACTITIONER, each.getId(), each.getName()))
                        .toList();
        if (leave(kind.get())) {
            return people;
        }
        if (kind.get() != AbsenceKind.ABSENCE_KIND_BLOCKOUT) {
            offered.add(new Concerned(Sort.CLINIC, "", desk.texts().get("roster.everybody")));
        } else {
            offered.addAll(people);
        }
        for (var site : known.getSitesList()) {
            if (kind.get() == AbsenceKind.ABSENCE_KIND_BLOCKOUT) {
                site.getRoomsList()
                        .forEach(room ->
                                offered.add(
                                        new Concerned(Sort.ROOM, room.getId(), room.getName())));
            }
            offered.add(new Concerned(Sort.SITE, site.getId(), site.getName()));
        }
        return offered;
    }

    ObjectProperty<AbsenceKind> kind() {
        return kind;
    }

    ObjectProperty<Concerned> concerned() {
        return concerned;
    }

    /// ISO 8601, or what is typed so far.
    StringProperty first() {
        return first;
    }

    StringProperty last() {
        return last;
    }

    StringProperty from() {
        return from;
    }

    StringProperty to() {
        return to;
    }

    StringProperty note() {
        return note;
    }

    BooleanProperty despiteBooked() {
        return despiteBooked;
    }

    /// Whether visits are hit, so that it is saved only with the tick.
    ReadOnlyBooleanProperty mustTick() {
        return mustTick.getReadOnlyProperty();
    }

    /// Booked visits in this time, by start.
    ObservableList<HitVisit> hit() {
        return hit;
    }

    /// What is wrong, in words; empty when nothing is.
    StringProperty wrong() {
        return wrong;
    }

    Busy busy() {
        return busy;
    }

    private Optional<WallTime> time() {
        var day = day(first.get());
        var end = last.get().isBlank() ? day : day(last.get());
        var begins = clock(from.get());
        var ends = clock(to.get());
        if (day.isEmpty() || end.isEmpty() || begins.isEmpty() || ends.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                WallTime.newBuilder()
                        .setFirstDay(day.get())
                        .setLastDay(end.get())
                        .setFrom(begins.get())
                        .setTo(ends.get())
                        .build());
    }

    private static Optional<String> day(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> clock(String typed) {
        var text = typed.strip();
        if (text.isEmpty() || text.equals("24:00")) {
            return Optional.of(text);
        }
        var parts = CLOCK.matcher(text);
        return parts.matches()
                ? Optional.of(
                        "%02d:%s"
                                .formatted(
                                        Integer.parseInt(parts.group(1)),
                                        parts.group(2) == null ? "00" : parts.group(2)))
                : Optional.empty();
    }

    private void look() {
        var time = time();
        var whom = concerned.get();
        despiteBooked.set(false);
        if (time.isEmpty() || whom == null) {
            show(List.of());
            return;
        }
        var request =
                ListHitVisitsRequest.newBuilder()
                        .setPractitionerId(id(Sort.PRACTITIONER))
                        .setRoomId(id(Sort.ROOM))
                        .setSiteId(id(Sort.SITE))
                        .setTime(time.get())
                        .build();
        desk.calls()
                .call(() -> roster.listHitVisits(request))
                .latest(looks)
                .after(TYPING)
                // What is not yet a time has no visits; saving says what is wrong with it.
                .refused(problem -> show(List.of()))
                .then(answer -> show(answer.getVisitsList()));
    }

    private void show(List<HitVisit> visits) {
        mustTick.set(!visits.isEmpty() && !own);
        hit.setAll(visits);
    }

    private String id(Sort sort) {
        var whom = concerned.get();
        return whom != null && whom.sort() == sort ? whom.id() : "";
    }

    void save() {
        var time = time();
        if (time.isEmpty() || concerned.get() == null) {
            wrong.set(desk.texts().get("roster.absence.wrong"));
        } else if (mustTick.get() && !despiteBooked.get()) {
            wrong.set(desk.texts().get("roster.refused.BOOKED"));
        } else if (own) {
            var request =
                    RequestLeaveRequest.newBuilder()
                            .setKind(kind.get())
                            .setTime(time.get())
                            .setNote(note.get().strip())
                            .build();
            send(() -> roster.requestLeave(request), "roster.requested", answer -> {});
        } else {
            var request =
                    AddAbsenceRequest.newBuilder()
                            .setKind(kind.get())
                            .setPractitionerId(id(Sort.PRACTITIONER))
                            .setRoomId(id(Sort.ROOM))
                            .setSiteId(id(Sort.SITE))
                            .setTime(time.get())
                            .setNote(note.get().strip())
                            .setDespiteBooked(despiteBooked.get())
                            .build();
            send(
                    () -> roster.addAbsence(request),
                    "roster.added",
                    answer -> Hit.entered(desk, answer.getAbsence().getId(), answer.getHitCount()));
        }
    }

    private <T> void send(Calls.Work<T> call, String done, Consumer<T> then) {
        if (busy.is()) {
            return;
        }
        desk.calls()
                .call(call)
                .once(requestId)
                .busy(busy)
                .refused(this::refused)
                .then(answer -> {
                    requestId = RequestId.fresh();
                    desk.notices().done(desk.texts().get(done));
                    saved.run();
                    then.accept(answer);
                });
    }

    private void refused(Problem problem) {
        requestId = RequestId.fresh();
        var words = "roster.refused." + problem.reason();
        if (desk.texts().has(words)) {
            wrong.set(desk.texts().get(words));
            // Somebody booked while this was typed.
            look();
        } else if (!problem.fields().isEmpty()) {
            var rule = "roster.rule." + problem.fields().getFirst().rule();
            wrong.set(
                    desk.texts().has(rule)
                            ? desk.texts().get(rule)
                            : desk.texts().get("roster.absence.wrong"));
        } else {
            desk.explain(problem);
        }
    }
}
