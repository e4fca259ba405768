package org.clinicdesk.server.prescription;

import org.clinicdesk.server.record.Medication;
import org.clinicdesk.server.record.Records;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/// Gives back what a line renewed or replaced that should never have been: whoever was not meant to take the new medicine
/// was not meant to lose the old one either.
///
/// What cannot come back is named, so that a doctor decides. Where the old one should never have been itself, what that had
/// ended comes back.
final class Restoring {

    private final Records records;
    private final Prescriptions prescriptions;
    private final PrescriptionChecks checks;

    Restoring(Records records, Prescriptions prescriptions, PrescriptionChecks checks) {
        this.records = records;
        this.prescriptions = prescriptions;
        this.checks = checks;
    }

    /// What became of a medicine that had been ended.
    enum Outcome {
        BACK,
        /// It should never have been either.
        IN_ERROR,
        /// Another prescription had renewed or replaced the line that is in error.
        REPLACED_SINCE,
        /// It was prescribed anew since.
        TAKEN_AGAIN,
        /// Its days are over by now.
        OVER
    }

    /// A medicine that had been ended.
    ///
    /// @param prescription number of the one it comes from; empty when it is known from elsewhere
    record Ended(Medication medication, String prescription, Outcome outcome) {}

    /// The prescription, and those of which it ended something, locked in the order of their ids. The chart is to be
    /// locked after it. @throws NotFound, Stale
    Prescription lock(UUID id, long version) {
        var ids = new TreeSet<>(List.of(id));
        addEnded(id, ids);
        ids.headSet(id).forEach(prescriptions::lock);
        var prescription = prescriptions.forUpdate(id, version);
        ids.tailSet(id, false).forEach(prescriptions::lock);
        return prescription;
    }

    private void addEnded(UUID by, SortedSet<UUID> ids) {
        prescriptions
                .endedBy(by)
                .forEach(ended -> {
                    if (ids.add(ended.prescription()) && ended.inError()) {
                        addEnded(ended.prescription(), ids);
                    }
                });
    }

    /// @param struck lines that were marked as entered in error just now, under the lock of the chart
    List<Ended> undo(Prescription prescription, List<PrescriptionLine> struck) {
        return struck.stream()
                .flatMap(line ->
                        Optional.ofNullable(line.ordered().replaces())
                                .map(records::medication)
                                .map(ended -> undo(ended, prescription, line))
                                .stream())
                .toList();
    }

    private Ended undo(Medication medication, Prescription by, PrescriptionLine line) {
        var from = medication.prescriptionLineId().map(this::of);
        var earlier = from.map(it -> it.line(medication.prescriptionLineId().orElseThrow()));
        var before = earlier.map(it -> it.ordered().replaces()).map(records::medication);
        if (medication.inError() && before.isPresent()) {
            return undo(before.get(), from.orElseThrow(), line);
        }
        var lastDay =
                earlier.flatMap(it ->
                                it.ordered()
                                        .dosage()
                                        .lastDay(checks.day(from.orElseThrow().signedAt())))
                        .orElse(null);
        var outcome = outcome(medication, by, line, lastDay);
        if (outcome == Outcome.BACK) {
            records.resume(medication, lastDay);
            earlier.ifPresent(it -> from.orElseThrow().resume(it));
        }
        return new Ended(medication, from.map(Prescription::number).orElse(""), outcome);
    }

    private Outcome outcome(
            Medication medication,
            Prescription by,
            PrescriptionLine line,
            @Nullable LocalDate lastDay) {
        if (medication.inError()) {
            return Outcome.IN_ERROR;
        }
        if (!line.replacedBy().isEmpty()) {
            return Outcome.REPLACED_SINCE;
        }
        if (!medication.stopReason().equals(Ending.inPlaceOf(by)) || takenAgain(medication)) {
            return Outcome.TAKEN_AGAIN;
        }
        return lastDay != null && lastDay.isBefore(checks.today()) ? Outcome.OVER : Outcome.BACK;
    }

    private boolean takenAgain(Medication medication) {
        var inn = medication.taken().inn();
        return records.activeMedications(medication.patientId(), checks.today()).stream()
                .map(Medication::taken)
                .anyMatch(it ->
                        inn.isEmpty()
                                ? it.text().equals(medication.taken().text())
                                : it.inn().equals(inn));
    }

    private Prescription of(UUID lineId) {
        return prescriptions.lock(prescriptions.idOfLine(lineId));
    }
}
