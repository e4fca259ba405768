package org.clinicdesk.client.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.session.v1.Desk.Practitioner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Rooms, weeks and views of one's own, against the real server, on a Monday at nine.
class BoardLayoutTest {

    private static final int NOON = 12 * 60;
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static SampleServer server;

    private Desk desk;
    private Board board;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        Rooms.giveEachDoctorOne(Board.of(server.deskOf("linh")));
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

    @AfterEach
    void forget() {
        List.copyOf(board.views().views()).forEach(board.views()::remove);
    }

    private Day day() {
        return board.day().day().get();
    }

    private Visit any(Predicate<Visit> wanted) {
        return day().visits().stream().filter(wanted).findFirst().orElseThrow();
    }

    private static boolean later(Visit visit) {
        return visit.is(AppointmentStatus.APPOINTMENT_STATUS_BOOKED) && visit.time().from() > NOON;
    }

    private Visit again(Visit visit) {
        return day().visit(visit.id()).orElseThrow();
    }

    private void rooms() {
        board.layout().by(By.ROOM);
    }

    private void week() {
        board.layout().reach(Reach.WEEK);
    }

    private Visit carry(Visit visit, int column, int minute) {
        board.moves().begin(visit);
        board.moves().to(column, minute);
        board.moves().drop();
        assertFalse(board.moves().on(), board.moves().ghost().get().map(Ghost::refused).orElse(""));
        return again(visit);
    }

    @Test
    void everyVisitStandsInTheColumnOfItsRoom() {
        var before = day().visits().size();
        rooms();
        assertEquals(before, day().visits().size());
        assertTrue(day().of(0).size() > 1 && day().of(1).size() > 1, "visits in rooms");
        day().visits()
                .forEach(visit ->
                        assertEquals(
                                day().columns().get(visit.column()).room(),
                                visit.appointment().getRoomId()));
        assertEquals(Column.NO_ROOM, day().columns().getLast().id());
    }

    @Test
    void theKeyboardStaysWithTheVisitWhenTheColumnsTurn() {
        var visit = any(BoardLayoutTest::later);
        board.day().select(visit);
        rooms();
        assertEquals(visit.id(), board.day().selected().orElseThrow().id());
        week();
        assertEquals(visit.id(), board.day().selected().orElseThrow().id());
        board.layout().by(By.DOCTOR);
        assertEquals(visit.id(), board.day().selected().orElseThrow().id());
    }

    @Test
    void turningTheColumnsNeverTakesHoldOfAnotherVisit() {
        var visit = any(BoardLayoutTest::later);
        board.day().select(visit);
        var others = Set.of(day().columns().get(visit.column() == 0 ? 1 : 0).id());
        board.layout().show(others);
        assertTrue(board.day().selected().isEmpty());
    }

    @Test
    void draggingToAnotherRoomChangesTheRoomAndNothingElse() {
        rooms();
        var visit = any(BoardLayoutTest::later);
        var free = freeRoom(visit);
        var there = carry(visit, free, visit.time().from());
        assertEquals(day().columns().get(free).room(), there.appointment().getRoomId());
        assertEquals(
                visit.appointment().getPractitionerId(), there.appointment().getPractitionerId());
        board.actions().undos().undo();
        assertEquals(visit.appointment().getRoomId(), again(visit).appointment().getRoomId());
    }

    private int freeRoom(Visit visit) {
        for (int i = 0; i < day().columns().size(); i++) {
            if (i != visit.column()
                    && !day().columns().get(i).isNoRoom()
                    && day().free(i, visit.time(), visit.id())) {
                return i;
            }
        }
        throw new AssertionError("No room is free");
    }

    @Test
    void aRoomThatIsTakenIsSeenWhileCarriedAndRefusedWhenPutDown() {
        rooms();
        var first = any(v -> later(v) && inTheWay(v).isPresent());
        var second = inTheWay(first).orElseThrow();
        board.moves().begin(first);
        board.moves().to(second.column(), first.time().from());
        assertFalse(board.moves().fits(board.moves().ghost().get().orElseThrow()));
        board.moves().drop();
        assertEquals(
                desk.texts().get("appointment.refused.SLOT_TAKEN.room"),
                board.moves().ghost().get().orElseThrow().refused());
        board.moves().cancel();
        assertEquals(first.appointment().getRoomId(), again(first).appointment().getRoomId());
    }

