package org.clinicdesk.client.demo;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.platform.Config;
import org.clinicdesk.server.sample.SampleClinic;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;

/// `mvn -Pdemo`.
public final class Demo {

    private static final int OPEN_FROM = 8;
    private static final int OPEN_UNTIL = 11;
    private static final LocalTime MORNING = LocalTime.of(8, 40);

    private Demo() {}

    /// @param args the folder for the sample clinic, the pictures and the papers
    static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var folder = Path.of(args[0]);
        Files.createDirectories(folder);
        // The clinic's day is always today: every demo starts a new one.
        var data = Files.createTempDirectory(folder, "clinic-");
        var clock = clock();
        try (var server = start(data, clock)) {
            out.println(
                    "A server with the sample clinic \""
                            + SampleClinic.NAME
                            + "\" listens at port "
                            + server.port()
                            + ", TLS fingerprint "
                            + server.fingerprint());
            if (hasDisplay(System.getenv(), System.getProperty("os.name"))) {
                out.println("Opening the client. Everybody's password is " + SampleClinic.PASSWORD);
                DemoDesk.open(server, data, clock);
            } else {
                System.exit(play(server, folder, data, clock, out));
            }
        }
        System.exit(0);
    }

    /// Now, unless the sample clinic is closed now: then its clock is set to this morning, so that there is a day to live.
    private static Clock clock() {
        var now = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
        var wall = ZonedDateTime.now(now.withZone(SampleClinic.ZONE));
        var open = wall.getHour() >= OPEN_FROM && wall.getHour() < OPEN_UNTIL;
        return open ? now : Clock.offset(now, Duration.between(wall, wall.with(MORNING)));
    }

    private static Server start(Path data, Clock clock) {
        var clinic = Server.Clinic.open(Config.embedded(data, 0), clock);
        SampleClinic.fill(clinic);
        return Server.start(clinic);
    }

    private static boolean hasDisplay(Map<String, String> environment, String system) {
        var unix =
                !system.toLowerCase(Locale.ROOT).startsWith("windows") && !system.startsWith("Mac");
        return !unix
                || environment.containsKey("DISPLAY")
                || environment.containsKey("WAYLAND_DISPLAY");
    }

    private static int play(Server server, Path folder, Path data, Clock clock, PrintStream out) {
        out.println(
                "There is no display here: playing the clinic's day through the client on the"
                        + " headless platform.");
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("prism.lcdtext", "false");
        var day = new ClinicDay(server, data, clock, folder, out);
        var failed = day.play();
        out.println("Screens, card and reports are in " + folder.toAbsolutePath());
        out.println(
                failed == 0
                        ? "Every step of the day passed."
                        : failed + " steps of the day FAILED.");
        return failed == 0 ? 0 : 1;
    }
}
