package org.clinicdesk.client.setup;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

import org.clinicdesk.appointment.v1.Resource;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;

/// Says how a room or a piece of equipment is called and of what type it is.
final class ResourceDialog {

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
        new EditDialog<>(desk, "resource", title, model.edited()).show(form(), model::save);
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
}
