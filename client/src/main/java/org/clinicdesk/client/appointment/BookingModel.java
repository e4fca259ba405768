package org.clinicdesk.client.appointment;

import com.google.protobuf.Timestamp;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.appointment.v1.BookSeriesRequest;
import org.clinicdesk.appointment.v1.HoldRequest;
import org.clinicdesk.appointment.v1.OverbookRequest;
import org.clinicdesk.appointment.v1.PinnedVisit;
import org.clinicdesk.appointment.v1.SeriesRow;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Draft;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.patient.v1.PatientHit;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.clinicdesk.session.v1.Desk.Service;
import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A visit being booked: whom for, when, what for. The time can be changed while the rest stays as typed.
final class BookingModel {

    private static final int MOST_HITS = 5;
    private static final int LEAST_REASON = 3;
    private static final int USUAL_TIMES = 6;
    private static final Duration PAUSE = Duration.ofMillis(130);

    private final Desk desk;
    private final BoardModel board;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final PatientServiceGrpc.PatientServiceBlockingV2Stub patients;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PatientHit> hits = FXCollections.observableArrayList();
    private final ObjectProperty<Integer> highlighted = new SimpleObjectProperty<>(0);
    private final ReadOnlyObjectWrapper<Optional<PersonLine>> person =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Service> service = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Slot> slot = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Doctor> doctor = new SimpleObjectProperty<>();
    private final List<Doctor> doctors;
    private final Draft<BookRequest> draft = new Draft<>(BookRequest.getDefaultInstance());
    private final ReadOnlyStringWrapper timeRefused = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper personRefused = new ReadOnlyStringWrapper("");
    private final Busy busy = new Busy();
    private final Busy searching = new Busy();
    private final Lane searches = new Lane();
    private final Holding holding;
    private final Runnable booked;
    private final StringProperty overbookReason = new SimpleStringProperty("");
    private final ObjectProperty<Integer> everyWeeks = new SimpleObjectProperty<>(0);
    private final ObjectProperty<Integer> times = new SimpleObjectProperty<>(USUAL_TIMES);
    private List<SeriesRow> missed = List.of();
    private List<Refusals.Instead> instead = List.of();
    private boolean overbookable;
    private final ReadOnlyBooleanWrapper nobodyFound = new ReadOnlyBooleanWrapper(false);
    private String pinId = "";
    private RequestId requestId = RequestId.fresh();

    /// @param slot the time first tried
    /// @param booked run when the visit stands
    BookingModel(BoardModel board, Cursor at, Runnable booked) {
        this.desk = board.desk();
        this.board = board;
        this.booked = booked;
        this.slot.set(Slot.of(board.day().get(), at));
        this.doctors = slot.get().practitionerId().isEmpty() ? candidates() : List.of();
        doctors.stream().findFirst().ifPresent(this::see);
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        this.patients = PatientServiceGrpc.newBlockingV2Stub(desk.channel());
        this.holding = new Holding(desk);
        services().stream().findFirst().ifPresent(service::set);
        query.addListener(change -> search());
        service.addListener(change -> hold());
        doctor.addListener((property, before, now) -> {
            if (now != null && !now.id().equals(slot.get().practitionerId())) {
                see(now);
                timeFree();
                hold();
            }
        });
        hold();
    }

    /// Who can see somebody in a room that day: who is free then first.
    private List<Doctor> candidates() {
        var day = board.day().get();
        var at = slot.get();
        var time = Minutes.slot(at.minute());
        return day.doctors().stream()
                .filter(one -> !day.hours(one, at.date()).isEmpty())
                .sorted(Comparator.comparing(one -> !day.free(one, at.date(), time, "")))
                .toList();
    }

    private void see(Doctor one) {
        slot.set(slot.get().with(one.id()));
        doctor.set(one);
    }

    Desk desk() {
        return desk;
    }

    /// Whom a visit in a room can be with; none when the column says it.
    List<Doctor> doctors() {
        return doctors;
    }

    ObjectProperty<@Nullable Doctor> doctor() {
        return doctor;
    }

    StringProperty query() {
        return query;
    }

    ObservableList<PatientHit> hits() {
        return hits;
    }

    /// The hit that Enter takes.
    ObjectProperty<Integer> highlighted() {
        return highlighted;
    }

    ReadOnlyObjectProperty<Optional<PersonLine>> person() {
        return person.getReadOnlyProperty();
    }

    List<Service> services() {
        return desk.session().desk().getServicesList().stream().filter(Service::getActive).toList();
    }

    ObjectProperty<Service> service() {
        return service;
    }

    ReadOnlyObjectProperty<Slot> slot() {
        return slot.getReadOnlyProperty();
    }

    Draft<BookRequest> draft() {
        return draft;
    }

    ReadOnlyStringProperty timeRefused() {
        return timeRefused.getReadOnlyProperty();
    }

    ReadOnlyStringProperty personRefused() {
        return personRefused.getReadOnlyProperty();
    }

    Busy busy() {
        return busy;
    }

    Busy searching() {
        return searching;
    }

