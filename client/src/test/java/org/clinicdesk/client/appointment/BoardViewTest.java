package org.clinicdesk.client.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.FollowUp;
import org.clinicdesk.appointment.v1.ListFollowUpsRequest;
import org.clinicdesk.appointment.v1.Opening;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Threads;
import org.clinicdesk.roster.v1.AbsenceKind;
import org.clinicdesk.roster.v1.AddAbsenceRequest;
import org.clinicdesk.roster.v1.DayMode;
import org.clinicdesk.roster.v1.GetRosterRequest;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.SetDayRequest;
import org.clinicdesk.roster.v1.WallTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A receptionist's hands on the board: keys and mouse, against the real server.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BoardViewTest {

    private static SampleServer server;

    private Desk desk;
    private Scene scene;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        Ui.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        desk = server.desk(server.settings(), Threads.ofToolkit());
        server.signIn(desk, "linh");
        scene = Ui.show(desk, 1440, 900);
        Ui.await(
                "a day",
                () ->
                        Ui.lookup(scene, "appointment-day.count.waiting") instanceof Label label
                                ? label.getText()
                                : "0",
                count -> !count.equals("0"));
    }

    @AfterEach
    void nothingThrown() {
        Ui.close(desk, scene);
        Ui.verify();
    }

    private void keys(KeyCode... codes) {
        for (var code : codes) {
            Ui.key(scene, code, false);
        }
    }

    private String text(String id) {
        return Ui.on(() -> read(id));
    }

    /// On the toolkit's thread only.
    private String read(String id) {
        return Ui.lookup(scene, id) instanceof Label label ? label.getText() : "";
    }

    private void chooseBooked() {
        keys(KeyCode.END);
        for (int i = 0; i < 40 && Ui.lookup(scene, "appointment-selected.move") == null; i++) {
            keys(KeyCode.UP);
        }
    }

    private DayGrid grid() {
        return (DayGrid) Ui.find(scene, "appointment-day.grid");
    }

    private void awaitGone(String id) {
        Ui.await(id + " gone", () -> Ui.lookup(scene, id) == null, gone -> gone);
    }

    private void awaitName(String name) {
        Ui.await(name, () -> read("appointment-selected.name"), name::equals);
    }

    @Test
    void booksByKeyboardFromEnterToTheBoard() {
        keys(KeyCode.F, KeyCode.ENTER);
        Ui.type(scene, "appointment-book.person", "grace kim");
        Ui.find(scene, "appointment-book.hit.0");
        keys(KeyCode.ENTER);
        Ui.find(scene, "appointment-book.taken");
        Ui.type(scene, "appointment-form.reason", "Đau họng");
        keys(KeyCode.ENTER);
        awaitName("Grace Kim");
        awaitGone("appointment-book");
    }

    private String selectedName() {
        return Ui.on(() ->
                Ui.lookup(scene, "appointment-selected.name") instanceof Label label
                        ? label.getText()
                        : "");
    }

    @Test
    void aRefusedBookingKeepsTheForm() {
        keys(KeyCode.F2);
        Ui.type(scene, "appointment-book.person", "henry adams");
        Ui.find(scene, "appointment-book.hit.0");
        keys(KeyCode.ENTER);
        Ui.type(scene, "appointment-form.reason", "Ho kéo dài");
        for (int i = 0; i < 60; i++) {
            Ui.press(scene, "appointment-book.later");
        }
        Ui.press(scene, "appointment-book.primary");
        Ui.find(scene, "appointment-book.time-refused");
        assertEquals(
                "Ho kéo dài", ((TextField) Ui.find(scene, "appointment-form.reason")).getText());
        Ui.find(scene, "appointment-book.taken");
    }

    @Test
    void anotherTimeIsTakenWithOneKeyAndTheFormKept() {
        chooseBooked();
        keys(KeyCode.F2);
        Ui.type(scene, "appointment-book.person", "henry adams");
        Ui.find(scene, "appointment-book.hit.0");
        keys(KeyCode.ENTER);
        Ui.type(scene, "appointment-form.reason", "Ho kéo dài");
        for (int i = 0; i < 60; i++) {
            Ui.press(scene, "appointment-book.later");
        }
        Ui.press(scene, "appointment-book.primary");
        Ui.find(scene, "appointment-book.instead-1");
        Ui.alt(scene, KeyCode.DIGIT1);
        awaitGone("appointment-book.time-refused");
        assertEquals(
                "Ho kéo dài", ((TextField) Ui.find(scene, "appointment-form.reason")).getText());
        keys(KeyCode.ENTER);
        awaitName("Henry Adams");
        awaitGone("appointment-book");
    }

    @Test
    void enterTakesTheChosenTimeFromWhereverTheKeyboardIs() {
        Ui.key(scene, KeyCode.F, true);
        Ui.type(scene, "appointment-find.text", "cardiology 40 min");
        var rows = (TableView<?>) Ui.find(scene, "appointment-find.openings");
        Ui.await(
                "the doctor's times",
                () ->
                        ((ComboBox<?>) Ui.lookup(scene, "appointment-find.who"))
                                .getValue()
                                .toString(),
                who -> who.contains("Cardiology"));
        Ui.await("times", () -> rows.getItems().size(), size -> size > 2);
        Ui.press(scene, "appointment-find.not.1");
        var tomorrow = SampleServer.MONDAY_MORNING.instant().plus(Duration.ofHours(12));
        Ui.await(
                "no time of today",
                () -> rows.getItems().isEmpty() ? null : (Opening) rows.getItems().getFirst(),
                first -> first != null && Day.instant(first.getStart()).isAfter(tomorrow));
        var day = Ui.find(scene, "appointment-find.not.1");
        Ui.run(day::requestFocus);
        keys(KeyCode.DOWN);
        assertEquals(1, Ui.on(() -> rows.getSelectionModel().getSelectedIndex()));
        Ui.run(Ui.find(scene, "appointment-find.service")::requestFocus);
        keys(KeyCode.DOWN);
        assertEquals(2, Ui.on(() -> rows.getSelectionModel().getSelectedIndex()));
        Ui.run(day::requestFocus);
        keys(KeyCode.ENTER);
        Ui.find(scene, "appointment-book");
        awaitGone("appointment-find");
        var length = (ComboBox<?>) Ui.find(scene, "appointment-book.length");
        assertEquals(40, Ui.on(length::getValue));
        keys(KeyCode.ESCAPE);
        awaitGone("appointment-book");
    }

    @Test
    void enterOnAVisitGivesTheKeyboardToItsActions() {
        chooseBooked();
        keys(KeyCode.ENTER);
        assertEquals("appointment-selected.check-in", Ui.on(() -> scene.getFocusOwner().getId()));
        keys(KeyCode.ESCAPE);
        assertSame(grid(), Ui.on(scene::getFocusOwner));
    }

    @Test
    void checksInWithAAndTakesItBackWithControlZ() {
        chooseBooked();
        keys(KeyCode.A);
        Ui.find(scene, "appointment-selected.undo");
        Ui.key(scene, KeyCode.Z, true);
        Ui.find(scene, "appointment-selected.check-in");
    }

    @Test
    void movesByArrowsAndTakesItBack() {
        chooseBooked();
        var grid = grid();
        var before = grid.getAccessibleText();
        keys(KeyCode.M);
        Ui.find(scene, "appointment-day.ghost");
        carryToFree();
        keys(KeyCode.ENTER);
        awaitGone("appointment-day.ghost");
        Ui.await("a move", grid::getAccessibleText, now -> !now.equals(before));
        Ui.key(scene, KeyCode.Z, true);
        Ui.await("the move back", grid::getAccessibleText, before::equals);
    }

    private void carryToFree() {
        var right = List.of(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        var left = List.of(KeyCode.LEFT, KeyCode.LEFT, KeyCode.LEFT);
        for (var step : Stream.of(right, left).flatMap(List::stream).toList()) {
            for (int i = 0; i < 12; i++) {
                keys(KeyCode.UP);
                if (desk.texts().get("appointment.move.free").equals(ghostNote())) {
                    return;
                }
            }
            for (int i = 0; i < 12; i++) {
                keys(KeyCode.DOWN);
            }
            keys(step);
        }
    }

    private String ghostNote() {
        return Ui.on(() ->
                        ((GhostBlock) Ui.lookup(scene, "appointment-day.ghost"))
                                .getAccessibleText())
                .split(", ")[1];
    }

    @Test
    void escapeLetsGoOfAVisitInTheHand() {
        chooseBooked();
        keys(KeyCode.M, KeyCode.UP, KeyCode.ESCAPE);
        assertFalse(Ui.find(scene, "appointment-day.grid").lookup(".ghost").isVisible());
    }

    @Test
    void cancelsWithDeleteAndEnterAndReinstates() {
        chooseBooked();
        var name = selectedName();
        keys(KeyCode.DELETE);
        Ui.find(scene, "appointment-cancel.person");
        keys(KeyCode.ENTER);
        Ui.find(scene, "appointment-selected.slot");
        Ui.key(scene, KeyCode.Z, true);
        awaitName(name);
    }

    @Test
    void aDraggedBlockRefusedOutsideHoursSaysWhyThere() {
        chooseBooked();
        var grid = grid();
        var block = (VisitBlock) Ui.on(() -> grid.lookup(".visit.sel"));
        var from = block.getBoundsInParent();
        var visit = block.visit();
        drag(from.getCenterX(), from.getMinY() + 6, from.getCenterX(), grid.y(12 * 60 + 20));
        Ui.await("a reason", () -> read("appointment-day.refused"), words -> !words.isEmpty());
        assertEquals(
                desk.texts().get("appointment.refused.OUTSIDE_HOURS"),
                text("appointment-day.refused"));
        keys(KeyCode.ESCAPE);
        assertEquals(
                visit.time(), ((VisitBlock) Ui.on(() -> grid.lookup(".visit.sel"))).visit().time());
    }

    @Test
    void aBlockDraggedByItsEndGetsLongerAndShorterAgain() {
        var before = roomy();
        var at = bounds(before);
        var longer = before.time().to() + Minutes.SLOT;
        drag(at.getCenterX(), at.getMaxY() - 2, at.getCenterX(), grid().y(longer));
        Ui.await("longer", () -> stored(before).time().to(), minute -> minute == longer);
        takeBack(before);
    }

    @Test
    void aVisitInTheHandGetsLongerByKeys() {
        var before = roomy();
        var at = bounds(before);
        click(at.getCenterX(), at.getMinY() + 6);
        keys(KeyCode.M);
        Ui.shifted(scene, KeyCode.DOWN);
        keys(KeyCode.ENTER);
        Ui.await(
                "longer",
                () -> stored(before).time().length(),
                length -> length == before.time().length() + Minutes.SLOT);
        takeBack(before);
    }

    @Test
    void aBlockLetGoOutsideTheBoardIsPinnedAndStaysBooked() {
        var visit = roomy();
        var at = bounds(visit);
        drag(at.getCenterX(), at.getMinY() + 6, grid().getWidth() + 120, at.getCenterY());
        Ui.await("on the pinboard", () -> pinned(visit), Boolean::booleanValue);
        assertEquals(visit.time(), stored(visit).time());
        Ui.key(scene, KeyCode.Z, true);
        Ui.await("off it again", () -> !pinned(visit), Boolean::booleanValue);
    }

    private void press(String caps) {
        Ui.run(() ->
                desk.navigator().current().get().keys().stream()
                        .filter(key -> key.caps().equals(caps))
                        .findFirst()
                        .orElseThrow()
                        .run()
                        .run());
    }

    @Test
    void whoIsTakenAWeekOnIsNamedOnTheWayAndChosenThere() {
        chooseBooked();
        var name = selectedName();
        press("Shift+Alt+Right");
        Ui.await("a week on", () -> read("appointment-day.date"), "Mon 30 November"::equals);
        awaitName(name);
        assertNull(Ui.lookup(scene, "appointment-selected.move"));
        carryToFree();
        keys(KeyCode.ENTER);
        awaitGone("appointment-day.ghost");
        Ui.find(scene, "appointment-selected.move");
        awaitName(name);
        Ui.key(scene, KeyCode.Z, true);
        awaitName("");
    }

    @Test
    void leaveClosesTheDayOfADoctorOnAnOpenBoard() {
        press("Alt+Right");
        press("Alt+Right");
        Ui.await("two weeks on", () -> read("appointment-day.date"), "Mon 7 December"::equals);
        Ui.await("that day", grid()::getOpacity, opacity -> opacity == 1);
        keys(KeyCode.F);
        var free = Ui.on(grid()::getAccessibleText);
        assertTrue(free.endsWith("free"), free);
        leaveOf(free.split(", ")[1], "2026-12-07");
        Ui.await("closed", grid()::getAccessibleText, text -> !text.equals(free));
    }

    @Test
    void aKeyLeadsToWhatIsLeftToDo() {
        Ui.find(scene, "appointment-unfinished.unconfirmed");
        keys(KeyCode.O);
        Ui.await(
                "the keyboard at the first list",
                () -> String.valueOf(scene.getFocusOwner().getId()),
                id -> id.startsWith("appointment-unfinished."));
        // What stands above it depends on what the other tests left to do.
        for (var above = 0;
                above < 5 && !hasKeyboard("appointment-unfinished.unconfirmed");
                above++) {
            keys(KeyCode.DOWN);
        }
        keys(KeyCode.ENTER);
        Ui.find(scene, "appointment-unfinished");
    }

    private boolean hasKeyboard(String id) {
        return Ui.on(() -> id.equals(scene.getFocusOwner().getId()));
    }

    @Test
    void aFollowUpThatWaitsIsSettledByTheBooking() {
        var other = server.deskOf("linh");
        var due = followUps(other).getLast();
        press("Alt+Right");
        press("Alt+Right");
        Ui.await("two weeks on", () -> read("appointment-day.date"), "Mon 7 December"::equals);
        Ui.await("that day", grid()::getOpacity, opacity -> opacity == 1);
        keys(KeyCode.F, KeyCode.ENTER);
        Ui.type(scene, "appointment-book.person", due.getPerson().getNumber());
        Ui.find(scene, "appointment-book.hit.0");
        keys(KeyCode.ENTER);
        var tick = (CheckBox) Ui.find(scene, "appointment-book.follow-up.0");
        Ui.run(tick::fire);
        Ui.picture(scene, Path.of("target", "screens", "book-follow-up.png"));
        assertEquals(
                due.getReason(),
                Ui.on(() -> ((TextField) Ui.lookup(scene, "appointment-form.reason")).getText()));
        Ui.press(scene, "appointment-book.primary");
        awaitGone("appointment-book");
        assertFalse(followUps(other).stream().anyMatch(it -> it.getId().equals(due.getId())));
    }

    private static List<FollowUp> followUps(Desk at) {
        var appointments = AppointmentServiceGrpc.newBlockingV2Stub(at.channel());
        var request =
                ListFollowUpsRequest.newBuilder()
                        .setSiteId(at.site().getId())
                        .setUntil(at.today().plusDays(30).toString())
                        .build();
        var found = new CompletableFuture<List<FollowUp>>();
        at.calls()
                .call(() -> appointments.listFollowUps(request).getFollowUpsList())
                .then(found::complete);
        return found.join();
    }

    @Test
    void theDoctorOfTheVisitIsNotAskedForBesideHimself() {
        keys(KeyCode.F, KeyCode.ENTER);
        var more = (TitledPane) Ui.find(scene, "appointment-book.more");
        Ui.run(() -> more.setExpanded(true));
        var second = (MenuButton) Ui.find(scene, "appointment-book.second.add");
        assertEquals(
                desk.session().desk().getPractitionersCount() - 1,
                Ui.on(() -> second.getItems().size()));
        Ui.run(() -> second.getItems().getFirst().fire());
        Ui.find(scene, "appointment-book.second.0");
        assertEquals(
                desk.session().desk().getPractitionersCount() - 2,
                Ui.on(() -> second.getItems().size()));
        Ui.press(scene, "appointment-book.second.0");
        Ui.await(
                "nobody beside him",
                () -> Ui.lookup(scene, "appointment-book.second.0"),
                java.util.Objects::isNull);
    }

    @Test
    void aDayOnWhichNobodyWorksKeepsTheKeyboardForTheNext() {
        var office = server.deskOf("ortega");
        absent(
                office,
                AddAbsenceRequest.newBuilder()
                        .setKind(AbsenceKind.ABSENCE_KIND_CLOSURE)
                        .setTime(WallTime.newBuilder().setFirstDay("2026-12-14")));
        press("Alt+Right");
        press("Alt+Right");
        press("Alt+Right");
        Ui.await("three weeks on", () -> read("appointment-day.date"), "Mon 14 December"::equals);
        var nobody = Ui.find(scene, "appointment-day.empty");
        Ui.await("the keyboard", scene::getFocusOwner, nobody::equals);
        Ui.run(() -> desk.navigator().go(Place.of("patient")));
        Ui.run(() -> desk.navigator().go(Place.of("appointment")));
        Ui.await(
                "the keyboard again",
                () -> scene.getFocusOwner() == null ? "" : scene.getFocusOwner().getId(),
                "appointment-day.empty"::equals);
        Ui.key(scene, KeyCode.RIGHT, true);
        Ui.await("a working day", () -> scene.getFocusOwner() instanceof DayGrid, it -> it);
        keys(KeyCode.F, KeyCode.ENTER);
        Ui.find(scene, "appointment-book.person");
    }

    private static void leaveOf(String name, String day) {
        var office = server.deskOf("ortega");
        var doctor =
                office.session().desk().getPractitionersList().stream()
                        .filter(one -> one.getName().equals(name))
                        .findFirst()
                        .orElseThrow();
        absent(
                office,
                AddAbsenceRequest.newBuilder()
                        .setKind(AbsenceKind.ABSENCE_KIND_VACATION)
                        .setPractitionerId(doctor.getId())
                        .setTime(WallTime.newBuilder().setFirstDay(day)));
    }

    private static void absent(Desk office, AddAbsenceRequest.Builder absence) {
        var request = absence.setDespiteBooked(true).build();
        var roster = RosterServiceGrpc.newBlockingV2Stub(office.channel());
        office.calls()
                .call(() -> roster.addAbsence(request))
                .refused(problem -> {
                    throw new AssertionError(problem.reason());
                })
                .then(answer -> {});
    }

    @Test
    void aKeyThatCanDoNothingSaysWhy() {
        var visit = roomy();
        var at = bounds(visit);
        click(at.getCenterX(), at.getMinY() + 6);
        keys(KeyCode.N);
        var said = Ui.on(() -> desk.notices().shown().getLast().text());
        assertTrue(said.contains("begins at " + Times.clock(visit.time().from())), said);
    }

    @Test
    void whoIsChosenCanBeReachedFromTheBoard() {
        var visit = roomy();
        var at = bounds(visit);
        click(at.getCenterX(), at.getMinY() + 6);
        assertFalse(visit.appointment().getPhone().isEmpty());
        Ui.find(scene, "appointment-selected.more");
        assertTrue(
                Ui.on(() ->
                        Ui.nodes(Ui.lookup(scene, "appointment-selected.more")).stream()
                                .anyMatch(node ->
                                        node instanceof Label label
                                                && label.getText()
                                                        .equals(visit.appointment().getPhone()))));
    }

    @Test
    void theSlotsGrowWithZ() {
        var grid = grid();
        var before = Ui.on(() -> grid.minHeight(-1));
        keys(KeyCode.Z);
        Ui.await("taller", () -> grid.minHeight(-1), height -> height > before);
    }

    @Test
    void theDayIsShownOnPaperBeforeItIsPrinted() {
        Ui.key(scene, KeyCode.P, true);
        Ui.find(scene, "day-paper");
    }

    /// What another desk sees.
    private static Board other() {
        return Board.of(server.deskOf("linh"));
    }

    /// A booked visit still to come, with a free slot behind it.
    private Visit roomy() {
        var other = other();
        var day = other.day().day().get();
        var visit =
                day.visits().stream()
                        .filter(other.actions().rights()::canMove)
                        .filter(v -> !other.day().isPast(v.column(), v.time().from()))
                        .filter(v ->
                                day.free(
                                        v.column(),
                                        new Minutes(v.time().to(), v.time().to() + Minutes.SLOT),
                                        ""))
                        .findFirst()
                        .orElseThrow();
        Ui.find(scene, "appointment-day.visit." + visit.id());
        return visit;
    }

    private Bounds bounds(Visit visit) {
        var block = Ui.find(scene, "appointment-day.visit." + visit.id());
        return Ui.on(block::getBoundsInParent);
    }

    private static Visit stored(Visit visit) {
        return other().day().day().get().visit(visit.id()).orElseThrow();
    }

    private static boolean pinned(Visit visit) {
        return other().day().pins().stream()
                .anyMatch(pin -> pin.getAppointmentId().equals(visit.id()));
    }

    private void takeBack(Visit before) {
        Ui.key(scene, KeyCode.Z, true);
        Ui.await("as it was", () -> stored(before).time(), before.time()::equals);
    }

    private void click(double x, double y) {
        mouse(MouseEvent.MOUSE_PRESSED, x, y);
        mouse(MouseEvent.MOUSE_RELEASED, x, y);
    }

    private void drag(double fromX, double fromY, double toX, double toY) {
        mouse(MouseEvent.MOUSE_PRESSED, fromX, fromY);
        mouse(MouseEvent.MOUSE_DRAGGED, fromX, fromY + 10);
        mouse(MouseEvent.MOUSE_DRAGGED, toX, toY);
        mouse(MouseEvent.MOUSE_RELEASED, toX, toY);
    }

    private void mouse(EventType<MouseEvent> type, double inGridX, double inGridY) {
        var grid = grid();
        Ui.run(() -> {
            var at = grid.localToScene(inGridX, inGridY);
            var x = at.getX();
            var y = at.getY();
            Event.fireEvent(
                    grid,
                    new MouseEvent(
                            type,
                            x,
                            y,
                            x,
                            y,
                            MouseButton.PRIMARY,
                            1,
                            false,
                            false,
                            false,
                            false,
                            true,
                            false,
                            false,
                            false,
                            false,
                            true,
                            null));
        });
    }

    @Test
    void aClickOnAGapOpensTheFormThere() {
        keys(KeyCode.F);
        Node slot = Ui.find(scene, "appointment-day.slot");
        var at = Ui.on(slot::getBoundsInParent);
        mouse(MouseEvent.MOUSE_PRESSED, at.getCenterX(), at.getCenterY());
        mouse(MouseEvent.MOUSE_RELEASED, at.getCenterX(), at.getCenterY());
        Ui.find(scene, "appointment-book.person");
    }

    @Test
    void aDayWithoutWorkKeepsTheKeyboardForTheDayAfterIt() {
        nobodyWorks("2027-01-18");
        for (var week = 0; week < 8; week++) {
            Ui.alt(scene, KeyCode.RIGHT);
        }
        awaitFocus("appointment-day.empty");
        Ui.run(() -> desk.texts().use(java.util.Locale.of("es")));
        awaitFocus("appointment-day.empty");
        Ui.key(scene, KeyCode.RIGHT, true);
        awaitFocus("appointment-day.grid");
        keys(KeyCode.F, KeyCode.ENTER);
        Ui.find(scene, "appointment-book.person");
    }

    @Test
    void theFormTypedAheadOpensAtTheTimeThatIsFound() {
        nobodyWorks("2027-01-25");
        for (var week = 0; week < 9; week++) {
            Ui.alt(scene, KeyCode.RIGHT);
        }
        awaitFocus("appointment-day.empty");
        keys(KeyCode.F, KeyCode.F2);
        Ui.find(scene, "appointment-book.person");
        assertTrue(text("appointment-day.date").contains("26"), text("appointment-day.date"));
    }

    private static void nobodyWorks(String day) {
        var head = server.deskOf("duc");
        var roster = RosterServiceGrpc.newBlockingV2Stub(head.channel());
        var site = head.site().getId();
        var asked = GetRosterRequest.newBuilder().setSiteId(site).setFrom(day).setDays(1).build();
        head.calls()
                .call(() -> roster.getRoster(asked).getRowsList())
                .then(rows ->
                        rows.forEach(row -> {
                            var off =
                                    SetDayRequest.newBuilder()
                                            .setPractitionerId(row.getPractitionerId())
                                            .setSiteId(site)
                                            .setVersion(row.getVersion())
                                            .setDate(day)
                                            .setMode(DayMode.DAY_MODE_OFF)
                                            .build();
                            head.calls().call(() -> roster.setDay(off)).then(_ -> {});
                        }));
    }

    private void awaitFocus(String id) {
        Ui.await("the keyboard at " + id, () -> scene.getFocusOwner().getId(), id::equals);
    }

    @Test
    void aLiveUpdateKeepsBlocksAndKeyboard() {
        chooseBooked();
        var grid = grid();
        var block = Ui.on(() -> grid.lookup(".visit.sel"));
        var other = Board.of(server.deskOf("linh"));
        var waiting = text("appointment-day.count.waiting");
        var visit =
                other.day().day().get().visits().stream()
                        .filter(other.actions().rights()::canCheckIn)
                        .filter(v -> !v.id().equals(((VisitBlock) block).visit().id()))
                        .findFirst()
                        .orElseThrow();
        other.actions().checkIn(visit);
        Ui.await(
                "one more waiting",
                () -> read("appointment-day.count.waiting"),
                now -> !now.equals(waiting));
        assertSame(block, Ui.on(() -> grid.lookup(".visit.sel")));
        assertSame(grid(), Ui.on(scene::getFocusOwner));
        other.actions().undos().undo();
    }

    @Test
    void controlRightTurnsTheDay() {
        Ui.key(scene, KeyCode.RIGHT, true);
        Ui.await("tomorrow", () -> read("appointment-day.date"), "Tue 24 November"::equals);
        assertTrue(Ui.find(scene, "appointment-day.grid").isVisible());
    }

    @Test
    void somebodyNewIsRegisteredInsideTheBookingFormByKeysAlone() {
        keys(KeyCode.F2);
        Ui.type(scene, "appointment-book.person", "emilia kowalska");
        Ui.find(scene, "appointment-book.register");
        keys(KeyCode.ENTER);
        Ui.type(scene, "patient-form.birth_date", "12.03.1986");
        keys(KeyCode.ENTER);
        assertEquals(
                "Emilia Kowalska", Ui.find(scene, "appointment-book.taken").getAccessibleText());
        keys(KeyCode.ENTER);
        awaitGone("appointment-book");
        awaitName("Emilia Kowalska");
    }

    @Test
    void escapeLeavesTheRegistrationAndKeepsWhatWasSearched() {
        keys(KeyCode.F2);
        Ui.type(scene, "appointment-book.person", "ottoline brandt");
        Ui.find(scene, "appointment-book.register");
        keys(KeyCode.ENTER);
        Ui.find(scene, "patient-inset");
        keys(KeyCode.ESCAPE);
        var field = (TextField) Ui.find(scene, "appointment-book.person");
        assertEquals("ottoline brandt", field.getText());
        assertTrue(field.isFocused());
    }
}
