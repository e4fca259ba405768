package org.clinicdesk.client.replan;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Segments;
import org.clinicdesk.client.platform.Texts;

import java.util.List;

/// The re-plan board: the visits that an absence hits on one side, who has to be told on the other.
final class ReplanView {

    private final ReplanModel model;
    private final Texts texts;
    private final Label summary = Labels.muted("");
    private final StackPane root = new StackPane();

    /// Which half of the board is shown.
    enum Tab {
        VISITS,
        NOTICES;

        Tab other() {
            return this == VISITS ? NOTICES : VISITS;
        }
    }

    ReplanView(ReplanModel model, ObjectProperty<Tab> tab) {
        this.model = model;
        this.texts = model.desk().texts();
        var tabs =
                Segments.of(
                        "replan-board.tab",
                        List.of(Tab.values()),
                        value -> texts.get("replan.tab." + value.name()),
                        tab);
        summary.setId("replan-board.summary");
        summary.setWrapText(true);
        var progress = new ProgressBar();
        progress.setId("replan-board.searching");
        progress.setAccessibleText(texts.get("replan.searching"));
        progress.visibleProperty().bind(model.searching().property());
        progress.setPrefWidth(120);
        var head = Boxes.row(12, Boxes.grow(summary), progress);
        if (model.notices().may()) {
            head.getChildren().addFirst(tabs);
        }
        var visits = new VisitsPane(model);
        var notices = new NoticesPane(model);
        root.getChildren().setAll(visits.root(), notices.root());
        Runnable show =
                () -> {
                    var first = tab.get() == Tab.VISITS;
                    visits.root().setVisible(first);
                    notices.root().setVisible(!first);
                    // It stands above whichever table is shown.
                    if (first) {
                        visits.under(head);
                    } else {
                        notices.under(head);
                    }
                };
        Redraw.of(
                root,
                () -> {
                    show.run();
                    (tab.get() == Tab.VISITS ? visits.table() : notices.table()).requestFocus();
                },
                tab);
        show.run();
        Redraw.of(summary, this::summarise, model.replan(), model.rows(), model.notices().shown());
        summarise();
    }

    Parent root() {
        return root;
    }

    private void summarise() {
        summary.setText(
                !model.wasRead()
                        ? texts.get("replan.searching")
                        : texts.get(
                                "replan.summary",
                                model.open(),
                                model.rows().size(),
                                model.notices().toTell()));
    }

    /// Who is absent, and when.
    static Node header(ReplanModel model) {
        var words = new Words(model.desk());
        var label = Labels.muted("");
        label.setId("replan-board.absence");
        Runnable draw =
                () -> {
                    var replan = model.replan().get();
                    label.setText(
                            replan.hasStart()
                                    ? words.who(
                                                    replan.getPractitionerId(),
                                                    replan.getRoomId(),
                                                    replan.getSiteId())
                                            + " · "
                                            + words.days(replan.getStart(), replan.getEnd())
                                    : "");
                };
        Redraw.of(label, draw, model.replan());
        draw.run();
        return label;
    }

    /// The buttons of the top bar.
    static Node actions(ReplanModel model, ObjectProperty<Tab> tab) {
        var texts = model.desk().texts();
        var undo =
                Buttons.plain(
                        "replan-board.undo",
                        texts.get("kit.undo"),
                        "mdi2u-undo-variant",
                        model::undo);
        var rest =
                Buttons.plain(
                        "replan-board.pin-rest",
                        texts.get("replan.pin-rest"),
                        "mdi2p-pin-outline",
                        model::pinRest);
        var all =
                Buttons.primary(
                        "replan-board.accept-all",
                        texts.get("replan.accept-all", 0),
                        "mdi2c-check-all",
                        model::acceptAll);
        var row = Boxes.row(8, undo, rest, all);
        Runnable draw = () -> drawActions(model, undo, rest, all);
        Redraw.of(row, draw, model.rows(), model.replan(), model.busy().property(), tab);
        draw.run();
        return row;
    }

    private static void drawActions(ReplanModel model, Button undo, Button rest, Button all) {
        var proposed = model.proposed().size();
        var without = model.without();
        all.setText(model.desk().texts().get("replan.accept-all", proposed));
        all.setDisable(proposed == 0 || model.busy().is());
        undo.setDisable(model.lastStep().isEmpty() || model.busy().is());
        rest.setVisible(without > 0);
        rest.setManaged(without > 0);
    }
}
