package org.clinicdesk.server.kiosk;

import static org.clinicdesk.server.queue.QueueMorning.outcome;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.card.v1.CardServiceGrpc;
import org.clinicdesk.card.v1.IssueCardRequest;
import org.clinicdesk.kiosk.v1.CheckInRequest;
import org.clinicdesk.kiosk.v1.CheckInResponse;
import org.clinicdesk.kiosk.v1.KioskServiceGrpc;
import org.clinicdesk.kiosk.v1.KioskServiceGrpc.KioskServiceBlockingStub;
import org.clinicdesk.kiosk.v1.Place;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.FrontDesk;
import org.clinicdesk.server.appointment.Wish;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.queue.QueueMorning;
import org.clinicdesk.server.roster.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/// People who check in by themselves, and those who try codes.
@OnServer
class KioskApiTest {

    private final TestServer server;
    private QueueMorning morning;
    private KioskServiceBlockingStub kiosk;

    KioskApiTest(TestServer server) {
        this.server = server;
    }

    /// No guess of the day before counts any more.
    @BeforeEach
    void aNewMorning() {
        morning = new QueueMorning(server);
        signIn();
    }

    private void signIn() {
        kiosk =
                KioskServiceGrpc.newBlockingStub(
                        server.withToken(server.freshSignIn("kiosk").getToken()));
    }

    @Test
    void aCardChecksIn() {
        var visit = morning.book("Ánh", 0);
        var answer = take(card(visit.getPerson().getPatientId()));
        assertEquals("A-001", answer.getPlaces(0).getTicket());
        assertEquals(Place.State.STATE_WAITS, answer.getPlaces(0).getState());
        assertEquals(
                AppointmentStatus.APPOINTMENT_STATUS_ARRIVED,
                morning.desk.onBoard(morning.day, visit).getStatus());
    }

    @Test
    void aCardChecksInOnce() {
        var code = card(morning.book("Bích", 0).getPerson().getPatientId());
        assertEquals(take(code), take(code));
        assertEquals(1, morning.list().size());
    }

    @Test
    void visitsThatBeginSoonAreAllCheckedInAndLaterOnesWhenTheirTimeComes() {
        var patient = morning.book("Chung", 0).getPerson().getPatientId();
        var second = morning.desk.doctor(1);
        morning.desk.book(patient, second, FrontDesk.at(morning.day, "09:30"));
        morning.desk.book(patient, second, FrontDesk.at(morning.day, "14:00"));
        var code = card(patient);
        assertEquals(2, take(code).getPlacesCount());
        assertEquals(2, take(code).getPlacesCount());
    }

    @Test
    void whoIsHoursTooEarlyIsToldWhenToComeBack() {
        var patient = morning.desk.patient("Sớm");
        var visit =
                morning.desk.book(
                        patient, morning.desk.doctor(1), FrontDesk.at(morning.day, "14:00"));
        var code = card(patient);
        var info = Refusals.info(() -> take(code));
        assertEquals("TOO_EARLY", info.getReason());
        assertEquals(
                FrontDesk.at(morning.day, "14:00").toString(), info.getMetadataOrThrow("start"));
        assertEquals(
                FrontDesk.at(morning.day, "13:00").toString(), info.getMetadataOrThrow("from"));
        assertEquals(2, info.getMetadataCount());
        assertEquals(
                AppointmentStatus.APPOINTMENT_STATUS_BOOKED,
                morning.desk.onBoard(morning.day, visit).getStatus());
    }

    @Test
    void whatHeMissedHoursAgoNobodyIsCheckedInFor() {
        var visit = morning.book("Lỡ hẹn", 0);
        var patient = visit.getPerson().getPatientId();
        var code = card(patient);
        var start = Protos.instant(visit.getStart());
        server.clock().set(start.plus(Duration.ofMinutes(90)));
        signIn();
        assertEquals("ASK_AT_DESK", Refusals.info(() -> take(code)).getReason());
        var later = start.plus(Duration.ofHours(2));
        morning.desk.book(patient, morning.desk.doctor(2), later);
        assertEquals(1, take(code).getPlacesCount());
    }

    @Test
    void whoComesShortlyBeforeMidnightForTheNightIsCheckedIn() {
        var night = FrontDesk.at(morning.day + 1, "00:15");
        var patient = morning.desk.patient("Ca đêm");
        var code = card(patient);
        server.change(() ->
                server.clinic()
                        .features()
                        .appointment
                        .appointments()
                        .enter(
                                new Wish(
                                        UUID.fromString(patient),
                                        UUID.fromString(morning.desk.doctor(3)),
                                        UUID.fromString(morning.desk.site()),
                                        Optional.empty(),
                                        UUID.fromString(morning.desk.service("Consultation")),
                                        new Span(night, night.plus(Duration.ofMinutes(30))),
                                        "")));
        server.clock().set(night.minus(Duration.ofMinutes(30)));
        signIn();
        assertEquals(1, take(code).getPlacesCount());
    }

    @Test
    void whoComesWithinTheHourIsCheckedIn() {
        var patient = morning.desk.patient("Đúng giờ");
        morning.desk.book(patient, morning.desk.doctor(1), FrontDesk.at(morning.day, "09:30"));
        assertEquals(1, take(card(patient)).getPlacesCount());
    }

    @Test
    void aTicketSaysWhereItStands() {
        morning.arrive("Dũng", 0);
        morning.arrive("Hạnh", 1);
        var place = take("a002").getPlaces(0);
        assertEquals("A-002", place.getTicket());
        assertEquals(1, place.getBefore());
        assertEquals(15, place.getEstimatedMinutes());
    }