    /// A visit in another room at the same time.
    private Optional<Visit> inTheWay(Visit first) {
        return day().visits().stream()
                .filter(v ->
                        v.column() != first.column()
                                && !day().columns().get(v.column()).isNoRoom()
                                && v.time().overlaps(first.time()))
                .findFirst();
    }

    @Test
    void aVisitIsBookedIntoARoomWithSomebodyWhoIsFree() {
        rooms();
        var at = freeSlot();
        board.day().place(at[0], at[1]);
        var done = new boolean[1];
        var booking = board.booking(() -> done[0] = true).orElseThrow();
        assertFalse(booking.when().doctors().isEmpty());
        booking.whom().query().set("emily carter");
        booking.whom().chooseHighlighted();
        booking.book();
        assertTrue(done[0], booking.when().refused().get() + booking.whom().refused().get());
        var visit = board.day().selected().orElseThrow();
        assertEquals(at[0], visit.column());
        board.actions()
                .cancel(visit, org.clinicdesk.appointment.v1.CancelReason.CANCEL_REASON_CLINIC);
    }

    private int[] freeSlot() {
        for (int column = 0; column < day().columns().size() - 1; column++) {
            for (int minute = NOON + 120; minute < 17 * 60; minute += Minutes.SLOT) {
                if (board.day().bookable(column, minute)
                        && board.day().bookable(column, minute + Minutes.SLOT)) {
                    return new int[] {column, minute};
                }
            }
        }
        throw new AssertionError("Every room is full");
    }

    @Test
    void aWeekBeginsOnMondayAndWatchesAllItsDays() {
        board.day().go(MONDAY.plusDays(2));
        week();
        assertEquals(MONDAY, day().columns().getFirst().date());
        assertEquals(DayOfWeek.MONDAY, day().columns().getFirst().date().getDayOfWeek());
        assertTrue(day().columns().size() >= 5, "days " + day().columns().size());
        for (int i = 0; i < 7; i++) {
            assertTrue(board.day().topics().contains("day/" + MONDAY.plusDays(i)));
        }
        board.layout().reach(Reach.DAY);
        assertFalse(board.day().topics().contains("day/" + MONDAY.plusDays(1)));
    }

    @Test
    void theWeekIsThatOfTheDoctorAtTheCursorAndHasOnlyHisVisits() {
        var doctor = day().columns().get(2).practitionerId();
        board.day().place(2, NOON);
        week();
        assertEquals(doctor, board.day().layout().get().whose());
        assertTrue(
                day().visits().stream()
                        .allMatch(v -> v.appointment().getPractitionerId().equals(doctor)));
        assertTrue(
                day().visits().stream().map(Visit::column).distinct().count() > 1,
                "visits on several days");
    }

    @Test
    void aVisitGoesToAnotherDayOfTheWeekAndBack() {
        week();
        var visit = any(v -> later(v) && v.column() == 0);
        var minute = freeOn(1, visit.time().length());
        var there = carry(visit, 1, minute);
        assertEquals(MONDAY.plusDays(1), day().wall().date(there.appointment().getStart()));
        board.actions().undos().undo();
        assertEquals(visit.time(), again(visit).time());
        assertEquals(0, again(visit).column());
    }

    private int freeOn(int column, int length) {
        for (int minute = 8 * 60; minute < 17 * 60; minute += Minutes.SLOT) {
            if (day().free(column, new Minutes(minute, minute + length), "")) {
                return minute;
            }
        }
        throw new AssertionError("The day is full");
    }

    @Test
    void aGapInTheWeekIsBookedOnItsDay() {
        week();
        var minute = freeOn(3, 60);
        board.day().place(3, minute);
        var booking = board.booking(() -> {}).orElseThrow();
        assertEquals(MONDAY.plusDays(3), booking.when().slot().get().date());
        booking.close();
    }

    @Test
    void aVisitInTheHandComesAlongToTheNextWeek() {
        week();
        var visit = any(v -> later(v) && v.column() == 0);
        board.moves().begin(visit);
        board.day().turn(1);
        var ghost = board.moves().ghost().get().orElseThrow();
        assertTrue(ghost.elsewhere());
        assertFalse(ghost.stays());
        board.day().turn(-1);
        assertTrue(board.moves().ghost().get().orElseThrow().stays());
        board.moves().cancel();
    }

