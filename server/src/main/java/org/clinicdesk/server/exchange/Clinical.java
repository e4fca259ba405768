package org.clinicdesk.server.exchange;

import org.clinicdesk.server.patient.PartialDate;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.record.Coding;
import org.clinicdesk.server.record.Entry;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/// Entries of the record, as FHIR tells them.
final class Clinical {

    private static final int LARGEST_DOCUMENT = 8_000_000;

    private final Links links;
    private final FhirMapping mapping;

    Clinical(Links links, FhirMapping mapping) {
        this.links = links;
        this.mapping = mapping;
    }

    /// @throws NotTaken
    Entry entry(Arrival arrival) {
        return switch (arrival.resource()) {
            case AllergyIntolerance allergy -> allergy(arrival, allergy);
            case Condition condition -> condition(arrival, condition);
            case MedicationRequest request -> medication(arrival, request);
            case Immunization immunization -> immunization(arrival, immunization);
            case Encounter encounter -> encounter(arrival, encounter);
            case Observation observation -> observation(arrival, observation);
            case DocumentReference document -> document(arrival, document);
            case DiagnosticReport report -> document(arrival, report);
            default -> throw new NotTaken(Why.KIND_NOT_KEPT);
        };
    }

    /// Whom it is about. @throws NotTaken UNRESOLVED_REFERENCE
    UUID subject(Arrival arrival, Reference subject) {
        return links.resolve(arrival.target("Patient", subject));
    }

    private UUID id() {
        return Ids.next(mapping.clock());
    }

    private Entry allergy(Arrival arrival, AllergyIntolerance allergy) {
        refuseTakenBack(allergy.getVerificationStatus());
        var at =
                allergy.hasRecordedDate()
                        ? FhirText.instant(allergy.getRecordedDateElement())
                        : mapping.clock().instant();
        var told = mapping.allergy().told(allergy);
        var row =
                new org.clinicdesk.server.record.Allergy(
                        id(), subject(arrival, allergy.getPatient()), told, at, null);
        if (FhirText.has(allergy.getClinicalStatus(), "inactive", "resolved")) {
            row.strike(
                    org.clinicdesk.server.record.Allergy.StruckAs.OTHER,
                    "Resolved at the source of the import",
                    at,
                    null);
        }
        return row;
    }

    private static void refuseTakenBack(CodeableConcept verification) {
        if (FhirText.has(verification, "refuted", "entered-in-error")) {
            throw new NotTaken(Why.TAKEN_BACK);
        }
    }

    private Entry condition(Arrival arrival, Condition condition) {
        refuseTakenBack(condition.getVerificationStatus());
        var onset =
                condition.hasOnsetDateTimeType()
                        ? FhirText.day(condition.getOnsetDateTimeType())
                        : unknown();
        var recorded =
                condition.hasRecordedDate()
                        ? FhirText.instant(condition.getRecordedDateElement())
                        : mapping.clock().instant();
        var row =
                new org.clinicdesk.server.record.Condition(
                        id(),
                        subject(arrival, condition.getSubject()),
                        FhirText.coding(condition.getCode(), ""),
                        onset,
                        recorded,
                        null);
        if (condition.hasAbatement()
                || FhirText.has(
                        condition.getClinicalStatus(), "inactive", "remission", "resolved")) {
            row.abate(
                    condition.hasAbatementDateTimeType()
                            ? FhirText.day(condition.getAbatementDateTimeType())
                            : unknown());
        }
        return row;
    }

    private static PartialDate unknown() {
        return new PartialDate("");
    }

    private Entry medication(Arrival arrival, MedicationRequest request) {
        if (request.getStatus() == MedicationRequest.MedicationRequestStatus.ENTEREDINERROR) {
            throw new NotTaken(Why.TAKEN_BACK);
        }
        if (request.getDoNotPerform()
                || request.getStatus() == MedicationRequest.MedicationRequestStatus.CANCELLED
                || request.getStatus() == MedicationRequest.MedicationRequestStatus.DRAFT) {
            throw new NotTaken(Why.NOT_HAPPENED);
        }
        var patient = subject(arrival, request.getSubject());
        return org.clinicdesk.server.record.Medication.imported(
                id(),
                patient,
                taken(arrival, request),
                FhirMedicine.dosage(request.getDosageInstruction()),
                FhirText.day(request.getAuthoredOnElement()),
                request.getStatus() == MedicationRequest.MedicationRequestStatus.ACTIVE);
    }

    private org.clinicdesk.server.record.Taken taken(Arrival arrival, MedicationRequest request) {
        if (request.hasMedicationCodeableConcept()) {
            return mapping.medicine().taken(request.getMedicationCodeableConcept());
        }
        var reference = request.getMedicationReference();
        for (var contained : request.getContained()) {
            if (contained instanceof org.hl7.fhir.r4.model.Medication medicine
                    && ("#" + medicine.getIdElement().getIdPart())
                            .equals(reference.getReference())) {
                return mapping.medicine().taken(medicine.getCode());
            }
        }
        return mapping.remembered(arrival.target("Medication", reference))
                .orElseThrow(() -> new NotTaken(Why.UNRESOLVED_REFERENCE));
    }

