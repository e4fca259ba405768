package org.clinicdesk.client.setup;

import com.google.protobuf.Descriptors.FieldDescriptor;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

import org.clinicdesk.appointment.v1.VisitType;
import org.clinicdesk.appointment.v1.VisitType.Need;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;

import java.util.List;

/// Says how a service is called, how long its visits are, how they look, what they need and cost.
final class TypeDialog {

    private static final double WIDTH = 720;
    private static final double SWATCH = 20;

    private final Desk desk;
    private final Texts texts;
    private final Words words;
    private final TypesModel model;
    private final FlowPane needs = new FlowPane(16, 8);

    TypeDialog(Desk desk, TypesModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.words = new Words(texts);
        this.model = model;
    }

    void show() {
        var title =
                model.isNew()
                        ? texts.get("setup.type.add")
                        : texts.get("setup.type.title", model.edited().draft().base().getName());
        Redraw.of(needs, this::drawNeeds, model.needs());
        drawNeeds();
        new EditDialog<>(desk, "type", title, model.edited())
                .width(WIDTH)
                .scrolls()
                .shown(this::shown)
                .theirs(model::takeTheirs)
                .show(form(), model::save);
    }

    private Form<VisitType> form() {
        var form =
                new Form<>(texts, "setup.type", model.edited().draft())
                        .text("name")
                        .text("minutes")
                        .together(2)
                        .text("buffer_before_minutes")
                        .text("buffer_after_minutes")
                        .together(2)
                        .text("price_minor", model.price().shown())
                        .text("currency")
                        .together(2)
                        .text("colour")
                        .node(swatches())
                        .node(
                                Boxes.column(
                                        6,
                                        Labels.of(texts.get("setup.type.needs"), "field-label"),
                                        needs))
                        .area("preparation", 3)
                        .flag("active");
        Boxes.first(form.control("name"));
        return form;
    }

    private Node swatches() {
        var row = new FlowPane(6, 6);
        var colour = model.edited().draft().text("colour");
        for (var offered : Swatch.COLOURS) {
            var button = Boxes.styled(new ToggleButton(), "setup-colour");
            button.setGraphic(Swatch.of(offered, SWATCH));
            button.setId("setup-type.colour-" + offered.substring(1));
            button.setAccessibleText(texts.get("setup.type.colour") + " " + offered);
            button.setTooltip(new Tooltip(offered));
            button.setSelected(offered.equals(colour.get()));
            button.setOnAction(event -> colour.set(button.isSelected() ? offered : ""));
            row.getChildren().add(button);
        }
        Redraw.of(
                row,
                () ->
                        row.getChildren()
                                .forEach(node ->
                                        ((ToggleButton) node)
                                                .setSelected(
                                                        node.getId()
                                                                .endsWith(after(colour.get())))),
                colour);
        return row;
    }

    private static String after(String colour) {
        return colour.startsWith("#") ? "-" + colour.substring(1) : "-none";
    }

    private void drawNeeds() {
        var offered = model.offered();
        if (offered.isEmpty()) {
            needs.getChildren().setAll(Labels.paragraph(texts.get("setup.type.needs.none")));
            return;
        }
        if (ticksOf(offered)) {
            needs.getChildren()
                    .forEach(node -> {
                        var check = (CheckBox) node;
                        check.setSelected(model.needs().contains((Need) check.getUserData()));
                    });
            return;
        }
        needs.getChildren().setAll(offered.stream().map(this::tick).toList());
    }

    /// Whether the ticks are those already: the keyboard stays where it is.
    private boolean ticksOf(List<Need> offered) {
        return needs.getChildren().stream().map(Node::getUserData).toList().equals(offered);
    }

    private CheckBox tick(Need need) {
        var count = model.count(need);
        var check =
                new CheckBox(
                        texts.get(
                                count == 0 ? "setup.type.need.missing" : "setup.type.need",
                                words.kind(need.getKind()),
                                need.getType(),
                                count));
        check.setId("setup-type.need-" + need.getType().replace(' ', '-'));
        check.setUserData(need);
        check.setSelected(model.needs().contains(need));
        check.selectedProperty().addListener((property, before, on) -> model.need(need, on));
        return check;
    }

    private String shown(FieldDescriptor field, Object value) {
        return switch (value) {
            case Boolean on -> words.yesNo(on);
            case List<?> all -> words.needs(all.stream().map(Need.class::cast).toList());
            case Long price ->
                    words.price(price, model.edited().draft().text("currency").get().strip());
            case Number number -> number.toString();
            default -> value.toString().isEmpty() ? Words.NOTHING : value.toString();
        };
    }
}