    /// The week of a room tells only of the visits there; his doctor is busy elsewhere.
    @Test
    void aBusyDoctorIsSeenWhileAVisitIsCarriedOverTheWeekOfARoom() {
        var visit = inTheWeekOfItsRoom();
        var spot = spotFor(visit);
        bookElsewhere(someoneElse(visit), visit.appointment().getPractitionerId(), spot);
        assertFalse(fitsAt(visit, spot));
    }

    @Test
    void aBusyPatientIsSeenWhileAVisitIsCarriedOverTheWeekOfARoom() {
        var visit = inTheWeekOfItsRoom();
        var spot = spotFor(visit);
        bookElsewhere(
                visit.appointment().getPerson().getPatientId(), otherDoctor(visit, spot), spot);
        assertFalse(fitsAt(visit, spot));
    }

    /// The week of a doctor tells only of his visits; somebody else is in the room.
    @Test
    void aTakenRoomIsSeenWhileAVisitIsCarriedOverTheWeekOfItsDoctor() {
        // Of a doctor who has no room in his hours: the room was asked for.
        var visit = any(v -> later(v) && v.column() > 1 && !v.appointment().getRoomId().isEmpty());
        board.day().select(visit);
        week();
        visit = again(visit);
        var spot = spotFor(visit);
        bookInItsRoom(visit, spot);
        assertEquals(Way.LACKING, wayAt(visit, spot));
    }

    @Test
    void withAColleagueTheRoomOfTheFirstDoctorIsNotNeeded() {
        var visit = any(v -> later(v) && !v.appointment().getRoomId().isEmpty());
        var spot = spotWithColleague(visit);
        bookInItsRoom(visit, spot);
        assertEquals(Way.FREE, wayAt(visit, spot));
        board.moves().begin(visit);
        board.moves().to(spot.column(), spot.minute());
        board.moves().drop();
        var there = again(visit);
        assertEquals(spot.column(), there.column());
        assertNotEquals(visit.appointment().getRoomId(), there.appointment().getRoomId());
    }

    /// Where a third doctor has time too.
    private Spot spotWithColleague(Visit visit) {
        var columns = IntStream.range(0, day().columns().size()).boxed().toList();
        for (int minute = 16 * 60; minute > 8 * 60; minute -= Minutes.SLOT) {
            var at = Minutes.slot(minute);
            var free =
                    columns.stream()
                            .filter(column -> column != visit.column())
                            .filter(column -> day().free(column, at, ""))
                            .toList();
            if (free.size() > 1 && fitsAt(visit, new Spot(free.getFirst(), minute))) {
                return new Spot(free.getFirst(), minute);
            }
        }
        throw new AssertionError("The day is full");
    }

    private record Spot(int column, int minute) {}

    private Visit inTheWeekOfItsRoom() {
        rooms();
        var visit = any(v -> later(v) && !day().columns().get(v.column()).isNoRoom());
        board.day().select(visit);
        week();
        return again(visit);
    }

    /// Where nothing is in the way of a visit, on another day.
    private Spot spotFor(Visit visit) {
        for (int column = 1; column < 5; column++) {
            for (int minute = 16 * 60; minute > 8 * 60; minute -= Minutes.SLOT) {
                if (fitsAt(visit, new Spot(column, minute))) {
                    return new Spot(column, minute);
                }
            }
        }
        throw new AssertionError("The week is full");
    }

    private boolean fitsAt(Visit visit, Spot spot) {
        return wayAt(visit, spot) == Way.FREE;
    }

    private Way wayAt(Visit visit, Spot spot) {
        board.moves().begin(visit);
        board.moves().to(spot.column(), spot.minute());
        var way = board.moves().obstacle(board.moves().ghost().get().orElseThrow()).way();
        board.moves().cancel();
        return way;
    }

    private String someoneElse(Visit visit) {
        return any(v -> !v.appointment().getPerson().equals(visit.appointment().getPerson()))
                .appointment()
                .getPerson()
                .getPatientId();
    }

