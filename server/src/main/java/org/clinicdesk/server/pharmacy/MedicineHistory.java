package org.clinicdesk.server.pharmacy;

import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.prescription.Prescription;
import org.clinicdesk.server.prescription.PrescriptionChecks;
import org.clinicdesk.server.prescription.PrescriptionLine;
import org.clinicdesk.server.prescription.Prescriptions;
import org.clinicdesk.server.record.Medication;
import org.clinicdesk.server.record.Records;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/// What a person takes and took, what was handed out of it, and what of that stands out.
final class MedicineHistory {

    private static final int MOST = 500;

    private final Db db;
    private final Records records;
    private final Prescriptions prescriptions;
    private final PrescriptionChecks checks;
    private final Controlled controlled;

    /// So much handed out on a day.
    ///
    /// @param days it lasts; 0 when that is not known
    /// @param fill which handing out of the line it belongs to, 0 for the first: one that was short comes in parts
    record Supply(LocalDate on, int quantity, int days, int fill) {}

    /// A medicine of the record, with its prescription when it has one here.
    ///
    /// @param route empty when it has none
    record Row(
            Medication medication,
            @Nullable Prescription prescription,
            String route,
            boolean controlled,
            List<Supply> supplies) {

        /// Whether it was ever meant: an entry in error never was.
        boolean meant() {
            return !medication.inError();
        }

        List<String> inn() {
            return medication.taken().inn();
        }

        boolean sharesSubstance(Row other) {
            return !Collections.disjoint(inn(), other.inn());
        }

        /// Whether one may be taken for the other. Lines of one prescription are meant to be taken together.
        boolean serves(Row other) {
            return this == other
                    || (sharesSubstance(other)
                            && route.equals(other.route)
                            && (prescription == null || prescription != other.prescription));
        }
    }

    /// So much of a line, handed out at a time.
    record Handed(UUID lineId, Instant at, int quantity) {}

    MedicineHistory(
            Db db,
            Records records,
            Prescriptions prescriptions,
            PrescriptionChecks checks,
            Supplier<Knowledge> knowledge) {
        this.db = db;
        this.records = records;
        this.prescriptions = prescriptions;
        this.checks = checks;
        this.controlled = new Controlled(knowledge);
    }

    LocalDate today() {
        return checks.today();
    }

    /// Newest first; what is taken comes before what was.
    List<Row> of(UUID patientId) {
        var signed = new HashMap<UUID, Prescription>();
        prescriptions
                .of(patientId, MOST)
                .forEach(prescription ->
                        prescription.lines().forEach(line -> signed.put(line.id(), prescription)));
        var handed = handed(signed.keySet().stream().toList());
        return records.medications(patientId, MOST).stream()
                .map(medication -> row(medication, signed, handed))
                .toList();
    }

    private Row row(
            Medication medication, Map<UUID, Prescription> signed, Map<UUID, List<Handed>> handed) {
        var lineId = medication.prescriptionLineId().orElse(null);
        var prescription = lineId == null ? null : signed.get(lineId);
        var line = prescription == null || lineId == null ? null : prescription.line(lineId);
        var supplies =
                line == null
                        ? List.<Supply>of()
                        : supplies(line, handed.getOrDefault(line.id(), List.of()));
        return new Row(
                medication,
                prescription,
                line == null ? "" : line.ordered().dosage().route(),
                controlled.any(medication.taken().inn()),
                supplies);
    }

    private List<Supply> supplies(PrescriptionLine line, List<Handed> handed) {
        var supplies = new ArrayList<Supply>();
        var before = 0;
        for (var some : handed) {
            supplies.add(
                    new Supply(
                            checks.day(some.at),
                            some.quantity,
                            line.ordered().lasts(some.quantity).orElse(0),
                            before / line.ordered().quantity()));
            before += some.quantity;
        }
        return List.copyOf(supplies);
    }

    private Map<UUID, List<Handed>> handed(List<UUID> lineIds) {
        var byLine = new HashMap<UUID, List<Handed>>();
        if (lineIds.isEmpty()) {
            return byLine;
        }
        db
                .session()
                .createQuery(
                        """
                        select new org.clinicdesk.server.pharmacy.MedicineHistory$Handed(m.lineId, d.at, m.quantity)
                        from MedicationDispense m join Dispensing d on d.id = m.dispensingId
                        where m.lineId in (:lines) order by d.at, m.id\
                        """,
                        Handed.class)
                .setParameterList("lines", lineIds)
                .list()
                .stream()
                .sorted(Comparator.comparing(Handed::at))
                .forEach(some ->
                        byLine.computeIfAbsent(some.lineId, id -> new ArrayList<>()).add(some));
        return byLine;
    }
}
