package org.clinicdesk.client.replan;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.client.platform.Undos;
import org.clinicdesk.replan.v1.AcceptAlternativesRequest;
import org.clinicdesk.replan.v1.Alternative;
import org.clinicdesk.replan.v1.GetReplanRequest;
import org.clinicdesk.replan.v1.GetReplanResponse;
import org.clinicdesk.replan.v1.HitVisit;
import org.clinicdesk.replan.v1.KeepVisitsRequest;
import org.clinicdesk.replan.v1.PinVisitsRequest;
import org.clinicdesk.replan.v1.ReplanServiceGrpc;
import org.clinicdesk.replan.v1.ReplanState;
import org.clinicdesk.replan.v1.ReplanStep;
import org.clinicdesk.replan.v1.UndoReplanRequest;
import org.clinicdesk.replan.v1.UndoReplanResponse;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The visits that one absence hits, the time proposed for each, and what is decided about them.
final class ReplanModel {

    private final Desk desk;
    private final String absenceId;
    private final ReplanServiceGrpc.ReplanServiceBlockingV2Stub replans;
    private final ReadOnlyObjectWrapper<GetReplanResponse> replan =
            new ReadOnlyObjectWrapper<>(GetReplanResponse.getDefaultInstance());
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Row> selected = new SimpleObjectProperty<>();
    private final ObservableSet<String> topics = FXCollections.observableSet();
    private final Map<String, Integer> chosen = new HashMap<>();
    private final Map<String, String> wrong = new HashMap<>();
    private final NoticesModel notices;
    private final Busy searching = new Busy();
    private final Busy busy = new Busy();
    private final Lane reads = new Lane();
    private RequestId requestId = RequestId.fresh();
    private boolean read;

    /// A visit with what is proposed.
    ///
    /// @param chosen which of its alternatives; -1 when there is none
    /// @param wrong why it was not moved; empty when nothing is wrong
    record Row(HitVisit visit, int chosen, String wrong) {

        boolean open() {
            return visit.getState() == ReplanState.REPLAN_STATE_OPEN;
        }

        /// Whether nothing but what is chosen differs.
        boolean asksTheSame(Row other) {
            return open() && visit.equals(other.visit) && wrong.equals(other.wrong);
        }

        Optional<Alternative> proposed() {
            return chosen < 0 ? Optional.empty() : Optional.of(visit.getAlternatives(chosen));
        }
    }

    ReplanModel(Desk desk, String absenceId) {
        this.desk = desk;
        this.absenceId = absenceId;
        this.replans = ReplanServiceGrpc.newBlockingV2Stub(desk.channel());
        this.notices = new NoticesModel(desk, absenceId);
        topics.add("roster");
        desk.session().desk().getSitesList().stream()
                .flatMap(site -> Stream.of("replan/" + site.getId(), "pinboard/" + site.getId()))
                .forEach(topics::add);
        read();
    }

    Desk desk() {
        return desk;
    }

    ReadOnlyObjectProperty<GetReplanResponse> replan() {
        return replan.getReadOnlyProperty();
    }

    /// By the time that was hit.
    ObservableList<Row> rows() {
        return rows;
    }

    ObjectProperty<@Nullable Row> selected() {
        return selected;
    }

    ObservableSet<String> topics() {
        return topics;
    }

    NoticesModel notices() {
        return notices;
    }

    /// While times are looked for.
    Busy searching() {
        return searching;
    }

    Busy busy() {
        return busy;
    }

    /// Whether the board was read at all, so that an empty one is really empty.
    boolean wasRead() {
        return read;
    }

    boolean mayWrite() {
        return desk.may(ReplanServiceGrpc.getAcceptAlternativesMethod());
    }

    long open() {
        return rows.stream().filter(Row::open).count();
    }

