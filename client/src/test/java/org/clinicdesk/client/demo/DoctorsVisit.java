package org.clinicdesk.client.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import org.clinicdesk.prescription.v1.ListPrescriptionsRequest;
import org.clinicdesk.prescription.v1.OverrideReason;
import org.clinicdesk.prescription.v1.Prescription;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;
import org.clinicdesk.queue.v1.ListQueueRequest;
import org.clinicdesk.queue.v1.QueueEntry;
import org.clinicdesk.queue.v1.QueueServiceGrpc;
import org.clinicdesk.queue.v1.QueueState;
import org.clinicdesk.record.v1.GetRecordRequest;
import org.clinicdesk.record.v1.RecordServiceGrpc;
import org.clinicdesk.visit.v1.GetVisitRequest;
import org.clinicdesk.visit.v1.Visit;
import org.clinicdesk.visit.v1.VisitServiceGrpc;

import java.util.List;
import java.util.Map;

/// The doctor: sees who waits, calls, writes the visit, prescribes against the warnings, signs.
final class DoctorsVisit {

    private final Hands hands;
    private final Witness witness;
    private String visitId = "";

    DoctorsVisit(Hands hands, Witness witness) {
        this.hands = hands;
        this.witness = witness;
    }

    Map<String, ClinicDay.Step> steps() {
        var steps = ClinicDay.steps();
        steps.put("doctor: the waiting list; call the next", this::call);
        steps.put(
                "doctor: write the visit: reason, findings, vital signs, diagnosis, plan",
                this::write);
        steps.put(
                "doctor: a medicine that collides with what she takes is stopped", this::collision);
        steps.put("doctor: go on only with a coded reason, confirmed twice", this::override);
        steps.put("doctor: a medicine she is allergic to is stopped, and taken out", this::allergy);
        steps.put("doctor: a medicine nobody knows is said to be unchecked", this::unknown);
        steps.put("doctor: sign the prescription and print it with its code", this::sign);
        steps.put("doctor: finish the visit", this::finish);
        return steps;
    }

    private void call() {
        hands.key(KeyCode.F6);
        hands.see("queue-list.entries");
        hands.until("somebody to wait", () -> entry() != null);
        hands.picture("10-waiting");
        hands.press("queue-list.call-next");
        hands.see("visit-form.reason");
        hands.until("the call", () -> entry().getState() == QueueState.QUEUE_STATE_IN_ROOM);
        visitId = entry().getVisitId();
    }

    private void write() {
        hands.type("visit-form.reason", "Ho và sốt ba ngày");
        hands.type("visit-form.findings", "Họng đỏ, phổi trong");
        hands.type("visit-write.systolic", "118");
        hands.type("visit-write.diastolic", "76");
        hands.type("visit-write.pulse", "84");
        hands.type("visit-write.temperature", "38,2");
        hands.type("visit-write.diagnosis", "J06");
        hands.see("visit-write.found-J06.9");
        hands.key(KeyCode.ENTER);
        hands.type("visit-form.plan", "Nghỉ ngơi, uống nhiều nước, tái khám sau 3 ngày");
        hands.until("the notes kept", () -> visit().getNotes().getPlan().startsWith("Nghỉ"));
        hands.until("the vital signs kept", () -> visit().getVitals().getTemperature() == 38.2);
        hands.picture("11-visit");
        assertEquals("J06.9", visit().getNotes().getDiagnoses(0).getCode());
    }

    private void collision() {
        hands.press("visit-write.prescribe");
        order("clarithromycin 500 mg tab", "1", "2", "7");
        hands.see("prescription-write.override-0");
        hands.picture("12-stopped");
        assertFalse(hands.canPress("prescription-write.sign"));
    }

    private void override() {
        hands.press("prescription-write.override-0");
        hands.press("prescription-override.other-stopped");
        hands.picture("13-override");
        hands.press("prescription-override.primary");
        hands.press("prescription-confirm.primary");
        hands.until("the signature to be free", () -> hands.canPress("prescription-write.sign"));
    }

    private void allergy() {
        order("amoxicillin 500 mg", "1", "3", "7");
        hands.see("prescription-write.remove-1");
        hands.until(
                "the signature to be stopped", () -> !hands.canPress("prescription-write.sign"));
        hands.picture("14-allergy");
        hands.press("prescription-write.remove-1");
        hands.until("the signature to be free", () -> hands.canPress("prescription-write.sign"));
    }

    private void unknown() {
        hands.type("prescription-form.medicine", "Cao lá vối gia truyền");
        hands.see("prescription-write.found-0");
        hands.key(KeyCode.ENTER);
        hands.choose("prescription-form.unit", "ml");
        hands.choose("prescription-form.route", "oral");
        howMuch("10", "2", "5");
        hands.see("prescription-write.remove-1");
        hands.until(
                "the word that it is unchecked", () -> hands.sees("prescription-write.finding-1"));
        hands.picture("15-unchecked");
        hands.press("prescription-write.remove-1");
        hands.until("the signature to be free", () -> hands.canPress("prescription-write.sign"));
    }

    private void sign() {
        hands.press("prescription-write.sign");
        hands.see("prescription-paper.page-1");
        hands.picture("16-signed");
        hands.press("prescription-paper.save");
        hands.press("prescription-paper.close");
        assertEquals(1, prescriptions().size());
        var answered =
                prescriptions().getFirst().getFindingsList().stream()
                        .filter(finding -> finding.hasAnswer())
                        .toList();
        assertEquals(
                OverrideReason.OVERRIDE_REASON_OTHER_STOPPED,
                answered.getFirst().getAnswer().getReason());
        hands.press("prescription-write.back");
    }

    private void finish() {
        hands.press("visit-write.finish");
        hands.see("queue-list.call-next");
        hands.until("the end of the visit", () -> visit().getFinished());
        var record =
                RecordServiceGrpc.newBlockingStub(witness.channel())
                        .getRecord(
                                GetRecordRequest.newBuilder()
                                        .setPatientId(witness.patient())
                                        .build());
        assertTrue(
                record.getMedicationsList().stream()
                        .anyMatch(it -> it.getIngredientsList().contains("clarithromycin")));
    }

    /// Types a medicine, takes the first found, says how much, adds it.
    private void order(String name, String dose, String times, String days) {
        hands.type("prescription-form.medicine", name);
        hands.see("prescription-write.found-0");
        hands.key(KeyCode.ENTER);
        hands.until("the medicine taken", () -> !hands.sees("prescription-write.found-0"));
        howMuch(dose, times, days);
    }

    private void howMuch(String dose, String times, String days) {
        hands.type("prescription-form.dose", dose);
        hands.type("prescription-form.times", times);
        hands.type("prescription-form.days", days);
        hands.ctrl(KeyCode.N);
    }

    private QueueEntry entry() {
        return QueueServiceGrpc.newBlockingStub(witness.channel())
                .listQueue(ListQueueRequest.newBuilder().setSiteId(witness.site()).build())
                .getEntriesList()
                .stream()
                .filter(entry -> entry.getPerson().getPatientId().equals(witness.patient()))
                .findFirst()
                .orElse(null);
    }

    private Visit visit() {
        return VisitServiceGrpc.newBlockingStub(witness.channel())
                .getVisit(GetVisitRequest.newBuilder().setId(visitId).build())
                .getVisit();
    }

    private List<Prescription> prescriptions() {
        return PrescriptionServiceGrpc.newBlockingStub(witness.channel())
                .listPrescriptions(
                        ListPrescriptionsRequest.newBuilder()
                                .setPatientId(witness.patient())
                                .build())
                .getPrescriptionsList();
    }
}
