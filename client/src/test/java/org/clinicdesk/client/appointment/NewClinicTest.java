package org.clinicdesk.client.appointment;

import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The first person of a new clinic begins on the board, which says what is missing and leads there.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NewClinicTest {

    private static SampleServer server;

    static Stream<Pictures.Picture> pictures() {
        return Pictures.of(
                Stream.of(
                        new Shot(
                                "board-new-clinic",
                                "admin",
                                (desk, scene) -> {
                                    Ui.await(
                                            "the keyboard at what is missing",
                                            () ->
                                                    scene.getFocusOwner() == null
                                                            ? ""
                                                            : scene.getFocusOwner().getId(),
                                            "appointment-day.empty"::equals);
                                    Ui.press(scene, "appointment-empty.staff");
                                    Ui.await(
                                            "the staff",
                                            () -> desk.navigator().place().orElseThrow().feature(),
                                            "staff"::equals);
                                    Ui.run(desk.navigator()::back);
                                    Ui.find(scene, "appointment-empty.roster");
                                })));
    }

    @BeforeAll
    static void start() {
        server = SampleServer.startNew();
        Ui.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void leadsToWhatIsMissing(Pictures.Picture picture) {
        Pictures.take(server, picture);
    }
}