    /// Those of the open ones for which there is a time, and who need not be asked before: who is here is not sent home to
    /// come another day without a word.
    List<Row> proposed() {
        return rows.stream()
                .filter(row -> row.open() && row.chosen >= 0 && !isSentHome(row))
                .toList();
    }

    private boolean isSentHome(Row row) {
        return row.visit.getHere()
                && row.proposed()
                        .map(Alternative::getStart)
                        .map(start -> Instant.ofEpochSecond(start.getSeconds()))
                        .map(start -> LocalDate.ofInstant(start, desk.session().zone()))
                        .filter(desk.today()::equals)
                        .isEmpty();
    }

    /// How many of the open ones there is no time for.
    long without() {
        return rows.stream().filter(row -> row.open() && row.chosen < 0).count();
    }

    /// The last step, which is next to be taken back.
    Optional<ReplanStep> lastStep() {
        return replan.get().getStepsList().stream().findFirst();
    }

    void read() {
        var request = GetReplanRequest.newBuilder().setAbsenceId(absenceId).build();
        desk.calls()
                .call(() -> replans.getReplan(request))
                .busy(searching)
                .latest(reads)
                .then(this::show);
        notices.read();
    }

    private void show(GetReplanResponse answer) {
        read = true;
        answer.getVisitsList().forEach(this::watch);
        replan.set(answer);
        fill();
    }

    /// The days on which something can happen to it.
    private void watch(HitVisit visit) {
        var zone = desk.session().zone();
        Stream.concat(
                        Stream.of(visit.getStart()),
                        visit.getAlternativesList().stream().map(Alternative::getStart))
                .map(start -> Instant.ofEpochSecond(start.getSeconds()))
                .forEach(start -> topics.add("day/" + LocalDate.ofInstant(start, zone)));
    }

    private void fill() {
        var before = Optional.ofNullable(selected.get()).map(row -> row.visit.getAppointmentId());
        var next = replan.get().getVisitsList().stream().map(this::row).toList();
        show(next);
        selected.set(
                rows.stream()
                        .filter(row -> before.equals(Optional.of(row.visit.getAppointmentId())))
                        .findFirst()
                        .or(() -> rows.stream().filter(Row::open).findFirst())
                        .orElse(rows.isEmpty() ? null : rows.getFirst()));
    }

    /// A line that changed is replaced alone, so that what is chosen stays chosen.
    private void show(List<Row> next) {
        if (next.size() != rows.size()) {
            rows.setAll(next);
            return;
        }
        for (var i = 0; i < next.size(); i++) {
            if (!next.get(i).equals(rows.get(i))) {
                rows.set(i, next.get(i));
            }
        }
    }

    private Row row(HitVisit visit) {
        var id = visit.getAppointmentId();
        var last = visit.getAlternativesCount() - 1;
        return new Row(
                visit,
                last < 0 ? -1 : Math.clamp(chosen.getOrDefault(id, 0), 0, last),
                wrong.getOrDefault(id, ""));
    }

    /// Proposes another of its alternatives for the selected visit.
    void choose(int alternative) {
        var row = selected.get();
        if (row != null && row.open() && alternative < row.visit.getAlternativesCount()) {
            chosen.put(row.visit.getAppointmentId(), alternative);
            fill();
        }
    }

    /// Moves the selected visit to what is proposed for it.
    void accept() {
        var row = selected.get();
        if (row != null && row.open() && row.chosen >= 0) {
            accept(List.of(row));
        }
    }

    /// Moves all for which there is a time and who need not be asked before.
    void acceptAll() {
        accept(proposed());
    }

    private void accept(List<Row> which) {
        if (which.isEmpty()) {
            return;
        }
        var request = AcceptAlternativesRequest.newBuilder().setAbsenceId(absenceId);
        which.forEach(row ->
                request.addChoicesBuilder()
                        .setAppointmentId(row.visit.getAppointmentId())
                        .setVersion(row.visit.getVersion())
                        .setAlternative(row.proposed().orElseThrow()));
        send(
                () -> replans.acceptAlternatives(request.build()).getStep(),
                step -> done("replan.moved", step));
    }

