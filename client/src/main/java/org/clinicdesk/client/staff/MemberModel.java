package org.clinicdesk.client.staff;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Draft;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Merge;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.staff.v1.ListStaffRequest;
import org.clinicdesk.staff.v1.StaffMember;
import org.clinicdesk.staff.v1.StaffServiceGrpc;
import org.clinicdesk.staff.v1.UpdateStaffRequest;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Corrects an account.
final class MemberModel {

    private final Desk desk;
    private final String id;
    private final StaffServiceGrpc.StaffServiceBlockingV2Stub staff;
    private final Draft<UpdateStaffRequest> draft =
            new Draft<>(UpdateStaffRequest.getDefaultInstance());
    private final ReadOnlyObjectWrapper<@Nullable StaffMember> member =
            new ReadOnlyObjectWrapper<>();
    private final ObservableList<Merge.Clash> clashes = FXCollections.observableArrayList();
    private final RoleChoice roles;
    private final Lane reads = new Lane();
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    MemberModel(Desk desk, String id) {
        this.desk = desk;
        this.id = id;
        this.staff = StaffServiceGrpc.newBlockingV2Stub(desk.channel());
        this.roles = new RoleChoice(desk, draft, id.equals(desk.session().desk().getStaffId()));
        refresh();
    }

    /// As it was read last; `null` until then.
    ReadOnlyObjectProperty<@Nullable StaffMember> member() {
        return member.getReadOnlyProperty();
    }

    Draft<UpdateStaffRequest> draft() {
        return draft;
    }

    RoleChoice roles() {
        return roles;
    }

    /// What somebody else changed too, to something else.
    ObservableList<Merge.Clash> clashes() {
        return clashes;
    }

    Busy busy() {
        return busy;
    }

    boolean dirty() {
        return member.get() != null && draft.dirty();
    }

    /// Reads again. What is being typed stays: it is laid over what is new.
    void refresh() {
        roles.refresh();
        read(() -> {});
    }

    private void read(Runnable then) {
        desk.calls()
                .call(() -> staff.listStaff(ListStaffRequest.getDefaultInstance()))
                .latest(reads)
                .then(answer -> {
                    answer.getStaffList().stream()
                            .filter(found -> found.getId().equals(id))
                            .findFirst()
                            .ifPresent(this::show);
                    then.run();
                });
    }

    void save() {
        save(true);
    }

    /// @param again whether to try once more when somebody else changed nothing that is on this page: he signed in
    private void save(boolean again) {
        if (busy.is() || !dirty() || !clashes.isEmpty() || !draft.check()) {
            return;
        }
        desk.calls()
                .call(() -> staff.updateStaff(draft.build()))
                .once(requestId)
                .busy(busy)
                .refused(problem -> refused(problem, again))
                .then(answer -> {
                    requestId = RequestId.fresh();
                    draft.load(request(answer.getStaff()));
                    member.set(answer.getStaff());
                    desk.notices().done(desk.texts().get("staff.saved"));
                });
    }

    void keepMine(Merge.Clash clash) {
        clashes.remove(clash);
    }

    void takeTheirs(Merge.Clash clash) {
        draft.load(
                draft.base(),
                draft.build().toBuilder().setField(clash.field(), clash.theirs()).build());
        clashes.remove(clash);
    }

    private void show(StaffMember now) {
        var next = request(now);
        if (member.get() == null || !draft.dirty()) {
            draft.load(next);
            clashes.setAll(List.of());
        } else if (draft.base().getVersion() != now.getVersion()) {
            var changed =
                    !draft.base()
                            .equals(next.toBuilder().setVersion(draft.base().getVersion()).build());
            var merge = Merge.of(draft.base(), draft.build(), next);
            draft.load(next, merge.merged());
            clashes.setAll(merge.clashes());
            if (changed) {
                desk.notices().done(desk.texts().get("staff.merged"));
            }
        }
        member.set(now);
    }

    private void refused(Problem problem, boolean again) {
        if (problem.stale()) {
            var before = draft.base();
            requestId = RequestId.fresh();
            read(() -> {
                var same =
                        draft.base().toBuilder()
                                .setVersion(before.getVersion())
                                .build()
                                .equals(before);
                if (same && again) {
                    save(false);
                }
            });
            return;
        }
        switch (problem.reason()) {
            case "ABOVE_OWN_RIGHTS", "UNKNOWN_ROLE", "LAST_ADMINISTRATOR" ->
                    roles.refuse(problem.reason());
            default -> {
                if (!draft.place(problem)) {
                    desk.explain(problem);
                }
            }
        }
    }

    private static UpdateStaffRequest request(StaffMember member) {
        return UpdateStaffRequest.newBuilder()
                .setId(member.getId())
                .setVersion(member.getVersion())
                .setName(member.getName())
                .setSpecialty(member.getSpecialty())
                .addAllRoles(member.getRolesList())
                .setActive(member.getActive())
                .setBookable(member.getBookable())
                .build();
    }
}
