package org.clinicdesk.client.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Settings;
import org.clinicdesk.client.platform.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.Set;

/// Several days can be chosen: an arrow only goes on to the next.
class WeekdayPickTest {

    @TempDir Path folder;
    private final ObservableSet<DayOfWeek> chosen = FXCollections.observableSet(DayOfWeek.MONDAY);
    private HBox days;
    private Scene scene;

    @BeforeEach
    void aWeek() {
        Ui.start();
        Ui.run(() -> {
            var texts = new Texts(Settings.in(folder));
            days = (HBox) WeekdayPick.of(texts, "day", chosen);
            scene = new Scene(days);
            days.applyCss();
            days.layout();
            days.getChildren().getFirst().requestFocus();
        });
    }

    @AfterEach
    void nothingThrown() {
        Ui.verify();
    }

    @Test
    void theArrowsGoFromDayToDay() {
        Ui.stroke(scene, KeyCode.RIGHT);
        Ui.stroke(scene, KeyCode.RIGHT);
        Ui.stroke(scene, KeyCode.LEFT);
        assertSame(days.getChildren().get(1), scene.getFocusOwner());
        assertEquals(Set.of(DayOfWeek.MONDAY), chosen);
    }

    @Test
    void theSpaceBarChoosesTheDayOneCameTo() {
        Ui.stroke(scene, KeyCode.RIGHT);
        Ui.stroke(scene, KeyCode.RIGHT);
        Ui.key(scene, KeyCode.SPACE, false);
        assertEquals(Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY), chosen);
    }
}
