package org.clinicdesk.client.visit;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Layers;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.visit.v1.Notes;
import org.clinicdesk.visit.v1.Visit;

import java.util.Objects;
import java.util.Optional;

/// The visit: the record at the left; who it is, and what is written, at the right.
final class VisitView {

    private static final String SHEET =
            Objects.requireNonNull(
                            VisitView.class.getResource("/org/clinicdesk/client/visit/visit.css"))
                    .toExternalForm();
    private static final double RECORD_WIDTH = 340;

    private final Desk desk;
    private final Texts texts;
    private final VisitModel model;
    private final HBox root = new HBox();
    private final InvalidationListener changed = change -> draw();
    private String drawn = "";

    VisitView(Desk desk, VisitModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        root.getStylesheets().add(SHEET);
        root.getProperties().put("changed", changed);
        model.visit().addListener(new WeakInvalidationListener(changed));
        draw();
    }

    Parent root() {
        return root;
    }

    /// Built anew only when something else may be done with the visit: a write that was answered must not take the
    /// keyboard from whoever types.
    private void draw() {
        var visit = model.visit().get();
        var now =
                visit == null
                        ? "loading"
                        : visit.getFinished() + "/" + model.mayWrite() + "/" + model.mayMeasure();
        if (now.equals(drawn)) {
            return;
        }
        drawn = now;
        root.getChildren().clear();
        if (visit == null) {
            root.getChildren().add(Boxes.page(Labels.muted(texts.get("kit.loading"))));
            return;
        }
        model.record()
                .ifPresent(record ->
                        root.getChildren()
                                .add(
                                        Boxes.styled(
                                                Boxes.side(RECORD_WIDTH, record.view()),
                                                "visit-record")));
        var scroll = Boxes.styled(Boxes.grow(new ScrollPane(page(visit))), "page-scroll");
        scroll.setFitToWidth(true);
        root.getChildren().add(scroll);
        if (root.getScene() != null && desk.layers().isEmpty()) {
            Layers.focusFirst(root);
        }
    }

    private VBox page(Visit visit) {
        var page = Boxes.page(head(visit));
        called().ifPresent(page.getChildren()::add);
        page.getChildren().add(new ClashPane(texts, model.writing()).node());
        if (visit.getFinished()) {
            page.getChildren().add(notice("visit.read-only.finished"));
        } else if (!model.mayWrite()) {
            page.getChildren()
                    .add(notice("visit.read-only.not-yours", visit.getPractitionerName()));
        }
        page.getChildren().add(written());
        return page;
    }

    private Node head(Visit visit) {
        var person = visit.getPerson();
        var words =
                Boxes.column(
                        2,
                        Labels.title(person.getName()),
                        Labels.muted(new People(texts, desk.today()).line(person)));
        model.record()
                .flatMap(Screen::header)
                .ifPresent(warnings -> {
                    VBox.setMargin(warnings, new javafx.geometry.Insets(6, 0, 0, 0));
                    words.getChildren().add(warnings);
                });
        var row = Boxes.row(12, Avatar.large(person.getName()), Boxes.grow(words));
        row.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        return row;
    }

    /// Keeps its place when the first word is written: the page must not move under whoever types.
    private Optional<Node> called() {
        return model.called()
                .map(screen -> {
                    var line = screen.view();
                    Redraw.of(
                            line,
                            () -> line.setVisible(!model.isWritten()),
                            model.keeping().state(),
                            model.visit());
                    return line;
                });
    }

    private Node notice(String key, Object... arguments) {
        return Alert.of(Tint.GRAY, "mdi2l-lock-outline", texts.get(key, arguments), "");
    }

    private Node written() {
        var writable = model.mayWrite();
        var draft = model.writing().notes();
        var first = new Form<>(texts, "visit", draft).area("reason", 2).area("findings", 5);
        var last = new Form<>(texts, "visit", draft).area("plan", 4);
        tabs(first, "reason");
        tabs(first, "findings");
        tabs(last, "plan");
        if (writable) {
            caretAtTheEnd(Boxes.first(first.control("reason")));
        } else {
            first.readOnly();
            last.readOnly();
        }
        return Boxes.styled(
                Boxes.card(
                        first.node(),
                        new VitalsPane(texts, model.writing().vitals(), model.mayMeasure()).node(),
                        new DiagnosisPane(texts, model.diagnosis(), writable).node(),
                        last.node()),
                "visit-notes");
    }

    /// What the desk has written of the reason stays before what is typed.
    private static void caretAtTheEnd(Node field) {
        if (field instanceof TextInputControl text) {
            text.positionCaret(text.getLength());
        }
    }

    /// The Tab key goes on to the next field: notes are written without the mouse.
    private static void tabs(Form<Notes> form, String field) {
        var control = form.control(field);
        control.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.TAB
                            && !event.isShortcutDown()
                            && !event.isAltDown()) {
                        control.requestFocusTraversal(
                                event.isShiftDown()
                                        ? TraversalDirection.PREVIOUS
                                        : TraversalDirection.NEXT);
                        event.consume();
                    }
                });
    }
}
