package org.clinicdesk.client.prescription;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.prescription.v1.OrderSet;
import org.clinicdesk.prescription.v1.OrderSetItem;
import org.clinicdesk.prescription.v1.WeightDose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A kept set while it is changed: its name, and what is ordered on each of its lines. The medicine of a line stays.
final class SetDraft {

    private static final int LONGEST_NAME = 120;

    private final OrderSet set;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty wrong = new SimpleStringProperty("");
    private final ObservableList<Line> lines = FXCollections.observableArrayList();

    /// A line of it. What is wrong with the dose by weight stands beside what is wrong with the rest.
    static final class Line {

        private final OrderSetItem before;
        private final LineDraft draft;
        private final StringProperty perKg = new SimpleStringProperty("");
        private final StringProperty most = new SimpleStringProperty("");
        private final StringProperty wrong = new SimpleStringProperty("");

        private Line(OrderSetItem item, LocalDate today) {
            before = item;
            draft = new LineDraft(today);
            draft.load(item.getOrder());
            if (item.hasByWeight()) {
                perKg.set(Amounts.plain(item.getByWeight().getMgPerKg()));
                if (item.getByWeight().getMaxMg() > 0) {
                    most.set(Amounts.plain(item.getByWeight().getMaxMg()));
                }
            }
            perKg.addListener((property, old, now) -> wrong.set(""));
            most.addListener((property, old, now) -> wrong.set(""));
        }

        LineDraft draft() {
            return draft;
        }

        StringProperty perKg() {
            return perKg;
        }

        StringProperty most() {
            return most;
        }

        /// The last part of a text key; empty while nothing is wrong with the dose by weight.
        StringProperty wrong() {
            return wrong;
        }

        /// How its dose follows from the weight; only a set says whether that is the dose of a day.
        private Optional<WeightDose> byWeight() {
            if (perKg.get().isBlank()) {
                return Optional.empty();
            }
            var dose = WeightDose.newBuilder().setADay(before.getByWeight().getADay());
            Amounts.dose(perKg.get()).ifPresent(mg -> dose.setMgPerKg(mg.doubleValue()));
            Amounts.dose(most.get()).ifPresent(mg -> dose.setMaxMg(mg.doubleValue()));
            return Optional.of(dose.build());
        }

        private boolean readable(StringProperty typed) {
            return typed.get().isBlank() || Amounts.dose(typed.get()).isPresent();
        }

        private Optional<OrderSetItem> item() {
            wrong.set(
                    !readable(perKg)
                                    || !readable(most)
                                    || perKg.get().isBlank() && !most.get().isBlank()
                            ? "dose"
                            : "");
            var order = draft.line();
            if (order.isEmpty() || !wrong.get().isEmpty()) {
                return Optional.empty();
            }
            var item = OrderSetItem.newBuilder().setOrder(order.get());
            byWeight().ifPresent(item::setByWeight);
            return Optional.of(item.build());
        }
    }

    SetDraft(OrderSet set, LocalDate today) {
        this.set = set;
        name.set(set.getName());
        set.getItemsList().forEach(item -> lines.add(new Line(item, today)));
        name.addListener((property, before, now) -> wrong.set(""));
    }

    OrderSet set() {
        return set;
    }

    StringProperty name() {
        return name;
    }

    /// The last part of a text key; empty while nothing is wrong with the name.
    StringProperty wrong() {
        return wrong;
    }

    ObservableList<Line> lines() {
        return lines;
    }

    /// The last line stays: a set of nothing is taken away instead.
    void remove(Line line) {
        if (lines.size() > 1) {
            lines.remove(line);
        }
    }

    /// All lines as they are now; empty when something is wrong, which stands at its field then.
    Optional<List<OrderSetItem>> items() {
        var length = name.get().strip().length();
        wrong.set(length == 0 ? "missing" : length > LONGEST_NAME ? "long" : "");
        var items = new ArrayList<OrderSetItem>();
        lines.forEach(line -> line.item().ifPresent(items::add));
        return wrong.get().isEmpty() && items.size() == lines.size()
                ? Optional.of(items)
                : Optional.empty();
    }
}
