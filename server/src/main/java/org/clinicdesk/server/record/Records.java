package org.clinicdesk.server.record;

import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Problem.NotFound;
import org.clinicdesk.server.platform.SqlStates;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The records of all people. What changes allergies or medicines locks the person's chart first.
public final class Records {

    private static final String MAKE_CHART =
            """
            insert into chart (patient_id, version, allergy_state, medications_version)
            select id, 0, 'NEVER_ASKED', 0 from patient p
            where id = ? and not exists (select 1 from chart c where c.patient_id = p.id)\
            """;

    private final Db db;

    public Records(Db db) {
        this.db = db;
    }

    /// Empty while nothing was ever written about allergies or medicines.
    public Optional<Chart> chart(UUID patientId) {
        return Optional.ofNullable(db.session().find(Chart.class, patientId));
    }

    /// The chart, locked until the end of the transaction. @throws NotFound when there is no such person
    public Chart chartForUpdate(UUID patientId) {
        return lock(patientId)
                .orElseGet(() -> {
                    makeApart(patientId);
                    return lock(patientId).orElseGet(() -> makeWithPatient(patientId));
                });
    }

    private Optional<Chart> lock(UUID patientId) {
        return Optional.ofNullable(
                db.session().find(Chart.class, patientId, LockMode.PESSIMISTIC_WRITE));
    }

    /// In a short transaction of its own: who waits for the row then waits for its lock, not for an insert.
    private void makeApart(UUID patientId) {
        try {
            db.apart(connection -> {
                try (var insert = connection.prepareStatement(MAKE_CHART)) {
                    insert.setObject(1, patientId);
                    insert.executeUpdate();
                }
            });
        } catch (RuntimeException e) {
            if (!SqlStates.taken(e, "")) {
                throw e;
            }
        }
    }

    /// For somebody registered in this very transaction, whom no other sees yet.
    private Chart makeWithPatient(UUID patientId) {
        db.get(Patient.class, patientId);
        var chart = new Chart(patientId);
        db.session().persist(chart);
        return chart;
    }

    /// What a check of this person's medicines was made against; 0 before the first.
    public long medicationsVersion(UUID patientId) {
        return chart(patientId).map(Chart::medicationsVersion).orElse(0L);
    }

    /// The allergies that hold.
    public List<Allergy> allergies(UUID patientId) {
        return allAllergies(patientId).stream().filter(allergy -> !allergy.struck()).toList();
    }

    /// Also those struck out, at the end.
    List<Allergy> allAllergies(UUID patientId) {
        var query =
                "from Allergy where patientId = :patient order by case when struckAt is null then 0"
                        + " else 1 end, recordedAt desc, id";
        return list(Allergy.class, query, patientId).list();
    }

    public void addAllergy(Allergy allergy) {
        chartForUpdate(allergy.patientId()).hasAllergies(allergy.recordedAt());
        db.session().persist(allergy);
    }

    /// What the person answered when asked, newest first; also what was taken back.
    List<AllergyAnswer> answers(UUID patientId) {
        var query = "from AllergyAnswer where patientId = :patient order by askedAt desc, id";
        return list(AllergyAnswer.class, query, patientId).list();
    }

    /// The person was asked and knows of no allergy, or of none but those on record.
    public void answered(AllergyAnswer answer) {
        var chart = chartForUpdate(answer.patientId());
        if (answer.noneKnown()) {
            chart.noAllergies(answer.askedAt());
        } else {
            chart.hasAllergies(answer.askedAt());
        }
        db.session().persist(answer);
    }

    /// Something of what was said of allergies was struck out or taken back. The chart is locked.
    void settle(Chart chart) {
        chart.settle(allAllergies(chart.id()), answers(chart.id()));
    }

    /// What the person takes without harm, as far as that holds; newest first.
    public List<Tolerance> tolerances(UUID patientId) {
        var query =
                "from Tolerance where patientId = :patient and struckAt is null order by recordedAt"
                        + " desc, id";
        return list(Tolerance.class, query, patientId).list();
    }

    public void addTolerance(Tolerance tolerance) {
        db.session().persist(tolerance);
    }

    RecordRules rules() {
        return db.session().find(RecordRules.class, RecordRules.ONLY);
    }

    /// What is taken on the day.
    public List<Medication> activeMedications(UUID patientId, LocalDate today) {
        return db.session()
                .createQuery(
                        """
                        from Medication where patientId = :patient and active
                        and (lastDay is null or lastDay >= :today) order by since desc, id\
                        """,
                        Medication.class)
                .setParameter("patient", patientId)
                .setParameter("today", today)
                .list();
    }