    /// Puts the selected visit on the pinboard.
    void pin() {
        selectedOpen().ifPresent(row -> pin(List.of(row)));
    }

    /// Puts all for which there is no time on the pinboard.
    void pinRest() {
        pin(rows.stream().filter(row -> row.open() && row.chosen < 0).toList());
    }

    private void pin(List<Row> which) {
        if (which.isEmpty()) {
            return;
        }
        var request = PinVisitsRequest.newBuilder().setAbsenceId(absenceId);
        which.forEach(row -> request.addAppointmentIds(row.visit.getAppointmentId()));
        send(
                () -> replans.pinVisits(request.build()).getStep(),
                step -> done("replan.pinned", step));
    }

    /// Notes that a visit stays where it is.
    void keep(Row row, String reason) {
        var request =
                KeepVisitsRequest.newBuilder()
                        .setAbsenceId(absenceId)
                        .addAppointmentIds(row.visit.getAppointmentId())
                        .setReason(reason.strip())
                        .build();
        send(() -> replans.keepVisits(request).getStep(), step -> done("replan.kept", step));
    }

    Optional<Row> selectedOpen() {
        return Optional.ofNullable(selected.get()).filter(Row::open);
    }

    private void done(String key, ReplanStep step) {
        var back = desk.undos().add(wayBack(step.getId()), attempt -> undo(attempt, step.getId()));
        desk.notices().done(desk.texts().get(key, step.getAppointmentIdsCount()), "", back);
    }

    private static Undos.Step wayBack(String step) {
        return new Undos.Step("replan", step, 0);
    }

    /// Takes the last step back, as a whole.
    void undo() {
        lastStep().ifPresent(step -> undo(step.getId()));
    }

    /// Takes back all that was done on this board.
    void undoAll() {
        undo("");
    }

    private void undo(String step) {
        if (!desk.undos().undo(wayBack(step))) {
            send(undoing(step), this::tellUndone);
        }
    }

    /// What was done at this desk waits for its turn among all else that was.
    private void undo(Undos.Attempt attempt, String step) {
        wrong.clear();
        attempt.call(
                desk.calls().call(undoing(step)).busy(busy),
                this::refused,
                answer -> {
                    tellUndone(answer);
                    read();
                });
    }

    private Calls.Work<UndoReplanResponse> undoing(String step) {
        var request =
                UndoReplanRequest.newBuilder().setAbsenceId(absenceId).setStepId(step).build();
        return () -> replans.undoReplan(request);
    }

    private void tellUndone(UndoReplanResponse answer) {
        desk.notices().done(desk.texts().get("replan.undone", answer.getVisits()));
    }

    private <T> void send(Calls.Work<T> call, java.util.function.Consumer<T> then) {
        if (busy.is()) {
            return;
        }
        wrong.clear();
        desk.calls()
                .call(call)
                .once(requestId)
                .busy(busy)
                .refused(this::refused)
                .then(answer -> {
                    requestId = RequestId.fresh();
                    then.accept(answer);
                    read();
                });
    }

    /// Nothing was done: the visits in the way say so in their rows, and are searched for anew.
    private void refused(Problem problem) {
        requestId = problem.offline() ? requestId : RequestId.fresh();
        var words = new Words(desk);
        var visits = problem.metadata().getOrDefault("visits", "").split(" ");
        var reasons = problem.metadata().getOrDefault("reasons", "").split(" ");
        for (var number = 0; number < Math.min(visits.length, reasons.length); number++) {
            if (!visits[number].isEmpty()) {
                wrong.put(visits[number], words.reason(reasons[number]));
                chosen.remove(visits[number]);
            }
        }
        fill();
        rows.stream().filter(row -> !row.wrong.isEmpty()).findFirst().ifPresent(selected::set);
        desk.explain(problem);
        read();
    }
}
