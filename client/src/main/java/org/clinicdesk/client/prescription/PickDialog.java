package org.clinicdesk.client.prescription;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.OrderSet;
import org.clinicdesk.prescription.v1.OrderSetItem;
import org.clinicdesk.prescription.v1.Prescription;
import org.clinicdesk.prescription.v1.PrescriptionStatus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Takes lines that were prescribed before: favourites, what this person had, protocols. Typing narrows the list, arrows
/// choose, Enter takes.
final class PickDialog {

    private static final double WIDTH = 680;
    private static final double HEIGHT = 380;
    private static final PrescriptionStatus DENIED =
            PrescriptionStatus.PRESCRIPTION_STATUS_ENTERED_IN_ERROR;

    /// Where lines are taken from.
    enum Source {
        FAVOURITES,
        PREVIOUS,
        PROTOCOLS;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// A row of the list. @param set null for a previous line
    private record Choice(String title, String detail, List<OrderSetItem> items, OrderSet set) {
        boolean matches(String text) {
            return Shorthand.fold(title + " " + detail).contains(Shorthand.fold(text));
        }
    }

    private final Desk desk;
    private final Texts texts;
    private final PrescriptionModel model;
    private final Source source;
    private final TextField search = Boxes.first(new TextField());
    private final VBox rows = Boxes.column(2);
    private final Dialog dialog;
    private final InvalidationListener redraw = change -> draw();
    private final List<Choice> shown = new ArrayList<>();
    private int highlighted;

    private PickDialog(Desk desk, PrescriptionModel model, Source source) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.source = source;
        this.dialog =
                new Dialog(
                        desk.layers(),
                        texts,
                        "prescription-pick",
                        texts.get("prescription.pick." + source.word()));
    }

    /// Sets that were kept at another desk meanwhile appear while it is open.
    static void open(Desk desk, PrescriptionModel model, Source source) {
        model.past().readSets();
        new PickDialog(desk, model, source).show();
    }

