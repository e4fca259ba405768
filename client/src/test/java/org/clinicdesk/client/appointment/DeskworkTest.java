package org.clinicdesk.client.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.Confirmation;
import org.clinicdesk.appointment.v1.Opening;
import org.clinicdesk.appointment.v1.PinRequest;
import org.clinicdesk.appointment.v1.PinnedVisit;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What two desks see of each other's work, and what is left to do, against the real server at nine in the morning.
class DeskworkTest {

    private static final int NOON = 12 * 60;

    private static SampleServer server;

    private final List<BookingModel> forms = new ArrayList<>();
    private Board board;
    private Board other;

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
        board = Board.of(server.deskOf("linh"));
        other = Board.of(server.deskOf("linh"));
    }

    @AfterEach
    void closeForms() {
        forms.forEach(BookingModel::close);
    }

    private Day day() {
        return board.day().day().get();
    }

    private Visit any(Predicate<Visit> wanted) {
        return day().visits().stream().filter(wanted).findFirst().orElseThrow();
    }

    private Visit again(Visit visit) {
        return day().visit(visit.id()).orElseThrow();
    }

    private static boolean later(Visit visit) {
        return visit.is(AppointmentStatus.APPOINTMENT_STATUS_BOOKED) && visit.time().from() > NOON;
    }

    private static boolean begun(Visit visit) {
        return visit.is(AppointmentStatus.APPOINTMENT_STATUS_BOOKED)
                && visit.time().from() <= 9 * 60;
    }

    private int[] free() {
        for (var column = 0; column < day().columns().size(); column++) {
            for (var minute = 9 * 60 + 30; minute < 17 * 60; minute += Minutes.SLOT) {
                if (day().free(column, new Minutes(minute, minute + 45), "")) {
                    return new int[] {column, minute};
                }
            }
        }
        throw new AssertionError("The day is full");
    }

    private BookingModel booking(Board at, int[] slot) {
        at.day().place(slot[0], slot[1]);
        var form = at.booking(() -> {}).orElseThrow();
        forms.add(form);
        return form;
    }

    private Optional<Held> seen(Board board) {
        board.day().read();
        return board.day().day().get().held().stream().findFirst();
    }

    private static void choose(BookingModel booking, String name) {
        booking.whom().query().set(name);
        booking.whom().chooseHighlighted();
    }

    @Test
    void aTimeBeingBookedIsKeptForTheDesk() {
        booking(board, free());
        assertFalse(seen(other).orElseThrow().mine());
        assertTrue(seen(board).orElseThrow().mine());
    }

    @Test
    void aTimeKeptElsewhereCannotBeBooked() {
        var slot = free();
        booking(board, slot);
        var late = booking(other, slot);
        choose(late, "nguyen");
        late.book();
        assertTrue(late.when().refused().get().contains("Linh Mai"), late.when().refused().get());
    }

    @Test
    void whoComesAfterAllTakesTheTimeThatAFormKeepsAndTheFormSaysSo() {
        var visit = any(v -> begun(v) && v.time().from() == 9 * 60);
        other.actions().markNoShow(visit);
        var form = booking(board, new int[] {visit.column(), visit.time().from()});
        assertTrue(seen(board).orElseThrow().mine());
        other.day().read();
        other.actions().checkIn(other.day().day().get().visit(visit.id()).orElseThrow());
        assertEquals(Optional.empty(), seen(board));
        var words = board.desk().texts().get("appointment.refused.HOLD_LOST");
        assertEquals(words, form.when().refused().get());
        assertFalse(form.when().instead().offers().isEmpty());
        choose(form, "nguyen");
        form.book();
        assertEquals(words, form.when().refused().get());
    }

    @Test
    void aFormThatIsClosedGivesTheTimeUp() {
        booking(board, free()).close();
        assertEquals(Optional.empty(), seen(other));
    }

    @Test
    void anotherTimeIsKeptInsteadOfTheFirst() {
        var slot = free();
        booking(board, slot).when().step(1);
        assertEquals(slot[1] + Minutes.SLOT, seen(other).orElseThrow().time().from());
        assertEquals(1, other.day().day().get().held().size());
    }

    @Test
    void aBookingEndsItsHold() {
        var booking = booking(board, free());
        choose(booking, "nguyen");
        booking.book();
        assertEquals("", booking.when().refused().get());
        assertEquals(Optional.empty(), seen(other));
    }

    @Test
    void aConfirmationIsTakenBack() {
        var visit = any(DeskworkTest::later);
        board.actions().confirm(visit);
        assertEquals(
                Confirmation.CONFIRMATION_CONFIRMED, again(visit).appointment().getConfirmation());
        board.actions().undos().undo();
        assertFalse(
                again(visit).appointment().getConfirmation()
                        == Confirmation.CONFIRMATION_CONFIRMED);
    }

    @Test
    void whatSomebodySaidStandsWithTheVisitAndIsTakenBack() {
        var visit = any(DeskworkTest::later);
        var calls = new LateModel(board);
        calls.answer(visit.appointment(), Answer.LEFT_MESSAGE);
        assertEquals("message left", new VisitWords(board.desk()).confirmation(again(visit)));
        calls.answer(again(visit).appointment(), Answer.DECLINED);
        assertEquals("declined", new VisitWords(board.desk()).confirmation(again(visit)));
        assertTrue(Answer.of(again(visit).appointment()).contains(Answer.UNCONFIRMED));
        assertFalse(Answer.of(again(visit).appointment()).contains(Answer.DECLINED));
        board.actions().undos().undo();
        board.actions().undos().undo();
        assertEquals("", new VisitWords(board.desk()).confirmation(again(visit)));
    }

    @Test
    void whoWasCalledInVainIsToldFromWhoWasNeverCalled() {
        board.day().read();
        var visit = board.unfinished().lists().get().getUnconfirmed(1);
        var calls = new LateModel(board);
        calls.answer(visit, Answer.NOT_REACHED);
        assertTrue(calls.called(visit).map(calls::words).orElse("").contains("not reached"));
        assertEquals(Confirmation.CONFIRMATION_UNCONFIRMED, visit.getConfirmation());
        board.actions().undos().undo();
        assertEquals(Optional.empty(), calls.called(visit));
    }

    @Test
    void whoIsLateIsMarkedAsMissedByAPersonAndTakenBack() {
        var visit = any(DeskworkTest::begun);
        board.actions().markNoShow(visit);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW, again(visit).status());
        board.actions().undos().undo();
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, again(visit).status());
    }

    @Test
    void nobodyMissesWhatHasNotBegun() {
        assertFalse(board.actions().rights().canMarkNoShow(any(DeskworkTest::later)));
    }

    @Test
    void aPinnedVisitIsSeenAtEveryDeskAndKeepsItsTime() {
        var visit = any(DeskworkTest::later);
        board.actions().pin(visit);
        other.day().read();
        assertTrue(
                other.day().pins().stream()
                        .anyMatch(pin -> pin.getAppointmentId().equals(visit.id())));
        assertTrue(other.day().day().get().visit(visit.id()).isPresent());
    }

    @Test
    void aPinnedVisitIsPlacedOnAnotherDay() {
        var visit = any(DeskworkTest::later);
        board.actions().pin(visit);
        board.pins()
                .take(
                        board.day().pins().stream()
                                .filter(pin -> pin.getAppointmentId().equals(visit.id()))
                                .findFirst()
                                .orElseThrow());
        board.day().go(7);
        var slot = free();
        board.day().place(slot[0], slot[1]);
        board.pins().place(board.day().cursor().get());
        assertEquals(slot[1], again(visit).time().from());
        assertTrue(
                board.day().pins().stream()
                        .noneMatch(pin -> pin.getAppointmentId().equals(visit.id())));
        assertEquals(Optional.empty(), board.pins().placing().get());
    }

    @Test
    void whoConfirmsForTomorrowLeavesTheList() {
        board.day().go(1);
        var form = booking(board, free());
        choose(form, "nguyen");
        form.book();
        var before = Unfinished.UNCONFIRMED.of(board.unfinished().lists().get());
        board.actions().confirm(before.getFirst(), Confirmation.CONFIRMATION_CONFIRMED);
        assertEquals(
                before.size() - 1, Unfinished.UNCONFIRMED.count(board.unfinished().lists().get()));
    }

    @Test
    void theFirstFreeTimeIsFoundAndShownOnTheBoard() {
        var find = new FindModel(board);
        find.weekdays().add(DayOfWeek.THURSDAY);
        find.part().set(FindModel.Part.AFTERNOON);
        var there = new boolean[1];
        find.go(find.openings().getFirst(), () -> there[0] = true);
        assertTrue(there[0]);
        assertEquals(LocalDate.of(2026, 11, 26), day().date());
        assertTrue(board.day().cursor().get().minute() >= NOON);
        assertTrue(board.day().bookable(board.day().column(), board.day().cursor().get().minute()));
    }

    @Test
    void aTimeThatWasFoundIsBookedForWhatWasAskedFor() {
        var find = new FindModel(board);
        find.text().set("ultrasound le thu ha 40 min afternoon");
        find.whom().query().set("lucia fernandez");
        find.whom().chooseHighlighted();
        var opening = find.openings().getFirst();
        var wish = find.wish(opening);
        find.go(opening, () -> {});
        var form = board.booking(wish, () -> {}).orElseThrow();
        forms.add(form);
        assertEquals("Ultrasound", form.what().service().get().getName());
        assertEquals(find.whom().person().get(), form.whom().person().get());
        form.book();
        var visit = board.day().selected().orElseThrow();
        assertEquals(40, visit.time().length());
        assertTrue(visit.time().from() >= NOON);
        assertEquals(1, visit.appointment().getResourceIdsCount());
        board.actions().undos().undo();
    }

    @Test
    void aRoomThatWasAskedForIsBookedByName() {
        var find = new FindModel(board);
        find.text().set("silla de ruedas");
        var opening = find.openings().getFirst();
        var wish = find.wish(opening);
        assertEquals("wheelchair room", find.thing().get().orElseThrow().getType());
        find.go(opening, () -> {});
        var form = board.booking(wish, () -> {}).orElseThrow();
        forms.add(form);
        var visit = booked(form, "lucia fernandez");
        assertEquals(wish.roomId(), visit.appointment().getRoomId());
        assertFalse(wish.roomId().isEmpty());
        board.actions().undos().undo();
    }

    @Test
    void wordsFillTheFieldsAndLetThemGoAgain() {
        var find = new FindModel(board);
        find.text().set("cardiology not tue");
        assertEquals("Cardiology", find.who().get().name());
        assertEquals(Set.of(DayOfWeek.TUESDAY), find.notOn());
        assertTrue(find.openings().stream().noneMatch(it -> weekday(it) == DayOfWeek.TUESDAY));
        find.part().set(FindModel.Part.MORNING);
        find.text().set("cardiology");
        assertEquals(Set.of(), find.notOn());
        assertEquals(FindModel.Part.MORNING, find.part().get());
        assertEquals("Cardiology", find.who().get().name());
        find.text().set("cardiology zzz");
        assertEquals(List.of("zzz"), find.understood().get().unknown());
    }

    private static DayOfWeek weekday(Opening opening) {
        return Day.instant(opening.getStart())
                .atZone(java.time.ZoneId.of("Asia/Ho_Chi_Minh"))
                .getDayOfWeek();
    }

    @Test
    void whenNoDayIsLeftNothingIsFound() {
        var find = new FindModel(board);
        find.text().set("on monday not monday");
        assertEquals(List.of(), find.openings());
    }

    @Test
    void whoFindsNothingEarlyEnoughIsPutOnTheWaitingList() {
        var find = new FindModel(board);
        find.text().set("dermatology morning not fri");
        find.putOnWaitingList(() -> {});
        assertFalse(find.whom().refused().get().isEmpty());
        find.whom().query().set("lucia fernandez");
        find.whom().chooseHighlighted();
        var there = new boolean[1];
        find.putOnWaitingList(() -> there[0] = true);
        assertTrue(there[0], find.whom().refused().get());
        board.actions().undos().undo();
    }

    private Visit booked(BookingModel form, String name) {
        choose(form, name);
        form.book();
        assertEquals("", form.when().refused().get() + form.whom().refused().get());
        return board.day().selected().orElseThrow();
    }

    @Test
    void aBookingIsTakenBackBeforeWhatWasDoneBeforeIt() {
        var waits = any(DeskworkTest::later);
        board.actions().checkIn(waits);
        var visit = booked(booking(board, free()), "lucia fernandez");
        board.actions().undos().undo();
        assertTrue(day().visit(visit.id()).isEmpty());
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, again(waits).status());
        board.actions().undos().undo();
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, again(waits).status());
    }

    @Test
    void theNoticeOfABookingTakesItBack() {
        var visit = booked(booking(board, free()), "lucia fernandez");
        var notice = board.desk().notices().shown().getLast();
        assertTrue(notice.text().contains("booked for"), notice.text());
        notice.undo().orElseThrow().run();
        assertTrue(day().visit(visit.id()).isEmpty());
    }

    @Test
    void aBookingIsTakenBackAfterItsArrivalWas() {
        var visit = booked(booking(board, free()), "lucia fernandez");
        board.actions().checkIn(visit);
        board.actions().undos().undo();
        board.actions().undos().undo();
        assertTrue(day().visit(visit.id()).isEmpty());
    }

    @Test
    void aSeriesIsTakenBackAsAWhole() {
        board.day().go(LocalDate.of(2027, 1, 11));
        var form = booking(board, free());
        form.everyWeeks().set(1);
        form.times().set(3);
        var visit = booked(form, "lucia fernandez");
        board.actions().undos().undo();
        assertTrue(day().visit(visit.id()).isEmpty());
        board.day().go(14);
        assertTrue(
                day().known().stream()
                        .noneMatch(other ->
                                other.getSeriesId().equals(visit.appointment().getSeriesId())));
    }

    private PinnedVisit pinned(Predicate<PinnedVisit> wanted) {
        return board.day().pins().stream().filter(wanted).findFirst().orElseThrow();
    }

    @Test
    void whatWasBookedFromThePinboardGoesBackThere() {
        pinSomebody();
        var pin = pinned(it -> it.getReason().equals("Tái khám"));
        board.pins().take(pin);
        var slot = free();
        board.day().place(slot[0], slot[1]);
        board.booking(() -> {}).orElseThrow().book();
        assertEquals("Tái khám", board.day().selected().orElseThrow().appointment().getReason());
        assertTrue(board.day().pins().stream().noneMatch(it -> it.getId().equals(pin.getId())));
        board.actions().undos().undo();
        assertEquals(pin.getPerson(), pinned(it -> it.getReason().equals("Tái khám")).getPerson());
    }

    /// Without a time yet.
    private void pinSomebody() {
        var visit = any(DeskworkTest::later).appointment();
        var request =
                PinRequest.newBuilder()
                        .setSiteId(board.day().siteId())
                        .setPatientId(visit.getPerson().getPatientId())
                        .setServiceId(visit.getServiceId())
                        .setReason("Tái khám")
                        .build();
        var stub = AppointmentServiceGrpc.newBlockingV2Stub(board.desk().channel());
        var refused = new ArrayList<Problem>();
        board.desk()
                .calls()
                .call(() -> stub.pin(request))
                .refused(refused::add)
                .then(answer -> board.day().read());
        assertEquals(List.of(), refused);
    }

    @Test
    void aVisitPlacedFromThePinboardGoesBackToItsTimeAndToThePinboard() {
        var visit = any(DeskworkTest::later);
        board.actions().pin(visit);
        board.pins().take(pinned(pin -> pin.getAppointmentId().equals(visit.id())));
        var slot = free();
        board.day().place(slot[0], slot[1]);
        board.pins().place(board.day().cursor().get());
        assertEquals(slot[1], again(visit).time().from());
        board.actions().undos().undo();
        assertEquals(visit.time(), again(visit).time());
        assertEquals(
                visit.appointment().getPerson(),
                pinned(pin -> pin.getAppointmentId().equals(visit.id())).getPerson());
    }

    @Test
    void aSeriesIsBookedAndSaysWhatItCouldNotBook() {
        board.day().go(LocalDate.of(2026, 12, 14));
        var slot = free();
        var way = booking(board, slot);
        choose(way, "nguyen");
        way.book();
        board.day().go(LocalDate.of(2026, 11, 30));
        var form = booking(board, slot);
        choose(form, "lan");
        form.everyWeeks().set(1);
        form.times().set(3);
        form.book();
        assertEquals("", form.when().refused().get());
        var missed =
                form.missed().orElseThrow().lines().stream()
                        .filter(line -> line.when().contains("14 December"))
                        .findFirst()
                        .orElseThrow();
        assertTrue(missed.why().contains("already has a visit"), missed.toString());
        var done = new boolean[1];
        missed.choices().getFirst().take().accept(() -> done[0] = true);
        assertTrue(done[0]);
        board.day().go(LocalDate.of(2026, 12, 14));
        assertEquals(1, day().visits().stream().filter(v -> whose(v, form)).count());
        board.actions().undos().undo();
        assertEquals(0, day().visits().stream().filter(v -> whose(v, form)).count());
        board.actions().undos().undo();
        assertTrue(board.desk().notices().shown().getLast().text().startsWith("Booking of "));
    }

    private static boolean whose(Visit visit, BookingModel form) {
        return visit.appointment().getPerson().equals(form.whom().person().get().orElseThrow());
    }

    @Test
    void whatIsSaidOfAVisitOfASeriesIsWhoIsBusy() {
        var other =
                any(v ->
                        later(v)
                                && v.slots().from() >= NOON + 60
                                && board.actions().rights().canMove(v));
        var person = other.appointment().getPerson();
        var column =
                java.util.stream.IntStream.range(0, day().columns().size())
                        .filter(at -> at != other.column())
                        .filter(at -> day().free(at, other.time(), ""))
                        .findFirst()
                        .orElseThrow();
        var form = booking(board, new int[] {column, other.slots().from()});
        form.whom().choose(person);
        form.everyWeeks().set(1);
        form.times().set(2);
        form.book();
        var missed = form.missed().orElseThrow().lines();
        assertEquals("This person already has another visit at this time", missed.getFirst().why());
    }
}
