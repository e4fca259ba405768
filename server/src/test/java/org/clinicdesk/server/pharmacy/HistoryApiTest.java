package org.clinicdesk.server.pharmacy;

import static org.clinicdesk.server.pharmacy.PharmacyFixture.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.pharmacy.v1.HistoryMark;
import org.clinicdesk.pharmacy.v1.ListMedicineHistoryRequest;
import org.clinicdesk.pharmacy.v1.MedicineHistory;
import org.clinicdesk.pharmacy.v1.PharmacyServiceGrpc;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.Prescription;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.TestServer;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

@OnServer
class HistoryApiTest {

    private static final String TRAMADOL = "product:tramadol-50-mg-capsule";

    private final TestServer server;
    private final PharmacyFixture pharmacy;

    HistoryApiTest(TestServer server) {
        this.server = server;
        this.pharmacy = new PharmacyFixture(server);
    }

    @Test
    void tellsWhatWasHandedOutAndHowLongItLasts() {
        var patient = pharmacy.patient();
        handOut(pharmacy.sign(patient, PharmacyFixture.ibuprofen(21)), pharmacy.lot(50), 21);
        var row = only(patient);
        assertEquals("Ibuprofen 400 mg tablet", row.getMedicine());
        assertEquals("Dr. Amara Okafor", row.getPrescriberName());
        assertEquals("2026-11-23", row.getSupplies(0).getDate());
        assertEquals(7, row.getSupplies(0).getDays());
        assertEquals(List.of(), row.getMarksList());
    }

    @Test
    void theSameSubstanceTwiceAtATimeStandsOut() {
        var patient = pharmacy.patient();
        pharmacy.sign(patient, PharmacyFixture.ibuprofen(21));
        pharmacy.sign(patient, line("ing:ibuprofen", "Ibuprofen", 21));
        history(patient)
                .forEach(row ->
                        assertEquals(
                                List.of(HistoryMark.HISTORY_MARK_DUPLICATE), row.getMarksList()));
    }

    @Test
    void aRenewalIsNoDuplicate() {
        var patient = pharmacy.patient();
        pharmacy.sign(patient, PharmacyFixture.ibuprofen(21));
        var old = only(patient).getMedicationId();
        pharmacy.sign(patient, PharmacyFixture.ibuprofen(21).toBuilder().setReplaces(old).build());
        history(patient).forEach(row -> assertEquals(List.of(), row.getMarksList()));
    }

    @Test
    void aRepeatHandedOutMuchTooSoonStandsOut() {
        var patient = pharmacy.patient();
        var lot = pharmacy.lot(100);
        var signed =
                pharmacy.sign(
                        patient, PharmacyFixture.ibuprofen(42).toBuilder().setRepeats(1).build());
        var begun = handOut(signed, lot, 42);
        pharmacy.handedOutEarlier(signed, Duration.ofDays(2));
        handOut(begun, lot, 42);
        var row = only(patient);
        assertEquals(List.of(HistoryMark.HISTORY_MARK_EARLY), row.getMarksList());
        assertTrue(row.getSupplies(1).getEarly());
    }

    @Test
    void tooMuchOfAControlledSubstanceStandsOut() {
        var patient = pharmacy.patient();
        var lot = pharmacy.lot(tramadol().getMedicineId(), 400);
        var signed = pharmacy.sign(patient, tramadol().toBuilder().setRepeats(1).build());
        var begun = handOut(signed, lot, 90);
        pharmacy.handedOutEarlier(signed, Duration.ofDays(20));
        handOut(begun, lot, 90);
        var row = only(patient);
        assertTrue(row.getControlled());
        assertEquals(
                List.of(HistoryMark.HISTORY_MARK_EARLY, HistoryMark.HISTORY_MARK_TOO_MUCH),
                row.getMarksList());
    }

    private static OrderLine tramadol() {
        return line(TRAMADOL, "Tramadol 50 mg capsule", 90);
    }

    private Prescription handOut(
            Prescription signed, org.clinicdesk.pharmacy.v1.Lot lot, int units) {
        var answers = PharmacyFixture.answers(pharmacy.get(signed).getFindingsList());
        return pharmacy.dispense(
                        PharmacyFixture.wish(signed, 0, lot, units).addAllOverrides(answers))
                .getPrescription();
    }

    private MedicineHistory only(UUID patient) {
        var rows = history(patient);
        assertEquals(1, rows.size());
        return rows.getFirst();
    }

    private List<MedicineHistory> history(UUID patient) {
        return PharmacyServiceGrpc.newBlockingStub(server.as("doctor"))
                .listMedicineHistory(
                        ListMedicineHistoryRequest.newBuilder()
                                .setPatientId(patient.toString())
                                .build())
                .getMedicinesList();
    }
}
