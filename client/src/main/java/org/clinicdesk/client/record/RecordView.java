package org.clinicdesk.client.record;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.record.v1.GetRecordResponse;

import java.util.stream.Stream;

/// The record over the whole screen, in three columns: what must be known, what was measured, what happened.
final class RecordView {

    private static final int MOST = 60;
    private static final int COLUMNS = 3;

    private final Desk desk;
    private final ChartModel model;
    private final Sections sections;
    private final VBox page = Boxes.page();
    private final ScrollPane root = Boxes.styled(Boxes.grow(new ScrollPane(page)), "page-scroll");

    RecordView(Desk desk, ChartModel model) {
        this.desk = desk;
        this.model = model;
        this.sections = new Sections(new Words(desk), model, new Documents(desk), MOST);
        root.setFitToWidth(true);
        Redraw.of(root, this::draw, model.record(), model.person());
        draw();
    }

    Parent root() {
        return root;
    }

    private void draw() {
        var record = model.record().get();
        page.getChildren().clear();
        var person = model.person().get();
        if (person != null) {
            page.getChildren().add(head(person));
        }
        page.getChildren()
                .add(
                        record == null
                                ? Labels.muted(desk.texts().get("kit.loading"))
                                : columns(record));
    }

    private Node head(PersonLine person) {
        return Boxes.row(
                12,
                Avatar.large(person.getName()),
                Boxes.grow(
                        Boxes.column(
                                4,
                                Labels.title(person.getName()),
                                Labels.muted(new People(desk.texts(), desk.today()).line(person)),
                                new Warnings(desk, model).root())));
    }

    private Node columns(GetRecordResponse record) {
        var grid = new GridPane(12, 0);
        for (var i = 0; i < COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(
                0,
                column(allergies(record), sections.medicines(record), sections.conditions(record)),
                column(
                        sections.vitals(record),
                        sections.results(record),
                        sections.immunizations(record)),
                column(last(record)));
        return grid;
    }

    /// What is to come before what was.
    private Node[] last(GetRecordResponse record) {
        return Stream.concat(
                        model.followUps().stream().map(Screen::view),
                        Stream.of(sections.encounters(record), sections.documents(record)))
                .toArray(Node[]::new);
    }

    /// With what is tolerated in spite of them, where anything is.
    private Node allergies(GetRecordResponse record) {
        var allergies = new AllergySection(desk, model).node(record);
        return record.getTolerancesCount() == 0
                ? allergies
                : Boxes.column(16, allergies, new ToleranceSection(desk, model).node(record));
    }

    private static Node column(Node... parts) {
        var column = Boxes.column(12);
        for (var part : parts) {
            column.getChildren().add(Boxes.card(part));
        }
        return column;
    }
}
