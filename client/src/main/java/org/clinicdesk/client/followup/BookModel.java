package org.clinicdesk.client.followup;

import com.google.protobuf.Timestamp;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.appointment.v1.FollowUp;
import org.clinicdesk.appointment.v1.Opening;
import org.clinicdesk.appointment.v1.SearchOpeningsRequest;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.MistakenVisit;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.client.platform.Undos;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// The first times that suit the chosen follow-up, and the booking of one of them.
final class BookModel {

    private static final int MOST = 6;
    private static final int WEEK = 7;

    private final Desk desk;
    private final DueModel due;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ObservableList<Opening> openings = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable LocalDate> from = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty anybody = new SimpleBooleanProperty();
    private final Busy busy = new Busy();
    private final Busy searching = new Busy();
    private final Lane lane = new Lane();
    private String shownFor = "";
    private RequestId requestId = RequestId.fresh();

    BookModel(DueModel due) {
        this.desk = due.desk();
        this.due = due;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        due.chosen().addListener((property, before, now) -> chosen(now));
        anybody.addListener(change -> search());
    }

    /// The earliest first.
    ObservableList<Opening> openings() {
        return openings;
    }

    /// The first day that is looked at.
    ReadOnlyObjectProperty<@Nullable LocalDate> from() {
        return from.getReadOnlyProperty();
    }

    /// Whether any doctor will do.
    BooleanProperty anybody() {
        return anybody;
    }

    Busy busy() {
        return busy;
    }

    Busy searching() {
        return searching;
    }

    boolean may() {
        return desk.may(AppointmentServiceGrpc.getBookMethod());
    }

    private void chosen(@Nullable FollowUp now) {
        var id = now == null ? "" : now.getId();
        if (id.equals(shownFor)) {
            return;
        }
        shownFor = id;
        openings.clear();
        from.set(now == null ? null : first(now));
        if (anybody.get()) {
            anybody.set(false);
        } else {
            search();
        }
    }

    private LocalDate first(FollowUp followUp) {
        var day = LocalDate.parse(followUp.getDue());
        return day.isBefore(desk.today()) ? desk.today() : day;
    }

    /// Looks a week later or earlier; never before today.
    void shift(int weeks) {
        var day = from.get();
        if (day != null) {
            var next = day.plusDays((long) weeks * WEEK);
            from.set(next.isBefore(desk.today()) ? desk.today() : next);
            search();
        }
    }

    void search() {
        var followUp = due.chosen().get();
        var day = from.get();
        if (followUp == null || day == null || !may()) {
            lane.drop();
            openings.clear();
            return;
        }
        var wish =
                SearchOpeningsRequest.newBuilder()
                        .setSiteId(desk.site().getId())
                        .setServiceId(followUp.getServiceId())
                        .setPatientId(followUp.getPerson().getPatientId())
                        .setFrom(day.toString())
                        .setLimit(MOST);
        if (!anybody.get()) {
            wish.addPractitionerIds(followUp.getPractitionerId());
        }
        var request = wish.build();
        desk.calls()
                .call(() -> appointments.searchOpenings(request).getOpeningsList())
                .latest(lane)
                .busy(searching)
                .then(openings::setAll);
    }

    void book(int number) {
        if (number < openings.size()) {
            book(openings.get(number));
        }
    }

    void book(Opening at) {
        var followUp = due.chosen().get();
        if (followUp == null || busy.is() || !may()) {
            return;
        }
        var request =
                BookRequest.newBuilder()
                        .setSiteId(desk.site().getId())
                        .setPatientId(followUp.getPerson().getPatientId())
                        .setPractitionerId(at.getPractitionerId())
                        .setServiceId(followUp.getServiceId())
                        .setStart(at.getStart())
                        .setReason(followUp.getReason())
                        .setFollowUpId(followUp.getId())
                        .build();
        desk.calls()
                .call(() -> appointments.book(request).getAppointment())
                .busy(busy)
                .once(requestId)
                .refused(this::refused)
                .then(this::booked);
    }

    private void booked(Appointment visit) {
        requestId = RequestId.fresh();
        desk.notices()
                .done(
                        said("followup.booked", visit),
                        new Words(desk).practitioner(visit.getPractitionerId()),
                        desk.undos().add(attempt -> takeBack(attempt, visit)));
        due.read();
    }

    private void takeBack(Undos.Attempt attempt, Appointment visit) {
        var mistaken = new MistakenVisit(desk, visit.getPerson().getPatientId(), visit.getId());
        attempt.call(
                desk.calls().call(mistaken::takeBack).busy(busy),
                this::refused,
                _ -> {
                    desk.notices().done(said("followup.not-booked", visit));
                    due.read();
                });
    }

    private String said(String key, Appointment visit) {
        var words = new Words(desk);
        Timestamp start = visit.getStart();
        return desk.texts()
                .get(key, visit.getPerson().getName(), words.day(start), words.time(start));
    }

    /// Somebody else was first, so what is on screen is old.
    private void refused(Problem problem) {
        if (!problem.offline()) {
            requestId = RequestId.fresh();
        }
        desk.explain(problem);
        due.read();
        search();
    }
}
