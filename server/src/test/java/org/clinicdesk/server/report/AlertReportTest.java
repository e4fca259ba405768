package org.clinicdesk.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.common.v1.Table;
import org.clinicdesk.prescription.v1.Dosage;
import org.clinicdesk.prescription.v1.GetCheckRequest;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.Override;
import org.clinicdesk.prescription.v1.OverrideReason;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc.PrescriptionServiceBlockingStub;
import org.clinicdesk.prescription.v1.SignPrescriptionRequest;
import org.clinicdesk.prescription.v1.Tier;
import org.clinicdesk.prescription.v1.Timing;
import org.clinicdesk.report.v1.FileFormat;
import org.clinicdesk.report.v1.GetAlertReportFileRequest;
import org.clinicdesk.report.v1.GetAlertReportRequest;
import org.clinicdesk.report.v1.ReportServiceGrpc;
import org.clinicdesk.report.v1.ReportServiceGrpc.ReportServiceBlockingStub;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.pharmacy.PharmacyFixture;
import org.clinicdesk.server.prescription.ShownAlerts;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

/// Warfarin with ibuprofen is shown to a doctor; some go on, some do not.
@OnServer
class AlertReportTest {

    private final TestServer server;
    private final PharmacyFixture people;
    private final PrescriptionServiceBlockingStub doctor;
    private final ReportServiceBlockingStub reports;

    AlertReportTest(TestServer server) {
        this.server = server;
        this.people = new PharmacyFixture(server);
        this.doctor = PrescriptionServiceGrpc.newBlockingStub(server.as("doctor"));
        this.reports = ReportServiceGrpc.newBlockingStub(server.as("administrator"));
    }

    @Test
    void countsWhatWasShownAndWhatWasOverriddenAndWhy() {
        var before = row();
        var heeds = people.patient();
        check(heeds);
        check(heeds);
        assertEquals(
                List.of(fires(before) + 1, overridden(before)),
                List.of(fires(row()), overridden(row())));
        sign(people.patient());
        var after = row();
        assertEquals(fires(before) + 2, fires(after));
        assertEquals(overridden(before) + 1, overridden(after));
        assertEquals("report.reason.NO_ALTERNATIVE", after.get(7));
        var why =
                table("report.reasons").getRowsList().stream()
                        .map(row -> List.copyOf(row.getCellsList()))
                        .filter(cells -> cells.getFirst().equals(after.getFirst()))
                        .toList();
        assertEquals(
                List.of(
                        List.of(
                                after.getFirst(),
                                "report.place.PRESCRIBING",
                                "report.reason.NO_ALTERNATIVE",
                                after.get(5))),
                why);
        assertTrue(
                !reports.getAlertReportFile(
                                GetAlertReportFileRequest.newBuilder()
                                        .setFormat(FileFormat.FILE_FORMAT_XLSX)
                                        .build())
                        .getFile()
                        .getContent()
                        .isEmpty());
    }

    @Test
    void ratesAreOfAThousandLines() {
        assertEquals(15, new Alerts.Period(List.of(), 200, 0).perThousandLines(3));
        assertEquals(0, new Alerts.Period(List.of(), 0, 0).perThousandLines(0));
    }

    @Test
    void whatIsNearlyAlwaysOverriddenIsForReview() {
        var rule =
                new Alerts.OfRule(
                        ShownAlerts.Place.PRESCRIBING,
                        "r",
                        "INTERACTION",
                        "MAJOR",
                        "INTERRUPTIVE",
                        "",
                        50,
                        46,
                        46,
                        java.util.Map.of());
        assertTrue(rule.forReview());
        var heeded =
                new Alerts.OfRule(
                        ShownAlerts.Place.PRESCRIBING,
                        "r",
                        "INTERACTION",
                        "MAJOR",
                        "INTERRUPTIVE",
                        "",
                        50,
                        45,
                        45,
                        java.util.Map.of());
        assertTrue(!heeded.forReview());
        var rare =
                new Alerts.OfRule(
                        ShownAlerts.Place.PRESCRIBING,
                        "r",
                        "INTERACTION",
                        "MAJOR",
                        "INTERRUPTIVE",
                        "",
                        49,
                        49,
                        49,
                        java.util.Map.of());
        assertTrue(!rare.forReview());
    }

