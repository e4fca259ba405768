package org.clinicdesk.client.roster;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.roster.v1.PassedOver;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// Which events of a calendar were not entered, and why; what is only over comes last. It stays until somebody has read it.
final class PassedDialog {

    private static final double HEIGHT = 360;

    private PassedDialog() {}

    static void open(Desk desk, List<PassedOver> passed) {
        var rows = Boxes.column(10);
        rows.setId("roster-passed.rows");
        rows.setPadding(new Insets(0, 12, 0, 0));
        passed.stream()
                .sorted(
                        Comparator.comparing(
                                        (PassedOver one) -> one.getWhy() == PassedOver.Why.WHY_OVER)
                                .thenComparing(PassedOver::getDate))
                .forEach(one -> rows.getChildren().add(row(desk, one)));
        var scroll = Boxes.styled(new ScrollPane(rows), "page-scroll");
        scroll.setFitToWidth(true);
        // Long names take more lines than the box knows before it has its width.
        rows.heightProperty()
                .subscribe(
                        height -> scroll.setPrefHeight(Math.min(HEIGHT, height.doubleValue() + 2)));
        new Dialog(
                        desk.layers(),
                        desk.texts(),
                        "roster-passed",
                        desk.texts().get("roster.holidays.passed", passed.size()))
                .body(scroll)
                .cancel(desk.texts().get("kit.close"))
                .show();
    }

    private static Node row(Desk desk, PassedOver one) {
        var texts = desk.texts();
        var name = one.getName().isEmpty() ? texts.get("roster.holidays.nameless") : one.getName();
        var day = one.getDate().isEmpty() ? "" : texts.dates().date(LocalDate.parse(one.getDate()));
        var title = Labels.of(name, "medium");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        var date = Labels.of(day, "muted");
        date.setMinWidth(Region.USE_PREF_SIZE);
        var words =
                Boxes.column(
                        2,
                        title,
                        Labels.muted(texts.get("roster.holidays.passed." + one.getWhy().name())));
        words.setMinWidth(0);
        var row = Boxes.row(12, Boxes.grow(words), date);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
