package org.clinicdesk.client.prescription;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.drug.v1.DrugServiceGrpc;
import org.clinicdesk.drug.v1.Medicine;
import org.clinicdesk.drug.v1.SearchMedicinesRequest;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.GetCheckRequest;
import org.clinicdesk.prescription.v1.GetCheckResponse;
import org.clinicdesk.prescription.v1.GetPrescriptionPaperRequest;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.Override;
import org.clinicdesk.prescription.v1.OverrideReason;
import org.clinicdesk.prescription.v1.Prescription;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;
import org.clinicdesk.prescription.v1.SignPrescriptionRequest;
import org.clinicdesk.prescription.v1.Tier;
import org.clinicdesk.record.v1.GetRecordRequest;
import org.clinicdesk.record.v1.GetRecordResponse;
import org.clinicdesk.record.v1.RecordServiceGrpc;
import org.jspecify.annotations.Nullable;

/// A prescription while it is written, with what the checks say of it.
final class PrescriptionModel {

    private static final Duration TYPING = Duration.ofMillis(150);
    private static final Duration RESTING = Duration.ofMillis(200);

    private final Desk desk;
    private final String patientId;
    private final String visitId;
    private final PrescriptionServiceGrpc.PrescriptionServiceBlockingV2Stub prescriptions;
    private final DrugServiceGrpc.DrugServiceBlockingV2Stub drugs;
    private final RecordServiceGrpc.RecordServiceBlockingV2Stub records;
    private final LineDraft draft = new LineDraft();
    private final ObservableList<Medicine> found = FXCollections.observableArrayList();
    private final ObservableList<OrderLine> lines = FXCollections.observableArrayList();
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private final ObservableMap<String, Override> answers = FXCollections.observableHashMap();
    private final ReadOnlyObjectWrapper<@Nullable GetRecordResponse> record = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Prescription> signed = new ReadOnlyObjectWrapper<>();
    private final Busy busy = new Busy();
    private final Busy checking = new Busy();
    private final Lane searches = new Lane();
    private final Lane checks = new Lane();
    private long medicationsVersion;
    private boolean checked = true;
    private RequestId request = RequestId.fresh();

    PrescriptionModel(Desk desk, String patientId, String visitId) {
        this.desk = desk;
        this.patientId = patientId;
        this.visitId = visitId;
        this.prescriptions = PrescriptionServiceGrpc.newBlockingV2Stub(desk.channel());
        this.drugs = DrugServiceGrpc.newBlockingV2Stub(desk.channel());
        this.records = RecordServiceGrpc.newBlockingV2Stub(desk.channel());
        InvalidationListener check = change -> check();
        lines.addListener(check);
        draft.medicine().addListener(change -> search());
        for (var text : List.of(draft.medicine(), draft.dose(), draft.times(), draft.days(), draft.route())) {
            text.addListener(check);
        }
    }

    LineDraft draft() {
        return draft;
    }

    ObservableList<Medicine> found() {
        return found;
    }

    ObservableList<OrderLine> lines() {
        return lines;
    }

    /// Most dangerous first.
    ObservableList<Finding> findings() {
        return findings;
    }

    /// What was answered to which finding.
    ObservableMap<String, Override> answers() {
        return answers;
    }

    ReadOnlyObjectProperty<@Nullable GetRecordResponse> record() {
        return record.getReadOnlyProperty();
    }

    /// Set once it is signed.
    ReadOnlyObjectProperty<@Nullable Prescription> signed() {
        return signed.getReadOnlyProperty();
    }

    Busy busy() {
        return busy;
    }

    Busy checking() {
        return checking;
    }

    String title() {
        var person = desk.patient().get();
        return person == null ? desk.texts().get("prescription.write.title") : person.getName();
    }

    void read() {
        var wish = GetRecordRequest.newBuilder().setPatientId(patientId).build();
        desk.calls().call(() -> records.getRecord(wish)).then(record::set);
        check();
    }

