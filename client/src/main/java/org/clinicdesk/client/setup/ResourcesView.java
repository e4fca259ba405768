package org.clinicdesk.client.setup;

import javafx.scene.Node;
import javafx.scene.Parent;

import org.clinicdesk.appointment.v1.Resource;
import org.clinicdesk.appointment.v1.ResourceKind;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;

/// The rooms and the equipment of the site.
final class ResourcesView {

    private final Desk desk;
    private final Texts texts;
    private final Words words;
    private final ResourcesModel model;
    private final Parent root;

    ResourcesView(Desk desk, ResourcesModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.words = new Words(texts);
        this.model = model;
        this.root = Boxes.page(table().view());
    }

    Parent root() {
        return root;
    }

    /// The button of the top bar.
    static Node actions(Desk desk, ResourcesModel model) {
        return Buttons.primary(
                "setup-resources.add",
                desk.texts().get("setup.resource.add"),
                "mdi2p-plus",
                () -> add(desk, model));
    }

    static void add(Desk desk, ResourcesModel model) {
        model.add();
        new ResourceDialog(desk, model).show();
    }

    private Table<Resource> table() {
        var table =
                new Table<Resource>("setup-resources.rows")
                        .node(heading("name"), this::name, 260)
                        .text(heading("kind"), resource -> words.kind(resource.getKind()), 140)
                        .text(heading("type"), ResourcesView::type, 220)
                        .node(heading("active"), this::state, 140)
                        .rows(model.rows())
                        .selects(model.selected())
                        .opens(this::open)
                        .empty(
                                EmptyState.of(
                                        "mdi2d-door-open",
                                        texts.get("setup.resources.none"),
                                        texts.get("setup.resources.none.detail")));
        table.view().setAccessibleText(texts.get("setup.resources.title"));
        Boxes.first(table.view());
        return table;
    }

    private void open(Resource resource) {
        model.begin(resource);
        new ResourceDialog(desk, model).show();
    }

    private static String type(Resource resource) {
        return resource.getType().isEmpty() ? Words.NOTHING : resource.getType();
    }

    private String heading(String column) {
        return texts.get("setup.column." + column).toUpperCase(texts.locale());
    }

    private Node name(Resource resource) {
        var icon =
                resource.getKind() == ResourceKind.RESOURCE_KIND_ROOM
                        ? "mdi2d-door-open"
                        : "mdi2s-stethoscope";
        return Boxes.row(10, Icons.of(icon), Labels.of(resource.getName(), "medium"));
    }

    private Node state(Resource resource) {
        return resource.getActive()
                ? Pill.of(texts.get("setup.active"), Tint.GREEN)
                : Pill.of(texts.get("setup.resource.inactive"), Tint.GRAY);
    }
}