    /// Nobody else is given the time while the form is open.
    private void hold() {
        if (mayHold()) {
            holding.take(time(service.get()), this::timeRefused);
        }
    }

    /// Somebody is registered first, which takes its time: the time is kept for as long again.
    void holdOn() {
        if (mayHold()) {
            holding.renew(time(service.get()));
        }
    }

    private boolean mayHold() {
        return service.get() != null
                && !slot.get().practitionerId().isEmpty()
                && desk.may(AppointmentServiceGrpc.getHoldMethod());
    }

    private HoldRequest time(Service of) {
        return HoldRequest.newBuilder()
                .setSiteId(board.siteId())
                .setPractitionerId(slot.get().practitionerId())
                .setServiceId(of.getId())
                .setRoomId(slot.get().roomId())
                .setStart(start())
                .build();
    }

    private Timestamp start() {
        return Times.timestamp(slot.get().start());
    }

    /// The form is closed without a booking.
    void close() {
        holding.release();
    }

    Minutes time() {
        var from = slot.get().minute();
        return new Minutes(
                from, from + (service.get() == null ? Minutes.SLOT : service.get().getMinutes()));
    }

    private void search() {
        var text = Normalizer.normalize(query.get(), Normalizer.Form.NFC).strip();
        highlighted.set(0);
        nobodyFound.set(false);
        searches.drop();
        if (text.isEmpty()) {
            hits.clear();
            return;
        }
        var request = SearchPatientsRequest.newBuilder().setText(text).setLimit(MOST_HITS).build();
        desk.calls()
                .call(() -> patients.searchPatients(request))
                .busy(searching)
                .latest(searches)
                .after(PAUSE)
                .then(answer -> {
                    hits.setAll(answer.getHitsList());
                    highlighted.set(0);
                    nobodyFound.set(hits.isEmpty());
                });
    }

    /// Whether the search for what is typed came back with nobody; not while it is under way.
    ReadOnlyBooleanProperty nobodyFound() {
        return nobodyFound.getReadOnlyProperty();
    }

    void highlight(int step) {
        if (!hits.isEmpty()) {
            highlighted.set(Math.floorMod(highlighted.get() + step, hits.size()));
        }
    }

    /// Takes the highlighted person. Not one who died.
    void chooseHighlighted() {
        if (highlighted.get() < hits.size()) {
            choose(hits.get(highlighted.get()));
        }
    }

    /// What waited on the pinboard is what is booked.
    void place(PinnedVisit pin) {
        choose(pin.getPerson());
        desk.session().desk().getServicesList().stream()
                .filter(known -> known.getId().equals(pin.getServiceId()))
                .findFirst()
                .ifPresent(service::set);
        pinId = pin.getId();
    }

    void choose(PatientHit hit) {
        if (hit.getDeceased()) {
            personRefused.set(
                    desk.texts().get("appointment.book.deceased", hit.getPerson().getName()));
        } else {
            choose(hit.getPerson());
        }
    }

    void choose(PersonLine line) {
        searches.drop();
        personRefused.set("");
        person.set(Optional.of(line));
        hits.clear();
    }

    /// Back to the search, with what was searched.
    void forget() {
        personRefused.set("");
        person.set(Optional.empty());
        search();
    }

    void step(int slots) {
        var minute = slot.get().minute() + slots * Minutes.SLOT;
        if (minute >= 0 && minute < Minutes.DAY) {
            at(minute);
        }
    }

    private void at(int minute) {
        timeFree();
        slot.set(slot.get().at(minute));
        hold();
    }

    /// The next time that is free for the whole visit, of the same practitioner, on the day as it is known now.
    Optional<Integer> nextFree() {
        var known = board.day().get();
        var column = column(known);
        if (column < 0) {
            return Optional.empty();
        }
        var length = time().length();
        return IntStream.iterate(
                        slot.get().minute() + Minutes.SLOT,
                        minute -> minute < Minutes.DAY,
                        m -> m + Minutes.SLOT)
                .filter(minute ->
                        !board.isPast(column, minute)
                                && known.free(column, new Minutes(minute, minute + length), "")
                                && doctorFree(known, new Minutes(minute, minute + length)))
                .boxed()
                .findFirst();
    }

    /// Where the board shows what is booked; -1 when it does not, or no more.
    private int column(Day known) {
        var at = slot.get();
        return IntStream.range(0, known.columns().size())
                .filter(i -> {
                    var column = known.columns().get(i);
                    return column.date().equals(at.date())
                            && (doctors.isEmpty()
                                    ? column.practitionerId().equals(at.practitionerId())
                                    : column.isRoom() && column.room().equals(at.roomId()));
                })
                .findFirst()
                .orElse(-1);
    }

    private boolean doctorFree(Day known, Minutes time) {
        var seeing = doctor.get();
        return seeing == null || known.free(seeing, slot.get().date(), time, "");
    }

    void takeNextFree() {
        nextFree().ifPresent(this::at);
    }

    void book() {
        wish().ifPresent(wish -> {
            if (everyWeeks.get() == 0) {
                send(() -> appointments.book(wish).getAppointment());
            } else {
                bookSeries(wish);
            }
        });
    }

