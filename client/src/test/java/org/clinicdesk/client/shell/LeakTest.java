package org.clinicdesk.client.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.Scene;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Threads;
import org.clinicdesk.client.session.SignOut;
import org.clinicdesk.queue.v1.ListQueueRequest;
import org.clinicdesk.queue.v1.QueueEntry;
import org.clinicdesk.queue.v1.QueueServiceGrpc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A desk is open for weeks: what somebody looked at must not stay in memory when he signs out.
class LeakTest {

    private static final int SESSIONS = 20;
    private static final int COLLECTIONS = 20;

    /// At the least, on the screens of one session.
    private static final int WIDGETS = 40;

    private final List<WeakReference<Object>> seen = new ArrayList<>();

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void nothingOfAnEarlierSessionIsHeld() {
        Ui.start();
        try (var server = SampleServer.start()) {
            var desk = server.desk(server.settings(), Threads.ofToolkit());
            var scene = Ui.show(desk, 1280, 800);
            for (var session = 0; session < SESSIONS; session++) {
                work(server, desk, scene);
            }
            assertTrue(seen.size() > SESSIONS * WIDGETS, "Nothing was looked at: " + seen.size());
            assertEquals(0, heldAfterCollecting());
            Ui.close(desk, scene);
        }
        Ui.verify();
    }

    private void work(SampleServer server, Desk desk, Scene scene) {
        Ui.run(() -> server.signIn(desk, "okafor"));
        for (var place : places(inRoom(desk))) {
            Ui.run(() -> desk.navigator().go(place));
            Ui.pause();
            Ui.run(() -> {
                seen.add(new WeakReference<>(desk.navigator().current().get()));
                Ui.nodes(scene.getRoot()).stream().filter(LeakTest::ofScreen).forEach(this::see);
            });
        }
        var left = new SignOut(desk);
        Ui.run(left::here);
        Ui.find(scene, "session-form.login");
    }

    private static QueueEntry inRoom(Desk desk) {
        var request =
                ListQueueRequest.newBuilder()
                        .setSiteId(desk.session().desk().getSites(0).getId())
                        .build();
        return QueueServiceGrpc.newBlockingStub(desk.channel())
                .listQueue(request)
                .getEntriesList()
                .stream()
                .filter(entry -> !entry.getVisitId().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static List<Place> places(QueueEntry inRoom) {
        var person = inRoom.getPerson().getPatientId();
        return List.of(
                Place.of("appointment"),
                Place.of("patient", "record").with("id", person),
                Place.of("visit", "write").with("id", inRoom.getVisitId()),
                Place.of("prescription", "write")
                        .with("patient_id", person)
                        .with("visit_id", inRoom.getVisitId()));
    }

    private static boolean ofScreen(Node node) {
        return node.getId() != null
                && node.getId().matches("(shell-top|shell-rail|\\w+-\\w+)\\..*");
    }

    private void see(Node node) {
        seen.add(new WeakReference<>(node));
    }

    private long heldAfterCollecting() {
        var held = seen.size() + 0L;
        for (var i = 0; i < COLLECTIONS && held > 0; i++) {
            System.gc();
            Ui.pause();
            held = seen.stream().filter(it -> it.get() != null).count();
        }
        return held;
    }
}
