package org.clinicdesk.client.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The form of the booking rules.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BookingRulesTest {

    private static SampleServer server;

    static Stream<Pictures.Picture> pictures() {
        return Pictures.of(Stream.of(new Shot("setup-rules", "quynh", BookingRulesTest::open)));
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
        model.draft().text("late_after_minutes").set("15");
        model.draft().text("release_after_minutes").set("30");
        model.save();
        assertFalse(model.dirty());
        var again = model();
        assertEquals("30", again.draft().text("release_after_minutes").get());
        again.draft().text("release_after_minutes").set("");
        again.save();
        assertEquals("", model().draft().text("release_after_minutes").get());
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
        assertTrue(model.draft().errors().containsKey("day_visits"));
        assertTrue(model.draft().errors().containsKey("day_overbooked"));
        assertTrue(model.dirty());
    }

    @Test
    void nothingIsReleasedBeforeItIsLate() {
        var model = model();
        model.draft().text("late_after_minutes").set("20");
        model.draft().text("release_after_minutes").set("10");
        model.save();
        assertTrue(model.draft().errors().containsKey("release_after_minutes"));
        assertTrue(model.dirty());
    }

    @Test
    void whoIsSecondSeesWhatTheFirstSaved() {
        var first = model();
        var second = model();
        first.draft().text("late_after_minutes").set("11");
        first.save();
        second.draft().text("late_after_minutes").set("12");
        second.save();
        assertEquals("11", second.draft().text("late_after_minutes").get());
        assertFalse(second.dirty());
    }

    @Test
    void isForThoseWhoSetTheClinicUp() {
        assertFalse(server.deskOf("linh").has("setup"));
        assertTrue(server.deskOf("quynh").has("setup"));
    }
}
