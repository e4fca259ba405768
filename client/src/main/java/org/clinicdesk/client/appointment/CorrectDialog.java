package org.clinicdesk.client.appointment;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.kit.Worded;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.session.v1.Desk.Practitioner;
import org.clinicdesk.session.v1.Desk.Service;

import java.util.List;
import java.util.TreeSet;

/// Puts right what a booked visit is for. When it is stays: that is what moving is for.
final class CorrectDialog {

    private static final double WIDTH = 540;

    private final CorrectModel model;
    private final Texts texts;
    private final VBox refused = Boxes.column(0);

    private CorrectDialog(CorrectModel model) {
        this.model = model;
        this.texts = model.desk().texts();
    }

    static void open(Board board, Visit visit) {
        if (board.actions().rights().canMove(visit)) {
            new CorrectDialog(new CorrectModel(board.day(), board.actions(), visit.appointment()))
                    .show(visit);
        }
    }

    private void show(Visit visit) {
        var service = combo("service", "appointment.service", model.services(), model.service());
        service.setConverter(Worded.by(Service::getName));
        var early = combo("early", "appointment.book.early", minutes(), model.early());
        early.setConverter(Worded.by(this::early));
        var beside =
                new SomePick<>(
                        texts,
                        "appointment-correct.second",
                        "appointment.book.second.add",
                        model.beside(),
                        model::practitioners,
                        Practitioner::getName);
        var equipment =
                new SomePick<>(
                        texts,
                        "appointment-correct.equipment",
                        "appointment.book.equipment.add",
                        model.equipment(),
                        model::allEquipment,
                        model::equipment);
        var form = new Form<>(texts, "appointment", model.draft()).text("reason");
        var body =
                Boxes.column(
                        14,
                        Labels.muted(visit.person() + " · " + Times.range(visit.time())),
                        refused,
                        field("appointment.service", service),
                        form.node(),
                        field("appointment.book.early", early),
                        field("appointment.book.second", beside.node()));
        if (!model.allEquipment().isEmpty()) {
            body.getChildren().add(field("appointment.book.equipment", equipment.node()));
        }
        body.getStylesheets().add(BoardView.SHEET);
        var dialog =
                new Dialog(
                        model.desk().layers(),
                        texts,
                        "appointment-correct",
                        texts.get("appointment.correct.title"));
        model.refused().addListener(change -> showRefused());
        showRefused();
        dialog.width(WIDTH)
                .keeps(visit::person)
                .say(texts.get("appointment.correct.detail"))
                .body(body)
                .primary(
                        texts.get("appointment.correct.go"),
                        () -> {
                            model.save(dialog::hide);
                            return false;
                        })
                .show();
        form.control("reason").requestFocus();
    }

    private void showRefused() {
        var words = model.refused().get();
        refused.getChildren().clear();
        if (!words.isEmpty()) {
            var alert = Alert.of(Tint.RED, "mdi2a-alert-circle-outline", words, "");
            alert.setId("appointment-correct.refused");
            alert.setAccessibleText(words);
            refused.getChildren().add(alert);
        }
        refused.setVisible(!words.isEmpty());
        refused.setManaged(!words.isEmpty());
    }

    /// The usual ones, and what the visit has.
    private List<Integer> minutes() {
        var all = new TreeSet<>(MorePane.EARLY);
        all.add(model.early().get());
        return List.copyOf(all);
    }

    private String early(Integer minutes) {
        return minutes == 0
                ? texts.get("appointment.book.early.0")
                : texts.get("appointment.book.early.some", minutes);
    }

    private <V> ComboBox<V> combo(
            String name, String key, List<V> values, ObjectProperty<V> value) {
        var combo = new ComboBox<V>();
        combo.setId("appointment-correct." + name);
        combo.setAccessibleText(texts.get(key));
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.getItems().setAll(values);
        combo.valueProperty().bindBidirectional(value);
        return combo;
    }

    private VBox field(String key, Node control) {
        var label = Labels.of(texts.get(key), "field-label");
        label.setLabelFor(control);
        return Boxes.styled(Boxes.column(4, label, control), "field");
    }
}
