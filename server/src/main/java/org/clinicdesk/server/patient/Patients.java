package org.clinicdesk.server.patient;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Refusal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// All patients.
public final class Patients {

    private static final String NEXT_NUMBER = "select nextval('patient_number')";

    private final Db db;
    private final Clock clock;
    private final Rarity rarity;

    public Patients(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
        this.rarity = new Rarity(clock);
    }

    public Patient get(UUID id) {
        return db.get(Patient.class, id);
    }

    /// Somebody for whom something is to be done: booked, prescribed, handed out.
    /// @throws Refusal DECEASED when his death is recorded
    public Patient living(UUID id) {
        var patient = get(id);
        if (patient.deceased()) {
            throw new Refusal(PatientRefusal.DECEASED);
        }
        return patient;
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

    /// Plain JDBC: Hibernate would first write out what it has, for a query it cannot see into.
    private long nextNumber() {
        return db.session()
                .doReturningWork(connection -> {
                    try (var query = connection.prepareStatement(NEXT_NUMBER);
                            var rows = query.executeQuery()) {
                        rows.next();
                        return rows.getLong(1);
                    }
                });
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
                        "select p from Patient p join p.keys k where k.term = :term", Patient.class)
                .setParameter("term", term)
                .setMaxResults(50)
                .list();
    }

    /// Those with a term whose name has one of the words, folded.
    List<Patient> withTerm(String term, List<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        var alternatives =
                IntStream.range(0, words.size())
                        .mapToObj(i -> "k.name like :word" + i)
                        .collect(Collectors.joining(" or ", "(", ")"));
        var query =
                db.session()
                        .createQuery(
                                "select p from Patient p join p.keys k where k.term = :term and "
                                        + alternatives,
                                Patient.class)
                        .setParameter("term", term)
                        .setMaxResults(50);
        for (var i = 0; i < words.size(); i++) {
            query.setParameter("word" + i, "% " + words.get(i) + " %");
        }
        return query.list();
    }

    /// Who is found by a typed text; active people first, then by name. One more than `limit` says that there are more.
    public List<Hit> search(String text, int limit) {
        var wishes = SearchTerms.asked(text);
        if (wishes.isEmpty()) {
            return List.of();
        }
        return new PatientSearch(db.session(), rarity).run(wishes, limit + 1);
    }
}