    private void show() {
        search.setId("prescription-pick.search");
        search.setPromptText(texts.get("prescription.pick.search"));
        search.setAccessibleText(texts.get("prescription.pick.search"));
        search.textProperty()
                .addListener((property, before, now) -> {
                    highlighted = 0;
                    draw();
                });
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
                var step = event.getCode() == KeyCode.DOWN ? 1 : -1;
                highlighted = Math.clamp(highlighted + step, 0, Math.max(0, shown.size() - 1));
                draw();
                event.consume();
            }
        });
        rows.setId("prescription-pick.rows");
        var scroll = Boxes.styled(new ScrollPane(rows), "page-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setPrefHeight(HEIGHT);
        var weak = new WeakInvalidationListener(redraw);
        scroll.getProperties().put("redraw", redraw);
        model.past().sets().addListener(weak);
        model.past().previous().addListener(weak);
        draw();
        dialog.width(WIDTH)
                .body(search)
                .body(scroll)
                .primary(texts.get("prescription.pick.take"), this::take)
                .show();
    }

    private List<Choice> choices() {
        return switch (source) {
            case FAVOURITES -> sets(true);
            case PROTOCOLS -> sets(false);
            case PREVIOUS ->
                    model.past().previous().stream()
                            .filter(it -> it.getStatus() != DENIED)
                            .flatMap(it -> previous(it).stream())
                            .toList();
        };
    }

    /// A favourite is a set of one's own with one line.
    private List<Choice> sets(boolean favourites) {
        return model.past().sets().stream()
                .filter(set -> favourites == (!set.getClinic() && set.getItemsCount() == 1))
                .map(set -> new Choice(set.getName(), detail(set), set.getItemsList(), set))
                .toList();
    }

    private String detail(OrderSet set) {
        return set.getItemsList().stream()
                .map(item ->
                        item.getOrder().getMedicine()
                                + ": "
                                + (item.hasByWeight()
                                        ? texts.get(
                                                item.getByWeight().getADay()
                                                        ? "prescription.pick.mg-kg-day"
                                                        : "prescription.pick.mg-kg",
                                                Amounts.plain(item.getByWeight().getMgPerKg()))
                                        : words(item.getOrder())))
                .collect(Collectors.joining("\n"));
    }

    private String words(OrderLine line) {
        return model.words().sentence(line.getDosage());
    }

    private List<Choice> previous(Prescription prescription) {
        var day =
                texts.dates()
                        .date(
                                Instant.ofEpochSecond(prescription.getSignedAt().getSeconds())
                                        .atZone(desk.session().zone())
                                        .toLocalDate());
        return prescription.getLinesList().stream()
                .map(line ->
                        new Choice(
                                line.getOrder().getMedicine(),
                                day + " · " + words(line.getOrder()),
                                List.of(
                                        OrderSetItem.newBuilder()
                                                .setOrder(
                                                        line.getOrder().toBuilder().clearReplaces())
                                                .build()),
                                OrderSet.getDefaultInstance()))
                .toList();
    }

    private void draw() {
        shown.clear();
        choices().stream().filter(it -> it.matches(search.getText())).forEach(shown::add);
        highlighted = Math.clamp(highlighted, 0, Math.max(0, shown.size() - 1));
        rows.getChildren().clear();
        if (shown.isEmpty()) {
            rows.getChildren()
                    .add(Labels.paragraph(texts.get("prescription.pick.none." + source.word())));
        }
        for (int i = 0; i < shown.size(); i++) {
            rows.getChildren().add(row(i, shown.get(i)));
        }
    }

    private Node row(int index, Choice choice) {
        var words =
                Boxes.grow(
                        Boxes.column(
                                1,
                                Labels.of(choice.title, "strong"),
                                Labels.paragraph(choice.detail)));
        var row = Boxes.styled(new HBox(Icons.of("mdi2p-pill"), words), "row");
        row.setId("prescription-pick.row-" + index);
        row.setAccessibleText(choice.title);
        if (choice.set.getClinic()) {
            row.getChildren().add(Pill.of(texts.get("prescription.pick.clinic"), Tint.BLUE));
        }
        if (!choice.set.getId().isEmpty() && model.past().mayChange(choice.set)) {
            row.getChildren()
                    .addAll(
                            Buttons.small(
                                    Buttons.icon(
                                            "prescription-pick.change-" + index,
                                            "mdi2p-pencil-outline",
                                            texts.get("prescription.pick.change", choice.title),
                                            () -> change(choice.set))),
                            Buttons.small(
                                    Buttons.icon(
                                            "prescription-pick.strike-" + index,
                                            "mdi2d-delete-outline",
                                            texts.get("prescription.pick.strike", choice.title),
                                            () -> strike(choice.set))));
        }
        row.setOnMouseClicked(event -> {
            highlighted = index;
            if (take()) {
                dialog.hide();
            }
        });
        if (index == highlighted) {
            row.getStyleClass().add("sel");
        }
        return row;
    }

    private void change(OrderSet set) {
        dialog.hide();
        SetDialog.open(desk, model, set, () -> open(desk, model, source));
    }

    /// Asked once more: nothing brings it back.
    private void strike(OrderSet set) {
        dialog.hide();
        new Dialog(
                        desk.layers(),
                        texts,
                        "prescription-set-strike",
                        texts.get("prescription.pick.strike.title", set.getName()))
                .say(
                        texts.get(
                                set.getClinic()
                                        ? "prescription.pick.strike.clinic"
                                        : "prescription.pick.strike.own"))
                .onHidden(() -> open(desk, model, source))
                .danger(texts.get("prescription.pick.strike.go"), () -> model.past().strike(set))
                .show();
    }

    private boolean take() {
        if (shown.isEmpty()) {
            return false;
        }
        var items = shown.get(highlighted).items;
        if (model.person().weight().isEmpty()
                && items.stream().anyMatch(OrderSetItem::hasByWeight)) {
            dialog.onHidden(() -> WeighDialog.open(desk, model, () -> model.written().take(items)));
        } else {
            model.written().take(items);
        }
        return true;
    }
}
