package org.clinicdesk.client.report;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.DayPick;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.PaperPreview;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Segments;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.common.v1.Table;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The figures of the day as tiles, the tables below them.
final class ReportView {

    private static final String SHEET =
            Objects.requireNonNull(
                            ReportView.class.getResource(
                                    "/org/clinicdesk/client/report/report.css"))
                    .toExternalForm();

    /// The tables of which each row is one figure.
    private static final Set<String> FIGURES = Set.of("report.summary", "report.alerts_summary");

    /// Letters, and the room that a longer text is left at least.
    private static final int LONG = 24;

    /// Letters of a heading that stays in one line.
    private static final int SHORT = 9;

    private static final double LONG_WIDTH = 140;

    /// Share of the wide tables in the width, unless they need more.
    private static final double MAIN = 0.58;

    private final Desk desk;
    private final Texts texts;
    private final ReportModel model;
    private final Cells cells;
    private final VBox page = Boxes.page();
    private final ScrollPane root = Boxes.styled(Boxes.grow(new ScrollPane(page)), "page-scroll");

    ReportView(Desk desk, ReportModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.cells = new Cells(texts);
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        root.getStylesheets().add(SHEET);
        root.setAccessibleText(texts.get("report.day"));
        Boxes.first(root);
        Redraw.of(page, this::draw, model.tables(), model.refused());
        Redraw.of(page, this::preview, model.paper());
        draw();
    }

    Parent root() {
        return root;
    }

    /// Which report, and the day it is about or ends with.
    static Node header(Desk desk, ReportModel model) {
        var texts = desk.texts();
        return Boxes.row(
                12,
                Segments.of(
                        "report-day.kind",
                        List.of(ReportModel.Kind.values()),
                        kind -> texts.get("report.kind." + kind.name()),
                        model.kind()),
                DayPick.of(texts, "report", "report-day", model.date(), desk.today()));
    }

    /// On paper and as a spreadsheet.
    static Node actions(Desk desk, ReportModel model) {
        var texts = desk.texts();
        var pdf =
                Buttons.plain(
                        "report-day.print",
                        texts.get("report.export.pdf"),
                        "mdi2p-printer",
                        model::print);
        var xlsx =
                Buttons.primary(
                        "report-day.xlsx",
                        texts.get("report.export.xlsx"),
                        "mdi2f-file-excel-outline",
                        model::export);
        List.of(pdf, xlsx)
                .forEach(button -> button.disableProperty().bind(model.exporting().property()));
        return Boxes.row(8, pdf, xlsx);
    }

    private void preview() {
        var file = model.paper().get();
        if (file != null) {
            var title =
                    switch (model.kind().get()) {
                        case DAY -> texts.get("report.day");
                        case ALERTS -> texts.get("report.alerts");
                    };
            new PaperPreview(desk, "report-paper", title, file).show();
        }
    }

    private void draw() {
        page.getChildren().clear();
        if (!model.refused().get().isEmpty()) {
            var alert = Alert.of(Tint.AMBER, "mdi2f-file-alert-outline", model.refused().get(), "");
            alert.setId("report-day.refused");
            page.getChildren().add(alert);
        }
        period();
        if (model.tables().isEmpty()) {
            page.getChildren().add(Labels.muted(texts.get("kit.loading")));
        } else if (model.empty()) {
            var empty =
                    Boxes.grow(
                            EmptyState.of(
                                    "mdi2c-chart-box-outline",
                                    texts.get("report.none"),
                                    texts.get("report.none.detail")));
            empty.setId("report-day.none");
            page.getChildren().add(empty);
        } else {
            tables();
        }
    }

    /// The days that are counted, where they are not the one in the bar above.
    private void period() {
        var from = model.first().get();
        var to = model.date().get();
        if (from == null || to == null) {
            return;
        }
        var words =
                Labels.strong(
                        texts.get(
                                "report.period",
                                texts.dates().date(from),
                                texts.dates().date(to),
                                ChronoUnit.DAYS.between(from, to) + 1));
        words.setId("report-day.period");
        page.getChildren().add(words);
    }

