package org.clinicdesk.server.exchange;

import org.clinicdesk.server.patient.Fold;
import org.clinicdesk.server.patient.Person;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.staff.StaffMember;
import org.hibernate.StatelessSession;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;

import java.util.Optional;
import java.util.UUID;

/// Patients and staff, as FHIR tells of them.
final class PeopleRows {

    private static final int LOGIN = 50;

    private final StatelessSession session;
    private final Links links;
    private final FhirMapping mapping;

    PeopleRows(StatelessSession session, Links links, FhirMapping mapping) {
        this.session = session;
        this.links = links;
        this.mapping = mapping;
    }

    Outcome take(Arrival arrival, Patient patient) {
        var person = FhirPerson.of(patient, mapping.clock().instant());
        if (arrival.earlier() != null) {
            links.add(arrival.key(), arrival.earlier(), arrival.digest());
            return update(stored(arrival.earlier()), patient, person);
        }
        var same = registered(arrival, person);
        if (same.isPresent()) {
            link(arrival, same.get());
            return told(stored(same.get()), patient) ? Outcome.UPDATED : Outcome.LINKED;
        }
        var made = mapping.patients().make(person, nextNumber());
        dies(made, patient);
        session.insert(made);
        link(arrival, made.id());
        return Outcome.STORED;
    }

    private long nextNumber() {
        return session.createNativeQuery("select nextval('patient_number')", Long.class)
                .getSingleResult();
    }

    /// Somebody with one of the identifiers. @throws NotTaken IDENTIFIER_CONFLICT when it is not the same birth date
    private Optional<UUID> registered(Arrival arrival, Person person) {
        var known =
                arrival.entry().identifiers().stream()
                        .flatMap(key -> links.loaded(key).stream())
                        .map(ImportLink::entityId)
                        .findFirst()
                        .map(id -> session.get(org.clinicdesk.server.patient.Patient.class, id))
                        .or(() -> withNationalId(person.nationalId()));
        if (known.filter(other -> !other.birthDate().equals(person.birthDate())).isPresent()) {
            throw new NotTaken(Why.IDENTIFIER_CONFLICT);
        }
        return known.map(org.clinicdesk.server.patient.Patient::id);
    }

    private Optional<org.clinicdesk.server.patient.Patient> withNationalId(String nationalId) {
        return nationalId.isEmpty()
                ? Optional.empty()
                : session.createSelectionQuery(
                                "from Patient where nationalId = :id",
                                org.clinicdesk.server.patient.Patient.class)
                        .setParameter("id", nationalId)
                        .uniqueResultOptional();
    }

    private org.clinicdesk.server.patient.Patient stored(UUID id) {
        return session.createSelectionQuery(
                        "from Patient p left join fetch p.keys where p.id = :id",
                        org.clinicdesk.server.patient.Patient.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /// Whoever was corrected at the desk stays as he is, but for his death.
    private Outcome update(
            org.clinicdesk.server.patient.Patient stored, Patient patient, Person person) {
        if (stored.version() > 0 || stored.person().equals(person)) {
            return told(stored, patient) ? Outcome.UPDATED : Outcome.LINKED;
        }
        stored.describe(person);
        dies(stored, patient);
        session.update(stored);
        return Outcome.UPDATED;
    }

    /// @return whether his death was news
    private boolean told(org.clinicdesk.server.patient.Patient stored, Patient patient) {
        var news = dies(stored, patient);
        if (news) {
            session.update(stored);
        }
        return news;
    }

    private static boolean dies(org.clinicdesk.server.patient.Patient known, Patient told) {
        if (known.deceased() || !FhirPerson.dead(told)) {
            return false;
        }
        known.died(FhirPerson.died(told).orElse(null));
        return true;
    }

    private void link(Arrival arrival, UUID id) {
        links.add(arrival.key(), id, arrival.digest());
        arrival.entry().identifiers().forEach(key -> links.alias(key, id));
    }

    /// Never able to sign in: there is no password, and no role.
    Outcome take(Arrival arrival, Practitioner practitioner) {
        var name = practitioner.getNameFirstRep();
        var full = FhirText.fit((FhirText.given(name) + " " + text(name.getFamily())).strip(), 120);
        if (full.isEmpty()) {
            full = FhirText.fit(name.getText(), 120);
        }
        if (full.isEmpty()) {
            throw new NotTaken(Why.NO_NAME);
        }
        var known =
                arrival.entry().identifiers().stream()
                        .flatMap(key -> links.loaded(key).stream())
                        .map(ImportLink::entityId)
                        .findFirst();
        if (arrival.earlier() != null || known.isPresent()) {
            link(
                    arrival,
                    known.orElseGet(() -> java.util.Objects.requireNonNull(arrival.earlier())));
            return Outcome.LINKED;
        }
        var member = new StaffMember(Ids.next(mapping.clock()), login(full), full, "", false);
        session.insert(member);
        link(arrival, member.id());
        return Outcome.STORED;
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    /// "leo.pacocha", "leo.pacocha2".
    private String login(String name) {
        var words = String.join(".", Fold.words(name));
        var ascii = words.replaceAll("[^a-z0-9.]", "");
        var stem =
                ascii.isEmpty()
                        ? "practitioner"
                        : ascii.substring(0, Math.min(ascii.length(), LOGIN));
        var login = stem;
        for (var next = 2; taken(login); next++) {
            login = stem + next;
        }
        return login;
    }

    private boolean taken(String login) {
        return session.createSelectionQuery(
                                "select count(*) from StaffMember where login = :login", Long.class)
                        .setParameter("login", login)
                        .getSingleResult()
                > 0;
    }

    /// Tells the specialty of somebody.
    Outcome take(Arrival arrival, PractitionerRole role) {
        var id = links.resolve(arrival.target("Practitioner", role.getPractitioner()));
        var specialty = FhirText.fit(FhirText.text(role.getSpecialtyFirstRep()), 80);
        var member = session.get(StaffMember.class, id);
        if (member.specialty().isEmpty() && !specialty.isEmpty()) {
            member.update(member.name(), specialty, member.active(), member.bookable());
            session.update(member);
        }
        links.add(arrival.key(), id, arrival.digest());
        return Outcome.LINKED;
    }
}
