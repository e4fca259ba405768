package org.clinicdesk.client.audit;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.audit.v1.AuditRow;
import org.clinicdesk.audit.v1.AuditServiceGrpc;
import org.clinicdesk.audit.v1.ListAuditRequest;
import org.clinicdesk.audit.v1.ListAuditResponse;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.staff.v1.ListStaffRequest;
import org.clinicdesk.staff.v1.StaffServiceGrpc;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Reads the trail, newest first, narrowed to a day, a person and somebody who works here.
final class AuditModel {

    private static final int AT_ONCE = 100;

    private final Desk desk;
    private final AuditServiceGrpc.AuditServiceBlockingV2Stub audit;
    private final ObservableList<AuditRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable AuditRow> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> date = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<Who>> person =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Who>> member =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<Who> members = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper(false);
    private final Lane reads = new Lane();
    private final Busy busy = new Busy();

    /// Somebody the trail is narrowed to.
    ///
    /// @param name how he is shown: a name, or a patient's number
    record Who(String id, String name) {}

    /// @param patientId to begin with; may be empty
    /// @param staffId to begin with; may be empty
    AuditModel(Desk desk, String patientId, String staffId) {
        this.desk = desk;
        this.audit = AuditServiceGrpc.newBlockingV2Stub(desk.channel());
        date.set(patientId.isEmpty() && staffId.isEmpty() ? desk.today() : null);
        person.set(who(patientId));
        member.set(who(staffId));
        List.of(date, person, member).forEach(filter -> filter.addListener(change -> refresh()));
        readMembers();
        refresh();
    }

    private static Optional<Who> who(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(new Who(id, "…"));
    }

    ObservableList<AuditRow> rows() {
        return rows;
    }

    ObjectProperty<@Nullable AuditRow> selected() {
        return selected;
    }

    /// A day of the clinic; `null` for all days.
    ObjectProperty<@Nullable LocalDate> date() {
        return date;
    }

    ObjectProperty<Optional<Who>> person() {
        return person;
    }

    ObjectProperty<Optional<Who>> member() {
        return member;
    }

    /// Everybody who works here; empty for who may not see them.
    ObservableList<Who> members() {
        return members;
    }

    /// Whether there are older rows.
    ReadOnlyBooleanProperty more() {
        return more.getReadOnlyProperty();
    }

    Busy busy() {
        return busy;
    }

    void go(int days) {
        var now = date.get();
        date.set(now == null ? desk.today() : now.plusDays(days));
    }

    void allDays() {
        date.set(null);
    }

    /// Only what was about the patient of a row.
    void onlyPatientOf(AuditRow row) {
        if (!row.getPatientId().isEmpty()) {
            person.set(Optional.of(new Who(row.getPatientId(), row.getPatientNumber())));
        }
    }

    /// Only what the person of a row did.
    void onlyStaffOf(AuditRow row) {
        if (!row.getStaffId().isEmpty()) {
            member.set(Optional.of(new Who(row.getStaffId(), row.getStaffName())));
        }
    }

    void refresh() {
        desk.calls()
                .call(() -> audit.listAudit(request(0)))
                .latest(reads)
                .busy(busy)
                .then(answer -> {
                    var before = Optional.ofNullable(selected.get()).map(AuditRow::getId);
                    rows.setAll(answer.getRowsList());
                    show(answer);
                    selected.set(
                            rows.stream()
                                    .filter(row -> before.equals(Optional.of(row.getId())))
                                    .findFirst()
                                    .orElse(rows.isEmpty() ? null : rows.getFirst()));
                });
    }

    /// Reads older rows.
    void readMore() {
        if (!more.get() || busy.is()) {
            return;
        }
        var last = rows.getLast().getId();
        desk.calls()
                .call(() -> audit.listAudit(request(last)))
                .latest(reads)
                .busy(busy)
                .then(answer -> {
                    rows.addAll(answer.getRowsList());
                    show(answer);
                });
    }

    private void show(ListAuditResponse answer) {
        more.set(answer.getMore());
        nameThePerson(answer.getRowsList());
    }

    /// A filter that came as an id alone gets its name from the rows it finds.
    private void nameThePerson(List<AuditRow> found) {
        var wanted = person.get().filter(who -> who.name().equals("…"));
        wanted.flatMap(who ->
                        found.stream()
                                .filter(row -> row.getPatientId().equals(who.id()))
                                .map(row -> new Who(who.id(), row.getPatientNumber()))
                                .findFirst())
                .ifPresent(named -> person.set(Optional.of(named)));
    }

    private ListAuditRequest request(long before) {
        var day = date.get();
        return ListAuditRequest.newBuilder()
                .setDate(day == null ? "" : day.toString())
                .setPatientId(person.get().map(Who::id).orElse(""))
                .setStaffId(member.get().map(Who::id).orElse(""))
                .setBeforeId(before)
                .setLimit(AT_ONCE)
                .build();
    }

    private void readMembers() {
        if (!desk.may(StaffServiceGrpc.getListStaffMethod())) {
            return;
        }
        var staff = StaffServiceGrpc.newBlockingV2Stub(desk.channel());
        desk.calls()
                .call(() -> staff.listStaff(ListStaffRequest.getDefaultInstance()))
                .then(answer -> {
                    members.setAll(
                            answer.getStaffList().stream()
                                    .map(member -> new Who(member.getId(), member.getName()))
                                    .toList());
                    member.get()
                            .flatMap(who ->
                                    members.stream()
                                            .filter(m -> m.id().equals(who.id()))
                                            .findFirst())
                            .ifPresent(named -> member.set(Optional.of(named)));
                });
    }
}