    private void search() {
        var text = draft.medicine().get().strip();
        var taken = found.stream().anyMatch(medicine -> medicine.getName().equals(text));
        if (text.length() < 2 || taken) {
            searches.drop();
            found.clear();
            return;
        }
        var wish = SearchMedicinesRequest.newBuilder().setText(text).setLimit(6).build();
        desk.calls()
                .call(() -> drugs.searchMedicines(wish))
                .latest(searches)
                .after(TYPING)
                .then(answer -> found.setAll(answer.getMedicinesList()));
    }

    void choose(Medicine medicine) {
        draft.choose(medicine);
        found.clear();
    }

    void chooseFirst() {
        if (!found.isEmpty()) {
            choose(found.getFirst());
        }
    }

    /// Puts the line that is being written among the lines.
    void add() {
        draft.build().ifPresent(line -> {
            lines.add(line);
            draft.clear();
        });
    }

    void remove(OrderLine line) {
        lines.remove(line);
    }

    /// What is checked: the lines, and the one that is being written as soon as it is whole.
    private List<OrderLine> all() {
        var all = new ArrayList<>(lines);
        draft.build().ifPresent(all::add);
        return all;
    }

    private void check() {
        checked = false;
        var wish = GetCheckRequest.newBuilder().setPatientId(patientId).addAllLines(all()).build();
        desk.calls()
                .call(() -> prescriptions.getCheck(wish))
                .latest(checks)
                .after(RESTING)
                .busy(checking)
                .then(this::checked);
    }

    private void checked(GetCheckResponse answer) {
        checked = true;
        medicationsVersion = answer.getMedicationsVersion();
        findings.setAll(answer.getFindingsList());
    }

    void answer(Finding finding, OverrideReason reason, String note) {
        answers.put(
                finding.getKey(),
                Override.newBuilder()
                        .setFindingKey(finding.getKey())
                        .setReason(reason)
                        .setNote(note)
                        .build());
    }

    void takeBack(Finding finding) {
        answers.remove(finding.getKey());
    }

    boolean mustAnswer(Finding finding) {
        return finding.getTier() == Tier.TIER_INTERRUPTIVE && !answers.containsKey(finding.getKey());
    }

    /// Why it cannot be signed yet, as a text key; empty when it can.
    Optional<String> obstacle() {
        if (lines.isEmpty()) {
            return Optional.of("prescription.obstacle.empty");
        }
        if (draft.build().isPresent()) {
            return Optional.of("prescription.obstacle.line-open");
        }
        if (!checked) {
            return Optional.of("prescription.obstacle.checking");
        }
        return findings.stream().anyMatch(this::mustAnswer)
                ? Optional.of("prescription.obstacle.unanswered")
                : Optional.empty();
    }

    void sign() {
        if (busy.is() || obstacle().isPresent()) {
            return;
        }
        var wish = SignPrescriptionRequest.newBuilder()
                .setPatientId(patientId)
                .setVisitId(visitId)
                .addAllLines(lines)
                .addAllOverrides(findings.stream()
                        .map(finding -> answers.get(finding.getKey()))
                        .filter(java.util.Objects::nonNull)
                        .toList())
                .setMedicationsVersion(medicationsVersion)
                .build();
        desk.calls()
                .call(() -> prescriptions.signPrescription(wish))
                .once(request)
                .busy(busy)
                .refused("MEDICATIONS_CHANGED", this::checkAgain)
                .refused("UNANSWERED_FINDINGS", this::checkAgain)
                .then(answer -> {
                    request = RequestId.fresh();
                    lines.clear();
                    answers.clear();
                    signed.set(answer.getPrescription());
                    desk.notices().done(desk.texts().get("prescription.signed", answer.getPrescription().getNumber()));
                });
    }

    private void checkAgain(Problem problem) {
        request = RequestId.fresh();
        desk.explain(problem);
        read();
    }

    /// Saves the paper of what was signed.
    void print() {
        var prescription = signed.get();
        if (prescription != null) {
            var wish = GetPrescriptionPaperRequest.newBuilder().setId(prescription.getId()).build();
            desk.calls()
                    .call(() -> prescriptions.getPrescriptionPaper(wish))
                    .busy(busy)
                    .then(answer -> desk.paper().save(answer.getFile()));
        }
    }

    void back() {
        desk.navigator().back();
    }
}
