package org.clinicdesk.client.setup;

import com.google.protobuf.Descriptors.FieldDescriptor;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

import org.clinicdesk.appointment.v1.Resource;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;

/// Says how a room or a piece of equipment is called and of what type it is.
final class ResourceDialog {

    private static final double WIDTH = 520;

    private final Desk desk;
    private final Texts texts;
    private final ResourcesModel model;

    ResourceDialog(Desk desk, ResourcesModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    void show() {
        var title =
                model.isNew()
                        ? texts.get("setup.resource.add")
                        : texts.get(
                                "setup.resource.title", model.edited().draft().base().getName());
        var form = form();
        var changes =
                new ChangesPane(
                        texts,
                        "setup.resource",
                        model.edited(),
                        this::shown,
                        model.edited()::takeTheirs);
        var dialog =
                new Dialog(desk.layers(), texts, "setup-resource", title)
                        .width(WIDTH)
                        .body(Boxes.column(12, changes.node(), form.node()));
        dialog.primary(
                        texts.get("kit.save"),
                        () -> {
                            model.save(dialog::hide);
                            form.focusFirstError();
                            return false;
                        })
                .show();
    }

    private Form<Resource> form() {
        var form = new Form<>(texts, "setup.resource", model.edited().draft());
        if (model.isNew()) {
            form.choice("kind");
        }
        form.text("name").text("type").node(known()).flag("active");
        Boxes.first(form.control(model.isNew() ? "kind" : "name"));
        return form;
    }

    /// One press instead of a word that somebody else writes in another way.
    private Node known() {
        var row = new FlowPane(6, 6);
        for (var type : model.types()) {
            row.getChildren()
                    .add(
                            Buttons.small(
                                    Buttons.plain(
                                            "setup-resource.type-" + type.replace(' ', '-'),
                                            type,
                                            () -> model.edited().draft().text("type").set(type))));
        }
        row.setManaged(!row.getChildren().isEmpty());
        return row;
    }

    private String shown(FieldDescriptor field, Object value) {
        return value instanceof Boolean on
                ? new Words(texts).yesNo(on)
                : value.toString().isEmpty() ? Words.NOTHING : value.toString();
    }
}
