package org.clinicdesk.client.pharmacy;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.pharmacy.v1.DispenseRequest;
import org.clinicdesk.pharmacy.v1.DispenseResponse;
import org.clinicdesk.pharmacy.v1.GetDispensingRequest;
import org.clinicdesk.pharmacy.v1.GetDispensingResponse;
import org.clinicdesk.pharmacy.v1.GetDispensingResponse.LineLots;
import org.clinicdesk.pharmacy.v1.PharmacyServiceGrpc;
import org.clinicdesk.prescription.v1.Prescription;
import org.clinicdesk.prescription.v1.PrescriptionStatus;
import org.clinicdesk.record.v1.GetRecordRequest;
import org.clinicdesk.record.v1.GetRecordResponse;
import org.clinicdesk.record.v1.RecordServiceGrpc;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Verifies a prescription and hands it out.
final class DispenseModel {

    private final Desk desk;
    private final String id;
    private final PharmacyServiceGrpc.PharmacyServiceBlockingV2Stub pharmacy;
    private final Scan scan;
    private final SafetyModel safety = new SafetyModel();
    private final ReadOnlyObjectWrapper<@Nullable Prescription> prescription =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyObjectWrapper<Optional<Chart>> chart =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Handed>> handed =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper wrong = new ReadOnlyStringWrapper("");
    private final ObservableSet<String> topics =
            FXCollections.observableSet(PharmacyFeature.PRESCRIPTIONS, PharmacyFeature.LOTS);
    private final Lane reads = new Lane();
    private final Lane charts = new Lane();
    private final Busy busy = new Busy();
    private List<LineDraft> lines = List.of();
    private @Nullable GetDispensingResponse read;
    private RequestId requestId = RequestId.fresh();

    /// What is known of the person; empty when it could not be read, which is no "nothing known".
    record Chart(Optional<GetRecordResponse> record) {}

    /// What was handed out now, by line.
    record Handed(Prescription prescription, List<Integer> quantities) {

        boolean complete() {
            return prescription.getLinesList().stream().allMatch(line -> left(line) == 0);
        }

        /// Units that are owed of what was begun; a repeat that was not begun is not owed.
        static int left(Prescription.Line line) {
            var begun =
                    line.getDispensed() == 0
                            || line.getDispensed() % line.getOrder().getQuantity() != 0;
            return begun ? line.getLeft() : 0;
        }
    }

    DispenseModel(Desk desk, String id) {
        this.desk = desk;
        this.id = id;
        this.pharmacy = PharmacyServiceGrpc.newBlockingV2Stub(desk.channel());
        this.scan = new Scan(desk, (person, theirs) -> desk.navigator().go(PharmacyFeature.OPEN));
        refresh();
    }

    /// As it was read last, with [#lines] and [#safety]; `null` until then.
    ReadOnlyObjectProperty<@Nullable Prescription> prescription() {
        return prescription.getReadOnlyProperty();
    }

    /// Counts how often it was read: the lots may be others while the prescription is the same.
    ReadOnlyIntegerProperty shown() {
        return shown.getReadOnlyProperty();
    }

    List<LineDraft> lines() {
        return lines;
    }

    SafetyModel safety() {
        return safety;
    }

    /// Allergies and the like; empty until they were read or could not be.
    ReadOnlyObjectProperty<Optional<Chart>> chart() {
        return chart.getReadOnlyProperty();
    }

    /// What was handed out; empty while it is being verified.
    ReadOnlyObjectProperty<Optional<Handed>> handed() {
        return handed.getReadOnlyProperty();
    }

    /// Why nothing was handed out, where it is about no line; empty while nothing is wrong.
    ReadOnlyStringProperty wrong() {
        return wrong.getReadOnlyProperty();
    }

    Scan scan() {
        return scan;
    }

    /// Whether it is being handed out. Reading again in the background does not count: a key pressed meanwhile is heard.
    Busy busy() {
        return busy;
    }

    /// What changes what is shown; with the person as soon as it is known who it is.
    ObservableSet<String> topics() {
        return topics;
    }

    String title() {
        var known = prescription.get();
        var title = desk.texts().get("pharmacy.verify.title");
        return known == null ? title : title + " · " + known.getNumber();
    }

