package org.clinicdesk.client.audit;

import org.clinicdesk.audit.v1.AuditOutcome;
import org.clinicdesk.audit.v1.AuditRow;
import org.clinicdesk.client.platform.Desk;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Rows of the trail in words.
final class Trail {

    private final Desk desk;

    Trail(Desk desk) {
        this.desk = desk;
    }

    /// `23 Nov 2026, 08:55:12`, in the clinic's zone.
    String at(AuditRow row) {
        var at =
                Instant.ofEpochSecond(row.getAt().getSeconds(), row.getAt().getNanos())
                        .atZone(desk.session().zone());
        return desk.texts().dates().date(at.toLocalDate()) + ", " + "%tT".formatted(at);
    }

    /// Who called; when nobody was signed in, whose account was tried.
    String staff(AuditRow row) {
        if (!row.getStaffName().isEmpty()) {
            return row.getStaffName();
        }
        return row.getAccountName().isEmpty()
                ? desk.texts().get("audit.nobody")
                : desk.texts().get("audit.nobody.as", row.getAccountName());
    }

    /// Why it was refused, in the words the desk was told; empty when it was not.
    String refusal(AuditRow row) {
        var key = row.getRefusal().replace("/", ".refused.");
        return desk.texts().has(key) ? desk.texts().get(key) : row.getRefusal();
    }

    /// What was called; its name when it is none of this version's, such as a command of the server.
    String action(AuditRow row) {
        var key = key(row.getMethod());
        return desk.texts().has(key) ? desk.texts().get(key) : row.getMethod();
    }

    /// The text of a method: `audit.method.PatientService.GetPatient`.
    static String key(String method) {
        return "audit.method." + method.substring(method.lastIndexOf('.') + 1).replace('/', '.');
    }

    String outcome(AuditRow row) {
        var outcome =
                row.getOutcome() == AuditOutcome.UNRECOGNIZED
                        ? AuditOutcome.AUDIT_OUTCOME_UNSPECIFIED
                        : row.getOutcome();
        return desk.texts().get("audit.outcome." + outcome.name());
    }

    /// As a spreadsheet takes it from the clipboard: a line of headings, then the rows, tabs between.
    String copy(List<AuditRow> rows) {
        var heading =
                List.of("time", "staff", "workstation", "action", "patient", "outcome", "changes")
                        .stream()
                        .map(column -> desk.texts().get("audit.column." + column))
                        .collect(Collectors.joining("\t"));
        return rows.stream()
                .map(this::line)
                .collect(Collectors.joining("\n", heading + "\n", "\n"));
    }

    private String line(AuditRow row) {
        return List.of(
                        at(row),
                        staff(row),
                        row.getWorkstation(),
                        action(row),
                        row.getPatientNumber(),
                        outcome(row),
                        String.join("; ", row.getChangesList()))
                .stream()
                .map(cell -> cell.replaceAll("[\\t\\r\\n]", " "))
                .collect(Collectors.joining("\t"));
    }
}