    private void bookSeries(BookRequest first) {
        timeFree();
        var series =
                BookSeriesRequest.newBuilder()
                        .setFirst(first)
                        .setEveryWeeks(everyWeeks.get())
                        .setTimes(times.get())
                        .build();
        desk.calls()
                .call(() -> appointments.bookSeries(series))
                .busy(busy)
                .once(requestId)
                .refused(this::refused)
                .then(answer -> {
                    missed =
                            answer.getRowsList().stream()
                                    .filter(row -> !row.getRefused().isEmpty())
                                    .toList();
                    answer.getRowsList().stream()
                            .filter(SeriesRow::hasAppointment)
                            .findFirst()
                            .ifPresent(row -> done(row.getAppointment()));
                });
    }

    /// So many weeks lie between the visits of a series; 0 is one visit alone.
    ObjectProperty<Integer> everyWeeks() {
        return everyWeeks;
    }

    /// How many visits a series has, the first included.
    ObjectProperty<Integer> times() {
        return times;
    }

    /// What of a series could not be booked, once the rest was.
    List<SeriesRow> missed() {
        return missed;
    }

    /// Books in spite of another visit of the practitioner, for a reason.
    void overbook() {
        var reason = overbookReason.get().strip();
        if (reason.length() < LEAST_REASON) {
            timeRefused.set(desk.texts().get("appointment.overbook.needed"));
            return;
        }
        wish().map(wish -> OverbookRequest.newBuilder().setBooking(wish).setReason(reason).build())
                .ifPresent(wish -> send(() -> appointments.overbook(wish).getAppointment()));
    }

    /// What is asked for; nothing while something is under way or nobody is chosen.
    private Optional<BookRequest> wish() {
        if (busy.is()) {
            return Optional.empty();
        }
        personRefused.set("");
        if (person.get().isEmpty() || service.get() == null) {
            personRefused.set(desk.texts().get("appointment.book.nobody"));
            return Optional.empty();
        }
        if (slot.get().practitionerId().isEmpty()) {
            timeRefused.set(desk.texts().get("appointment.book.no-doctor"));
            return Optional.empty();
        }
        return Optional.of(
                draft.build().toBuilder()
                        .setPatientId(person.get().get().getPatientId())
                        .setPractitionerId(slot.get().practitionerId())
                        .setServiceId(service.get().getId())
                        .setSiteId(board.siteId())
                        .setRoomId(slot.get().roomId())
                        .setStart(start())
                        .setHoldId(holding.id())
                        .setPinId(pinId)
                        .build());
    }

    private void send(Calls.Work<Appointment> work) {
        timeFree();
        desk.calls().call(work).busy(busy).once(requestId).refused(this::refused).then(this::done);
    }

    private void done(Appointment visit) {
        requestId = RequestId.fresh();
        holding.done();
        board.select(visit.getId());
        board.read();
        desk.notices()
                .done(
                        desk.texts()
                                .get(
                                        "appointment.done.booked",
                                        visit.getPerson().getName(),
                                        Times.start(desk, visit),
                                        desk.texts().dates().day(Times.date(desk, visit))));
        booked.run();
    }

    private void refused(Problem problem) {
        if (!problem.offline()) {
            requestId = RequestId.fresh();
        }
        if (!problem.domain().equals("appointment")) {
            desk.explain(problem);
        } else if (Refusals.concernsPerson(problem)) {
            personRefused.set(Refusals.words(desk, problem));
        } else {
            timeRefused(problem);
            board.read();
        }
    }

    /// What else there is is known before the refusal is shown.
    private void timeRefused(Problem problem) {
        instead =
                Refusals.instead(problem).stream()
                        .filter(offer -> slot.get().date().equals(date(offer)))
                        .toList();
        overbookable =
                desk.may(AppointmentServiceGrpc.getOverbookMethod())
                        && Refusals.concernsPractitioner(problem);
        timeRefused.set(Refusals.words(desk, problem));
    }

    private void timeFree() {
        instead = List.of();
        overbookable = false;
        timeRefused.set("");
    }

    /// Free times of the day that the server offers in place of one it refused.
    List<Refusals.Instead> instead() {
        return instead;
    }

    /// Whether the time that was refused can be booked all the same.
    boolean overbookable() {
        return overbookable;
    }

    StringProperty overbookReason() {
        return overbookReason;
    }

    void take(Refusals.Instead offer) {
        timeFree();
        slot.set(slot.get().at(minute(offer)).with(offer.practitionerId()));
        doctors.stream()
                .filter(one -> one.id().equals(offer.practitionerId()))
                .findFirst()
                .ifPresent(doctor::set);
        hold();
    }

    private LocalDate date(Refusals.Instead offer) {
        return LocalDate.ofInstant(offer.start(), slot.get().wall().zone());
    }

    /// The minute of the day at which an offered time begins.
    int minute(Refusals.Instead offer) {
        return slot.get().wall().minute(offer.start(), slot.get().date());
    }
}
