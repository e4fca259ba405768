package org.clinicdesk.client.setup;

import javafx.scene.Node;
import javafx.scene.Parent;

import org.clinicdesk.appointment.v1.DoctorLimits;
import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;

import java.util.function.Function;
import java.util.function.ToIntFunction;

/// How much each doctor may be given on a day. What the clinic has set stands muted.
final class DoctorsView {

    private final Desk desk;
    private final Texts texts;
    private final Words words;
    private final DoctorsModel model;
    private final Parent root;

    DoctorsView(Desk desk, DoctorsModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.words = new Words(texts);
        this.model = model;
        this.root = Boxes.page(Labels.paragraph(texts.get("setup.doctors.detail")), table().view());
    }

    Parent root() {
        return root;
    }

    private Table<DoctorLimits> table() {
        var table =
                new Table<DoctorLimits>("setup-doctors.rows")
                        .node(heading("doctor"), this::name, 260)
                        .node(
                                heading("hours"),
                                row -> value(row, DoctorLimits::getDayMinutes, words::hours),
                                140)
                        .node(
                                heading("visits"),
                                row -> value(row, DoctorLimits::getDayVisits, Object::toString),
                                140)
                        .node(
                                heading("slot"),
                                row -> value(row, DoctorLimits::getSlotMinutes, words::minutes),
                                140)
                        .node(
                                heading("overbooked"),
                                row -> value(row, DoctorLimits::getDayOverbooked, this::none),
                                140)
                        .rows(model.rows())
                        .selects(model.selected())
                        .opens(this::open)
                        .empty(
                                EmptyState.of(
                                        "mdi2d-doctor",
                                        texts.get("setup.doctors.none"),
                                        texts.get("setup.doctors.none.detail")));
        table.view().setAccessibleText(texts.get("setup.doctors.title"));
        Boxes.first(table.view());
        return table;
    }

    private String none(int overbooked) {
        return overbooked < 0 ? texts.get("setup.overbooked.none") : Integer.toString(overbooked);
    }

    private void open(DoctorLimits limits) {
        model.begin(limits);
        new LimitsDialog(desk, model).show();
    }

    private String heading(String column) {
        return texts.get("setup.column." + column).toUpperCase(texts.locale());
    }

    private Node name(DoctorLimits row) {
        return Boxes.row(10, Avatar.small(row.getName()), Labels.of(row.getName(), "medium"));
    }

    private Node value(
            DoctorLimits row, ToIntFunction<DoctorLimits> field, Function<Integer, String> words) {
        var own = field.applyAsInt(row);
        return own != 0
                ? Labels.strong(words.apply(own))
                : Labels.muted(words.apply(field.applyAsInt(model.usual())));
    }
}
