package org.clinicdesk.client.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Notices;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Threads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Ctrl+Z takes back what was done last at the desk, whatever screen is open by then.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TakeBackKeyTest {

    private static SampleServer server;
    private final List<String> taken = new ArrayList<>();
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
        server.signIn(desk, "duc");
        scene = Ui.show(desk, 1280, 800);
    }

    @AfterEach
    void close() {
        Ui.close(desk, scene);
        Ui.verify();
    }

    private Runnable did(String what) {
        return Ui.on(() -> {
            var back = desk.undos().add(() -> taken.add(what));
            desk.notices().done(what, "", back);
            return back;
        });
    }

    private void takeBack() {
        Ui.key(scene, KeyCode.Z, true);
    }

    @Test
    void onEveryScreenOfTheRail() {
        var places =
                desk.features().stream()
                        .filter(feature -> feature.inRail() && desk.may(feature.needs()))
                        .map(Feature::id)
                        .toList();
        for (var place : places) {
            did(place);
            Ui.run(() -> desk.navigator().go(Place.of(place)));
            takeBack();
        }
        assertEquals(places, taken);
        assertTrue(places.size() > 5, places.toString());
    }

    @Test
    void theNoticeThatOffersItGoesToo() {
        did("called");
        takeBack();
        assertEquals(List.of("called"), taken);
        assertTrue(desk.notices().shown().stream().noneMatch(it -> it.undo().isPresent()));
    }

    @Test
    void nothingToTakeBackIsSaid() {
        takeBack();
        assertEquals(Notices.Kind.REMINDER, desk.notices().shown().getLast().kind());
    }

    @Test
    void whatWasTypedLastIsTakenBackAndNothingElse() {
        did("called");
        Ui.key(scene, KeyCode.F3, false);
        var query = (TextField) Ui.find(scene, "patient-search.query");
        Ui.run(query::requestFocus);
        Ui.stroke(scene, KeyCode.G);
        assertEquals("g", Ui.on(query::getText));
        takeBack();
        takeBack();
        assertEquals(List.of(), taken);
        did("checked in");
        takeBack();
        takeBack();
        assertEquals(List.of("checked in", "called"), taken);
    }

    @Test
    void aFieldThatNobodyTypedIntoLetsItThrough() {
        did("called");
        Ui.key(scene, KeyCode.F3, false);
        var query = (TextField) Ui.find(scene, "patient-search.query");
        Ui.run(query::requestFocus);
        takeBack();
        assertEquals(List.of("called"), taken);
        assertFalse(Ui.on(query::isUndoable));
    }
}
