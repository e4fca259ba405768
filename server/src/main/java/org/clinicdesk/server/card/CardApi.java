package org.clinicdesk.server.card;

import org.clinicdesk.card.v1.GetCardRequest;
import org.clinicdesk.card.v1.GetCardResponse;
import org.clinicdesk.card.v1.GetScanRequest;
import org.clinicdesk.card.v1.GetScanResponse;
import org.clinicdesk.card.v1.IssueCardRequest;
import org.clinicdesk.card.v1.IssueCardResponse;
import org.clinicdesk.server.appointment.Appointments;
import org.clinicdesk.server.paper.BirthDate;
import org.clinicdesk.server.paper.CardPaper;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.patient.People;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.site.Sites;

import java.util.Locale;
import java.util.UUID;

/// CardService of the contract.
final class CardApi {

    private final Sites sites;
    private final Patients patients;
    private final IssuedCodes codes;
    private final Appointments appointments;
    private final CardPaper paper = new CardPaper();

    CardApi(Sites sites, Patients patients, IssuedCodes codes, Appointments appointments) {
        this.sites = sites;
        this.patients = patients;
        this.codes = codes;
        this.appointments = appointments;
    }

    IssueCardResponse issue(IssueCardRequest request) {
        var patientId = Ids.of(request.getPatientId());
        Call.current().concerns(patientId);
        var card = codes.issueCard(patientId, request.getReissue());
        return IssueCardResponse.newBuilder().setCode(card.code()).setIssue(card.issue()).build();
    }

    GetCardResponse get(GetCardRequest request) {
        var patient = patients.get(Ids.of(request.getPatientId()));
        Call.current().concerns(patient.id());
        var card = codes.card(patient.id()).orElseThrow(() -> new Refusal(CardRefusal.NO_CARD));
        return GetCardResponse.newBuilder()
                .setCode(card.code())
                .setFile(Protos.pdf("card.pdf", paper.pdf(printed(patient, card))))
                .build();
    }

    private CardPaper.Card printed(Patient patient, IssuedCode card) {
        return new CardPaper.Card(
                sites.clinic().name(),
                patient.name().full(),
                patient.number(),
                new BirthDate(patient.birthDate().text(), patient.birthDateEstimated()),
                card.code(),
                language(patient));
    }

    /// The person's language; that of the desk when nobody asked him.
    private static Locale language(Patient patient) {
        return patient.language().isEmpty()
                ? Call.current().locale()
                : Locale.forLanguageTag(patient.language());
    }

    GetScanResponse scan(GetScanRequest request) {
        var issued = codes.scanned(request.getCode());
        Call.current().concerns(issued.patientId());
        var answer =
                GetScanResponse.newBuilder()
                        .setPerson(People.line(patients.get(issued.patientId())))
                        .setPrescriptionId(issued.prescriptionId().map(UUID::toString).orElse(""));
        appointments
                .expectedToday(issued.patientId())
                .forEach(expected -> answer.addExpectedAppointmentIds(expected.id().toString()));
        return answer.build();
    }
}
