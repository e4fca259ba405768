package org.clinicdesk.client.followup;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.FollowUp;
import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Segments;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.platform.Texts;

import java.util.List;
import java.util.Objects;

/// What is due, and at the right when it can be.
final class DueView {

    private static final String SHEET =
            Objects.requireNonNull(
                            DueView.class.getResource(
                                    "/org/clinicdesk/client/followup/followup.css"))
                    .toExternalForm();

    private final Texts texts;
    private final DueModel model;
    private final BookModel booking;
    private final Words words;
    private final People people;
    private final HBox root;

    DueView(DueModel model, BookModel booking) {
        this.texts = model.desk().texts();
        this.model = model;
        this.booking = booking;
        this.words = new Words(model.desk());
        this.people = new People(texts, model.desk().today());
        var table = table();
        VBox.setVgrow(table.view(), Priority.ALWAYS);
        Boxes.first(table.view());
        root = new HBox(Boxes.page(until(), table.view()), new TimesPane(model, booking).node());
        root.getStylesheets().add(SHEET);
    }

    Parent root() {
        return root;
    }

    private Node until() {
        var segments =
                Segments.of(
                        "followup-due.until",
                        List.of(Until.values()),
                        it -> texts.get("followup.until." + it),
                        model.until());
        segments.setMaxWidth(Region.USE_PREF_SIZE);
        return segments;
    }

    private Table<FollowUp> table() {
        return new Table<FollowUp>("followup-due.rows")
                .node(heading("due"), this::due, 130)
                .node(heading("person"), this::person, 290)
                .text(
                        heading("practitioner"),
                        it -> words.practitioner(it.getPractitionerId()),
                        125)
                .node(heading("what"), this::what, 185)
                .node(
                        heading("state"),
                        it ->
                                Pill.of(
                                        texts.get("followup.state." + words.state(it)),
                                        words.state(it).tint()),
                        125)
                .rows(model.followUps())
                .selects(model.chosen())
                .opens(_ -> booking.book(0))
                .empty(
                        EmptyState.of(
                                "mdi2c-calendar-check-outline",
                                texts.get("followup.due.none"),
                                texts.get("followup.due.none.detail")));
    }

    private Node due(FollowUp followUp) {
        return two(words.due(followUp), words.left(followUp));
    }

    private Node what(FollowUp followUp) {
        return two(words.service(followUp.getServiceId()), followUp.getReason());
    }

    private Node person(FollowUp followUp) {
        var person = followUp.getPerson();
        return Boxes.row(
                10, Avatar.small(person.getName()), two(person.getName(), reached(followUp)));
    }

    /// Whoever is due is called; who cannot be is told apart by his age.
    private String reached(FollowUp followUp) {
        return followUp.getPhone().isEmpty()
                ? people.line(followUp.getPerson())
                : followUp.getPhone();
    }

    private static Node two(String first, String second) {
        var words = Boxes.column(0, Labels.of(first, "medium"));
        if (!second.isEmpty()) {
            words.getChildren().add(Labels.of(second, "tiny", "muted"));
        }
        words.setAlignment(Pos.CENTER_LEFT);
        return words;
    }

    private String heading(String column) {
        return texts.get("followup.column." + column).toUpperCase(texts.locale());
    }
}
