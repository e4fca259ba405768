package org.clinicdesk.client.prescription;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.pharmacy.v1.HistoryMark;
import org.clinicdesk.pharmacy.v1.ListMedicineHistoryResponse;
import org.clinicdesk.pharmacy.v1.MedicineHistory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// All medicines of a person on a line of time: a bar for how long each was taken, a mark for each handing out. What
/// stands out is said in words beside the bar: the same substance twice, handed out too soon, too much of what is
/// controlled.
final class HistoryDialog {

    private static final double WIDTH = 1080;
    private static final double NAMES = 330;
    private static final double TIME = 420;
    private static final double BAR = 10;
    private static final double MARK = 8;
    private static final double HEIGHT = 460;
    private static final double LEAST = 120;
    private static final double TICK = 64;
    private static final double END = 80;

    private final Desk desk;
    private final PrescriptionModel model;
    private final Texts texts;
    private final TimeAxis axis;

    private final Dialog dialog;

    private HistoryDialog(Desk desk, PrescriptionModel model, TimeAxis axis) {
        this.desk = desk;
        this.model = model;
        this.texts = desk.texts();
        this.dialog =
                new Dialog(
                        desk.layers(),
                        texts,
                        "prescription-history",
                        texts.get("prescription.history"));
        this.axis = axis;
    }

    static void open(Desk desk, PrescriptionModel model) {
        model.past()
                .history(answer ->
                        new HistoryDialog(
                                        desk,
                                        model,
                                        TimeAxis.of(
                                                answer.getMedicinesList(),
                                                LocalDate.parse(answer.getToday())))
                                .show(answer));
    }

    private void show(ListMedicineHistoryResponse answer) {
        var rows = new VBox(6);
        rows.setId("prescription-history.rows");
        rows.getStylesheets().add(PrescriptionView.sheet());
        if (answer.getMedicinesCount() == 0) {
            rows.getChildren().add(Labels.muted(texts.get("prescription.history.none")));
        }
        for (var medicine : answer.getMedicinesList()) {
            rows.getChildren().addAll(row(medicine, answer.getMedicinesList()), Boxes.rule());
        }
        var scroll = Boxes.styled(new ScrollPane(rows), "page-scroll");
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(HEIGHT);
        // As high as what it holds, where that is less.
        rows.heightProperty()
                .subscribe(height ->
                        scroll.setPrefHeight(Math.clamp(height.doubleValue() + 4, LEAST, HEIGHT)));
        dialog.width(WIDTH).body(scale()).body(scroll).cancel(texts.get("kit.close")).show();
    }

    /// Now, the first day and the last, and the months between them as far as there is room.
    private Node scale() {
        var pane = new Pane();
        pane.setId("prescription-history.scale");
        pane.setMinSize(TIME, 18);
        pane.setMaxSize(TIME, 18);
        var now = x(axis.today());
        put(pane, Labels.of(texts.get("prescription.history.now"), "tiny", "strong"), now);
        if (now > END) {
            end(pane, axis.first(), Pos.CENTER_LEFT);
        }
        if (now < TIME - END) {
            end(pane, axis.last(), Pos.CENTER_RIGHT);
        }
        for (var month : axis.ticks()) {
            var x = x(month.atDay(1));
            if (Math.abs(x - now) > TICK && x > END + TICK / 2 && x < TIME - END - TICK / 2) {
                put(pane, Labels.of(texts.dates().partial(month.toString()), "tiny", "muted"), x);
            }
        }
        var space = new Region();
        space.setMinWidth(NAMES);
        return Boxes.row(12, space, pane);
    }

    /// The day at which the line begins or ends.
    private void end(Pane pane, LocalDate day, Pos side) {
        var label = Labels.of(texts.dates().date(day), "tiny", "muted");
        label.setPrefWidth(END);
        label.setAlignment(side);
        label.setLayoutX(side == Pos.CENTER_LEFT ? 0 : TIME - END);
        pane.getChildren().add(label);
    }

    /// With its middle above its day.
    private static void put(Pane pane, Label label, double x) {
        label.setPrefWidth(TICK);
        label.setAlignment(Pos.CENTER);
        label.setLayoutX(Math.clamp(x - TICK / 2, -TICK / 2, TIME - TICK / 2));
        pane.getChildren().add(label);
    }

