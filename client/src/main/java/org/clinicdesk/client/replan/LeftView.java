package org.clinicdesk.client.replan;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.replan.v1.ListReplansResponse.Replan;

/// The absences that leave visits without an answer, or people who were not told.
final class LeftView {

    private final LeftModel model;
    private final Texts texts;
    private final Words words;
    private final HBox root;

    LeftView(LeftModel model) {
        this.model = model;
        this.texts = model.desk().texts();
        this.words = new Words(model.desk());
        var table =
                new Table<Replan>("replan-left.rows")
                        .text(heading("who"), this::who, 220)
                        .text(heading("when"), one -> words.days(one.getStart(), one.getEnd()), 280)
                        .node(heading("open"), one -> count(one.getOpen(), Tint.AMBER), 120)
                        .node(heading("to-tell"), one -> count(one.getToTell(), Tint.BLUE), 120)
                        .rows(model.shown())
                        .selects(model.selected())
                        .opens(model::open)
                        .empty(
                                EmptyState.of(
                                        "mdi2c-calendar-check-outline",
                                        texts.get("replan.left.none"),
                                        texts.get("replan.left.none.detail")));
        table.view().setAccessibleText(texts.get("replan.left.title"));
        Boxes.first(table.view());
        root = new HBox(Boxes.page(Labels.muted(texts.get("replan.left.detail")), table.view()));
    }

    Parent root() {
        return root;
    }

    private String heading(String column) {
        return texts.get("replan.column." + column).toUpperCase(texts.locale());
    }

    private String who(Replan one) {
        return words.who(one.getPractitionerId(), one.getRoomId(), "");
    }

    private static Node count(int count, Tint tint) {
        return Pill.of(Integer.toString(count), count == 0 ? Tint.GRAY : tint);
    }
}
