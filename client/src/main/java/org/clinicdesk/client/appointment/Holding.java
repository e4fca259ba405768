package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.HoldRequest;
import org.clinicdesk.appointment.v1.ReleaseHoldRequest;
import org.clinicdesk.appointment.v1.SlotHold;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;

import java.util.function.Consumer;

/// Keeps the time that a form is about for this desk, so that nobody takes it while the form is filled in. One at a time:
/// who chooses another time gives the one before up. It is a courtesy: the booking decides.
final class Holding {

    private final Desk desk;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private String id = "";
    private int wish;

    Holding(Desk desk) {
        this.desk = desk;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// What a booking names to end the hold; empty as long as nothing is held.
    String id() {
        return id;
    }

    /// @param refused told when the time cannot be had
    void take(HoldRequest time, Consumer<Problem> refused) {
        release();
        ask(time, refused);
    }

    /// Keeps the same time from now on for as long again, without letting go of it meanwhile.
    void renew(HoldRequest time) {
        var mine = wish;
        var before = id;
        if (before.isEmpty()) {
            return;
        }
        desk.calls()
                .call(() -> appointments.hold(time).getHold())
                .refused(problem -> {})
                .then(hold -> {
                    took(hold, mine);
                    if (mine == wish) {
                        giveUp(before);
                    }
                });
    }

    /// Asks for the time once more: what kept it is gone before its time.
    ///
    /// @param refused told why it was lost
    void again(HoldRequest.Builder time, Consumer<Problem> refused) {
        ask(time.setInsteadOfId(id).build(), refused);
    }

    private void ask(HoldRequest time, Consumer<Problem> refused) {
        var mine = wish;
        desk.calls()
                .call(() -> appointments.hold(time).getHold())
                .refused(problem -> {
                    if (mine == wish && problem.domain().equals("appointment")) {
                        refused.accept(problem);
                    }
                })
                .then(hold -> took(hold, mine));
    }

    private void took(SlotHold hold, int asked) {
        if (asked == wish) {
            id = hold.getId();
        } else {
            giveUp(hold.getId());
        }
    }

    /// Gives the time up. What is still being asked for is given up when it comes.
    void release() {
        wish++;
        if (!id.isEmpty()) {
            giveUp(id);
            id = "";
        }
    }

    /// The booking took its place.
    void done() {
        wish++;
        id = "";
    }

    private void giveUp(String hold) {
        var request = ReleaseHoldRequest.newBuilder().setId(hold).build();
        // It runs out by itself when this does not arrive.
        desk.calls()
                .call(() -> appointments.releaseHold(request))
                .refused(problem -> {})
                .then(answer -> {});
    }
}