    private void tables() {
        var side = new VBox(12);
        var main = new VBox(12);
        for (var table : model.tables()) {
            if (FIGURES.contains(table.getTitleKey())) {
                page.getChildren().add(tiles(table));
            } else {
                (table.getColumnsCount() > 4 ? main : side).getChildren().add(card(table));
            }
        }
        if (model.kind().get() == ReportModel.Kind.ALERTS) {
            page.getChildren().addAll(main, side);
            return;
        }
        // What is short stands below what is wide, so that both columns are about equally long.
        while (side.getChildren().size() > main.getChildren().size() + 1) {
            main.getChildren().add(side.getChildren().remove(1));
        }
        var columns = new HBox(12, main, side);
        main.prefWidthProperty().bind(columns.widthProperty().multiply(MAIN));
        side.prefWidthProperty().bind(columns.widthProperty().multiply(1 - MAIN));
        page.getChildren().add(columns);
    }

    private Node tiles(Table table) {
        return new Tiles(table.getRowsList().stream().map(row -> tile(table, row)).toList());
    }

    private Node tile(Table table, Table.Row row) {
        var word = Labels.muted(cell(table, row, 0));
        word.setWrapText(true);
        word.setMinHeight(Region.USE_PREF_SIZE);
        var tile = Boxes.card(Labels.of(cell(table, row, 1), "figure"), word);
        tile.getStyleClass().add("tile");
        var key = row.getCells(0);
        tile.setId("report-day.figure-" + key.substring(key.lastIndexOf('.') + 1));
        return tile;
    }

    private Node card(Table table) {
        var grid = new GridPane();
        grid.getStyleClass().add("report-table");
        grid.setId(
                "report-day.table-"
                        + table.getTitleKey().substring(table.getTitleKey().lastIndexOf('.') + 1));
        for (var c = 0; c < table.getColumnsCount(); c++) {
            var column = table.getColumns(c);
            var constraints = new ColumnConstraints();
            constraints.setHgrow(
                    c == 0 || c == 1 && column.getKind() == Table.Kind.KIND_TEXT
                            ? Priority.ALWAYS
                            : Priority.SOMETIMES);
            constraints.setFillWidth(true);
            grid.getColumnConstraints().add(constraints);
            var heading =
                    cellLabel(
                            heading(texts.get(column.getTitleKey()), c).toUpperCase(texts.locale()),
                            column,
                            "overline",
                            "heading");
            grid.add(heading, c, 0);
        }
        for (var r = 0; r < table.getRowsCount(); r++) {
            for (var c = 0; c < table.getColumnsCount(); c++) {
                grid.add(
                        cellLabel(cell(table, table.getRows(r), c), table.getColumns(c), "cell"),
                        c,
                        r + 1);
            }
        }
        var card = Boxes.card(Labels.heading(texts.get(table.getTitleKey())));
        card.getChildren()
                .add(table.getRowsCount() == 0 ? Labels.muted(texts.get("report.nothing")) : grid);
        return card;
    }

    /// A long one in two lines, so that its column need not be wider than its figures.
    private static String heading(String words, int column) {
        if (column == 0 || words.length() <= SHORT) {
            return words;
        }
        var half = words.length() / 2;
        var after = words.indexOf(' ', half);
        var before = words.lastIndexOf(' ', half);
        var nearer = after < 0 || before >= 0 && half - before <= after - half ? before : after;
        return nearer < 0 ? words : words.substring(0, nearer) + "\n" + words.substring(nearer + 1);
    }

    /// Figures and words are never cut; what has several words goes on in the next line.
    private static Label cellLabel(String text, Table.Column column, String... classes) {
        var label = Labels.of(text, classes);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (column.getKind() == Table.Kind.KIND_TEXT && text.contains(" ")) {
            label.setWrapText(true);
        } else if (text.length() > LONG) {
            label.setWrapText(true);
            label.setMinWidth(LONG_WIDTH);
        } else {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        if (Cells.figure(column.getKind())) {
            label.getStyleClass().add("figures");
        }
        return label;
    }

    private String cell(Table table, Table.Row row, int column) {
        return cells.text(row.getCells(column), table.getColumns(column).getKind());
    }
}
