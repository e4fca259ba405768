package org.clinicdesk.client.roster;

import com.google.protobuf.ByteString;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.replan.v1.ListReplansRequest;
import org.clinicdesk.replan.v1.ListReplansResponse.Replan;
import org.clinicdesk.replan.v1.ReplanServiceGrpc;
import org.clinicdesk.roster.v1.Absence;
import org.clinicdesk.roster.v1.AbsenceState;
import org.clinicdesk.roster.v1.ImportHolidaysRequest;
import org.clinicdesk.roster.v1.ListAbsencesRequest;
import org.clinicdesk.roster.v1.PassedOver;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.VoidAbsenceRequest;
import org.clinicdesk.roster.v1.WithdrawLeaveRequest;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Holidays, closures, blockouts and leave from today on.
final class AbsencesModel {

    private final Desk desk;
    private final RosterServiceGrpc.RosterServiceBlockingV2Stub roster;
    private final ObservableList<Absence> shown = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Absence> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<Sort> sort = new SimpleObjectProperty<>(Sort.ALL);
    private final ObservableList<Replan> replans = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<PassedOver>> passedOver =
            new ReadOnlyObjectWrapper<>(List.of());
    private final Lane reads = new Lane();
    private final Lane counts = new Lane();
    private final Busy busy = new Busy();

    /// Apart from reading: what is read again in the background swallows no wish.
    private final Busy writing = new Busy();

    private List<Absence> all = List.of();
    private RequestId requestId = RequestId.fresh();

    /// What the list is narrowed to.
    enum Sort {
        ALL,
        CLINIC,
        BLOCKOUT,
        LEAVE;

        boolean takes(Absence absence) {
            return switch (absence.getKind()) {
                case ABSENCE_KIND_HOLIDAY, ABSENCE_KIND_CLOSURE -> this == ALL || this == CLINIC;
                case ABSENCE_KIND_BLOCKOUT -> this == ALL || this == BLOCKOUT;
                default -> this == ALL || this == LEAVE;
            };
        }
    }

    AbsencesModel(Desk desk) {
        this.desk = desk;
        this.roster = RosterServiceGrpc.newBlockingV2Stub(desk.channel());
        sort.addListener(change -> narrow());
        refresh();
    }

    ObservableList<Absence> shown() {
        return shown;
    }

    ObjectProperty<@Nullable Absence> selected() {
        return selected;
    }

    ObjectProperty<Sort> sort() {
        return sort;
    }

    Busy busy() {
        return busy;
    }

    void refresh() {
        desk.calls()
                .call(() -> roster.listAbsences(ListAbsencesRequest.getDefaultInstance()))
                .latest(reads)
                .busy(busy)
                .then(answer -> {
                    all = answer.getAbsencesList();
                    narrow();
                });
        count();
    }

    /// How many visits each absence leaves open. What cannot be counted is not shown: the board itself says.
    private void count() {
        if (!Hit.canReplan(desk)) {
            return;
        }
        var stub = ReplanServiceGrpc.newBlockingV2Stub(desk.channel());
        var request = ListReplansRequest.newBuilder().setSiteId(desk.site().getId()).build();
        desk.calls()
                .call(() -> stub.listReplans(request))
                .latest(counts)
                .refused(problem -> {})
                .then(answer -> replans.setAll(answer.getReplansList()));
    }

    /// The absences that leave something to do.
    ObservableList<Replan> replans() {
        return replans;
    }

    int open(Absence absence) {
        return replans.stream()
                .filter(one -> one.getAbsenceId().equals(absence.getId()))
                .mapToInt(Replan::getOpen)
                .sum();
    }

    boolean mayReplan(Absence absence) {
        return Hit.canReplan(desk) && absence.getState() == AbsenceState.ABSENCE_STATE_APPROVED;
    }

    private void narrow() {
        var before = Optional.ofNullable(selected.get()).map(Absence::getId);
        shown.setAll(all.stream().filter(sort.get()::takes).toList());
        selected.set(
                shown.stream()
                        .filter(absence -> before.equals(Optional.of(absence.getId())))
                        .findFirst()
                        .orElse(shown.isEmpty() ? null : shown.getFirst()));
    }

    /// What stands for shorter hours ends when they are given back.
    boolean mayVoid(Absence absence) {
        return desk.may(RosterServiceGrpc.getVoidAbsenceMethod()) && !absence.getHoursTaken();
    }

    boolean mayImport() {
        return desk.may(RosterServiceGrpc.getImportHolidaysMethod());
    }

    /// Enters the holidays of a calendar file.
    ///
    /// @param booked told how many visits stand on them; nothing was entered then
    void importHolidays(byte[] calendar, IntConsumer booked) {
        importHolidays(calendar, false, booked);
    }

    /// Enters them over the visits that stand on them.
    void importOverBooked(byte[] calendar) {
        importHolidays(calendar, true, visits -> {});
    }

    /// The events of the last calendar that were not entered.
    ReadOnlyObjectProperty<List<PassedOver>> passedOver() {
        return passedOver.getReadOnlyProperty();
    }

    private void importHolidays(byte[] calendar, boolean despiteBooked, IntConsumer booked) {
        if (writing.is()) {
            return;
        }
        var request =
                ImportHolidaysRequest.newBuilder()
                        .setCalendar(ByteString.copyFrom(calendar))
                        .setDespiteBooked(despiteBooked)
                        .build();
        desk.calls()
                .call(() -> roster.importHolidays(request))
                .once(requestId)
                .busy(writing)
                .refused(problem -> {
                    requestId = RequestId.fresh();
                    if (problem.reason().equals("BOOKED")) {
                        booked.accept(Integer.parseInt(problem.metadata().get("visits")));
                    } else {
                        desk.explain(problem);
                    }
                })
                .then(answer -> {
                    requestId = RequestId.fresh();
                    desk.notices()
                            .done(
                                    desk.texts()
                                            .get(
                                                    "roster.holidays.done",
                                                    answer.getHolidaysCount(),
                                                    answer.getKnown(),
                                                    answer.getPassedOver(),
                                                    answer.getCorrected(),
                                                    answer.getGivenBack()));
                    passedOver.set(answer.getPassedList());
                    refresh();
                });
    }

    /// Whether the selected one is the caller's own leave.
    boolean own(Absence absence) {
        return desk.may(RosterServiceGrpc.getWithdrawLeaveMethod())
                && absence.getPractitionerId().equals(desk.session().desk().getStaffId())
                && AbsenceModel.leave(absence.getKind());
    }

    void strikeOut(Absence absence, String reason) {
        var request =
                VoidAbsenceRequest.newBuilder()
                        .setId(absence.getId())
                        .setVersion(absence.getVersion())
                        .setReason(reason.strip())
                        .build();
        send(() -> roster.voidAbsence(request), "roster.struck-out");
    }

    void withdraw(Absence absence) {
        var request =
                WithdrawLeaveRequest.newBuilder()
                        .setId(absence.getId())
                        .setVersion(absence.getVersion())
                        .build();
        send(() -> roster.withdrawLeave(request), "roster.withdrawn");
    }

    private <T> void send(Calls.Work<T> call, String done) {
        if (writing.is()) {
            return;
        }
        desk.calls()
                .call(call)
                .once(requestId)
                .busy(writing)
                .refused(problem -> {
                    requestId = RequestId.fresh();
                    desk.explain(problem);
                    refresh();
                })
                .then(answer -> {
                    requestId = RequestId.fresh();
                    desk.notices().done(desk.texts().get(done));
                    refresh();
                });
    }
}
