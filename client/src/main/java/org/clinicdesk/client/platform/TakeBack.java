package org.clinicdesk.client.platform;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.UndoCheckInRequest;
import org.clinicdesk.appointment.v1.UndoRequest;
import org.clinicdesk.appointment.v1.UndoResponse;

import java.util.List;
import java.util.function.Consumer;

/// Takes the last change of visits back, on whatever screen it was made. What came after it and was taken back itself is in
/// nobody's way: each is named in the version it has become. Of another's change the server keeps its hands off.
public final class TakeBack {

    private final Desk desk;
    private final Busy busy;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;

    public TakeBack(Desk desk, Busy busy) {
        this.desk = desk;
        this.busy = busy;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// That somebody was checked in: taking it back has a key of its own.
    public static Undos.Step arrival(Appointment arrived) {
        return new Undos.Step("arrival", arrived.getId(), arrived.getVersion());
    }

    /// Takes back what was done to one visit.
    ///
    /// @param left the visit as the step left it
    /// @param then told what it is now; when a rescheduling was taken back, the old visit
    public void of(
            Undos.Attempt attempt,
            Appointment left,
            Consumer<Problem> refused,
            Consumer<Appointment> then) {
        all(attempt, List.of(left), refused, answer -> then.accept(answer.getAppointment()));
    }

    /// Takes back what was done to several visits at once: to all of them, or to none.
    ///
    /// @param left the visits as the step left them
    public void all(
            Undos.Attempt attempt,
            List<Appointment> left,
            Consumer<Problem> refused,
            Consumer<UndoResponse> then) {
        var request = request(attempt, left);
        attempt.call(
                desk.calls().call(() -> appointments.undo(request)).busy(busy),
                refused,
                answer -> {
                    became(answer.getAppointment());
                    answer.getOthersList().forEach(this::became);
                    then.accept(answer);
                });
    }

    private static UndoRequest request(Undos.Attempt attempt, List<Appointment> left) {
        var first = left.getFirst();
        var request =
                UndoRequest.newBuilder()
                        .setId(first.getId())
                        .setVersion(attempt.version(first.getId(), first.getVersion()));
        left.stream()
                .skip(1)
                .forEach(visit ->
                        request.addOthersBuilder()
                                .setId(visit.getId())
                                .setVersion(attempt.version(visit.getId(), visit.getVersion())));
        return request.build();
    }

    /// Takes a check-in back, also for who may do nothing else with a visit.
    public void arrival(
            Undos.Attempt attempt,
            Appointment arrived,
            Consumer<Problem> refused,
            Consumer<Appointment> then) {
        if (desk.may(AppointmentServiceGrpc.getUndoMethod())) {
            of(attempt, arrived, refused, then);
            return;
        }
        var version = attempt.version(arrived.getId(), arrived.getVersion());
        attempt.call(arrivalCall(arrived.getId(), version), refused, heard(then));
    }

    /// Takes anybody's check-in back.
    ///
    /// @param arrived as it is on the screen
    public void arrival(
            Appointment arrived, Consumer<Problem> refused, Consumer<Appointment> then) {
        if (!desk.undos().undo(arrival(arrived))) {
            arrivalCall(arrived.getId(), arrived.getVersion()).refused(refused).then(heard(then));
        }
    }

    private Calls.Call<Appointment> arrivalCall(String id, long version) {
        var request = UndoCheckInRequest.newBuilder().setId(id).setVersion(version).build();
        return desk.calls()
                .call(() -> appointments.undoCheckIn(request).getAppointment())
                .busy(busy);
    }

    private Consumer<Appointment> heard(Consumer<Appointment> then) {
        return visit -> {
            became(visit);
            then.accept(visit);
        };
    }

    private void became(Appointment visit) {
        desk.undos().became(visit.getId(), visit.getVersion());
    }
}
