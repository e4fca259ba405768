package org.clinicdesk.client.appointment;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.Opening;
import org.clinicdesk.appointment.v1.SearchOpeningsRequest;
import org.clinicdesk.appointment.v1.VisitType.Need;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.session.v1.Desk.Practitioner;
import org.clinicdesk.session.v1.Desk.Service;
import org.clinicdesk.session.v1.Desk.Site;
import org.clinicdesk.waitlist.v1.Wanted;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// The first free times for what is wanted, found anew with every change of it. What is typed in words is put into the
/// fields as far as it is understood; what was chosen there by hand stays until the words speak of it.
final class FindModel {

    /// A part of the day.
    enum Part {
        ANY(0, 0),
        MORNING(0, 12 * 60),
        AFTERNOON(12 * 60, 18 * 60),
        EVENING(17 * 60, 24 * 60);

        private final int from;
        private final int to;

        Part(int from, int to) {
            this.from = from;
            this.to = to;
        }
    }

    /// Whom a time is wanted with.
    ///
    /// @param practitionerId empty for anybody of the specialty
    /// @param specialty empty for any
    record Who(String practitionerId, String specialty, String name) {}

    private static final Duration PAUSE = Duration.ofMillis(120);

    private final Desk desk;
    private final Board board;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final WaitingList waiting;
    private final WhomModel whom;
    private final FindText understands;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Understood> understood =
            new ReadOnlyObjectWrapper<>(Understood.NOTHING);
    private final ObjectProperty<Service> service = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> minutes = new SimpleObjectProperty<>(0);
    private final ObjectProperty<Who> who = new SimpleObjectProperty<>();
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.ANY);
    private final ObservableSet<DayOfWeek> weekdays = FXCollections.observableSet();
    private final ObservableSet<DayOfWeek> notOn = FXCollections.observableSet();
    private final ObjectProperty<@Nullable LocalDate> from;
    private final ObjectProperty<Site> site = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<Need>> thing =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<Opening> openings = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Opening> chosen = new SimpleObjectProperty<>();
    private final LocalDate start;
    private final Busy busy = new Busy();
    private final Lane searches = new Lane();
    private boolean filling;

    /// Looks from the day of the board on.
    FindModel(Board board) {
        this.desk = board.desk();
        this.board = board;
        this.start = board.day().date().get();
        this.from = new SimpleObjectProperty<>(start);
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        this.waiting = new WaitingList(desk, board.actions().undos());
        this.whom = new WhomModel(desk);
        board.bookFor().get().ifPresent(whom::choose);
        services().stream().findFirst().ifPresent(service::set);
        who.set(everybody().getFirst());
        site.set(usualSite());
        understands =
                new FindText(
                        FindWords.read(),
                        new FindText.Known(everybody(), services(), things(), sites()),
                        desk.today());
        Stream.of(service, minutes, who, part, from, site, thing, whom.person())
                .forEach(wish -> wish.addListener(change -> find()));
        weekdays.addListener((SetChangeListener<DayOfWeek>) change -> find());
        notOn.addListener((SetChangeListener<DayOfWeek>) change -> find());
        text.addListener(change -> understand());
        find();
    }

    private Site usualSite() {
        return sites().stream()
                .filter(one -> one.getId().equals(board.day().siteId()))
                .findFirst()
                .orElseGet(desk::site);
    }

    /// What is wanted, in words.
    StringProperty text() {
        return text;
    }

    ReadOnlyObjectProperty<Understood> understood() {
        return understood.getReadOnlyProperty();
    }

    List<Service> services() {
        return desk.session().desk().getServicesList().stream().filter(Service::getActive).toList();
    }

    ObjectProperty<Service> service() {
        return service;
    }

    /// 0 for as long as the service usually is.
    ObjectProperty<Integer> minutes() {
        return minutes;
    }

    /// Anybody, then the specialties, then each one by name.
    List<Who> everybody() {
        var known = desk.session().desk().getPractitionersList();
        var all = new ArrayList<Who>();
        all.add(new Who("", "", desk.texts().get("appointment.find.anybody")));
        known.stream()
                .map(Practitioner::getSpecialty)
                .filter(specialty -> !specialty.isEmpty())
                .distinct()
                .sorted()
                .forEach(specialty -> all.add(new Who("", specialty, specialty)));
        known.forEach(one -> all.add(new Who(one.getId(), "", one.getName())));
        return all;
    }

    ObjectProperty<Who> who() {
        return who;
    }

    /// For whom; his own visits are in the way then.
    WhomModel whom() {
        return whom;
    }

    ObjectProperty<Part> part() {
        return part;
    }

    /// None: any.
    ObservableSet<DayOfWeek> weekdays() {
        return weekdays;
    }

    /// On which it cannot be.
    ObservableSet<DayOfWeek> notOn() {
        return notOn;
    }

    /// The first day that will do; null is that of the board.
    ObjectProperty<@Nullable LocalDate> from() {
        return from;
    }

    private String first() {
        var first = from.get();
        return (first == null ? start : first).toString();
    }

    List<Site> sites() {
        return board.day().sites();
    }

    ObjectProperty<Site> site() {
        return site;
    }

    /// The kinds of rooms and equipment that can be asked for.
    List<Need> things() {
        return board.day().offered().kinds();
    }

    ObjectProperty<Optional<Need>> thing() {
        return thing;
    }

    ObservableList<Opening> openings() {
        return openings;
    }

    ObjectProperty<@Nullable Opening> chosen() {
        return chosen;
    }

    /// Chooses another line.
    void choose(int step) {
        if (!openings.isEmpty()) {
            var at = openings.indexOf(chosen.get());
            chosen.set(openings.get(Math.clamp(at + step, 0, openings.size() - 1)));
        }
    }

    Busy busy() {
        return busy;
    }

    /// Puts what the words say now, and did not say before, into the fields; what they do not say any more goes.
    private void understand() {
        var before = understood.get();
        var now = understands.of(text.get());
        understood.set(now);
        filling = true;
        put(before, now, Understood::who, said -> who.set(said.orElse(everybody().getFirst())));
        put(
                before,
                now,
                Understood::service,
                said -> service.set(said.orElse(services().getFirst())));
        put(before, now, Understood::minutes, minutes::set);
        put(before, now, Understood::part, said -> part.set(said.orElse(Part.ANY)));
        put(before, now, Understood::on, said -> set(weekdays, said));
        put(before, now, Understood::notOn, said -> set(notOn, said));
        put(before, now, Understood::from, said -> from.set(said.orElse(start)));
        put(before, now, Understood::site, said -> site.set(said.orElse(usualSite())));
        put(before, now, Understood::thing, thing::set);
        filling = false;
        find();
    }

    private static <V> void put(
            Understood before, Understood now, Function<Understood, V> field, Consumer<V> put) {
        if (!field.apply(before).equals(field.apply(now))) {
            put.accept(field.apply(now));
        }
    }

    private static void set(ObservableSet<DayOfWeek> days, Set<DayOfWeek> to) {
        days.retainAll(to);
        days.addAll(to);
    }

    /// Those that will do; all of them when nothing was said.
    private Set<DayOfWeek> allowed() {
        var allowed = EnumSet.allOf(DayOfWeek.class);
        if (!weekdays.isEmpty()) {
            allowed.retainAll(weekdays);
        }
        allowed.removeAll(notOn);
        return allowed;
    }

    private void find() {
        if (filling) {
            return;
        }
        if (allowed().isEmpty()) {
            searches.drop();
            show(List.of());
            return;
        }
        var request = request();
        desk.calls()
                .call(() -> appointments.searchOpenings(request))
                .busy(busy)
                .latest(searches)
                .after(PAUSE)
                .then(answer -> show(answer.getOpeningsList()));
    }

    private SearchOpeningsRequest request() {
        var wanted =
                SearchOpeningsRequest.newBuilder()
                        .setSiteId(site.get().getId())
                        .setServiceId(service.get().getId())
                        .setMinutes(minutes.get())
                        .setSpecialty(who.get().specialty())
                        .setFrom(first())
                        .setFromMinute(part.get().from)
                        .setToMinute(part.get().to);
        someDays().forEach(day -> wanted.addWeekdays(day.getValue()));
        if (!who.get().practitionerId().isEmpty()) {
            wanted.addPractitionerIds(who.get().practitionerId());
        }
        thing.get().ifPresent(wanted::addNeeds);
        whom.person().get().ifPresent(person -> wanted.setPatientId(person.getPatientId()));
        return wanted.build();
    }

    /// None when all will do.
    private Set<DayOfWeek> someDays() {
        var allowed = allowed();
        return allowed.size() == DayOfWeek.values().length ? Set.of() : allowed;
    }

    private void show(List<Opening> found) {
        openings.setAll(found);
        chosen.set(openings.isEmpty() ? null : openings.getFirst());
    }

    /// What is known of the visit once a time is chosen.
    Wish wish(Opening opening) {
        var offered = board.day().offered();
        var things = opening.getResourceIdsList();
        return new Wish(
                Optional.of(service.get()),
                minutes.get(),
                Optional.of(Times.minute(at(opening).toLocalTime())),
                whom.person().get(),
                things.stream().filter(offered::isRoom).findFirst().orElse(""),
                things.stream().filter(id -> !offered.isRoom(id)).toList());
    }

    /// Shows the time on the board and does something there.
    void go(Opening opening, Runnable then) {
        var at = at(opening);
        board.day()
                .go(
                        site.get().getId(),
                        at.toLocalDate(),
                        opening.getPractitionerId(),
                        Times.minute(at.toLocalTime()),
                        then);
    }

    private ZonedDateTime at(Opening opening) {
        return Day.instant(opening.getStart()).atZone(desk.session().zone());
    }

    boolean mayWait() {
        return waiting.may();
    }

    /// Nothing is early enough: the person waits for a time like this.
    void putOnWaitingList(Runnable then) {
        var person = whom.person().get();
        if (person.isEmpty()) {
            whom.refuse(desk.texts().get("appointment.book.nobody"));
            return;
        }
        whom.refuse("");
        waiting.add(
                site.get().getId(),
                person.get(),
                wanted(),
                problem -> whom.refuse(problem.text(desk.texts())),
                then);
    }

    private Wanted.Builder wanted() {
        var wanted =
                Wanted.newBuilder()
                        .setServiceId(service.get().getId())
                        .setMinutes(minutes.get())
                        .setSpecialty(who.get().specialty())
                        .setFromMinute(part.get().from)
                        .setToMinute(part.get().to)
                        .setEarliest(first());
        someDays().forEach(day -> wanted.addWeekdays(day.getValue()));
        if (!who.get().practitionerId().isEmpty()) {
            wanted.addPractitionerIds(who.get().practitionerId());
        }
        return wanted;
    }
}
