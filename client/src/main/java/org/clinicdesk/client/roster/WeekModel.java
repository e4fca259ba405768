package org.clinicdesk.client.roster;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.roster.v1.Absence;
import org.clinicdesk.roster.v1.AbsenceKind;
import org.clinicdesk.roster.v1.AbsenceState;
import org.clinicdesk.roster.v1.CopyWeekRequest;
import org.clinicdesk.roster.v1.DecideLeaveRequest;
import org.clinicdesk.roster.v1.GetRosterRequest;
import org.clinicdesk.roster.v1.GetRosterResponse;
import org.clinicdesk.roster.v1.ListAbsencesRequest;
import org.clinicdesk.roster.v1.ListMissingHoursRequest;
import org.clinicdesk.roster.v1.RosterDay;
import org.clinicdesk.roster.v1.RosterRow;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.session.v1.Desk.Room;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/// A week of a site, the cell that is chosen in it, and what waits for somebody who keeps the roster.
final class WeekModel {

    static final int DAYS = 7;

    private final Desk desk;
    private final RosterServiceGrpc.RosterServiceBlockingV2Stub roster;
    private final ObjectProperty<LocalDate> monday;
    private final ReadOnlyObjectWrapper<GetRosterResponse> week =
            new ReadOnlyObjectWrapper<>(GetRosterResponse.getDefaultInstance());
    private final ObjectProperty<Cell> cursor = new SimpleObjectProperty<>(new Cell(0, 0));
    private final ObservableList<String> missing = FXCollections.observableArrayList();
    private final ObservableList<Absence> requests = FXCollections.observableArrayList();
    private final Lane reads = new Lane();
    private final Lane missingReads = new Lane();
    private final Lane requestReads = new Lane();
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    /// A practitioner's day, by its place in the grid.
    record Cell(int row, int day) {}