    private Node row(MedicineHistory medicine, List<MedicineHistory> all) {
        var name = Labels.of(medicine.getMedicine(), "medium");
        name.setWrapText(true);
        var detail = Labels.of(detail(medicine), "tiny", "muted");
        detail.setWrapText(true);
        var names = Boxes.column(1, name, detail);
        names.setMinWidth(NAMES);
        names.setMaxWidth(NAMES);
        var marks = new FlowPane(6, 4);
        if (denied(medicine)) {
            name.getStyleClass().add("struck");
            marks.getChildren().add(Pill.of(texts.get("prescription.error.mark"), Tint.GRAY));
        }
        medicine.getMarksList().forEach(mark -> marks.getChildren().add(pill(mark)));
        var early = model.past().tooEarly(medicine, all);
        if (early > 0) {
            marks.getChildren()
                    .add(Pill.of(texts.get("prescription.history.too-early", early), Tint.RED));
        }
        if (medicine.getControlled()) {
            marks.getChildren()
                    .add(Pill.of(texts.get("prescription.history.controlled"), Tint.VIOLET));
        }
        var row = Boxes.row(12, names, line(medicine), Boxes.grow(marks));
        deny(medicine).ifPresent(row.getChildren()::add);
        return row;
    }

    private static boolean denied(MedicineHistory medicine) {
        return medicine.getEnteredInError();
    }

    private Optional<Node> deny(MedicineHistory medicine) {
        return model.past()
                .deniable(medicine.getPrescriptionLineId())
                .map(deniable ->
                        Buttons.small(
                                Buttons.icon(
                                        "prescription-history.deny-" + medicine.getMedicationId(),
                                        "mdi2p-pill-off",
                                        texts.get(
                                                "prescription.current.deny",
                                                medicine.getMedicine()),
                                        () -> {
                                            dialog.hide();
                                            DenyDialog.open(desk, model, deniable);
                                        })));
    }

    private String detail(MedicineHistory medicine) {
        var from = medicine.getSince().isEmpty() ? "?" : texts.dates().partial(medicine.getSince());
        var to =
                medicine.getUntil().isEmpty()
                        ? texts.get(
                                medicine.getActive()
                                        ? "prescription.history.now"
                                        : "prescription.history.ended")
                        : texts.dates().partial(medicine.getUntil());
        var why = medicine.getStoppedReason().isEmpty() ? "" : " · " + medicine.getStoppedReason();
        var who =
                medicine.getPrescriberName().isEmpty() ? "" : " · " + medicine.getPrescriberName();
        return from + " – " + to + who + why;
    }

    private Node pill(HistoryMark mark) {
        return Pill.of(
                texts.get(
                        "prescription.history."
                                + (mark == HistoryMark.UNRECOGNIZED
                                                ? HistoryMark.HISTORY_MARK_UNSPECIFIED
                                                : mark)
                                        .name()),
                mark == HistoryMark.HISTORY_MARK_DUPLICATE ? Tint.AMBER : Tint.RED);
    }

    private Node line(MedicineHistory medicine) {
        var pane = new Pane();
        pane.setMinSize(TIME, 2 * BAR);
        pane.setMaxSize(TIME, 2 * BAR);
        var now = Boxes.styled(new Region(), "history-now");
        now.resizeRelocate(x(axis.today()), 0, 1, 2 * BAR);
        now.setManaged(false);
        pane.getChildren().add(now);
        var from = TimeAxis.date(medicine.getSince()).orElse(axis.first());
        var to =
                TimeAxis.date(medicine.getUntil())
                        .orElse(medicine.getActive() ? axis.last() : from);
        if (!to.isBefore(axis.first()) && !denied(medicine)) {
            bars(pane, medicine.getActive(), from, to);
        }
        medicine.getSuppliesList()
                .forEach(supply ->
                        TimeAxis.date(supply.getDate())
                                .filter(day -> !day.isBefore(axis.first()))
                                .ifPresent(day ->
                                        pane.getChildren().add(mark(day, supply.getEarly()))));
        return pane;
    }

    /// What is still to come is paler.
    private void bars(Pane pane, boolean active, LocalDate from, LocalDate to) {
        if (active && to.isAfter(axis.today())) {
            pane.getChildren()
                    .addAll(bar(from, to, "on", "to-come"), bar(from, axis.today(), "on"));
        } else {
            pane.getChildren().add(active ? bar(from, to, "on") : bar(from, to));
        }
    }

    private Node bar(LocalDate from, LocalDate to, String... classes) {
        var bar = Boxes.styled(Boxes.styled(new Region(), "history-bar"), classes);
        bar.resizeRelocate(x(from), BAR / 2, Math.max(3, x(to) - x(from)), BAR);
        bar.setManaged(false);
        return bar;
    }

    private Node mark(LocalDate day, boolean early) {
        var mark = Boxes.styled(new Region(), "history-mark");
        if (early) {
            mark.getStyleClass().add("early");
        }
        mark.resizeRelocate(x(day) - MARK / 2, BAR - MARK / 2, MARK, MARK);
        mark.setManaged(false);
        return mark;
    }

    private double x(LocalDate day) {
        return TIME * axis.at(day);
    }
}
