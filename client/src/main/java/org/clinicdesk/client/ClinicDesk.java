package org.clinicdesk.client;

import javafx.application.Application;
import javafx.stage.Stage;

import org.clinicdesk.client.platform.Connection;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Settings;
import org.clinicdesk.client.platform.Threads;
import org.clinicdesk.client.shell.Frame;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// Puts the client together and shows its window.
public final class ClinicDesk extends Application {

    @Override
    public void start(Stage stage) {
        var folder =
                Settings.userFolder(
                        System.getenv(),
                        Path.of(System.getProperty("user.home")),
                        System.getProperty("os.name"));
        var desk =
                Desk.open(
                        Settings.in(folder),
                        Connection::overTls,
                        Threads.ofToolkit(),
                        Clock.systemUTC(),
                        Features.ALL);
        desk.paper().opensWith(file -> getHostServices().showDocument(file.toUri().toString()));
        stage.setTitle("ClinicDesk");
        stage.setMinWidth(1024);
        stage.setMinHeight(680);
        stage.setScene(new Frame(desk).scene(1440, 900));
        stage.setOnHidden(event -> desk.close());
        stage.show();
        StartTime.watch(Optional.ofNullable(System.getenv("CLINICDESK_STARTED")), desk.clock());
    }
}
