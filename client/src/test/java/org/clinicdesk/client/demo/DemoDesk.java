package org.clinicdesk.client.demo;

import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.clinicdesk.client.ClinicDesk;
import org.clinicdesk.client.Features;
import org.clinicdesk.client.platform.Address;
import org.clinicdesk.client.platform.Connection;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Settings;
import org.clinicdesk.client.platform.Threads;
import org.clinicdesk.client.platform.Trust;
import org.clinicdesk.client.shell.Frame;
import org.clinicdesk.server.Server;
import org.clinicdesk.server.sample.SampleClinic;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.session.v1.SignInRequest;
import org.clinicdesk.session.v1.SignInResponse;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// The client of the demo: the real one, with a strip above it to change who sits there. Each change is a real sign-in.
final class DemoDesk {

    /// Who can be chosen: the people of the sample clinic that the day is about.
    private static final List<String> LOGINS =
            List.of("linh", "okafor", "duc", "banerjee", "castro", "quynh", "admin");

    private final Desk desk;

    private DemoDesk(Desk desk) {
        this.desk = desk;
    }

    /// Shows the window, signed in as the receptionist, and returns when it is closed.
    static void open(Server server, Path folder, Clock clock) {
        var closed = new CountDownLatch(1);
        Platform.startup(() -> {
            var desk = at(server, folder, clock);
            var services = new ClinicDesk().getHostServices();
            desk.paper().opensWith(file -> services.showDocument(file.toUri().toString()));
            var stage = new Stage();
            stage.setTitle("ClinicDesk – demo");
            stage.setScene(new Frame(desk).scene(1440, 940));
            var root = stage.getScene().getRoot();
            stage.getScene().setRoot(new DemoDesk(desk).underRoles(root));
            stage.setOnHidden(_ -> {
                desk.close();
                closed.countDown();
            });
            stage.show();
            signIn(desk, "linh");
        });
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// A desk that knows and trusts the server.
    static Desk at(Server server, Path folder, Clock clock) {
        var settings = Settings.in(folder.resolve("desk"));
        var address = new Address("localhost", server.port());
        settings.servers(address.toString());
        new Trust(settings).accept(address, server.fingerprint());
        return Desk.open(settings, Connection::overTls, Threads.ofToolkit(), clock, Features.ALL);
    }

    private Parent underRoles(Parent root) {
        var group = new ToggleGroup();
        var roles = new HBox(6);
        roles.getStyleClass().add("topbar");
        for (var login : LOGINS) {
            var role = new ToggleButton();
            name(role, login);
            desk.texts().language().addListener((_, _, _) -> name(role, login));
            role.setId("demo-role." + login);
            role.setToggleGroup(group);
            role.setSelected(login.equals("linh"));
            role.setOnAction(_ -> {
                role.setSelected(true);
                signIn(desk, login);
            });
            roles.getChildren().add(role);
        }
        VBox.setVgrow(root, Priority.ALWAYS);
        return new VBox(roles, root);
    }

    private void name(ToggleButton role, String login) {
        var code = SampleClinic.roleOf(login);
        role.setText(desk.texts().get("staff.role." + code) + " · " + login);
    }

    private static void signIn(Desk desk, String login) {
        var request =
                SignInRequest.newBuilder()
                        .setLogin(login)
                        .setPassword(SampleClinic.PASSWORD)
                        .setWorkstation("Demo")
                        .build();
        var stub = SessionServiceGrpc.newBlockingV2Stub(desk.channel());
        desk.calls().call(() -> stub.signIn(request)).then(answer -> seat(desk, answer));
    }

    private static void seat(Desk desk, SignInResponse answer) {
        desk.navigator().clear();
        desk.patient().set(null);
        desk.session().close();
        desk.session().open(answer.getToken(), answer.getDesk());
    }
}
