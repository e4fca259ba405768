package org.clinicdesk.client.caseload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A doctor's own list.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CaseloadTest {

    private static SampleServer server;

    static Stream<Pictures.Picture> pictures() {
        var day = new Shot("caseload-day", "okafor", (desk, scene) -> open(desk, scene));
        return Stream.of(
                        Pictures.everywhere(day),
                        Stream.of(day.small()),
                        Pictures.of(
                                Stream.of(
                                        new Shot(
                                                "caseload-week",
                                                "okafor",
                                                (desk, scene) -> show(desk, scene, KeyCode.W)),
                                        new Shot(
                                                "caseload-patients",
                                                "okafor",
                                                (desk, scene) -> show(desk, scene, KeyCode.P)))))
                .flatMap(all -> all);
    }

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        Ui.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void open(Desk desk, Scene scene) {
        Ui.run(() -> desk.navigator().go(Place.of("caseload")));
        var rows = (TableView<?>) Ui.find(scene, "caseload-visits.visits");
        Ui.await("visits", () -> rows.getItems().size(), size -> size > 0);
    }

    private static void show(Desk desk, Scene scene, KeyCode key) {
        open(desk, scene);
        Ui.key(scene, key, false);
        if (key == KeyCode.P) {
            var rows = (TableView<?>) Ui.find(scene, "caseload-visits.patients");
            Ui.await("patients", () -> rows.getItems().size(), size -> size > 0);
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void opensWithWordsOnEveryControl(Pictures.Picture picture) {
        Pictures.take(server, picture);
    }

    private static CaseloadModel model(Desk desk) {
        var model = new CaseloadModel(desk);
        model.read();
        return model;
    }

    @Test
    void theWeekHoldsTheDayAndOnlyTheDoctorsOwn() {
        var desk = server.deskOf("okafor");
        var model = model(desk);
        var today = List.copyOf(model.visits());
        model.period().set(Period.WEEK);
        assertTrue(model.visits().size() >= today.size() && !today.isEmpty());
        var me = desk.session().desk().getStaffId();
        assertTrue(model.visits().stream().allMatch(visit -> visit.getPractitionerId().equals(me)));
        assertEquals(LocalDate.of(2026, 11, 23), model.first());
        assertEquals(LocalDate.of(2026, 11, 29), model.last());
        assertEquals(7, model.topics().size());
    }

    @Test
    void aStatusShowsAsManyAsItCounts() {
        var model = model(server.deskOf("okafor"));
        var booked = AppointmentStatus.APPOINTMENT_STATUS_BOOKED;
        model.status().set(Optional.of(booked));
        assertEquals(model.counts().get(booked), model.visits().size());
        assertTrue(model.visits().stream().allMatch(visit -> visit.getStatus() == booked));
    }

    @Test
    void theNextVisitIsChosen() {
        var model = model(server.deskOf("okafor"));
        var now = SampleServer.MONDAY_MORNING.instant().getEpochSecond();
        assertTrue(model.visit().get().getEnd().getSeconds() > now);
    }

    @Test
    void enterCallsWhoWaits() {
        var desk = server.deskOf("duc");
        var model = model(desk);
        var waits = first(model, AppointmentStatus.APPOINTMENT_STATUS_ARRIVED).orElseThrow();
        model.open(waits);
        assertEquals("visit", desk.navigator().place().orElseThrow().feature());
        model.read();
        var inRoom = first(model, AppointmentStatus.APPOINTMENT_STATUS_IN_ROOM).orElseThrow();
        assertEquals(waits.getId(), inRoom.getId());
    }

    @Test
    void enterOpensTheRecordOfWhoIsToCome() {
        var desk = server.deskOf("okafor");
        var model = model(desk);
        model.open(first(model, AppointmentStatus.APPOINTMENT_STATUS_BOOKED).orElseThrow());
        assertEquals("record", desk.navigator().place().orElseThrow().feature());
    }

    private static Optional<Appointment> first(CaseloadModel model, AppointmentStatus status) {
        return model.visits().stream().filter(visit -> visit.getStatus() == status).findFirst();
    }

    @Test
    void theCalendarIsSavedUnderANameWithoutAnybody(@TempDir Path folder) throws Exception {
        var desk = server.deskOf("okafor");
        desk.paper().use(name -> Optional.of(folder.resolve(name)));
        model(desk).export();
        var file = folder.resolve("visits-2026-11-23-2026-11-23.ics");
        assertTrue(Files.readString(file).startsWith("BEGIN:VCALENDAR"));
    }

    @Test
    void isForThoseWhoSeePatients() {
        assertFalse(server.deskOf("linh").has("caseload"));
    }
}
