package org.clinicdesk.client.appointment;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;

import org.clinicdesk.appointment.v1.BoardView;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Segments;
import org.clinicdesk.client.kit.Worded;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.session.v1.Desk.Site;

import java.util.List;
import java.util.Locale;

/// Above the columns: day or week, doctors or rooms, which of them, and the view of one's own that this is.
final class LayoutBar {

    private final Board board;
    private final Texts texts;
    private final ObjectProperty<Reach> reach = new SimpleObjectProperty<>(Reach.DAY);
    private final ObjectProperty<By> by = new SimpleObjectProperty<>(By.DOCTOR);
    private final Button shown;
    private final Button view;
    private final HBox box;

    LayoutBar(Board board) {
        this.board = board;
        this.texts = board.desk().texts();
        shown =
                Buttons.small(
                        Buttons.plain(
                                "appointment-day.shown",
                                "",
                                "mdi2v-view-column-outline",
                                () -> ShownDialog.open(board)));
        view =
                Buttons.small(
                        Buttons.plain(
                                "appointment-day.view",
                                "",
                                "mdi2b-bookmark-outline",
                                () -> ViewsDialog.open(board)));
        List.of(shown, view).forEach(button -> button.setMnemonicParsing(false));
        box =
                Boxes.styled(
                        Boxes.row(
                                10,
                                Segments.of(
                                        "appointment-day.reach",
                                        List.of(Reach.values()),
                                        each -> words("reach", each),
                                        reach),
                                Segments.of(
                                        "appointment-day.by",
                                        List.of(By.values()),
                                        each -> words("by", each),
                                        by),
                                shown,
                                Boxes.spacer(),
                                view),
                        "layout-bar");
        if (board.layout().sites().size() > 1) {
            box.getChildren().addFirst(sites());
        }
        draw();
        reach.addListener((property, before, now) -> board.layout().reach(now));
        by.addListener((property, before, now) -> board.layout().by(now));
        Redraw.of(
                box,
                this::draw,
                board.day().layout(),
                board.day().day(),
                board.day().zoom(),
                board.views().views());
    }

    HBox node() {
        return box;
    }

    private String words(String what, Enum<?> value) {
        return texts.get("appointment." + what + "." + value.name().toLowerCase(Locale.ROOT));
    }

    private Node sites() {
        var combo = new ComboBox<Site>();
        combo.setId("appointment-day.site");
        combo.setAccessibleText(texts.get("appointment.site"));
        combo.setConverter(Worded.by(Site::getName));
        combo.getItems().setAll(board.layout().sites());
        combo.setValue(board.layout().site());
        combo.setOnAction(event -> board.day().atSite(combo.getValue().getId()));
        Redraw.of(combo, () -> combo.setValue(board.layout().site()), board.day().day());
        return combo;
    }

    private void draw() {
        var layout = board.layout();
        reach.set(layout.reach());
        by.set(layout.now().by());
        shown.setText(layout.words());
        shown.setAccessibleText(texts.get("appointment.key.shown") + ": " + layout.words());
        var name =
                board.views()
                        .current()
                        .map(LayoutBar::named)
                        .orElse(texts.get("appointment.views"));
        view.setText(name);
        view.setAccessibleText(texts.get("appointment.views.title") + ": " + name);
    }

    private static String named(BoardView view) {
        return view.getName() + "  ·  " + ViewsModel.caps(view.getKey());
    }
}
