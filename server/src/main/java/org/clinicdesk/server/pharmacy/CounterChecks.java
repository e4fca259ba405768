package org.clinicdesk.server.pharmacy;

import org.clinicdesk.server.drug.Finding;
import org.clinicdesk.server.drug.FindingKind;
import org.clinicdesk.server.drug.Level;
import org.clinicdesk.server.drug.Tier;
import org.clinicdesk.server.pharmacy.MedicineHistory.Row;
import org.clinicdesk.server.prescription.Prescription;
import org.clinicdesk.server.prescription.PrescriptionChecks;
import org.clinicdesk.server.prescription.PrescriptionLine;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// What is checked at the counter: all that was checked when the prescription was written, against what is known today,
/// and whether a line is asked for again too soon.
///
/// What is controlled is handed out early with a reason only; of the rest the pharmacist is told.
final class CounterChecks {

    static final String RULE = "early-refill";

    private final PrescriptionChecks checks;
    private final MedicineHistory history;

    /// A line of which much should be left.
    record Early(
            PrescriptionLine line, HistoryMarks.Left left, boolean controlled, Finding finding) {}

    CounterChecks(PrescriptionChecks checks, MedicineHistory history) {
        this.checks = checks;
        this.history = history;
    }

    /// Most dangerous first, then what is asked for too soon.
    List<Finding> findings(Prescription prescription, Collection<UUID> lineIds, List<Early> early) {
        return Stream.concat(
                        checks.again(prescription, lineIds).stream(),
                        early.stream()
                                .filter(it -> lineIds.contains(it.line.id()))
                                .map(Early::finding))
                .toList();
    }

    /// Lines of which something is left to hand out and much was handed out not long ago.
    List<Early> early(Prescription prescription) {
        var rows = history.of(prescription.patientId());
        var marks = new HistoryMarks(rows, history.today());
        return prescription.lines().stream()
                .filter(line -> line.left() > 0)
                .flatMap(line ->
                        rows.stream()
                                .filter(row -> of(row, line))
                                .flatMap(row ->
                                        marks
                                                .early(
                                                        row,
                                                        line.dispensed()
                                                                / line.ordered().quantity())
                                                .map(left -> early(prescription, line, row, left))
                                                .stream()))
                .toList();
    }

    private static boolean of(Row row, PrescriptionLine line) {
        return row.medication().prescriptionLineId().filter(line.id()::equals).isPresent();
    }

    private static Early early(
            Prescription prescription, PrescriptionLine line, Row row, HistoryMarks.Left left) {
        return new Early(
                line,
                left,
                row.controlled(),
                new Finding(
                        RULE + "|" + line.id() + "|" + left.last(),
                        FindingKind.EARLY_REFILL,
                        row.controlled() ? Level.MAJOR : Level.MODERATE,
                        row.controlled() ? Tier.INTERRUPTIVE : Tier.PASSIVE,
                        row.inn().isEmpty()
                                ? line.ordered().medicine()
                                : String.join(" + ", row.inn()),
                        "",
                        "Handed out on %s for %d days: %d days should be left."
                                .formatted(left.last(), left.days(), left.left()),
                        "Ask why it is needed now.",
                        "",
                        List.of(),
                        List.of(),
                        RULE,
                        "Dispensing history",
                        "",
                        false,
                        prescription.lines().indexOf(line),
                        0));
    }
}
