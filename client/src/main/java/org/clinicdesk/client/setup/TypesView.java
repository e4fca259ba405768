package org.clinicdesk.client.setup;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;

import org.clinicdesk.appointment.v1.VisitType;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;

import java.util.Objects;

/// Every service with how its visits look, what they need and cost.
final class TypesView {

    static final String SHEET =
            Objects.requireNonNull(
                            TypesView.class.getResource("/org/clinicdesk/client/setup/setup.css"))
                    .toExternalForm();
    private static final double SWATCH = 16;

    private final Desk desk;
    private final Texts texts;
    private final Words words;
    private final TypesModel model;
    private final Parent root;

    TypesView(Desk desk, TypesModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.words = new Words(texts);
        this.model = model;
        var page = Boxes.page(table().view());
        page.getStylesheets().add(SHEET);
        this.root = page;
    }

    Parent root() {
        return root;
    }

    /// The button of the top bar.
    static Node actions(Desk desk, TypesModel model) {
        return Buttons.primary(
                "setup-types.add",
                desk.texts().get("setup.type.add"),
                "mdi2p-plus",
                () -> add(desk, model));
    }

    static void add(Desk desk, TypesModel model) {
        model.add();
        new TypeDialog(desk, model).show();
    }

    private void open(VisitType type) {
        model.begin(type);
        new TypeDialog(desk, model).show();
    }

    private Table<VisitType> table() {
        var table =
                new Table<VisitType>("setup-types.rows")
                        .node(heading("name"), this::name, 230)
                        .number(heading("minutes"), type -> words.minutes(type.getMinutes()), 90)
                        .text(heading("buffers"), words::buffers, 110)
                        .text(heading("needs"), type -> words.needs(type.getNeedsList()), 180)
                        .number(heading("price"), words::price, 120)
                        .text(heading("preparation"), TypesView::preparation, 260)
                        .node(heading("active"), this::state, 110)
                        .rows(model.rows())
                        .selects(model.selected())
                        .opens(this::open)
                        .empty(
                                EmptyState.of(
                                        "mdi2c-calendar-blank-outline",
                                        texts.get("setup.types.none"),
                                        texts.get("setup.types.none.detail")));
        table.view().setAccessibleText(texts.get("setup.types.title"));
        Boxes.first(table.view());
        return table;
    }

    private static String preparation(VisitType type) {
        return type.getPreparation().isEmpty()
                ? Words.NOTHING
                : type.getPreparation().lines().findFirst().orElse("");
    }

    private String heading(String column) {
        return texts.get("setup.column." + column).toUpperCase(texts.locale());
    }

    private Node name(VisitType type) {
        var name = Labels.of(type.getName(), "medium");
        var row = Boxes.row(10, Swatch.of(type.getColour(), SWATCH), name);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node state(VisitType type) {
        return type.getActive()
                ? Pill.of(texts.get("setup.active"), Tint.GREEN)
                : Pill.of(texts.get("setup.type.inactive"), Tint.GRAY);
    }
}
