package org.clinicdesk.client.waitingroom;

import io.grpc.MethodDescriptor;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.stage.Window;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Command;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.waitingroom.v1.WaitingRoomServiceGrpc;

import java.util.List;
import java.util.Optional;

/// The screen in the waiting room. Its place shows what hangs on the wall, and opens the window there.
public final class WaitingRoomFeature implements Feature {

    private static final String ICON = "mdi2m-monitor";

    @Override
    public String id() {
        return "waitingroom";
    }

    @Override
    public String icon() {
        return ICON;
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return WaitingRoomServiceGrpc.getListCallsMethod();
    }

    @Override
    public List<Command> commands(Desk desk) {
        return List.of(
                new Command("waitingroom.open", ICON, needs(), Place.of("waitingroom", "window")));
    }

    @Override
    public Optional<Runnable> wall(Desk desk) {
        return Optional.of(() -> open(desk));
    }

    @Override
    public Screen open(Desk desk, Place place) {
        var model = new WaitingRoomModel(desk, () -> {});
        model.read();
        if (place.view().equals("window")) {
            open(desk);
        }
        return Screen.of("waitingroom.preview", () -> preview(desk, model))
                .actions(() -> button(desk))
                .watches(FXCollections.observableSet("queue"), model::read)
                .keys(Key.of("F9", "waitingroom.show", () -> open(desk)));
    }

    private static Parent preview(Desk desk, WaitingRoomModel model) {
        return new HBox(
                Boxes.page(
                        Labels.paragraph(desk.texts().get("waitingroom.detail")),
                        Boxes.grow(
                                (javafx.scene.layout.Region)
                                        new WaitingRoomView(desk, model).root())));
    }

    private static Node button(Desk desk) {
        return Boxes.first(
                Buttons.primary(
                        "waitingroom.show",
                        desk.texts().get("waitingroom.show"),
                        "mdi2f-fullscreen",
                        () -> open(desk)));
    }

    private static void open(Desk desk) {
        WaitingRoomWindow.open(
                desk,
                Optional.ofNullable(desk.layers().root().getScene())
                        .map(scene -> (Window) scene.getWindow()));
    }
}