    /// Whether there is anything left that may be handed out.
    boolean open() {
        return handed.get().isEmpty() && lines.stream().anyMatch(line -> line.left() > 0);
    }

    /// Whether something is left, but the prescription is too old.
    boolean expired() {
        var known = prescription.get();
        return known != null && expired(known);
    }

    private static boolean expired(Prescription prescription) {
        return prescription.getStatus() == PrescriptionStatus.PRESCRIPTION_STATUS_EXPIRED;
    }

    /// Whether somebody typed something that would be lost.
    boolean touched() {
        return handed.get().isEmpty() && (safety.touched() || typed());
    }

    /// Whether the quantities are other than those filled in.
    private boolean typed() {
        return !lines.isEmpty() && !quantities(lines).equals(quantities(filled()));
    }

    private static List<List<String>> quantities(List<LineDraft> lines) {
        return lines.stream()
                .map(line ->
                        line.lots().stream().map(lot -> line.quantity(lot).get().strip()).toList())
                .toList();
    }

    private List<LineDraft> filled() {
        var copies =
                lines.stream()
                        .map(line ->
                                new LineDraft(
                                        line.line(),
                                        line.left(),
                                        LineLots.newBuilder().addAllLots(line.lots()).build(),
                                        line.early().stream().toList()))
                        .toList();
        fill(copies);
        return copies;
    }

    /// Reads again. What was typed stays.
    void refresh() {
        if (handed.get().isPresent()) {
            return;
        }
        var request = GetDispensingRequest.newBuilder().setPrescriptionId(id).build();
        desk.calls().call(() -> pharmacy.getDispensing(request)).latest(reads).then(this::show);
    }

    /// What is the same is not drawn anew, under the hands of somebody who types.
    private void show(GetDispensingResponse answer) {
        if (!answer.equals(read)) {
            read = answer;
            load(answer);
        }
        readChart(answer.getPrescription().getPerson().getPatientId());
    }

    private void load(GetDispensingResponse answer) {
        var lots =
                answer.getLotsList().stream()
                        .collect(Collectors.toMap(LineLots::getLineId, line -> line));
        var before = typed() ? lines : List.<LineDraft>of();
        var next = new ArrayList<LineDraft>();
        for (var line : answer.getPrescription().getLinesList()) {
            next.add(
                    new LineDraft(
                            line,
                            expired(answer.getPrescription()) ? 0 : line.getLeft(),
                            lots.getOrDefault(line.getId(), LineLots.getDefaultInstance()),
                            answer.getEarlyList()));
        }
        fill(next);
        next.forEach(line ->
                before.stream()
                        .filter(old -> old.line().getId().equals(line.line().getId()))
                        .findFirst()
                        .ifPresent(line::keep));
        lines = List.copyOf(next);
        safety.load(answer);
        prescription.set(answer.getPrescription());
        shown.set(shown.get() + 1);
        desk.patient().set(answer.getPrescription().getPerson());
        topics.add("patient/" + answer.getPrescription().getPerson().getPatientId());
    }

    /// Together with what was found: the two must never say something else of the same person.
    private void readChart(String patientId) {
        if (!desk.may(RecordServiceGrpc.getGetRecordMethod())) {
            chart(new Chart(Optional.empty()));
            return;
        }
        var records = RecordServiceGrpc.newBlockingV2Stub(desk.channel());
        desk.calls()
                .call(() ->
                        records.getRecord(
                                GetRecordRequest.newBuilder().setPatientId(patientId).build()))
                .latest(charts)
                .refused(problem -> chart(new Chart(Optional.empty())))
                .then(answer -> chart(new Chart(Optional.of(answer))));
    }

    /// What is the same is not drawn anew.
    private void chart(Chart read) {
        var next = Optional.of(read);
        if (!next.equals(chart.get())) {
            chart.set(next);
        }
    }

    /// Fills in what is left of every line, from what expires first.
    void fill() {
        fill(lines);
    }

    private static void fill(List<LineDraft> lines) {
        var taken = new HashMap<String, Integer>();
        lines.forEach(line -> line.fill(taken));
    }

