package org.clinicdesk.server.exchange;

import org.clinicdesk.server.record.Allergy;
import org.clinicdesk.server.record.Chart;
import org.clinicdesk.server.record.Entry;
import org.clinicdesk.server.record.Medication;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Makes rows of arrivals.
final class Rows {

    private final StatelessSession session;
    private final Links links;
    private final Batch batch;
    private final FhirMapping mapping;
    private final Tally tally;
    private final PeopleRows people;
    private final PlaceRows places;
    private final Clinical clinical;

    /// With the day on which the last of them was recorded.
    private final Map<UUID, Instant> withAllergies = new HashMap<>();

    private final Set<UUID> withMedications = new HashSet<>();

    Rows(StatelessSession session, Links links, Batch batch, FhirMapping mapping, Tally tally) {
        this.session = session;
        this.links = links;
        this.batch = batch;
        this.mapping = mapping;
        this.tally = tally;
        this.people = new PeopleRows(session, links, mapping);
        this.places = new PlaceRows(session, links, mapping);
        this.clinical = new Clinical(links, mapping);
    }

    /// @throws NotTaken
    Outcome take(Arrival arrival) {
        return switch (arrival.resource()) {
            case Patient patient -> people.take(arrival, patient);
            case Practitioner practitioner -> people.take(arrival, practitioner);
            case PractitionerRole role -> people.take(arrival, role);
            case Organization organization -> places.take(arrival, organization);
            case Location location -> places.take(arrival, location);
            case org.hl7.fhir.r4.model.Medication medicine -> {
                mapping.remember(arrival.key(), mapping.medicine().taken(medicine.getCode()));
                yield Outcome.LINKED;
            }
            case DiagnosticReport report when !report.hasPresentedForm() -> {
                // It groups observations, which are entries themselves.
                clinical.subject(arrival, report.getSubject());
                yield Outcome.LINKED;
            }
            case DocumentReference _ -> document(arrival);
            case Encounter encounter -> encounter(arrival, encounter);
            default -> store(arrival, clinical.entry(arrival));
        };
    }

    private Outcome store(Arrival arrival, Entry entry) {
        links.add(
                arrival.key(),
                arrival.earlier() == null ? entry.id() : arrival.earlier(),
                arrival.digest());
        touch(entry);
        if (arrival.earlier() == null) {
            batch.add(entry);
            return Outcome.STORED;
        }
        batch.flush();
        var earlier = (Entry) session.get(entry.getClass(), arrival.earlier());
        if (earlier instanceof Allergy allergy && allergy.struckBy().isPresent()) {
            return Outcome.LINKED;
        }
        entry.replaces(earlier);
        session.update(entry);
        return Outcome.UPDATED;
    }

    /// A note may come twice: within a report, and as a document that has the report's id.
    private Outcome document(Arrival arrival) {
        var reports = arrival.entry().reports();
        var same = reports.stream().flatMap(report -> links.loaded(report).stream()).findFirst();
        if (same.isPresent() && arrival.earlier() == null) {
            links.add(arrival.key(), same.get().entityId(), "");
            return Outcome.LINKED;
        }
        var outcome = store(arrival, clinical.entry(arrival));
        var stored = links.resolve(arrival.key());
        reports.forEach(report -> links.alias(report, stored));
        return outcome;
    }

    private Outcome encounter(Arrival arrival, Encounter encounter) {
        var outcome = store(arrival, clinical.entry(arrival));
        if (outcome == Outcome.STORED) {
            var id = links.resolve(arrival.key());
            refer(arrival, id, "practitioner", "Practitioner", clinical.practitioner(encounter));
            var place = encounter.getLocationFirstRep().getLocation();
            if (place.isEmpty()) {
                refer(arrival, id, "site", "Organization", encounter.getServiceProvider());
            } else {
                refer(arrival, id, "site", "Location", place);
            }
        }
        return outcome;
    }

    private void refer(
            Arrival arrival,
            UUID id,
            String field,
            String type,
            org.hl7.fhir.r4.model.Reference reference) {
        if (reference.hasReference() || reference.hasIdentifier()) {
            batch.add(
                    new ImportReference(
                            new ImportReference.From(id, field), arrival.target(type, reference)));
        }
    }

    private void touch(Entry entry) {
        switch (entry) {
            case Allergy allergy -> {
                if (!allergy.struck()) {
                    withAllergies.merge(allergy.patientId(), allergy.recordedAt(), Rows::later);
                }
                if (allergy.agent().isEmpty()) {
                    tally.note("allergies stored that no check can heed");
                }
            }
            case Medication medication -> {
                withMedications.add(medication.patientId());
                if (medication.taken().unchecked()) {
                    tally.note("medicines stored that no check can heed");
                }
            }
            default -> {}
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// Brings the charts of the people up to date.
    void finish() {
        var touched = new HashSet<>(withAllergies.keySet());
        touched.addAll(withMedications);
        touched.stream()
                .sorted()
                .forEach(patient -> {
                    var stored = session.get(Chart.class, patient, LockMode.PESSIMISTIC_WRITE);
                    var chart = stored == null ? new Chart(patient) : stored;
                    var asked = withAllergies.get(patient);
                    if (asked != null) {
                        chart.hasAllergies(asked);
                    }
                    if (withMedications.contains(patient)) {
                        chart.medicationsChanged();
                    }
                    if (stored == null) {
                        session.insert(chart);
                    } else {
                        session.update(chart);
                    }
                });
    }
}