    @Test
    void countsWhatThePharmacistWasShownAndAnsweredApart() {
        var before = allergy();
        var patient = people.patient();
        var signed = people.sign(patient, people.amoxicillin());
        people.becomesAllergicToPenicillin(patient);
        var found = people.look(signed);
        assertEquals(
                List.of(fires(before) + 1, overridden(before)),
                List.of(fires(allergy()), overridden(allergy())));
        people.handOut(signed, found);
        assertEquals(
                List.of(fires(before) + 1, overridden(before) + 1),
                List.of(fires(allergy()), overridden(allergy())));
    }

    @Test
    void examplesAreSaidInTheLanguageOfTheReader() {
        var patient = people.patient();
        var signed = people.sign(patient, people.amoxicillin());
        people.becomesAllergicToPenicillin(patient);
        var ignored = people.look(signed);
        var spanish = ReportServiceGrpc.newBlockingStub(server.speaking("es", "administrator"));
        var examples =
                spanish
                        .getAlertReport(GetAlertReportRequest.getDefaultInstance())
                        .getTablesList()
                        .stream()
                        .filter(table -> table.getTitleKey().equals("report.rules_counter"))
                        .flatMap(table -> table.getRowsList().stream())
                        .map(row -> row.getCells(1))
                        .toList();
        assertTrue(examples.contains("amoxicilina + Penicilinas"), examples.toString());
    }

    @Test
    void whatTheDoctorAnsweredIsNoAlertOfTheCounter() {
        var before = allergy();
        var patient = people.patient();
        people.becomesAllergicToPenicillin(patient);
        var signed = people.sign(patient, people.amoxicillin());
        people.handOut(signed, people.look(signed));
        assertEquals(before, allergy());
    }

    /// Of the counter, on the penicillins; empty while it was never shown.
    private List<String> allergy() {
        return table("report.rules_counter").getRowsList().stream()
                .map(row -> List.copyOf(row.getCellsList()))
                .filter(cells -> cells.get(1).contains("amoxicillin"))
                .findFirst()
                .orElse(List.of());
    }

    private static long fires(List<String> row) {
        return row.isEmpty() ? 0 : Long.parseLong(row.get(3));
    }

    private static long overridden(List<String> row) {
        return row.isEmpty() ? 0 : Long.parseLong(row.get(5));
    }

    /// Of the rule on the two medicines; empty while it was never shown.
    private List<String> row() {
        return table("report.rules").getRowsList().stream()
                .map(row -> List.copyOf(row.getCellsList()))
                .filter(cells -> cells.get(1).contains("warfarin"))
                .filter(cells -> cells.get(1).contains("ibuprofen"))
                .findFirst()
                .orElse(List.of());
    }

    private Table table(String title) {
        return reports
                .getAlertReport(GetAlertReportRequest.getDefaultInstance())
                .getTablesList()
                .stream()
                .filter(table -> table.getTitleKey().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private org.clinicdesk.prescription.v1.GetCheckResponse check(UUID patient) {
        return doctor.getCheck(
                GetCheckRequest.newBuilder()
                        .setPatientId(patient.toString())
                        .addLines(line("ing:warfarin", "Warfarin"))
                        .addLines(line("ing:ibuprofen", "Ibuprofen"))
                        .build());
    }

    private void sign(UUID patient) {
        var checked = check(patient);
        var request =
                SignPrescriptionRequest.newBuilder()
                        .setPatientId(patient.toString())
                        .addLines(line("ing:warfarin", "Warfarin"))
                        .addLines(line("ing:ibuprofen", "Ibuprofen"))
                        .setMedicationsVersion(checked.getMedicationsVersion());
        checked.getFindingsList().stream()
                .filter(finding -> finding.getTier() == Tier.TIER_INTERRUPTIVE)
                .forEach(finding ->
                        request.addOverrides(
                                Override.newBuilder()
                                        .setFindingKey(finding.getKey())
                                        .setReason(OverrideReason.OVERRIDE_REASON_NO_ALTERNATIVE)));
        var ignored = doctor.signPrescription(request.build());
    }

    private static OrderLine line(String id, String name) {
        return OrderLine.newBuilder()
                .setMedicineId(id)
                .setMedicine(name)
                .setQuantity(10)
                .setDosage(
                        Dosage.newBuilder()
                                .setDose(1)
                                .setUnit("tablet")
                                .setTiming(Timing.newBuilder().setTimesADay(1))
                                .setDays(10)
                                .setRoute("oral"))
                .build();
    }
}
