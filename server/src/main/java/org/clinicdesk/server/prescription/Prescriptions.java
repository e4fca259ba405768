package org.clinicdesk.server.prescription;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Problem.NotFound;
import org.clinicdesk.server.platform.Problem.Stale;
import org.hibernate.LockMode;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// All prescriptions.
public final class Prescriptions {

    private final Db db;

    Prescriptions(Db db) {
        this.db = db;
    }

    /// @throws NotFound
    public Prescription get(UUID id) {
        return db.get(Prescription.class, id);
    }

    /// Locked until the end of the transaction. @throws NotFound, Stale when it is not the version on the screen
    public Prescription forUpdate(UUID id, long version) {
        var prescription = db.session().find(Prescription.class, id, LockMode.PESSIMISTIC_WRITE);
        if (prescription == null) {
            throw new NotFound(Prescription.class, id);
        }
        if (prescription.version() != version) {
            throw new Stale(Prescription.class, id);
        }
        return prescription;
    }

    /// Locked until the end of the transaction, whatever its version.
    Prescription lock(UUID id) {
        var prescription = db.session().find(Prescription.class, id, LockMode.PESSIMISTIC_WRITE);
        if (prescription == null) {
            throw new NotFound(Prescription.class, id);
        }
        return prescription;
    }

    /// The prescription of a line; no line ever changes to another.
    UUID idOfLine(UUID lineId) {
        return db.session()
                .createQuery(
                        "select prescription.id from PrescriptionLine where id = :line", UUID.class)
                .setParameter("line", lineId)
                .uniqueResultOptional()
                .orElseThrow(() -> new NotFound(PrescriptionLine.class, lineId));
    }

    /// A prescription of which another ended something. @param inError whether that should never have been
    record Ended(UUID prescription, boolean inError) {}

    /// Those of which a prescription ended something.
    List<Ended> endedBy(UUID id) {
        return db.session()
                .createQuery(
                        """
                        select new org.clinicdesk.server.prescription.Prescriptions$Ended(
                          earlier.prescription.id, earlier.inError)
                        from PrescriptionLine line
                        join Medication medication on medication.id = line.ordered.replaces
                        join PrescriptionLine earlier on earlier.id = medication.prescriptionLineId
                        where line.prescription.id = :id\
                        """,
                        Ended.class)
                .setParameter("id", id)
                .list();
    }

    /// How medicines of the record were ordered, by the ids of their lines.
    Map<UUID, OrderedMedicine> ordered(Collection<UUID> lineIds) {
        if (lineIds.isEmpty()) {
            return Map.of();
        }
        return db
                .session()
                .createQuery("from PrescriptionLine where id in (:ids)", PrescriptionLine.class)
                .setParameterList("ids", lineIds)
                .list()
                .stream()
                .collect(Collectors.toMap(PrescriptionLine::id, PrescriptionLine::ordered));
    }

    PrescribingRules rules() {
        return db.session().find(PrescribingRules.class, PrescribingRules.ONLY);
    }

    /// Those of which something may be handed out on the day, oldest first.
    public List<Prescription> open(LocalDate today, int most) {
        return whole(
                db.session()
                        .createQuery(
                                """
                                select id from Prescription
                                where status in (SIGNED, PARTLY_DISPENSED) and validUntil >= :today
                                order by signedAt, number\
                                """,
                                UUID.class)
                        .setParameter("today", today)
                        .setMaxResults(most)
                        .list());
    }

    /// A person's, newest first.
    public List<Prescription> of(UUID patientId, int most) {
        return whole(
                db.session()
                        .createQuery(
                                "select id from Prescription where patientId = :patient order by"
                                        + " signedAt desc, number desc",
                                UUID.class)
                        .setParameter("patient", patientId)
                        .setMaxResults(most)
                        .list());
    }

    /// With their lines and findings, in the order of the ids: three queries, however many they are.
    private List<Prescription> whole(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        fetch(
                "select distinct p from Prescription p left join fetch p.findings where p.id in"
                        + " (:ids)",
                ids);
        return fetch(
                        "select distinct p from Prescription p left join fetch p.lines where p.id"
                                + " in (:ids)",
                        ids)
                .stream()
                .sorted(Comparator.comparingInt(found -> ids.indexOf(found.id())))
                .toList();
    }

    private List<Prescription> fetch(String query, Collection<UUID> ids) {
        return db.session()
                .createQuery(query, Prescription.class)
                .setParameterList("ids", ids)
                .list();
    }

    /// Whether something was prescribed in a visit.
    boolean inVisit(UUID visitId) {
        return db.session()
                        .createQuery(
                                "select count(*) from Prescription where visitId = :visit",
                                Long.class)
                        .setParameter("visit", visitId)
                        .getSingleResult()
                > 0;
    }

    /// "R-000042"; never given twice, though some may be left out.
    String nextNumber() {
        return "R-%06d"
                .formatted(
                        db.session()
                                .createNativeQuery(
                                        "select nextval('prescription_number')", Long.class)
                                .getSingleResult());
    }

    void add(Prescription prescription) {
        db.session().persist(prescription);
        db.session().flush();
        db.session()
                .createNativeMutationQuery(
                        "insert into prescription_paper (prescription_id, prints) values (:id, 0)")
                .setParameter("id", prescription.id())
                .executeUpdate();
    }

    /// Counts a printing. It stands whatever becomes of the call, so that no two papers are both the first.
    /// @return how often it was printed, this time counted
    int printed(UUID id) {
        var prints = new int[1];
        db.apart(connection -> {
            try (var update =
                            connection.prepareStatement(
                                    "update prescription_paper set prints = prints + 1 where"
                                            + " prescription_id = ?");
                    var query =
                            connection.prepareStatement(
                                    "select prints from prescription_paper where prescription_id ="
                                            + " ?")) {
                update.setObject(1, id);
                update.executeUpdate();
                query.setObject(1, id);
                try (var rows = query.executeQuery()) {
                    rows.next();
                    prints[0] = rows.getInt(1);
                }
            }
        });
        return prints[0];
    }
}
