package org.clinicdesk.client.staff;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Phrase;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.staff.v1.ListStaffRequest;
import org.clinicdesk.staff.v1.StaffMember;
import org.clinicdesk.staff.v1.StaffServiceGrpc;
import org.clinicdesk.staff.v1.UnlockStaffRequest;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// All accounts, narrowed while text is typed.
final class StaffListModel {

    private final Desk desk;
    private final StaffServiceGrpc.StaffServiceBlockingV2Stub staff;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<StaffMember> shown = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable StaffMember> selected = new SimpleObjectProperty<>();
    private final Phrase note;
    private final PasswordReset passwords;
    private final Lane reads = new Lane();
    private final Busy busy = new Busy();
    private List<StaffMember> all = List.of();
    private RequestId unlocking = RequestId.fresh();

    StaffListModel(Desk desk) {
        this.desk = desk;
        this.note = new Phrase(desk.texts());
        this.staff = StaffServiceGrpc.newBlockingV2Stub(desk.channel());
        this.passwords = new PasswordReset(desk);
        query.addListener(change -> narrow());
        refresh();
    }

    StringProperty query() {
        return query;
    }

    ObservableList<StaffMember> shown() {
        return shown;
    }

    ObjectProperty<@Nullable StaffMember> selected() {
        return selected;
    }

    /// How many there are.
    ReadOnlyStringProperty note() {
        return note.text();
    }

    PasswordReset passwords() {
        return passwords;
    }

    Busy busy() {
        return busy;
    }

    void refresh() {
        desk.calls()
                .call(() -> staff.listStaff(ListStaffRequest.getDefaultInstance()))
                .latest(reads)
                .busy(busy)
                .then(answer -> {
                    all = answer.getStaffList();
                    narrow();
                });
    }

    void add() {
        desk.navigator().go(StaffFeature.NEW);
    }

    void roles() {
        desk.navigator().go(StaffFeature.ROLES);
    }

    void open(StaffMember member) {
        desk.navigator().go(StaffFeature.member(member.getId()));
    }

    /// Lets the selected person try to sign in again.
    void unlock() {
        var member = selected.get();
        if (member == null || !member.getLocked() || busy.is()) {
            return;
        }
        desk.calls()
                .call(() ->
                        staff.unlockStaff(
                                UnlockStaffRequest.newBuilder().setId(member.getId()).build()))
                .once(unlocking)
                .busy(busy)
                .then(answer -> {
                    unlocking = RequestId.fresh();
                    desk.notices()
                            .done(desk.texts().get("staff.unlocked", answer.getStaff().getName()));
                    refresh();
                });
    }

    private void narrow() {
        var wanted = Words.fold(query.get().strip());
        var before = Optional.ofNullable(selected.get()).map(StaffMember::getId);
        shown.setAll(all.stream().filter(member -> matches(member, wanted)).toList());
        note.say("staff.list.found", shown.size());
        selected.set(
                shown.stream()
                        .filter(member -> before.equals(Optional.of(member.getId())))
                        .findFirst()
                        .orElse(shown.isEmpty() ? null : shown.getFirst()));
    }

    private boolean matches(StaffMember member, String wanted) {
        var hay =
                Words.fold(
                        String.join(
                                " ",
                                member.getName(),
                                member.getLogin(),
                                member.getSpecialty(),
                                Rights.roles(desk.texts(), member.getRolesList())));
        return List.of(wanted.split("\\s+")).stream().allMatch(hay::contains);
    }
}
