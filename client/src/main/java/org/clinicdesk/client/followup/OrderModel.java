package org.clinicdesk.client.followup;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.FollowUp;
import org.clinicdesk.appointment.v1.OrderFollowUpRequest;
import org.clinicdesk.appointment.v1.WithdrawFollowUpRequest;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.client.platform.Undos;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.session.v1.Desk.Practitioner;
import org.clinicdesk.session.v1.Desk.Service;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A follow-up being ordered: when, with whom, what for.
final class OrderModel {

    private final Desk desk;
    private final PersonLine person;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ObjectProperty<Interval> interval = new SimpleObjectProperty<>(Interval.MONTH);
    private final ObjectProperty<@Nullable LocalDate> due = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Practitioner> practitioner =
            new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Service> service = new SimpleObjectProperty<>();
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty wrong = new SimpleStringProperty("");
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    OrderModel(Desk desk, PersonLine person) {
        this.desk = desk;
        this.person = person;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        due.set(Interval.MONTH.after(desk.today()).orElse(null));
        interval.addListener(
                (property, before, now) -> now.after(desk.today()).ifPresent(due::set));
        due.addListener((property, before, now) -> dated(now));
        var me = desk.session().desk().getStaffId();
        practitioner.set(
                practitioners().stream()
                        .filter(one -> one.getId().equals(me))
                        .findFirst()
                        .orElse(practitioners().isEmpty() ? null : practitioners().getFirst()));
        // To be seen again takes less time than to be seen, more often than not.
        service.set(
                services().stream().min(Comparator.comparing(Service::getMinutes)).orElse(null));
    }

    private void dated(@Nullable LocalDate now) {
        if (!interval.get().after(desk.today()).equals(Optional.ofNullable(now))) {
            interval.set(Interval.OTHER);
        }
    }

    PersonLine person() {
        return person;
    }

    List<Practitioner> practitioners() {
        return desk.session().desk().getPractitionersList();
    }

    List<Service> services() {
        return desk.session().desk().getServicesList().stream().filter(Service::getActive).toList();
    }

    ObjectProperty<Interval> interval() {
        return interval;
    }

    ObjectProperty<@Nullable LocalDate> due() {
        return due;
    }

    ObjectProperty<@Nullable Practitioner> practitioner() {
        return practitioner;
    }

    ObjectProperty<@Nullable Service> service() {
        return service;
    }

    StringProperty reason() {
        return reason;
    }

    /// What is wrong with the day; empty when nothing is.
    StringProperty wrong() {
        return wrong;
    }

    /// @param ordered run when it stands
    void order(Runnable ordered) {
        var day = due.get();
        var who = practitioner.get();
        var what = service.get();
        wrong.set(
                day == null || day.isBefore(desk.today())
                        ? desk.texts().get("followup.due.wrong")
                        : "");
        if (!wrong.get().isEmpty() || day == null || who == null || what == null || busy.is()) {
            return;
        }
        var request =
                OrderFollowUpRequest.newBuilder()
                        .setSiteId(desk.site().getId())
                        .setPatientId(person.getPatientId())
                        .setPractitionerId(who.getId())
                        .setServiceId(what.getId())
                        .setDue(day.toString())
                        .setReason(reason.get().strip())
                        .build();
        desk.calls()
                .call(() -> appointments.orderFollowUp(request).getFollowUp())
                .busy(busy)
                .once(requestId)
                .refused(this::refused)
                .then(followUp -> {
                    tell(followUp);
                    ordered.run();
                });
    }

    private void refused(Problem problem) {
        if (!problem.offline()) {
            requestId = RequestId.fresh();
        }
        desk.explain(problem);
    }

    private void tell(FollowUp followUp) {
        var words =
                desk.texts()
                        .get(
                                "followup.ordered",
                                followUp.getPerson().getName(),
                                new Words(desk).due(followUp));
        desk.notices()
                .done(
                        words,
                        new Words(desk).service(followUp.getServiceId()),
                        desk.undos().add(attempt -> back(attempt, followUp)));
    }

    private void back(Undos.Attempt attempt, FollowUp followUp) {
        var request =
                WithdrawFollowUpRequest.newBuilder()
                        .setId(followUp.getId())
                        .setVersion(followUp.getVersion())
                        .build();
        attempt.call(
                desk.calls().call(() -> appointments.withdrawFollowUp(request)),
                desk::explain,
                _ ->
                        desk.notices()
                                .done(
                                        desk.texts()
                                                .get(
                                                        "followup.withdrawn",
                                                        followUp.getPerson().getName())));
    }
}
