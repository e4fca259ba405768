package org.clinicdesk.client.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Descriptors.FieldDescriptor;

import javafx.scene.Scene;

import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Merge;
import org.clinicdesk.client.platform.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The form of the booking rules.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BookingRulesTest {

    private static SampleServer server;

    static Stream<Pictures.Picture> pictures() {
        return Pictures.of(
                Stream.of(
                        new Shot("setup-rules", "quynh", BookingRulesTest::open),
                        new Shot("setup-rules-clash", "quynh", BookingRulesTest::clash)));
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

    /// With something that cannot be saved.
    private static void open(Desk desk, Scene scene) {
        Ui.run(() -> desk.navigator().go(Place.of("setup", "rules")));
        var save = Ui.find(scene, "setup-rules.save");
        Ui.await("the rules", save::isDisabled, off -> !off);
        Ui.type(scene, "setup-form.release_after_minutes", "5");
        Ui.press(scene, "setup-rules.save");
    }

    /// Another administrator was first.
    private static void clash(Desk desk, Scene scene) {
        Ui.run(() -> desk.navigator().go(Place.of("setup", "rules")));
        var save = Ui.find(scene, "setup-rules.save");
        Ui.await("the rules", save::isDisabled, off -> !off);
        var other = model();
        var before = Integer.parseInt(other.edited().draft().text("late_after_minutes").get());
        other.edited().draft().text("late_after_minutes").set(Integer.toString(before + 1));
        other.day().visits().set(Integer.toString(20 + before));
        other.save();
        Ui.type(scene, "setup-form.late_after_minutes", "45");
        Ui.press(scene, "setup-rules.save");
        Ui.find(scene, "setup-changes.mine-late_after_minutes");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void opensWithWordsOnEveryControl(Pictures.Picture picture) {
        Pictures.take(server, picture);
    }

    private static BookingRulesModel model() {
        var model = new BookingRulesModel(server.deskOf("quynh"));
        model.read();
        return model;
    }

    @Test
    void whatIsSavedIsReadAgain() {
        var model = model();
        model.edited().draft().text("late_after_minutes").set("15");
        model.edited().draft().text("release_after_minutes").set("30");
        model.save();
        assertFalse(model.dirty());
        var again = model();
        assertEquals("30", again.edited().draft().text("release_after_minutes").get());
        again.edited().draft().text("release_after_minutes").set("");
        again.save();
        assertEquals("", model().edited().draft().text("release_after_minutes").get());
        again.edited().draft().text("notice_minutes").set("90");
        again.save();
        assertEquals("90", model().edited().draft().text("notice_minutes").get());
    }

    @Test
    void theDayOfADoctorIsTypedInHours() {
        var model = model();
        assertEquals("8", model.day().hours().get());
        model.day().hours().set("7:30");
        model.day().overbooked().set("0");
        model.save();
        var again = model();
        assertEquals("7:30", again.day().hours().get());
        assertEquals("0", again.day().overbooked().get());
        again.day().hours().set("8");
        again.day().overbooked().set("2");
        again.save();
    }

    @Test
    void aDayOfADoctorIsNeverLeftEmpty() {
        var model = model();
        model.day().visits().set("");
        model.day().overbooked().set("");
        model.save();
        assertTrue(model.edited().draft().errors().containsKey("day_visits"));
        assertTrue(model.edited().draft().errors().containsKey("day_overbooked"));
        assertTrue(model.dirty());
    }

    @Test
    void nothingIsReleasedBeforeItIsLate() {
        var model = model();
        model.edited().draft().text("late_after_minutes").set("20");
        model.edited().draft().text("release_after_minutes").set("10");
        model.save();
        assertTrue(model.edited().draft().errors().containsKey("release_after_minutes"));
        assertTrue(model.dirty());
    }

    @Test
    void whatWasTypedIsLaidOverWhatAnotherSaved() {
        var first = model();
        var second = model();
        first.edited().draft().text("late_after_minutes").set("11");
        first.save();
        second.day().hours().set("6:30");
        second.save();
        assertEquals("6:30", second.day().hours().get());
        assertEquals("11", second.edited().draft().text("late_after_minutes").get());
        assertEquals(List.of("late_after_minutes"), names(second));
        assertEquals(List.of(), second.edited().clashes());
        second.save();
        assertFalse(second.dirty());
        assertEquals("6:30", model().day().hours().get());
        second.day().hours().set("8");
        second.save();
    }

    @Test
    void whereBothTypedSomethingElseAPersonDecides() {
        var first = model();
        var second = model();
        first.edited().draft().text("late_after_minutes").set("12");
        first.day().visits().set("21");
        first.save();
        second.edited().draft().text("late_after_minutes").set("13");
        second.day().visits().set("22");
        second.save();
        assertEquals("13", second.edited().draft().text("late_after_minutes").get());
        assertEquals(2, second.edited().clashes().size());
        second.save();
        assertTrue(second.dirty(), "nothing is saved before it is decided");
        second.edited().keepMine(clash(second, "late_after_minutes"));
        second.edited().takeTheirs(clash(second, "day_visits"));
        assertEquals("21", second.day().visits().get());
        second.save();
        assertFalse(second.dirty());
        var saved = model();
        assertEquals("13", saved.edited().draft().text("late_after_minutes").get());
        assertEquals("21", saved.day().visits().get());
    }

    private static List<String> names(BookingRulesModel model) {
        return model.edited().changed().stream().map(FieldDescriptor::getName).toList();
    }

    private static Merge.Clash clash(BookingRulesModel model, String field) {
        return model.edited().clashes().stream()
                .filter(clash -> clash.field().getName().equals(field))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isForThoseWhoSetTheClinicUp() {
        assertFalse(server.deskOf("linh").has("setup"));
        assertTrue(server.deskOf("quynh").has("setup"));
    }
}