    /// What was taken until some day from `since` on, and is not any more; what should never have been prescribed is none
    /// of it.
    public List<Medication> endedMedications(UUID patientId, LocalDate since, LocalDate today) {
        return db.session()
                .createQuery(
                        """
                        from Medication where patientId = :patient and not inError
                        and lastDay >= :since and lastDay <= :today
                        and (not active or lastDay < :today) order by lastDay desc, id\
                        """,
                        Medication.class)
                .setParameter("patient", patientId)
                .setParameter("since", since)
                .setParameter("today", today)
                .list();
    }

    /// @throws NotFound
    public Medication medication(UUID id) {
        return db.get(Medication.class, id);
    }

    /// Reads it again, now that the chart is locked.
    public void refresh(Medication medication) {
        db.session().refresh(medication);
    }

    /// What is taken and what was, at most so many; what is taken comes first.
    public List<Medication> medications(UUID patientId, int most) {
        var query =
                "from Medication where patientId = :patient order by active desc, since desc, id";
        return list(Medication.class, query, patientId).setMaxResults(most).list();
    }

    public void addMedication(Medication medication) {
        chartForUpdate(medication.patientId()).medicationsChanged();
        db.session().persist(medication);
    }

    /// Ends what a line of a prescription made the person take. @throws NotFound
    public Medication stopMedication(UUID prescriptionLineId, String reason, LocalDate day) {
        var medication = ofLine(prescriptionLineId);
        stop(medication, reason, day);
        return medication;
    }

    /// Marks as entered in error what a line of a prescription made the person take. @throws NotFound
    public void strikeMedication(UUID prescriptionLineId, String reason, LocalDate day) {
        var medication = ofLine(prescriptionLineId);
        chartForUpdate(medication.patientId()).medicationsChanged();
        medication.strike(reason, day);
    }

    private Medication ofLine(UUID prescriptionLineId) {
        return db.session()
                .createQuery("from Medication where prescriptionLineId = :line", Medication.class)
                .setParameter("line", prescriptionLineId)
                .uniqueResultOptional()
                .orElseThrow(() -> new NotFound(Medication.class, prescriptionLineId));
    }

    /// Ends what a person takes.
    public void stop(Medication medication, String reason, LocalDate day) {
        chartForUpdate(medication.patientId()).medicationsChanged();
        medication.stop(reason, day);
    }

    /// It is taken again as before. @param lastDay null: until it is stopped
    public void resume(Medication medication, @Nullable LocalDate lastDay) {
        chartForUpdate(medication.patientId()).medicationsChanged();
        medication.resume(lastDay);
    }

    /// Active ones first, then the newest.
    public List<Condition> conditions(UUID patientId, int most) {
        var query =
                "from Condition where patientId = :patient order by active desc, onset desc, id";
        return list(Condition.class, query, patientId).setMaxResults(most).list();
    }

    public void addCondition(Condition condition) {
        db.session().persist(condition);
    }

    /// The newest of each kind, then the second newest of each, and so on.
    public List<Observation> observations(UUID patientId, int most) {
        return db.session()
                .createNativeQuery(
                        """
                        select o.* from (
                          select x.*, row_number() over (partition by system, code order by at desc, id) as nth
                          from observation x where patient_id = :patient) o
                        order by o.nth, o.at desc, o.id\
                        """,
                        Observation.class)
                .setParameter("patient", patientId)
                .setMaxResults(most)
                .list();
    }

    /// The newest of one kind. @param loinc such as "29463-7", body weight
    public Optional<Observation> latest(UUID patientId, String loinc) {
        return db.session()
                .createQuery(
                        """
                        from Observation where patientId = :patient and code.system = :system and code.code = :code
                        order by at desc, id\
                        """,
                        Observation.class)
                .setParameter("patient", patientId)
                .setParameter("system", Coding.LOINC)
                .setParameter("code", loinc)
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    public void addObservation(Observation observation) {
        db.session().persist(observation);
    }

    List<Immunization> immunizations(UUID patientId, int most) {
        var query = "from Immunization where patientId = :patient order by at desc, id";
        return list(Immunization.class, query, patientId).setMaxResults(most).list();
    }

    public void addImmunization(Immunization immunization) {
        db.session().persist(immunization);
    }

    /// Newest first.
    public List<Encounter> encounters(UUID patientId, int most) {
        var query = "from Encounter where patientId = :patient order by startedAt desc, id";
        return list(Encounter.class, query, patientId).setMaxResults(most).list();
    }

    public void addEncounter(Encounter encounter) {
        db.session().persist(encounter);
    }

    /// Newest first, without their contents.
    List<Document.Line> documents(UUID patientId, int most) {
        var query =
                """
                select new org.clinicdesk.server.record.Document$Line(id, title, at, mediaType)
                from Document where patientId = :patient order by at desc, id\
                """;
        return list(Document.Line.class, query, patientId).setMaxResults(most).list();
    }

    public void addDocument(Document document) {
        db.session().persist(document);
    }

    private <T> org.hibernate.query.Query<T> list(Class<T> type, String query, UUID patientId) {
        return db.session().createQuery(query, type).setParameter("patient", patientId);
    }
}
