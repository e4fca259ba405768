package org.clinicdesk.client.demo;

import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.server.Server;
import org.clinicdesk.server.sample.SampleClinic;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A clinic's day, from the first search at the reception to the audit trail, played through the real client.
final class ClinicDay {

    private final Server server;
    private final Path data;
    private final Clock clock;
    private final Path folder;
    private final PrintStream out;
    private int number;
    private int failed;

    ClinicDay(Server server, Path data, Clock clock, Path folder, PrintStream out) {
        this.server = server;
        this.data = data;
        this.clock = clock;
        this.folder = folder;
        this.out = out;
    }

    /// A step: what a person does and what another client must see then.
    interface Step {
        void run() throws Exception;
    }

    /// Plays the day. @return how many steps failed
    int play() {
        Ui.start();
        var desk = Ui.on(() -> DemoDesk.at(server, data, clock));
        var hands = new Hands(Ui.show(desk, 1440, 900), folder);
        Ui.run(() -> desk.paper().use(name -> Optional.of(folder.resolve(name))));
        try (var witness = new Witness(server, data)) {
            step(hands, "reception: sign in", () -> signIn(hands, desk, "linh"));
            new ReceptionMorning(hands, witness)
                    .steps()
                    .forEach((name, work) -> step(hands, name, work));
            step(hands, "doctor: sign in", () -> change(hands, desk, "ha"));
            new DoctorsVisit(hands, witness)
                    .steps()
                    .forEach((name, work) -> step(hands, name, work));
            step(hands, "pharmacy: sign in", () -> change(hands, desk, "castro"));
            new PharmacyCounter(hands, witness)
                    .steps()
                    .forEach((name, work) -> step(hands, name, work));
            step(hands, "administration: sign in", () -> change(hands, desk, "quynh"));
            new AdministratorsEvening(hands, witness, folder)
                    .steps()
                    .forEach((name, work) -> step(hands, name, work));
        } finally {
            Ui.close(desk, hands.scene());
        }
        return failed;
    }

    /// A real sign-in, typed into the sign-in screen.
    private void signIn(Hands hands, Desk desk, String login) {
        hands.type("session-form.login", login);
        hands.type("session-form.password", SampleClinic.PASSWORD);
        hands.picture("00-sign-in");
        hands.press("session-sign-in.go");
        Ui.await(login + " at the desk", () -> desk.session().state().get().name(), "OPEN"::equals);
    }

    /// Leaves the desk to somebody else.
    private void change(Hands hands, Desk desk, String login) {
        hands.menu("shell-top.user", "shell-user.sign-out");
        Ui.await("the desk left", () -> desk.session().state().get().name(), "SIGNED_OUT"::equals);
        signIn(hands, desk, login);
    }

    private void step(Hands hands, String name, Step step) {
        number++;
        try {
            step.run();
            Ui.verify();
            out.printf("%3d  passed  %s%n", number, name);
        } catch (Exception | AssertionError e) {
            failed++;
            out.printf("%3d  FAILED  %s: %s%n", number, name, e.getMessage());
            hands.picture("failed-" + number);
        }
    }

    /// Steps in order, by name.
    static Map<String, Step> steps() {
        return new LinkedHashMap<>();
    }
}
