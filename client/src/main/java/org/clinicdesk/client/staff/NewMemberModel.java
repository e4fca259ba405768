package org.clinicdesk.client.staff;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Draft;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.staff.v1.AddStaffRequest;
import org.clinicdesk.staff.v1.AddStaffResponse;
import org.clinicdesk.staff.v1.StaffServiceGrpc;

/// Gives somebody new an account.
final class NewMemberModel {

    private final Desk desk;
    private final StaffServiceGrpc.StaffServiceBlockingV2Stub staff;
    private final Draft<AddStaffRequest> draft = new Draft<>(AddStaffRequest.getDefaultInstance());
    private final RoleChoice roles;
    private final PasswordReset passwords;
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    NewMemberModel(Desk desk) {
        this.desk = desk;
        this.staff = StaffServiceGrpc.newBlockingV2Stub(desk.channel());
        this.roles = new RoleChoice(desk, draft, false);
        this.passwords = new PasswordReset(desk);
    }

    Draft<AddStaffRequest> draft() {
        return draft;
    }

    RoleChoice roles() {
        return roles;
    }

    PasswordReset passwords() {
        return passwords;
    }

    Busy busy() {
        return busy;
    }

    boolean dirty() {
        return draft.dirty();
    }

    void save() {
        if (busy.is() || !draft.check()) {
            return;
        }
        var request = draft.build();
        desk.calls()
                .call(() -> staff.addStaff(request))
                .once(requestId)
                .busy(busy)
                .refused(this::refused)
                .then(answer -> added(request, answer));
    }

    /// The password was handed over.
    void leave() {
        desk.navigator().replace(Place.of("staff"));
    }

    private void added(AddStaffRequest request, AddStaffResponse answer) {
        requestId = RequestId.fresh();
        draft.load(request);
        passwords.show(
                new OneTimePassword(
                        answer.getStaff().getName(),
                        answer.getStaff().getLogin(),
                        answer.getOneTimePassword()));
    }

    private void refused(Problem problem) {
        switch (problem.reason()) {
            case "LOGIN_TAKEN" -> draft.errors().put("login", "LOGIN_TAKEN");
            case "ABOVE_OWN_RIGHTS", "UNKNOWN_ROLE" -> {
                roles.refuse(problem.reason());
                roles.refresh();
            }
            case "ALREADY_DONE" -> {
                requestId = RequestId.fresh();
                desk.notices()
                        .done(
                                desk.texts()
                                        .get(
                                                "staff.added-without-password",
                                                draft.build().getLogin()));
                draft.load(draft.build());
                leave();
            }
            default -> {
                if (!draft.place(problem)) {
                    desk.explain(problem);
                }
            }
        }
    }
}
