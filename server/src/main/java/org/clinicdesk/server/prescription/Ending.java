package org.clinicdesk.server.prescription;

import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.record.Medication;
import org.clinicdesk.server.record.Records;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Ends what a person takes: stopped, renewed, replaced, or never meant.
///
/// Whoever ends a line locks its prescription first and the chart after it; of several prescriptions in the order of
/// their ids, so that nobody waits in a circle.
final class Ending {

    private final Clock clock;
    private final Records records;
    private final Prescriptions prescriptions;
    private final PrescriptionChecks checks;
    private final Restoring restoring;

    Ending(Clock clock, Records records, Prescriptions prescriptions, PrescriptionChecks checks) {
        this.clock = clock;
        this.records = records;
        this.prescriptions = prescriptions;
        this.checks = checks;
        this.restoring = new Restoring(records, prescriptions, checks);
    }

    /// @throws Refusal ALREADY_OVER
    void stop(Prescription prescription, PrescriptionLine line, String reason, UUID by) {
        var today = checks.today();
        if (line.over(checks.day(prescription.signedAt()), today)) {
            throw new Refusal(PrescriptionRefusal.ALREADY_OVER);
        }
        prescription.stop(line, reason, by, clock.instant());
        records.stopMedication(line.id(), reason, today);
    }

    /// @throws Invalid when the medicine is somebody else's
    /// @throws Refusal ALREADY_OVER
    void stop(UUID patientId, UUID medicationId, String reason, UUID by) {
        var medication = own(patientId, medicationId, "medication_id");
        var prescription = locked(medication);
        records.chartForUpdate(patientId);
        records.refresh(medication);
        if (!medication.active(checks.today())) {
            throw new Refusal(PrescriptionRefusal.ALREADY_OVER);
        }
        end(medication, prescription, reason, "", by);
    }

    /// A prescription to be marked as entered in error, locked with those of which it ended something.
    Prescription forStrike(UUID id, long version) {
        return restoring.lock(id, version);
    }

    /// What it renewed or replaced comes back.
    /// @throws Refusal ALREADY_OVER, ALREADY_DISPENSED
    List<Restoring.Ended> strike(Prescription prescription, String reason, UUID by) {
        if (prescription.status() == PrescriptionStatus.ENTERED_IN_ERROR) {
            throw new Refusal(PrescriptionRefusal.ALREADY_OVER);
        }
        if (prescription.lines().stream().anyMatch(line -> line.dispensed() > 0)) {
            throw new Refusal(PrescriptionRefusal.ALREADY_DISPENSED);
        }
        var lines = prescription.lines().stream().filter(line -> !line.inError()).toList();
        records.chartForUpdate(prescription.patientId());
        prescription.strike(reason, by, clock.instant());
        lines.forEach(line -> records.strikeMedication(line.id(), reason, checks.today()));
        return restoring.undo(prescription, lines);
    }

    /// What it renewed or replaced comes back.
    /// @throws Refusal ALREADY_OVER, ALREADY_DISPENSED
    List<Restoring.Ended> strike(
            Prescription prescription, PrescriptionLine line, String reason, UUID by) {
        if (line.inError()) {
            throw new Refusal(PrescriptionRefusal.ALREADY_OVER);
        }
        if (line.dispensed() > 0) {
            throw new Refusal(PrescriptionRefusal.ALREADY_DISPENSED);
        }
        records.chartForUpdate(prescription.patientId());
        prescription.strike(line, reason, by, clock.instant());
        records.strikeMedication(line.id(), reason, checks.today());
        return restoring.undo(prescription, List.of(line));
    }

    /// What the lines to be signed renew or replace, with the prescriptions it comes from, which are locked now. The
    /// chart is to be locked after it.
    /// @throws Invalid when one is somebody else's, or named twice
    List<Replaced> replacedBy(UUID patientId, List<OrderedMedicine> lines) {
        var replaced = new ArrayList<Replaced>();
        for (int i = 0; i < lines.size(); i++) {
            var id = lines.get(i).replaces();
            if (id != null) {
                var field = "lines[" + i + "].replaces";
                if (replaced.stream().anyMatch(other -> other.medication.id().equals(id))) {
                    throw new Invalid(field, "replaces.twice");
                }
                replaced.add(new Replaced(own(patientId, id, field), i));
            }
        }
        replaced.stream()
                .flatMap(it -> it.medication.prescriptionLineId().stream())
                .map(prescriptions::idOfLine)
                .distinct()
                .sorted()
                .forEach(prescriptions::lock);
        return replaced;
    }

    /// A medicine of the record, and the line that comes in its place.
    record Replaced(Medication medication, int line) {}

    /// The chart is locked, and nothing changed since the check. @throws Refusal ALREADY_OVER
    void refuseEnded(Replaced replaced) {
        if (!replaced.medication.active(checks.today())) {
            throw new Refusal(PrescriptionRefusal.ALREADY_OVER);
        }
    }

    /// It was seen that it has not ended.
    void replace(Replaced replaced, Prescription by) {
        var medication = replaced.medication;
        end(medication, locked(medication), inPlaceOf(by), by.number(), by.prescriberId());
    }

    /// Why something ended in whose place a prescription came.
    static String inPlaceOf(Prescription prescription) {
        return "→ " + prescription.number();
    }

    private void end(
            Medication medication,
            Optional<Prescription> prescription,
            String reason,
            String replacedBy,
            UUID by) {
        prescription.ifPresent(found -> {
            var line = found.line(medication.prescriptionLineId().orElseThrow());
            if (!line.stopped()) {
                found.stop(line, reason, by, clock.instant());
            }
            line.replacedBy(replacedBy);
        });
        records.stop(medication, reason, checks.today());
    }

    private Optional<Prescription> locked(Medication medication) {
        return medication
                .prescriptionLineId()
                .map(line -> prescriptions.lock(prescriptions.idOfLine(line)));
    }

    private Medication own(UUID patientId, UUID medicationId, String field) {
        var medication = records.medication(medicationId);
        if (!medication.patientId().equals(patientId)) {
            throw new Invalid(field, "medication.other_person");
        }
        return medication;
    }
}