    private String otherDoctor(Visit visit, Spot spot) {
        var date = day().columns().get(spot.column()).date();
        var at = Minutes.slot(spot.minute());
        return day().doctors().stream()
                .filter(doctor -> !doctor.has(visit.appointment()))
                .filter(doctor -> day().free(doctor, date, at, ""))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /// With whoever is free.
    private void bookInItsRoom(Visit visit, Spot spot) {
        var at = Minutes.slot(spot.minute());
        var patient =
                any(v ->
                                !v.appointment().getPerson().equals(visit.appointment().getPerson())
                                        && !v.time().overlaps(at))
                        .appointment()
                        .getPerson()
                        .getPatientId();
        var column = day().columns().get(spot.column());
        var booked =
                desk.session().desk().getPractitionersList().stream()
                        .map(Practitioner::getId)
                        .filter(id ->
                                !id.equals(visit.appointment().getPractitionerId())
                                        && !id.equals(column.practitionerId()))
                        .anyMatch(id -> book(patient, id, visit.appointment().getRoomId(), spot));
        assertTrue(booked, "somebody is in the room");
    }

    /// In no room.
    private void bookElsewhere(String patient, String doctor, Spot spot) {
        assertTrue(book(patient, doctor, "", spot), "booked elsewhere");
    }

    private boolean book(String patient, String doctor, String room, Spot spot) {
        var office = server.deskOf("linh");
        var request =
                BookRequest.newBuilder()
                        .setPatientId(patient)
                        .setPractitionerId(doctor)
                        .setServiceId(desk.session().desk().getServices(0).getId())
                        .setSiteId(desk.site().getId())
                        .setRoomId(room)
                        .setStart(Times.timestamp(day().instant(spot.column(), spot.minute())))
                        .setMinutes(Minutes.SLOT)
                        .build();
        var booked = new boolean[1];
        office.calls()
                .call(() ->
                        AppointmentServiceGrpc.newBlockingV2Stub(office.channel()).book(request))
                .once(RequestId.fresh())
                .refused(problem -> {})
                .then(answer -> booked[0] = true);
        return booked[0];
    }

    @Test
    void onlyTheChosenColumnsAreShownWhateverTheDay() {
        var two = List.of(day().columns().get(1).id(), day().columns().get(3).id());
        board.layout().show(Set.copyOf(two));
        assertEquals(two, day().columns().stream().map(Column::id).toList());
        // A Sunday, on which nobody works.
        board.day().go(MONDAY.plusDays(6));
        assertEquals(2, day().columns().size());
    }

    @Test
    void aViewIsSavedFollowsItsOwnerAndIsTakenWithItsKey() {
        rooms();
        board.layout().show(Set.of(day().columns().getFirst().id(), Column.NO_ROOM));
        board.day().zoom(2);
        board.views().begin();
        board.views().key().set(3);
        board.views().name().set("Phòng 1 và chưa có phòng");
        board.views().save(() -> {});
        var elsewhere = Board.of(server.deskOf("linh"));
        var key = elsewhere.views().shortcuts().getFirst();
        assertEquals("Shift+F3", key.caps());
        assertEquals("Phòng 1 và chưa có phòng", key.words(desk.texts()));
        elsewhere.views().take(3);
        assertEquals(2, elsewhere.day().day().get().columns().size());
        assertEquals(2, elsewhere.day().zoom().get());
        assertEquals(3, elsewhere.views().current().orElseThrow().getKey());
    }

    @Test
    void aViewOfAWeekIsRenamedAndRemoved() {
        week();
        board.views().begin();
        board.views().name().set("Tuần");
        board.views().save(() -> {});
        board.views().name().set("Tuần của bác sĩ");
        board.views().rename(board.views().views().getFirst(), () -> {});
        assertEquals("Tuần của bác sĩ", board.views().current().orElseThrow().getName());
        board.views().remove(board.views().views().getFirst());
        assertTrue(board.views().views().isEmpty());
    }

    @Test
    void whatAnotherDeskSavedIsNotReplacedUnseen() {
        var elsewhere = Board.of(server.deskOf("linh"));
        board.views().begin();
        board.views().name().set("Sáng");
        board.views().save(() -> {});
        elsewhere.views().key().set(1);
        elsewhere.views().name().set("Chiều");
        elsewhere.views().save(() -> {});
        assertEquals(
                desk.texts().get("appointment.views.stale"), elsewhere.views().refused().get());
        assertEquals("Sáng", elsewhere.views().at(1).orElseThrow().getName());
    }
}
