package org.clinicdesk.client.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import org.clinicdesk.audit.v1.AuditServiceGrpc;
import org.clinicdesk.audit.v1.ListAuditRequest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/// The administration: the day's report on the screen and as files; the trail of who saw and did all this.
final class AdministratorsEvening {

    private final Hands hands;
    private final Witness witness;
    private final Path folder;

    AdministratorsEvening(Hands hands, Witness witness, Path folder) {
        this.hands = hands;
        this.witness = witness;
        this.folder = folder;
    }

    Map<String, ClinicDay.Step> steps() {
        var steps = ClinicDay.steps();
        steps.put(
                "administration: the day's report, on the screen and as XLSX and PDF",
                this::report);
        steps.put("administration: the audit trail shows who saw and did all this", this::audit);
        return steps;
    }

    private void report() {
        hands.key(KeyCode.F7);
        hands.see("report-day.xlsx");
        hands.picture("30-report");
        hands.press("report-day.xlsx");
        hands.until("the spreadsheet", () -> written(".xlsx"));
        hands.press("report-day.print");
        hands.press("report-paper.save");
        hands.until(
                "the report on paper",
                () -> Files.exists(folder) && files().contains("day") && written(".pdf"));
        hands.picture("30-report-paper");
        hands.key(KeyCode.ESCAPE);
    }

    private boolean written(String ending) {
        return files().contains(ending);
    }

    private String files() {
        try (var all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void audit() {
        hands.key(KeyCode.F11);
        hands.see("audit-trail.rows");
        hands.picture("31-audit");
        var seen =
                AuditServiceGrpc.newBlockingStub(witness.channel())
                        .listAudit(
                                ListAuditRequest.newBuilder()
                                        .setPatientId(witness.patient())
                                        .setLimit(200)
                                        .build())
                        .getRowsList()
                        .stream()
                        .map(row ->
                                row.getStaffName()
                                        + " "
                                        + row.getMethod()
                                                .substring(row.getMethod().indexOf('/') + 1))
                        .collect(Collectors.toSet());
        for (var deed :
                new String[] {
                    "Linh Mai Book",
                    "Linh Mai CheckIn",
                    "Dr. Lê Thu Hà CallNext",
                    "Dr. Lê Thu Hà SignPrescription",
                    "Inés Castro Dispense"
                }) {
            assertTrue(seen.contains(deed), deed + " is not in " + seen);
        }
    }
}