    @Test
    void aTicketIsPrintedWithoutTheName() throws Exception {
        var visit = morning.book("Ẩn Danh", 0);
        var request =
                CheckInRequest.newBuilder()
                        .setSiteId(morning.desk.site())
                        .setCode(card(visit.getPerson().getPatientId()))
                        .setPaper(true)
                        .build();
        var paper = kiosk.checkIn(request).getPaper();
        try (var pdf = Loader.loadPDF(paper.getContent().toByteArray())) {
            var text = new PDFTextStripper().getText(pdf);
            assertEquals(1, pdf.getNumberOfPages());
            assertTrue(text.contains("A-001"), text);
            assertTrue(text.contains("Consultation"), text);
            assertTrue(text.contains("You are next"), text);
            assertFalse(text.contains(visit.getPerson().getName()), text);
            assertFalse(text.contains(visit.getPerson().getNumber()), text);
        }
    }

    @Test
    void nothingIsPrintedUnasked() {
        morning.arrive("Dũng", 0);
        assertFalse(take("A-001").hasPaper());
    }

    @Test
    void aTicketCalledSaysTheRoom() {
        morning.arrive("Kiên", 0);
        morning.okafor.callNext(morning.next().setRoomId(morning.desk.room(2)).build());
        var place = take("A-001").getPlaces(0);
        assertEquals(Place.State.STATE_CALLED, place.getState());
        assertEquals("Room 2", place.getRoomName());
    }

    @Test
    void noAnswerOfTheKioskNamesAnybody() {
        var visit = morning.book("Lộc", 0);
        var text = take(card(visit.getPerson().getPatientId())).toString();
        assertFalse(text.contains("Lộc"));
        assertFalse(text.contains(visit.getPerson().getPatientId()));
        assertFalse(text.contains("Okafor"));
    }

    @Test
    void whoHasNothingBookedTodayAsksAtTheDesk() {
        var code = card(morning.desk.patient("Mạnh"));
        assertEquals("kiosk/ASK_AT_DESK", Refusals.reason(() -> take(code)));
    }

    @Test
    void whatIsWrongWithACodeIsNotSaid() {
        var patient = morning.book("Ngọc", 0).getPerson().getPatientId();
        var lost = card(patient);
        issue(patient, true);
        assertEquals("kiosk/UNKNOWN_CODE", Refusals.reason(() -> take(lost)));
        assertEquals("kiosk/UNKNOWN_CODE", Refusals.reason(() -> take("A-999")));
        assertEquals("kiosk/UNKNOWN_CODE", Refusals.reason(() -> take("Ngọc")));
    }

    @Test
    void afterTooManyUnknownCodesNoneIsTakenForAWhile() {
        morning.arrive("Phương", 0);
        for (var i = 0; i < Guesses.MOST; i++) {
            assertEquals("kiosk/UNKNOWN_CODE", Refusals.reason(() -> take("A-777")));
        }
        var info = Refusals.info(() -> take("A-001"));
        assertEquals("TOO_MANY_CODES", info.getReason());
        assertEquals("10", info.getMetadataOrThrow("minutes"));
        server.clock().move(Guesses.WHILE);
        assertEquals(1, take("A-001").getPlacesCount());
    }

    @Test
    void goodCodesAreNotCounted() {
        morning.arrive("Quý", 0);
        var noVisit = card(morning.desk.patient("Rin"));
        for (var i = 0; i < 2 * Guesses.MOST; i++) {
            take("A-001");
            assertEquals("kiosk/ASK_AT_DESK", Refusals.reason(() -> take(noVisit)));
        }
        assertEquals("kiosk/UNKNOWN_CODE", Refusals.reason(() -> take("A-777")));
    }

    @Test
    void manyCodesAtOnceAreNoMoreThanTheLimit() {
        var outcomes = new ConcurrentLinkedQueue<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 20; i++) {
                threads.submit(
                        () -> outcomes.add(outcome(() -> take("A-888").getPlaces(0).getTicket())));
            }
        }
        assertEquals(20 - Guesses.MOST, Collections.frequency(outcomes, "kiosk/TOO_MANY_CODES"));
    }

    @Test
    void anotherKioskIsNotStopped() {
        morning.arrive("Sang", 0);
        for (var i = 0; i <= Guesses.MOST; i++) {
            Refusals.reason(() -> take("A-777"));
        }
        var session =
                org.clinicdesk.session.v1.SessionServiceGrpc.newBlockingStub(server.nobody())
                        .signIn(
                                org.clinicdesk.session.v1.SignInRequest.newBuilder()
                                        .setLogin("kiosk")
                                        .setPassword(
                                                org.clinicdesk.server.sample.SampleClinic.PASSWORD)
                                        .setWorkstation("Kiosk 2")
                                        .build());
        kiosk = KioskServiceGrpc.newBlockingStub(server.withToken(session.getToken()));
        server.clock().move(Duration.ofSeconds(1));
        assertEquals(1, take("A-001").getPlacesCount());
    }

    private CheckInResponse take(String code) {
        return kiosk.checkIn(
                CheckInRequest.newBuilder().setSiteId(morning.desk.site()).setCode(code).build());
    }

    private String card(String patient) {
        return issue(patient, false);
    }

    private String issue(String patient, boolean again) {
        return CardServiceGrpc.newBlockingStub(
                        server.withToken(server.freshSignIn("linh").getToken()))
                .issueCard(
                        IssueCardRequest.newBuilder()
                                .setPatientId(patient)
                                .setReissue(again)
                                .build())
                .getCode();
    }
}
