package org.clinicdesk.server.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.card.v1.CardServiceGrpc;
import org.clinicdesk.card.v1.GetCardRequest;
import org.clinicdesk.card.v1.GetCardResponse;
import org.clinicdesk.card.v1.GetScanRequest;
import org.clinicdesk.card.v1.GetScanResponse;
import org.clinicdesk.card.v1.IssueCardRequest;
import org.clinicdesk.card.v1.IssueCardResponse;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.Wish;
import org.clinicdesk.server.paper.Rendered;
import org.clinicdesk.server.patient.Gender;
import org.clinicdesk.server.patient.PartialDate;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.patient.Person;
import org.clinicdesk.server.patient.PersonName;
import org.clinicdesk.server.roster.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

@OnServer
class CardApiTest {

    private final TestServer server;
    private final CardServiceGrpc.CardServiceBlockingStub desk;
    private final CardServiceGrpc.CardServiceBlockingStub pharmacy;
    private UUID patient = new UUID(0, 0);
    private String number = "";

    CardApiTest(TestServer server) {
        this.server = server;
        this.desk = CardServiceGrpc.newBlockingStub(server.as("receptionist"));
        this.pharmacy = CardServiceGrpc.newBlockingStub(server.as("pharmacist"));
    }

    @BeforeEach
    void registerSomebody() {
        server.change(() -> {
            var registered = register();
            patient = registered.id();
            number = registered.number();
        });
    }

    private Patient register() {
        return server.clinic()
                .features()
                .patient
                .patients()
                .register(
                        new Person(
                                new PersonName("Trần", "Thị Mỹ Hạnh", true),
                                new PartialDate("1990-07-04"),
                                false,
                                Gender.FEMALE,
                                List.of(),
                                "",
                                "",
                                "vi",
                                "",
                                ""));
    }

    @Test
    void aCardIsScannedAtAnyDesk() {
        var scan = scan(issue(false).getCode());
        assertEquals("Trần Thị Mỹ Hạnh", scan.getPerson().getName());
        assertEquals(number, scan.getPerson().getNumber());
        assertEquals("", scan.getPrescriptionId());
    }

    @Test
    void aScanFindsTheVisitsThePersonIsExpectedForToday() {
        var evening = TestServer.MONDAY_MORNING.plus(Duration.ofHours(9));
        book(evening.plus(Duration.ofDays(1)));
        var today = book(evening);
        assertEquals(
                List.of(today.toString()),
                scan(issue(false).getCode()).getExpectedAppointmentIdsList());
    }

    private UUID book(Instant start) {
        var booked = new UUID[1];
        server.change(() -> {
            var features = server.clinic().features();
            booked[0] =
                    features.appointment
                            .appointments()
                            .enter(
                                    new Wish(
                                            patient,
                                            features.staff.staff().byLogin("ha").orElseThrow().id(),
                                            features.site.sites().sites().getFirst().id(),
                                            Optional.empty(),
                                            features.site.sites().services().getFirst().id(),
                                            new Span(start, start.plus(Duration.ofMinutes(15))),
                                            ""))
                            .id();
        });
        return booked[0];
    }

    @Test
    void aCodeTellsNothingAboutThePerson() {
        var code = issue(false).getCode();
        assertTrue(code.matches("CD1(-[0-9A-Z]{4}){7}"), code);
        assertFalse(code.contains(number.substring(0, 6)), code);
    }

    @Test
    void aPersonWithACardGetsNoSecond() {
        assertEquals(issue(false), issue(false));
    }

    @Test
    void aNewCardRevokesTheOldAndIsCounted() {
        var lost = issue(false);
        var found = issue(true);
        assertEquals(1, lost.getIssue());
        assertEquals(2, found.getIssue());
        assertEquals("card/REVOKED", Refusals.reason(() -> scan(lost.getCode())));
        assertEquals(patient.toString(), scan(found.getCode()).getPerson().getPatientId());
    }

    @Test
    void twoDesksAtOnceIssueOneCard() throws Exception {
        var issues = new HashSet<IssueCardResponse>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer :
                    threads.invokeAll(
                            List.<Callable<IssueCardResponse>>of(
                                    () -> issue(false),
                                    () -> issue(false),
                                    () -> issue(false),
                                    () -> issue(false)))) {
                issues.add(answer.get());
            }
        }
        assertEquals(1, issues.size());
    }

    @Test
    void theCardShowsThePersonAndACodeThatScans() throws Exception {
        var code = issue(false).getCode();
        var card = card();
        var paper = new Rendered(card.getFile().getContent().toByteArray());
        var text = paper.text();
        for (var part :
                List.of(
                        "Trần Thị Mỹ Hạnh",
                        number,
                        "04/07/1990",
                        "Clínica An Bình",
                        "Thẻ bệnh nhân")) {
            assertTrue(text.contains(part), part + " in " + text);
        }
        assertEquals(code, paper.qr(0, 300));
        assertEquals(code, card.getCode());
    }

    @Test
    void theNameOfTheFileTellsNothing() {
        issue(false);
        assertEquals("card.pdf", card().getFile().getName());
    }

    @Test
    void refusesThePaperOfACardThatWasNeverIssued() {
        assertEquals("card/NO_CARD", Refusals.reason(this::card));
    }

    @Test
    void refusesACardForNobody() {
        patient = UUID.fromString("00000000-0000-7000-8000-000000000000");
        assertEquals("platform/NOT_FOUND", Refusals.reason(() -> issue(false)));
    }

    @Test
    void aForgedCodeIsUnknown() {
        var forged = new Codes(new byte[32]).issue(Codes.Kind.CARD);
        assertEquals("card/UNKNOWN_CODE", Refusals.reason(() -> scan(forged)));
    }

    @Test
    void aMistypedCodeIsUnknown() {
        var code = issue(false).getCode();
        var mistyped = code.substring(0, 37) + (code.endsWith("7") ? "8" : "7");
        assertEquals("card/UNKNOWN_CODE", Refusals.reason(() -> scan(mistyped)));
    }

    @Test
    void aSignedCodeThatWasNeverIssuedIsUnknown() {
        var key =
                server.inDatabase(() -> server.clinic().features().site.sites().clinic().codeKey());
        var unknown = new Codes(key).issue(Codes.Kind.CARD);
        assertEquals("card/UNKNOWN_CODE", Refusals.reason(() -> scan(unknown)));
    }

    @Test
    void aCodeTypedInSmallLettersIsUnderstood() {
        var code = issue(false).getCode().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        assertFalse(scan(code).getPerson().getPatientId().isEmpty());
    }

    @Test
    void theTrailShowsWhoWasScanned() {
        var code = issue(false).getCode();
        var before = scans();
        scan(code);
        assertEquals(before + 1, scans());
    }

    private long scans() {
        return server.inDatabase(() ->
                server.clinic()
                        .platform()
                        .db()
                        .session()
                        .createNativeQuery(
                                "select count(*) from audit where patient_id = :patient and method"
                                        + " like '%GetScan'",
                                Long.class)
                        .setParameter("patient", patient)
                        .getSingleResult());
    }

    private IssueCardResponse issue(boolean reissue) {
        return desk.issueCard(
                IssueCardRequest.newBuilder()
                        .setPatientId(patient.toString())
                        .setReissue(reissue)
                        .build());
    }

    private GetCardResponse card() {
        return desk.getCard(GetCardRequest.newBuilder().setPatientId(patient.toString()).build());
    }

    private GetScanResponse scan(String code) {
        return pharmacy.getScan(GetScanRequest.newBuilder().setCode(code).build());
    }
}
