package org.clinicdesk.client.kiosk;

import io.grpc.MethodDescriptor;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.platform.Command;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.kiosk.v1.KioskServiceGrpc;

import java.util.List;

/// The machine at which people check in. Its place opens the window.
public final class KioskFeature implements Feature {

    private static final String ICON = "mdi2q-qrcode-scan";

    @Override
    public String id() {
        return "kiosk";
    }

    @Override
    public String icon() {
        return ICON;
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return KioskServiceGrpc.getCheckInMethod();
    }

    @Override
    public List<Command> commands(Desk desk) {
        return List.of(new Command("kiosk.open", ICON, needs(), Place.of("kiosk", "window")));
    }

    @Override
    public Screen open(Desk desk, Place place) {
        if (place.view().equals("window")) {
            KioskWindow.open(desk);
        }
        return Screen.of("kiosk.start", () -> start(desk))
                .keys(Key.of("F9", "kiosk.open", () -> KioskWindow.open(desk)));
    }

    private static Parent start(Desk desk) {
        var texts = desk.texts();
        var open =
                Boxes.first(
                        Buttons.primary(
                                "kiosk.open",
                                texts.get("kiosk.open"),
                                "mdi2f-fullscreen",
                                () -> KioskWindow.open(desk)));
        var print = new CheckBox(texts.get("kiosk.print"));
        print.setId("kiosk.print");
        print.setSelected(desk.settings().tickets());
        print.setOnAction(_ -> desk.settings().tickets(print.isSelected()));
        var below = Boxes.column(16, open, print);
        below.setAlignment(Pos.CENTER);
        return new HBox(
                Boxes.page(
                        Boxes.grow(
                                EmptyState.of(
                                        ICON,
                                        texts.get("kiosk.start.title"),
                                        texts.get("kiosk.detail"),
                                        below))));
    }
}