    void dispense() {
        if (busy.is() || !open() || !check()) {
            return;
        }
        var quantities = lines.stream().map(LineDraft::sum).toList();
        var request =
                DispenseRequest.newBuilder()
                        .setPrescriptionId(id)
                        .setVersion(prescription.get().getVersion())
                        .addAllItems(lines.stream().flatMap(line -> line.items().stream()).toList())
                        .addAllOverrides(safety.overrides())
                        .build();
        desk.calls()
                .call(() -> pharmacy.dispense(request))
                .once(requestId)
                .busy(busy)
                .refused(this::refused)
                .then(answer -> done(answer, quantities));
    }

    private boolean check() {
        wrong.set("");
        lines.forEach(line -> line.wrong().set(wrongWith(line)));
        if (lines.stream().anyMatch(line -> !line.wrong().get().isEmpty())) {
            return false;
        }
        if (lines.stream().allMatch(line -> line.sum() == 0)) {
            wrong.set(desk.texts().get("pharmacy.wrong.nothing"));
            return false;
        }
        if (!safety.check(
                index -> index >= 0 && index < lines.size() && lines.get(index).sum() > 0)) {
            wrong.set(desk.texts().get("pharmacy.refused.UNANSWERED_FINDINGS"));
            return false;
        }
        return true;
    }

    private String wrongWith(LineDraft line) {
        if (!line.readable()) {
            return desk.texts().get("pharmacy.wrong.number");
        }
        if (line.sum() > line.left()) {
            return desk.texts().get("pharmacy.wrong.TOO_MUCH", line.left());
        }
        return line.lots().stream()
                .filter(lot -> !line.quantity(lot).get().isBlank())
                .filter(lot -> Integer.parseInt(line.quantity(lot).get().strip()) > lot.getOnHand())
                .findFirst()
                .map(lot -> desk.texts().get("pharmacy.wrong.OUT_OF_STOCK", lot.getOnHand()))
                .orElse("");
    }

    private void done(DispenseResponse answer, List<Integer> quantities) {
        requestId = RequestId.fresh();
        handed.set(Optional.of(new Handed(answer.getPrescription(), quantities)));
    }

    /// Back to what is still to be handed out.
    void rest() {
        lines = List.of();
        read = null;
        handed.set(Optional.empty());
        refresh();
    }

    void leave() {
        desk.navigator().replace(PharmacyFeature.OPEN);
    }

    private void refused(Problem problem) {
        if (!problem.offline()) {
            requestId = RequestId.fresh();
        }
        switch (problem.reason()) {
            case "OUT_OF_STOCK" ->
                    atLine(problem, problem.metadata().getOrDefault("available", "0"));
            case "TOO_MUCH" -> atLine(problem, problem.metadata().getOrDefault("left", "0"));
            case "EXPIRED_LOT", "WRONG_PRODUCT", "WRONG_STRENGTH", "NOT_OPEN" ->
                    atLine(problem, "");
            case "UNANSWERED_FINDINGS" -> {
                safety.demand(problem.metadata().getOrDefault("keys", ""));
                wrong.set(problem.text(desk.texts()));
            }
            default -> {
                if (!problem.stale()) {
                    desk.explain(problem);
                    return;
                }
                wrong.set(desk.texts().get("pharmacy.wrong.stale"));
            }
        }
        readAgainKeepingWords();
    }

    private void atLine(Problem problem, String number) {
        var words =
                desk.texts().has("pharmacy.wrong." + problem.reason())
                        ? desk.texts().get("pharmacy.wrong." + problem.reason(), number)
                        : problem.text(desk.texts());
        var line = problem.metadata().getOrDefault("line", "");
        lines.stream()
                .filter(draft -> draft.line().getId().equals(line))
                .findFirst()
                .ifPresentOrElse(draft -> draft.wrong().set(words), () -> wrong.set(words));
    }

    /// The shelf or the prescription is not as it was: shows it as it is, with the words at the lines.
    private void readAgainKeepingWords() {
        var said =
                lines.stream()
                        .collect(
                                Collectors.toMap(
                                        line -> line.line().getId(), line -> line.wrong().get()));
        var request = GetDispensingRequest.newBuilder().setPrescriptionId(id).build();
        desk.calls()
                .call(() -> pharmacy.getDispensing(request))
                .latest(reads)
                .then(answer -> {
                    show(answer);
                    lines.forEach(
                            line -> line.wrong().set(said.getOrDefault(line.line().getId(), "")));
                });
    }
}
