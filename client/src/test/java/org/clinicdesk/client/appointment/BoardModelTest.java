package org.clinicdesk.client.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.CancelReason;
import org.clinicdesk.card.v1.CardServiceGrpc;
import org.clinicdesk.card.v1.IssueCardRequest;
import org.clinicdesk.client.Features;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Connection;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Threads;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.Person;
import org.clinicdesk.patient.v1.RegisterPatientRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The board against the real server, at nine in the morning.
class BoardModelTest {

    private static final int NOON = 12 * 60;
    private static SampleServer server;

    private final List<BookingModel> forms = new ArrayList<>();
    private Desk desk;
    private Board board;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        desk = server.deskOf("linh");
        board = Board.of(desk);
    }

    private Day day() {
        return board.day().day().get();
    }

    private Visit any(Predicate<Visit> wanted) {
        return day().visits().stream().filter(wanted).findFirst().orElseThrow();
    }

    private static boolean booked(Visit visit) {
        return visit.is(AppointmentStatus.APPOINTMENT_STATUS_BOOKED);
    }

    private Visit take(Visit visit) {
        board.day().select(visit);
        return visit;
    }

    private Visit again(Visit visit) {
        return day().visit(visit.id()).orElseThrow();
    }

    /// A free half hour after now.
    private int[] free() {
        for (int column = 0; column < day().columns().size(); column++) {
            for (int minute = 9 * 60 + 30; minute < 17 * 60; minute += Minutes.SLOT) {
                if (day().free(column, new Minutes(minute, minute + 45), "")) {
                    return new int[] {column, minute};
                }
            }
        }
        throw new AssertionError("The day is full");
    }

    private BookingModel booking(int[] slot, boolean[] done) {
        board.day().place(slot[0], slot[1]);
        var form = board.booking(() -> done[0] = true).orElseThrow();
        forms.add(form);
        return form;
    }

    @AfterEach
    void closeForms() {
        forms.forEach(BookingModel::close);
    }

    private void type(BookingModel booking, String name) {
        booking.whom().query().set(name);
        booking.whom().chooseHighlighted();
    }

    @Test
    void showsTheClinicsDayWithItsPractitioners() {
        assertEquals(5, day().columns().size());
        assertTrue(day().visits().size() > 30, "visits " + day().visits().size());
    }

    @Test
    void cancelledVisitsAreNotDrawn() {
        assertEquals(0, day().count(AppointmentStatus.APPOINTMENT_STATUS_CANCELLED));
    }

    @Test
    void nextDayFollowsItsOwnTopicAndThoseOfNow() {
        board.day().go(1);
        assertEquals(
                Set.of(
                        "day/2026-11-23",
                        "day/2026-11-24",
                        "follow-ups/" + board.day().siteId(),
                        "queue",
                        "queue-limits",
                        "roster",
                        "pinboard/" + board.day().siteId(),
                        "replan/" + board.day().siteId(),
                        "waitlist/" + board.day().siteId()),
                Set.copyOf(board.day().topics()));
    }

    @Test
    void arrowDownGoesPastTheChosenVisit() {
        var visit = take(any(v -> v.time().length() == 30));
        board.walk().down();
        assertEquals(visit.slots().to(), board.day().cursor().get().minute());
    }

    @Test
    void checkInMarksThePersonAsWaiting() {
        var visit = take(any(BoardModelTest::booked));
        board.actions().checkIn(visit);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, again(visit).status());
    }

    @Test
    void undoTakesTheLastCheckInBack() {
        var visit = take(any(BoardModelTest::booked));
        board.actions().checkIn(visit);
        board.actions().undos().undo();
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, again(visit).status());
    }

    @Test
    void theNoticeAndTheKeyDoNotUndoTwice() {
        var first = any(v -> booked(v) && v.time().from() > NOON);
        var second = any(v -> booked(v) && v.time().from() > NOON && !v.id().equals(first.id()));
        board.actions().checkIn(first);
        board.actions().checkIn(second);
        var undo = desk.notices().shown().getLast().undo().orElseThrow();
        undo.run();
        undo.run();
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, again(first).status());
        board.actions().undos().undo();
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, again(first).status());
    }

    @Test
    void aCancelledVisitCanBeTakenBack() {
        var visit = take(any(BoardModelTest::booked));
        board.actions().cancel(visit, CancelReason.CANCEL_REASON_PATIENT);
        assertTrue(day().visit(visit.id()).isEmpty());
        board.actions().undos().undo();
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, again(visit).status());
    }

    @Test
    void whoWaitedWhenHisVisitWasCancelledWaitsAgain() {
        var visit = take(any(BoardModelTest::booked));
        board.actions().checkIn(visit);
        var ticket = again(visit).appointment().getTicket();
        board.actions().cancel(again(visit), CancelReason.CANCEL_REASON_PATIENT);
        board.actions().undos().undo();
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, again(visit).status());
        assertEquals(ticket, again(visit).appointment().getTicket());
    }

    @Test
    void nobodyIsChosenInsteadOfAVisitThatWent() {
        var visit = take(any(BoardModelTest::booked));
        var other = Board.of(server.deskOf("linh"));
        other.actions().cancel(visit, CancelReason.CANCEL_REASON_CLINIC);
        board.day().read();
        assertTrue(board.day().selected().isEmpty());
        assertEquals(visit.slots().from(), board.day().cursor().get().minute());
        other.actions().undos().undo();
    }

    @Test
    void theChosenVisitStaysChosenWhereverItGoes() {
        var visit = take(any(v -> booked(v) && v.time().from() > NOON));
        var slot = free();
        var other = Board.of(server.deskOf("linh"));
        other.moves().begin(other.day().day().get().visit(visit.id()).orElseThrow());
        other.moves().to(slot[0], slot[1]);
        other.moves().drop();
        board.day().read();
        assertEquals(visit.id(), board.day().selected().orElseThrow().id());
        assertEquals(slot[1], board.day().cursor().get().minute());
    }

    @Test
    void aVisitMovesAndGoesBack() {
        var visit = take(any(v -> booked(v) && v.time().from() > NOON));
        var slot = free();
        board.moves().begin(visit);
        board.moves().to(slot[0], slot[1]);
        board.moves().drop();
        assertEquals(slot[1], again(visit).time().from());
        assertFalse(board.moves().on());
        board.actions().undos().undo();
        assertEquals(visit.time(), again(visit).time());
    }

    @Test
    void aVisitInTheHandComesAlongToTheNextWeekAndGoesBack() {
        var visit = take(any(v -> booked(v) && v.time().from() > NOON));
        var today = board.day().date().get();
        board.moves().begin(visit);
        board.day().go(7);
        var slot = free();
        board.moves().to(slot[0], slot[1]);
        assertTrue(board.moves().fits(board.moves().ghost().get().orElseThrow()));
        board.moves().drop();
        assertFalse(board.moves().on());
        assertEquals(slot[1], again(visit).time().from());
        board.actions().undos().undo();
        board.day().go(today);
        assertEquals(visit.time(), again(visit).time());
    }

    @Test
    void aVisitInTheHandThatGoesBackToItsDayStays() {
        var visit = take(any(v -> booked(v) && v.time().from() > NOON));
        board.moves().begin(visit);
        board.day().go(1);
        assertFalse(board.moves().ghost().get().orElseThrow().stays());
        board.day().go(-1);
        assertTrue(board.moves().ghost().get().orElseThrow().stays());
        board.moves().drop();
        assertEquals(visit.time(), again(visit).time());
    }

    @Test
    void aRefusedMoveStaysInTheHandAndSaysWhy() {
        var visit = take(any(v -> booked(v) && v.time().from() > NOON));
        board.moves().begin(visit);
        board.moves().to(visit.column(), NOON + 15);
        board.moves().drop();
        assertEquals(
                desk.texts().get("appointment.refused.OUTSIDE_HOURS"),
                board.moves().ghost().get().orElseThrow().refused());
        assertEquals(visit.time(), again(visit).time());
    }

    @Test
    void booksWhoWasSearched() {
        var done = new boolean[1];
        var slot = free();
        var booking = booking(slot, done);
        type(booking, "lucia fernandez");
        booking.draft().text("reason").set("Đau họng");
        booking.book();
        assertTrue(done[0], booking.when().refused().get() + booking.whom().refused().get());
        var visit = board.day().selected().orElseThrow();
        assertEquals(slot[1], visit.time().from());
        assertEquals("Đau họng", visit.appointment().getReason());
        board.actions().cancel(visit, CancelReason.CANCEL_REASON_CLINIC);
    }

    @Test
    void aTakenTimeIsRefusedAndTheFormKept() {
        var taken = any(v -> booked(v) && v.time().from() > NOON);
        var done = new boolean[1];
        board.day().select(taken);
        var booking = booking(new int[] {taken.column(), taken.time().from()}, done);
        type(booking, "emily carter");
        booking.draft().text("reason").set("Ho kéo dài");
        booking.book();
        assertFalse(done[0]);
        assertEquals(
                desk.texts()
                        .get(
                                "appointment.refused.SLOT_TAKEN.doctor",
                                desk.session()
                                        .practitioner(taken.appointment().getPractitionerId())),
                booking.when().refused().get());
        assertEquals("Ho kéo dài", booking.draft().text("reason").get());
        assertEquals(
                "Emily Carter", booking.whom().person().get().map(PersonLine::getName).orElse(""));
    }

    @Test
    void afterARefusalAllThatIsFreeInsteadStandsInOneList() {
        var taken = any(v -> booked(v) && v.time().from() > NOON && v.time().from() < 16 * 60);
        var booking = booking(new int[] {taken.column(), taken.time().from()}, new boolean[1]);
        type(booking, "emily carter");
        booking.book();
        var offers = List.copyOf(booking.when().instead().offers());
        var kinds = offers.stream().map(InsteadModel.Instead::kind).distinct().toList();
        assertEquals(List.of(InsteadModel.Kind.values()), kinds);
        for (var offer : offers) {
            booking.when().take(offer);
            assertEquals("", booking.when().refused().get());
            assertEquals(offer.date(), booking.when().slot().get().date());
        }
        booking.book();
        var visit = board.day().selected().orElseThrow();
        assertEquals("Emily Carter", visit.person());
        board.actions().undos().undo();
    }

    @Test
    void whoFindsNothingSuitableIsPutOnTheWaitingList() {
        var taken = any(v -> booked(v) && v.time().from() > NOON);
        var done = new boolean[1];
        board.day().select(taken);
        var booking = booking(new int[] {taken.column(), taken.time().from()}, done);
        booking.putOnWaitingList();
        assertEquals(desk.texts().get("appointment.book.nobody"), booking.whom().refused().get());
        type(booking, "emily carter");
        booking.putOnWaitingList();
        assertTrue(done[0], booking.when().refused().get());
        var notice = desk.notices().shown().getLast();
        assertEquals(desk.texts().get("appointment.waits", "Emily Carter"), notice.text());
        notice.undo().orElseThrow().run();
        assertEquals(
                desk.texts().get("appointment.waits.not", "Emily Carter"),
                desk.notices().shown().getLast().text());
    }

    @Test
    void nobodyIsPutOnTheWaitingListWhoIsNotSeenOnTheBoard() {
        var visit = any(BoardModelTest::booked);
        board.day().select(visit);
        desk.patient().set(visit.appointment().getPerson());
        board.day().placeFree(visit.column(), visit.time().from());
        board.proposals().add();
        assertEquals(
                desk.texts().get("appointment.sooner.nobody"),
                desk.notices().shown().getLast().text());
        assertEquals(Optional.empty(), desk.navigator().place());
    }

    @Test
    void aReasonToOverbookIsThatOfOnePerson() {
        var booking = booking(free(), new boolean[1]);
        type(booking, "emily carter");
        booking.overbookReason().set("Đau ngực");
        type(booking, "grace kim");
        assertEquals("", booking.overbookReason().get());
    }

    @Test
    void theNextFreeTimeIsLongEnoughForTheVisit() {
        board.walk().first();
        for (var steps = 0; steps < 12; steps++) {
            board.walk().nextFree();
            var cursor = board.day().cursor().get();
            assertTrue(
                    day().free(
                                    board.day().column(),
                                    new Minutes(cursor.minute(), cursor.minute() + 30),
                                    ""),
                    cursor::toString);
        }
    }

    @Test
    void aTimeThatHasBegunIsNotTheNextFreeOne() {
        board.walk().first();
        board.walk().nextFree();
        assertEquals(9 * 60, board.day().cursor().get().minute());
        var later =
                Desk.open(
                        server.settings(),
                        Connection::overTls,
                        Threads.inPlace(),
                        Clock.offset(SampleServer.MONDAY_MORNING, Duration.ofMinutes(6)),
                        Features.ALL);
        server.signIn(later, "linh");
        var there = Board.of(later);
        there.walk().first();
        there.walk().nextFree();
        assertEquals(9 * 60 + Minutes.SLOT, there.day().cursor().get().minute());
        later.close();
    }

    @Test
    void theTimeOfTheCursorIsTheNextFreeOneAsLongAsItIsFree() {
        board.day().go(desk.today().plusWeeks(3));
        board.day().place(0, 8 * 60);
        var first = board.day().cursor().get();
        board.walk().nextFree();
        assertEquals(first, board.day().cursor().get());
        board.walk().nextFree();
        assertNotEquals(first, board.day().cursor().get());
    }

    @Test
    void theNextFreeTimeAfterTheLastOfADayIsOnTheNext() {
        board.walk().last();
        board.walk().nextFree();
        assertTrue(day().date().isAfter(desk.today()), day().date()::toString);
        assertTrue(
                board.day()
                        .bookable(board.day().column(), board.day().cursor().get().minute(), 30));
    }

    @Test
    void whatIsTypedAheadOfTheNextFreeTimeIsDoneThere() {
        board.walk().last();
        var before = board.day().cursor().get();
        var at = new Cursor[1];
        board.walk().nextFree();
        board.walk().whenFound(() -> at[0] = board.day().cursor().get());
        assertEquals(board.day().cursor().get(), at[0]);
        assertNotEquals(before, at[0]);
    }

    @Test
    void theFormShowsWhatThePersonHasAndWarnsOfTheSameDay() {
        var busy = any(v -> booked(v) && v.time().from() > NOON);
        var booking = booking(free(), new boolean[1]);
        assertEquals(List.of(), booking.theirs().visits());
        booking.whom().choose(busy.appointment().getPerson());
        assertTrue(booking.theirs().visits().stream().anyMatch(v -> v.getId().equals(busy.id())));
        assertTrue(booking.theirs().on(day().date()));
        assertFalse(booking.theirs().on(day().date().plusDays(300)));
        booking.whom().forget();
        assertEquals(List.of(), booking.theirs().visits());
    }

    @Test
    void aVisitIsBookedWithALengthASecondDoctorAnArrivalAndAsARequest() {
        board.day().go(21);
        var slot = free();
        var booking = booking(slot, new boolean[1]);
        type(booking, "emily carter");
        var other = day().columns().get(slot[0] == 0 ? 1 : 0).practitionerId();
        booking.what().minutes().set(45);
        booking.what().early().set(10);
        booking.what().requested().set(true);
        booking.what()
                .beside()
                .setAll(
                        desk.session().desk().getPractitionersList().stream()
                                .filter(one -> one.getId().equals(other))
                                .toList());
        booking.book();
        assertEquals("", booking.when().refused().get());
        var visit = board.day().selected().orElseThrow();
        var booked = visit.appointment();
        assertEquals(45, visit.time().length());
        assertEquals(List.of(other), booked.getAlsoPractitionerIdsList());
        assertEquals(booked.getStart().getSeconds() - 600, booked.getAskedToArrive().getSeconds());
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_REQUESTED, visit.status());
        board.actions().confirm(visit);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, again(visit).status());
        board.actions().undos().undo();
        board.actions().undos().undo();
        assertTrue(day().visit(visit.id()).isEmpty());
    }

    @Test
    void theFormKnowsWhatTheServiceCostsNeedsAndAsksOfThePerson() {
        var offered = board.day().offered();
        var ultrasound =
                desk.session().desk().getServicesList().stream()
                        .filter(service -> service.getName().equals("Ultrasound"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("350,000\u00a0VND", offered.price(ultrasound.getId(), Locale.ENGLISH));
        assertEquals("ultrasound", offered.needs(ultrasound.getId()));
        assertTrue(offered.preparation(ultrasound.getId()).startsWith("Nhịn ăn"));
    }

    @Test
    void thePastIsRefusedInPlainWords() {
        var booking = booking(new int[] {2, 8 * 60}, new boolean[1]);
        type(booking, "emily carter");
        booking.book();
        assertEquals(
                desk.texts().get("appointment.refused.IN_THE_PAST"),
                booking.when().refused().get());
    }

    @Test
    void somebodyBookedElsewhereAtThatTimeIsSaidAtThePerson() {
        var busy = any(v -> booked(v) && v.time().from() > NOON);
        var free = -1;
        for (int column = 0; column < day().columns().size(); column++) {
            free = day().free(column, busy.time(), "") ? column : free;
        }
        var booking = booking(new int[] {free, busy.time().from()}, new boolean[1]);
        booking.whom().choose(busy.appointment().getPerson());
        booking.book();
        assertEquals(
                desk.texts().get("appointment.refused.SLOT_TAKEN.patient"),
                booking.whom().refused().get());
        var offers = List.copyOf(booking.when().instead().offers());
        assertTrue(booking.when().offering().get());
        assertEquals(
                List.of(InsteadModel.Kind.values()),
                offers.stream().map(InsteadModel.Instead::kind).distinct().toList());
        booking.when().take(offers.getFirst());
        assertEquals("", booking.whom().refused().get());
        assertFalse(booking.when().offering().get());
        booking.book();
        var visit = board.day().selected().orElseThrow();
        assertFalse(visit.time().overlaps(busy.time()));
        board.actions().undos().undo();
    }

    @Test
    void whoIsFreeInsteadOfThePersonNeedsNoOtherTime() {
        var busy = any(v -> booked(v) && v.time().from() > NOON);
        var free = -1;
        for (int column = 0; column < day().columns().size(); column++) {
            free = day().free(column, busy.time(), "") ? column : free;
        }
        var booking = booking(new int[] {free, busy.time().from()}, new boolean[1]);
        booking.whom().choose(busy.appointment().getPerson());
        booking.book();
        assertTrue(booking.when().offering().get());
        booking.whom().forget();
        type(booking, "emily carter");
        assertFalse(booking.when().offering().get());
        assertEquals(List.of(), booking.when().instead().offers());
    }

    @Test
    void nobodyIsBookedWithoutAPerson() {
        var booking = booking(free(), new boolean[1]);
        booking.book();
        assertEquals(desk.texts().get("appointment.book.nobody"), booking.whom().refused().get());
    }

    @Test
    void someoneWithAVisitTodayIsCheckedIn() {
        var visit = any(v -> booked(v) && firstOfPerson(v));
        board.arrivals().arrive(visit.appointment().getPerson());
        assertEquals(
                ArrivalModel.Kind.ARRIVED, board.arrivals().result().get().orElseThrow().kind());
        assertEquals(visit.id(), board.day().selected().orElseThrow().id());
        board.actions().undos().undo();
    }

    private boolean firstOfPerson(Visit visit) {
        return day().visits().stream()
                .filter(v -> v.appointment().getPerson().equals(visit.appointment().getPerson()))
                .noneMatch(v -> booked(v) && v.time().from() < visit.time().from());
    }

    @Test
    void aCardTellsHowTheVisitOfTodayStands() {
        var kinds =
                Map.of(
                        AppointmentStatus.APPOINTMENT_STATUS_ARRIVED,
                        ArrivalModel.Kind.ALREADY_ARRIVED,
                        AppointmentStatus.APPOINTMENT_STATUS_IN_ROOM,
                        ArrivalModel.Kind.IN_ROOM,
                        AppointmentStatus.APPOINTMENT_STATUS_FULFILLED,
                        ArrivalModel.Kind.ALREADY_SEEN);
        kinds.forEach((status, kind) -> {
            var visit = any(v -> v.status() == status && furthestBehind(v));
            var toCome = othersOf(visit).filter(BoardModelTest::booked).toList();
            toCome.forEach(v -> board.actions().cancel(v, CancelReason.CANCEL_REASON_CLINIC));
            assertEquals(kind, scan(visit.appointment().getPerson()).kind());
            assertEquals(visit.id(), board.day().selected().orElseThrow().id());
            toCome.forEach(v -> board.actions().undos().undo());
        });
    }

    /// Whether the person neither waits nor is in a room for another visit.
    private boolean furthestBehind(Visit visit) {
        return othersOf(visit)
                .noneMatch(v -> !booked(v) && v.status().getNumber() <= visit.status().getNumber());
    }

    private Stream<Visit> othersOf(Visit visit) {
        return day().visits().stream()
                .filter(v -> !v.id().equals(visit.id()))
                .filter(v -> v.appointment().getPerson().equals(visit.appointment().getPerson()));
    }

    @Test
    void aCardTellsThatTheVisitOfTodayWasCancelledAndWhenTheNextIs() {
        var person = newcomer("Hủy Lịch");
        var today = bookInAFreeTime(person);
        board.day().go(1);
        var tomorrow = bookInAFreeTime(person);
        board.day().go(-1);
        board.actions().cancel(today, CancelReason.CANCEL_REASON_PATIENT);
        var arrival = scan(person);
        assertEquals(ArrivalModel.Kind.CANCELLED, arrival.kind());
        assertTrue(arrival.detail().contains("Next visit: "), arrival.detail());
        board.actions().cancel(tomorrow, CancelReason.CANCEL_REASON_PATIENT);
        assertFalse(scan(person).detail().contains("Next visit: "));
    }

    @Test
    void aCardTellsThatTheVisitIsOnAnotherDay() {
        var person = newcomer("Ngày Mai");
        board.day().go(1);
        var tomorrow = bookInAFreeTime(person);
        board.day().go(-1);
        assertEquals(ArrivalModel.Kind.NOT_TODAY, scan(person).kind());
        board.actions().cancel(tomorrow, CancelReason.CANCEL_REASON_PATIENT);
    }

    @Test
    void aCardTellsThatNothingIsBooked() {
        assertEquals(ArrivalModel.Kind.NO_VISIT, scan(newcomer("Chưa Đặt")).kind());
    }

    private PersonLine newcomer(String name) {
        var patients = PatientServiceGrpc.newBlockingV2Stub(desk.channel());
        var request =
                RegisterPatientRequest.newBuilder()
                        .setPerson(Person.newBuilder().setGiven(name))
                        .build();
        var person = PersonLine.newBuilder().setName(name);
        desk.calls()
                .call(() -> patients.registerPatient(request).getPatient())
                .then(made -> person.setPatientId(made.getId()).setNumber(made.getNumber()));
        return person.build();
    }

    private Visit bookInAFreeTime(PersonLine person) {
        var done = new boolean[1];
        var booking = booking(free(), done);
        booking.whom().choose(person);
        booking.book();
        assertTrue(done[0], booking.when().refused().get() + booking.whom().refused().get());
        return board.day().selected().orElseThrow();
    }

    /// Issues a card and scans it.
    private ArrivalModel.Arrival scan(PersonLine person) {
        var cards = CardServiceGrpc.newBlockingV2Stub(desk.channel());
        var request = IssueCardRequest.newBuilder().setPatientId(person.getPatientId()).build();
        desk.calls()
                .call(() -> cards.issueCard(request))
                .then(card -> board.arrivals().scanned(card.getCode()));
        return board.arrivals().result().get().orElseThrow();
    }

    @Test
    void aForgedCardIsNotKnown() {
        board.arrivals().scanned("CD1-00000000-00000000-0000");
        assertEquals(
                ArrivalModel.Kind.UNKNOWN_CODE,
                board.arrivals().result().get().orElseThrow().kind());
    }

    @Test
    void aNurseSeesTheBoardAndMayNotBook() {
        var nurses = Board.of(server.deskOf("banerjee"));
        assertEquals(5, nurses.day().day().get().columns().size());
        assertFalse(nurses.actions().rights().mayWrite());
    }

    @Test
    void aDoctorBooksAndSqueezesSomebodyInAsTheDeskDoes() {
        for (var login : new String[] {"okafor", "duc", "linh"}) {
            var desk = server.deskOf(login);
            assertTrue(Board.of(desk).actions().rights().mayWrite(), login);
            assertTrue(desk.may(AppointmentServiceGrpc.getOverbookMethod()), login);
        }
    }
}