    WeekModel(Desk desk) {
        this.desk = desk;
        this.roster = RosterServiceGrpc.newBlockingV2Stub(desk.channel());
        this.monday = new SimpleObjectProperty<>(monday(desk.today()));
        monday.addListener(change -> refresh());
        refresh();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    Desk desk() {
        return desk;
    }

    LocalDate monday() {
        return monday.get();
    }

    LocalDate day(int index) {
        return monday.get().plusDays(index);
    }

    void go(int weeks) {
        monday.set(monday.get().plusWeeks(weeks));
    }

    void goToday() {
        monday.set(monday(desk.today()));
    }

    /// As it was read last.
    ReadOnlyObjectProperty<GetRosterResponse> week() {
        return week.getReadOnlyProperty();
    }

    ObjectProperty<Cell> cursor() {
        return cursor;
    }

    /// Names of those without hours in the week after this day.
    ObservableList<String> missing() {
        return missing;
    }

    /// Leave that waits for a decision.
    ObservableList<Absence> requests() {
        return requests;
    }

    Busy busy() {
        return busy;
    }

    String site() {
        return desk.site().getId();
    }

    /// The name of a room of the site.
    String room(String id) {
        return desk.site().getRoomsList().stream()
                .filter(room -> room.getId().equals(id))
                .map(Room::getName)
                .findFirst()
                .orElse("");
    }

    /// Where somebody sits on a day by his hours, by name.
    List<String> rooms(RosterDay day) {
        return day.getShiftsList().stream()
                .map(shift -> room(shift.getRoomId()))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    boolean writes() {
        return desk.may(RosterServiceGrpc.getSetDayMethod());
    }

    Optional<RosterRow> row() {
        var rows = week.get().getRowsList();
        var at = cursor.get().row();
        return at < rows.size() ? Optional.of(rows.get(at)) : Optional.empty();
    }

    Optional<RosterDay> day() {
        return row().map(row -> row.getDays(cursor.get().day()));
    }

    /// Moves the cursor within the grid.
    void move(int rows, int days) {
        var last = Math.max(0, week.get().getRowsCount() - 1);
        var at = cursor.get();
        cursor.set(
                new Cell(
                        Math.clamp(at.row() + rows, 0, last),
                        Math.clamp(at.day() + days, 0, DAYS - 1)));
    }

    /// What stands at a cell besides hours: of this person, or of everybody here.
    List<Absence> absences(RosterRow row, LocalDate day) {
        return week.get().getAbsencesList().stream()
                .filter(absence -> Absences.touches(absence, day))
                .filter(absence -> Absences.concerns(absence, row.getPractitionerId(), site()))
                .toList();
    }

    /// Minutes of work in the week; what a holiday or another closure of the clinic takes is none.
    int minutes(RosterRow row) {
        return row.getDaysList().stream()
                .mapToInt(day ->
                        closed(row, LocalDate.parse(day.getDate()))
                                ? HoursText.open(day.getOpenList())
                                : HoursText.minutes(day.getShiftsList()))
                .sum();
    }

    private boolean closed(RosterRow row, LocalDate day) {
        return absences(row, day).stream()
                .anyMatch(absence ->
                        absence.getState() == AbsenceState.ABSENCE_STATE_APPROVED
                                && (absence.getKind() == AbsenceKind.ABSENCE_KIND_HOLIDAY
                                        || absence.getKind() == AbsenceKind.ABSENCE_KIND_CLOSURE));
    }

    /// Where a new absence begins: at the chosen cell.
    AbsenceModel.Start chosen() {
        return new AbsenceModel.Start(
                row().map(RosterRow::getPractitionerId).orElse(""), day(cursor.get().day()));
    }

    void refresh() {
        var request =
                GetRosterRequest.newBuilder()
                        .setSiteId(site())
                        .setFrom(monday.get().toString())
                        .setDays(DAYS)
                        .build();
        desk.calls()
                .call(() -> roster.getRoster(request))
                .latest(reads)
                .busy(busy)
                .then(answer -> {
                    week.set(answer);
                    move(0, 0);
                });
        desk.calls()
                .call(() -> roster.listMissingHours(ListMissingHoursRequest.getDefaultInstance()))
                .latest(missingReads)
                .then(answer ->
                        missing.setAll(
                                answer.getPractitionersList().stream()
                                        .map(who -> who.getName())
                                        .toList()));
        if (writes()) {
            readRequests();
        }
    }

    private void readRequests() {
        desk.calls()
                .call(() -> roster.listAbsences(ListAbsencesRequest.getDefaultInstance()))
                .latest(requestReads)
                .then(answer ->
                        requests.setAll(
                                answer.getAbsencesList().stream()
                                        .filter(absence ->
                                                absence.getState()
                                                        == AbsenceState.ABSENCE_STATE_REQUESTED)
                                        .toList()));
    }

    /// Makes the weeks that follow like this one, for all or for the chosen practitioner.
    void copy(int weeks, boolean all) {
        copy(weeks, all, false);
    }

    private void copy(int weeks, boolean all, boolean despiteBooked) {
        if (busy.is()) {
            return;
        }
        var request =
                CopyWeekRequest.newBuilder()
                        .setSiteId(site())
                        .setWeek(monday.get().toString())
                        .setWeeks(weeks)
                        .setDespiteBooked(despiteBooked);
        week.get().getRowsList().stream()
                .filter(row -> all || row().filter(row::equals).isPresent())
                .forEach(row ->
                        request.addPractitionersBuilder()
                                .setId(row.getPractitionerId())
                                .setVersion(row.getVersion()));
        desk.calls()
                .call(() -> roster.copyWeek(request.build()))
                .once(requestId)
                .busy(busy)
                .refused(
                        "BOOKED",
                        problem -> {
                            requestId = RequestId.fresh();
                            Hit.ask(desk, problem, () -> copy(weeks, all, true));
                        })
                .refused(problem -> {
                    requestId = RequestId.fresh();
                    desk.explain(problem);
                    refresh();
                })
                .then(answer -> {
                    requestId = RequestId.fresh();
                    desk.notices().done(desk.texts().get("roster.copied", answer.getDaysChanged()));
                    refresh();
                    Hit.taken(desk, answer.getTaken());
                });
    }

    /// Approves or declines. Leave over booked visits is asked about again.
    void decide(Absence leave, boolean approve, boolean despiteBooked, Runnable booked) {
        if (busy.is()) {
            return;
        }
        var request =
                DecideLeaveRequest.newBuilder()
                        .setId(leave.getId())
                        .setVersion(leave.getVersion())
                        .setApprove(approve)
                        .setDespiteBooked(despiteBooked)
                        .build();
        desk.calls()
                .call(() -> roster.decideLeave(request))
                .once(requestId)
                .busy(busy)
                .refused(
                        "BOOKED",
                        problem -> {
                            requestId = RequestId.fresh();
                            booked.run();
                        })
                .refused(problem -> {
                    requestId = RequestId.fresh();
                    desk.explain(problem);
                    refresh();
                })
                .then(answer -> {
                    requestId = RequestId.fresh();
                    desk.notices()
                            .done(
                                    desk.texts()
                                            .get(
                                                    approve ? "roster.approved" : "roster.declined",
                                                    leave.getPractitionerName()));
                    refresh();
                    Hit.entered(desk, leave.getId(), answer.getHitCount());
                });
    }
}
