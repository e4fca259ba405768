package org.clinicdesk.server.patient;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Refusal;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All patients.
public final class Patients {

    /// Names are not read further than this to find the best: whoever types on sees more.
    private static final int READ_AT_MOST = 400;

    private final Db db;
    private final Clock clock;

    public Patients(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public Patient get(UUID id) {
        return db.get(Patient.class, id);
    }

    public Patient get(UUID id, long version) {
        return db.get(Patient.class, id, version);
    }

    /// Registers somebody. @throws Refusal IDENTIFIER_TAKEN
    public Patient register(Person person) {
        refuseTakenIdentifier(person, null);
        var patient = make(person, nextNumber());
        db.session().persist(patient);
        return patient;
    }

    /// Makes somebody new without storing him: an import stores in bulk. @param sequence the next `patient_number`
    public Patient make(Person person, long sequence) {
        return new Patient(Ids.next(clock), PatientNumber.of(sequence), person, clock.instant());
    }

    /// Replaces who somebody is. @throws Refusal IDENTIFIER_TAKEN
    public void describe(Patient patient, Person person) {
        refuseTakenIdentifier(person, patient);
        patient.describe(person);
    }

    private void refuseTakenIdentifier(
            Person person, @org.jspecify.annotations.Nullable Patient but) {
        byNationalId(person.nationalId())
                .filter(other -> !other.equals(but))
                .ifPresent(_ -> {
                    throw new Refusal(PatientRefusal.IDENTIFIER_TAKEN);
                });
    }

    private long nextNumber() {
        return db.session()
                .createNativeQuery("select nextval('patient_number')", Long.class)
                .getSingleResult();
    }

    Optional<Patient> byNationalId(String nationalId) {
        if (nationalId.isEmpty()) {
            return Optional.empty();
        }
        return db.session()
                .createQuery("from Patient where nationalId = :id", Patient.class)
                .setParameter("id", nationalId)
                .uniqueResultOptional();
    }

    List<Patient> withTerm(String term) {
        return db.session()
                .createQuery(
                        "select p from Patient p join p.terms t where t = :term", Patient.class)
                .setParameter("term", term)
                .setMaxResults(50)
                .list();
    }

    List<Patient> withTerms(String one, String other) {
        return db.session()
                .createQuery(
                        "select p from Patient p join p.terms t where t = :one and :other member of"
                                + " p.terms",
                        Patient.class)
                .setParameter("one", one)
                .setParameter("other", other)
                .setMaxResults(50)
                .list();
    }

    /// Who is found by a typed text; active people first, then by name. One more than `limit` says that there are more.
    public List<Patient> search(String text, int limit) {
        var wishes = SearchTerms.asked(text);
        if (wishes.isEmpty()) {
            return List.of();
        }
        return PatientSearch.run(db.session(), wishes, READ_AT_MOST).stream()
                .sorted(
                        Comparator.comparing((Patient patient) -> !patient.active())
                                .thenComparing(patient -> patient.deceasedOn().isPresent())
                                .thenComparing(patient -> Fold.fold(patient.name().full()))
                                .thenComparing(Patient::number))
                .limit(limit + 1L)
                .toList();
    }
}