    private Entry immunization(Arrival arrival, Immunization immunization) {
        if (immunization.getStatus() != Immunization.ImmunizationStatus.COMPLETED) {
            throw new NotTaken(Why.NOT_HAPPENED);
        }
        return new org.clinicdesk.server.record.Immunization(
                id(),
                subject(arrival, immunization.getPatient()),
                FhirText.coding(immunization.getVaccineCode(), ""),
                FhirText.instant(time(immunization.getOccurrence())));
    }

    private Entry encounter(Arrival arrival, Encounter encounter) {
        switch (encounter.getStatus()) {
            case ENTEREDINERROR -> throw new NotTaken(Why.TAKEN_BACK);
            case PLANNED, CANCELLED -> throw new NotTaken(Why.NOT_HAPPENED);
            case null, default -> {}
        }
        var period = encounter.getPeriod();
        var place = encounter.getLocationFirstRep().getLocation().getDisplay();
        return new org.clinicdesk.server.record.Encounter(
                id(),
                subject(arrival, encounter.getSubject()),
                FhirText.instant(period.getStartElement()),
                period.hasEnd() ? FhirText.instant(period.getEndElement()) : null,
                new org.clinicdesk.server.record.Encounter.Circumstances(
                        FhirText.fit(FhirText.text(encounter.getTypeFirstRep()), 300),
                        FhirText.fit(FhirText.text(encounter.getReasonCodeFirstRep()), 300),
                        FhirText.fit(practitioner(encounter).getDisplay(), 120),
                        FhirText.fit(
                                place == null ? encounter.getServiceProvider().getDisplay() : place,
                                160)));
    }

    /// Whom it was with: the first practitioner named, the one who answers for it before others.
    Reference practitioner(Encounter encounter) {
        var all = encounter.getParticipant();
        return all.stream()
                .filter(part ->
                        part.getType().stream().anyMatch(type -> FhirText.has(type, "PPRF")))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Encounter.EncounterParticipantComponent::getIndividual)
                .orElseGet(Reference::new);
    }

    private Entry observation(Arrival arrival, Observation observation) {
        switch (observation.getStatus()) {
            case ENTEREDINERROR -> throw new NotTaken(Why.TAKEN_BACK);
            case CANCELLED, REGISTERED -> throw new NotTaken(Why.NOT_HAPPENED);
            case null, default -> {}
        }
        var at =
                observation.hasEffective()
                        ? time(observation.getEffective())
                        : observation.getIssuedElement();
        return new org.clinicdesk.server.record.Observation(
                id(),
                subject(arrival, observation.getSubject()),
                FhirText.coding(observation.getCode(), Coding.LOINC),
                FhirText.instant(at),
                FhirObservation.measured(observation),
                observation.getCategory().stream()
                        .anyMatch(category -> FhirText.has(category, "vital-signs")));
    }

    private static @Nullable BaseDateTimeType time(Type type) {
        return switch (type) {
            case DateTimeType at -> at;
            case InstantType at -> at;
            case Period period -> period.getStartElement();
            default -> null;
        };
    }

    private Entry document(Arrival arrival, DocumentReference document) {
        if (document.getStatus()
                == org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus.ENTEREDINERROR) {
            throw new NotTaken(Why.TAKEN_BACK);
        }
        var period = document.getContext().getPeriod();
        var at = document.hasDate() ? document.getDateElement() : period.getStartElement();
        return document(
                subject(arrival, document.getSubject()),
                document.getType(),
                at,
                document.getContentFirstRep().getAttachment());
    }

    private Entry document(Arrival arrival, DiagnosticReport report) {
        if (report.getStatus() == DiagnosticReport.DiagnosticReportStatus.ENTEREDINERROR) {
            throw new NotTaken(Why.TAKEN_BACK);
        }
        var at = report.hasEffective() ? time(report.getEffective()) : report.getIssuedElement();
        return document(
                subject(arrival, report.getSubject()),
                report.getCode(),
                at,
                report.getPresentedFormFirstRep());
    }

    private Entry document(
            UUID patient,
            CodeableConcept type,
            @Nullable BaseDateTimeType at,
            Attachment attachment) {
        var content = attachment.getData();
        if (content == null) {
            throw new NotTaken(Why.NO_CONTENT);
        }
        if (content.length > LARGEST_DOCUMENT) {
            throw new NotTaken(Why.TOO_LONG);
        }
        var coding = FhirText.coding(type, Coding.LOINC);
        var mediaType =
                attachment.hasContentType()
                        ? attachment.getContentType()
                        : "application/octet-stream";
        return new org.clinicdesk.server.record.Document(
                id(),
                patient,
                coding.display(),
                FhirText.instant(at),
                FhirText.fit(mediaType, 120),
                content);
    }
}
