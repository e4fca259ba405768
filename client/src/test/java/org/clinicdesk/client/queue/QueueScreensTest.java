package org.clinicdesk.client.queue;

import javafx.scene.Scene;

import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The waiting list in every language and theme.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class QueueScreensTest {

    private static SampleServer server;

    static Stream<Pictures.Picture> pictures() {
        return Pictures.of(
                Stream.of(
                        new Shot("queue-mine", "okafor", QueueScreensTest::open),
                        new Shot("queue-all", "banerjee", QueueScreensTest::open),
                        new Shot("queue-nobody", "ha", QueueScreensTest::open)));
    }

    private static void open(Desk desk, Scene scene) {
        Ui.run(() -> desk.navigator().go(Place.of("queue")));
        Ui.find(scene, "queue-list.entries");
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

    @ParameterizedTest
    @MethodSource("pictures")
    void opensWithWordsOnEveryControl(Pictures.Picture picture) {
        Pictures.take(server, picture);
    }
}
