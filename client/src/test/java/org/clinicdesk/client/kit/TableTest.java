package org.clinicdesk.client.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.Ui;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// Whoever comes to a list with the keyboard gets on in it, whatever was chosen before.
class TableTest {

    private final ObservableList<String> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable String> chosen = new SimpleObjectProperty<>();
    private final List<String> opened = new ArrayList<>();
    private Scene scene;

    @BeforeEach
    void oneRowOfWhichNobodyChoseAny() {
        Ui.start();
        Ui.run(() -> {
            rows.add("09:00");
            var table =
                    new Table<String>("times")
                            .text("Time", time -> time, 100)
                            .rows(rows)
                            .selects(chosen)
                            .opens(opened::add);
            scene = new Scene(table.view(), 300, 200);
            table.view().applyCss();
            table.view().layout();
            table.view().requestFocus();
        });
    }

    @AfterEach
    void nothingThrown() {
        Ui.verify();
    }

    @Test
    void anArrowChoosesTheOnlyRow() {
        Ui.stroke(scene, KeyCode.DOWN);
        assertEquals("09:00", chosen.get());
    }

    @Test
    void enterChoosesBeforeItOpens() {
        Ui.key(scene, KeyCode.ENTER, false);
        assertEquals("09:00", chosen.get());
        assertEquals(List.of(), opened);
        Ui.key(scene, KeyCode.ENTER, false);
        assertEquals(List.of("09:00"), opened);
    }
}
