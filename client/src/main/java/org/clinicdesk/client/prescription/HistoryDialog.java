package org.clinicdesk.client.prescription;

import javafx.scene.Node;
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

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
    private static final int MONTHS = 12;
    private static final int TICKS = 4;

    private final Desk desk;
    private final PrescriptionModel model;
    private final Texts texts;
    private final LocalDate today;
    private final LocalDate first;

    private final Dialog dialog;

    private HistoryDialog(Desk desk, PrescriptionModel model, LocalDate today) {
        this.desk = desk;
        this.model = model;
        this.texts = desk.texts();
        this.dialog =
                new Dialog(
                        desk.layers(),
                        texts,
                        "prescription-history",
                        texts.get("prescription.history"));
        this.today = today;
        this.first = today.minusMonths(MONTHS);
    }

    static void open(Desk desk, PrescriptionModel model) {
        model.past()
                .history(answer ->
                        new HistoryDialog(desk, model, LocalDate.parse(answer.getToday()))
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
            rows.getChildren().addAll(row(medicine), Boxes.rule());
        }
        var scroll = Boxes.styled(new ScrollPane(rows), "page-scroll");
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(HEIGHT);
        dialog.width(WIDTH).body(scale()).body(scroll).cancel(texts.get("kit.close")).show();
    }

    private Node scale() {
        var pane = new Pane();
        pane.setMinSize(TIME, 18);
        pane.setMaxSize(TIME, 18);
        for (int i = 0; i <= TICKS; i++) {
            var day = first.plusMonths((long) MONTHS / TICKS * i);
            var label = Labels.of(texts.dates().dayAndMonth(day), "tiny", "muted");
            label.setLayoutX(Math.min(x(day), TIME - 46));
            pane.getChildren().add(label);
        }
        var space = new Region();
        space.setMinWidth(NAMES);
        return Boxes.row(12, space, pane);
    }

    private Node row(MedicineHistory medicine) {
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
        var from = date(medicine.getSince()).orElse(first);
        var to = date(medicine.getUntil()).orElse(medicine.getActive() ? today : from);
        if (!to.isBefore(first) && !denied(medicine)) {
            var bar = Boxes.styled(new Region(), "history-bar");
            if (medicine.getActive()) {
                bar.getStyleClass().add("on");
            }
            bar.resizeRelocate(x(from), BAR / 2, Math.max(3, x(to) - x(from)), BAR);
            bar.setManaged(false);
            pane.getChildren().add(bar);
        }
        medicine.getSuppliesList()
                .forEach(supply ->
                        date(supply.getDate())
                                .filter(day -> !day.isBefore(first))
                                .ifPresent(day ->
                                        pane.getChildren().add(mark(day, supply.getEarly()))));
        return pane;
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
        var all = ChronoUnit.DAYS.between(first, today);
        var so = Math.clamp(ChronoUnit.DAYS.between(first, day), 0, all);
        return TIME * so / all;
    }

    /// The first day of what is known to a month or a year only.
    private static Optional<LocalDate> date(String iso) {
        try {
            return switch (iso.length()) {
                case 4 -> Optional.of(LocalDate.parse(iso + "-01-01"));
                case 7 -> Optional.of(LocalDate.parse(iso + "-01"));
                case 10 -> Optional.of(LocalDate.parse(iso));
                default -> Optional.empty();
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
