package org.clinicdesk.client.staff;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.staff.v1.ResetPasswordRequest;
import org.clinicdesk.staff.v1.StaffMember;
import org.clinicdesk.staff.v1.StaffServiceGrpc;

import java.util.Optional;

/// Makes new one-time passwords, and holds the last one until somebody has seen it.
final class PasswordReset {

    private final Desk desk;
    private final StaffServiceGrpc.StaffServiceBlockingV2Stub staff;
    private final ReadOnlyObjectWrapper<Optional<OneTimePassword>> made =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    PasswordReset(Desk desk) {
        this.desk = desk;
        this.staff = StaffServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// To be shown once.
    ReadOnlyObjectProperty<Optional<OneTimePassword>> made() {
        return made.getReadOnlyProperty();
    }

    Busy busy() {
        return busy;
    }

    /// Ends the person's sessions: his old password opens nothing any more.
    void reset(StaffMember member) {
        if (busy.is()) {
            return;
        }
        desk.calls()
                .call(() ->
                        staff.resetPassword(
                                ResetPasswordRequest.newBuilder().setId(member.getId()).build()))
                .once(requestId)
                .busy(busy)
                .refused(
                        "ALREADY_DONE",
                        problem -> {
                            requestId = RequestId.fresh();
                            desk.notices().problem(problem, desk.texts());
                        })
                .then(answer -> {
                    requestId = RequestId.fresh();
                    show(
                            new OneTimePassword(
                                    member.getName(),
                                    member.getLogin(),
                                    answer.getOneTimePassword()));
                });
    }

    void show(OneTimePassword password) {
        made.set(Optional.of(password));
    }

    /// It was handed over.
    void forget() {
        made.set(Optional.empty());
    }
}
