package org.clinicdesk.client.shell;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Connection.Line;
import org.clinicdesk.client.platform.Desk;

/// Says that no server answers, for as long as that is so. Nothing is queued in silence meanwhile: what was not answered is
/// told to be open, and forms keep what was typed.
final class Banner {

    private final HBox box = Boxes.styled(new HBox(), "banner", Tint.AMBER.style());
    private final ChangeListener<Line> follows = (property, before, now) -> show(now);

    Banner(Desk desk) {
        var texts = desk.texts();
        var text = Labels.text(texts.get("shell.offline"));
        text.setMinWidth(0);
        box.getChildren()
                .addAll(
                        Icons.of("mdi2l-lan-disconnect"),
                        text,
                        Boxes.spacer(),
                        Buttons.small(
                                Buttons.plain(
                                        "shell-banner.retry",
                                        texts.get("shell.offline.retry"),
                                        desk.changes()::reconnect)));
        box.setId("shell-banner");
        box.getProperties().put("follows", follows);
        desk.connection().line().addListener(new WeakChangeListener<>(follows));
        show(desk.connection().line().get());
    }

    Node node() {
        return box;
    }

    private void show(Line line) {
        box.setVisible(line instanceof Line.Down);
        box.setManaged(box.isVisible());
    }
}
