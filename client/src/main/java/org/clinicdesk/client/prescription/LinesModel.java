package org.clinicdesk.client.prescription;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.contract.Course;
import org.clinicdesk.contract.Pack;
import org.clinicdesk.drug.v1.Medicine;
import org.clinicdesk.prescription.v1.Draft;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.OrderSetItem;
import org.clinicdesk.prescription.v1.TypedForm;
import org.clinicdesk.record.v1.Medication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// The lines that are written, and the form from which they come and into which they come back.
final class LinesModel {

    /// The index of [#editing] while a new line is typed.
    static final int NEW = -1;

    private final Desk desk;
    private final PastModel past;
    private final Supplier<Optional<ByWeight.Weight>> weight;
    private final BooleanSupplier closed;
    private final LineDraft draft;
    private final Products products;
    private final ObservableList<OrderLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper editing = new ReadOnlyIntegerWrapper(NEW);
    private final ReadOnlyIntegerWrapper filled = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper doseAsked = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper turned = new ReadOnlyIntegerWrapper();
    private Runnable changed = () -> {};

    /// @param weight of the person, where it is known
    /// @param closed whether nothing can be written any more
    LinesModel(
            Desk desk,
            PastModel past,
            Supplier<Optional<ByWeight.Weight>> weight,
            BooleanSupplier closed) {
        this.desk = desk;
        this.past = past;
        this.weight = weight;
        this.closed = closed;
        this.draft = new LineDraft(desk.today());
        this.products = new Products(desk);
    }

    /// Called when the form holds something else than before.
    void onChange(Runnable action) {
        changed = action;
    }

    LineDraft draft() {
        return draft;
    }

    ObservableList<OrderLine> lines() {
        return lines;
    }

    /// Which line the form holds for a change; [#NEW] for none.
    ReadOnlyIntegerProperty editing() {
        return editing.getReadOnlyProperty();
    }

    /// Counts how often the form was filled by a click: the hands go on where something is missing.
    ReadOnlyIntegerProperty filled() {
        return filled.getReadOnlyProperty();
    }

    /// Counts how often the form was emptied, or could not be taken over: the hands go to what is wrong, else back to the
    /// medicine.
    ReadOnlyIntegerProperty turned() {
        return turned.getReadOnlyProperty();
    }

    boolean isEmpty() {
        return lines.isEmpty() && draft.isEmpty();
    }

    /// What stands in the form, to be kept; empty when nothing does.
    Optional<TypedForm> typed() {
        return draft.isEmpty()
                ? Optional.empty()
                : Optional.of(draft.typed().setChanges(editing.get() + 1).build());
    }

    /// What was kept, as it was written.
    void restore(Draft kept) {
        lines.setAll(kept.getLinesList());
        if (kept.hasTyped()) {
            var at = kept.getTyped().getChanges() - 1;
            draft.restore(kept.getTyped());
            editing.set(at < lines.size() ? at : NEW);
        }
        changed.run();
    }

    /// Takes the typed line over, or shows what is wrong with it.
    ///
    /// @return whether it was taken
    boolean add() {
        if (closed.getAsBoolean()) {
            return false;
        }
        var line = draft.line();
        if (line.isEmpty()) {
            turned.set(turned.get() + 1);
            return false;
        }
        var at = editing.get();
        editing.set(NEW);
        draft.clear();
        if (at == NEW) {
            append(line.get());
        } else {
            change(at, line.get(), "changed", line.get().getMedicine());
        }
        turned.set(turned.get() + 1);
        return true;
    }

    private void append(OrderLine line) {
        lines.add(line);
        undoable(
                () -> lines.contains(line),
                "added",
                line.getMedicine(),
                () -> drop(lines.lastIndexOf(line)));
    }

    private void change(int at, OrderLine line, String what, String name) {
        var before = lines.get(at);
        lines.set(at, line);
        undoable(
                () -> lines.contains(line),
                what,
                name,
                () -> lines.set(lines.lastIndexOf(line), before));
    }

    /// The key takes it back with a word of what it was, as long as this is being written and it stands.
    private void undoable(BooleanSupplier stands, String what, String name, Runnable back) {
        var here = desk.navigator().place();
        var ignored =
                desk.undos()
                        .add(
                                () ->
                                        !closed.getAsBoolean()
                                                && here.equals(desk.navigator().place())
                                                && stands.getAsBoolean(),
                                () -> {
                                    back.run();
                                    desk.notices()
                                            .done(
                                                    desk.texts()
                                                            .get(
                                                                    "prescription.undone." + what,
                                                                    name));
                                });
    }

    /// Brings a line back into the form. What is being typed there must be added first: it is not thrown away.
    boolean edit(int index) {
        if (editing.get() == NEW && !draft.isEmpty()) {
            return false;
        }
        draft.load(lines.get(index));
        editing.set(index);
        changed.run();
        return true;
    }

    /// Brings the line that a finding is about into the form, for its dose.
    void changeDose(Finding finding) {
        var index = finding.getLine();
        var typed = index >= lines.size() || index == editing.get();
        if (typed || edit(index)) {
            doseAsked.set(doseAsked.get() + 1);
        } else {
            desk.notices().failed(desk.texts().get("prescription.renew.first"));
        }
    }

    /// Counts how often the dose was asked for anew.
    ReadOnlyIntegerProperty doseAsked() {
        return doseAsked.getReadOnlyProperty();
    }

    /// Takes a line out; it can be put back.
    void remove(int index) {
        var line = lines.get(index);
        drop(index);
        desk.notices()
                .done(
                        desk.texts().get("prescription.removed", line.getMedicine()),
                        "",
                        desk.undos().add(() -> putBack(index, line)));
    }

    private void putBack(int index, OrderLine line) {
        if (closed.getAsBoolean()) {
            return;
        }
        var at = Math.min(index, lines.size());
        if (editing.get() >= at) {
            editing.set(editing.get() + 1);
        }
        lines.add(at, line);
    }

    private void drop(int index) {
        if (editing.get() == index) {
            clearDraft();
        } else if (editing.get() > index) {
            editing.set(editing.get() - 1);
        }
        lines.remove(index);
    }

    /// Empties the form; a line that was being changed stays as it was.
    void clearDraft() {
        draft.clear();
        editing.set(NEW);
        changed.run();
        turned.set(turned.get() + 1);
    }

    /// Drops what a finding is about, added already or still being typed.
    void removeFor(Finding finding) {
        var index = finding.getLine();
        if (index < lines.size()) {
            remove(index);
        } else {
            clearDraft();
        }
    }

    /// Takes lines of a set, or what was prescribed before. What is complete is added; the first that is not, such as a dose
    /// by weight of somebody whose weight nobody knows, comes into the form.
    void take(List<OrderSetItem> items) {
        for (var item : items) {
            var line = weighed(item);
            if (line.isPresent() && items.size() > 1 && !over(line.get())) {
                append(line.get());
            } else if (draft.isEmpty()) {
                draft.load(line.orElse(item.getOrder()));
                if (line.isEmpty()) {
                    draft.get("dose").set("");
                }
            } else {
                desk.notices()
                        .failed(
                                desk.texts()
                                        .get(
                                                "prescription.pick.left-out",
                                                item.getOrder().getMedicine()));
            }
        }
        changed.run();
    }

    /// Of which the last day is past: how long is to be said anew.
    private boolean over(OrderLine line) {
        var until = line.getDosage().getUntil();
        return !until.isEmpty() && LocalDate.parse(until).isBefore(desk.today());
    }

    private Optional<OrderLine> weighed(OrderSetItem item) {
        if (!item.hasByWeight()) {
            return Optional.of(counted(item.getOrder()));
        }
        return weight.get()
                .flatMap(it -> ByWeight.line(item.getOrder(), item.getByWeight(), it.kg()))
                .map(this::counted);
    }

    private OrderLine counted(OrderLine line) {
        var units = Course.quantity(line.getDosage(), desk.today(), Pack.read(line.getPack()));
        return line.getQuantity() > 0 || units.isEmpty()
                ? line
                : line.toBuilder().setQuantity(units.getAsInt()).build();
    }

    /// Writes what is taken once more, as it was ordered; of what was not ordered here only the medicine is known.
    ///
    /// @param same as it is; else its dosage is to be said anew
    /// @return whether the form was free
    boolean renew(Medication medication, boolean same) {
        if (!draft.isEmpty()) {
            desk.notices().failed(desk.texts().get("prescription.renew.first"));
            return false;
        }
        var order =
                past.order(medication.getPrescriptionLineId())
                        .map(OrderLine::toBuilder)
                        .orElseGet(() ->
                                OrderLine.newBuilder()
                                        .setMedicineId(medication.getMedicineId())
                                        .setMedicine(medication.getText()));
        order.setReplaces(medication.getId());
        draft.load(order.build());
        if (!order.getDosage().getUntil().isEmpty()) {
            draft.askLength();
        }
        if (!same) {
            draft.get("dose").set("");
        }
        changed.run();
        filled.set(filled.get() + 1);
        if (draft.get("route").get().isEmpty()) {
            products.byId(medication.getMedicineId(), medication.getText(), draft::complete);
        }
        return true;
    }

    /// Puts another medicine in the place of the one a finding is about; how it is taken is to be said anew.
    ///
    /// @param inn what the checks offer, checked for this person already
    void useInstead(Finding finding, String inn) {
        var called = finding.getAlternatives(finding.getAlternativeInnsList().indexOf(inn));
        var index = finding.getLine();
        var typed = index >= lines.size() || index == editing.get();
        if (!typed && !draft.isEmpty()) {
            desk.notices().failed(desk.texts().get("prescription.renew.first"));
            return;
        }
        var replaces = typed ? draft.replaces() : lines.get(index).getReplaces();
        var route = typed ? draft.get("route").get() : lines.get(index).getDosage().getRoute();
        var unit = typed ? draft.get("unit").get() : lines.get(index).getDosage().getUnit();
        if (!typed) {
            drop(index);
        }
        var ingredient = "ing:" + inn;
        draft.load(
                OrderLine.newBuilder()
                        .setMedicineId(ingredient)
                        .setMedicine(
                                called.substring(0, 1).toUpperCase(Locale.ROOT)
                                        + called.substring(1))
                        .setReplaces(replaces)
                        .build());
        changed.run();
        filled.set(filled.get() + 1);
        products.of(inn, route, unit, product -> prefer(ingredient, product));
    }

    /// A product in place of its ingredient, unless that was left meanwhile.
    private void prefer(String ingredient, Medicine product) {
        if (draft.medicineId().equals(ingredient)) {
            draft.choose(product);
            changed.run();
        }
    }

    /// Ends with a line what the person takes already: what a finding is about replaces it.
    void replaceBy(Finding finding, Medication taken) {
        var index = finding.getLine();
        if (index < lines.size() && index != editing.get()) {
            var line = lines.get(index).toBuilder().setReplaces(taken.getId()).build();
            change(index, line, "replaced", taken.getText());
        } else {
            replaceByTyped(taken.getId());
            undoable(
                    () -> draft.replaces().equals(taken.getId()),
                    "replaced",
                    taken.getText(),
                    () -> replaceByTyped(""));
        }
    }

    private void replaceByTyped(String medicationId) {
        draft.replace(medicationId);
        changed.run();
    }

    /// Whether a line ends what is taken already.
    boolean replaces(Finding finding) {
        var index = finding.getLine();
        return index < lines.size() && index != editing.get()
                ? !lines.get(index).getReplaces().isEmpty()
                : !draft.replaces().isEmpty();
    }

    /// The lines, with the one being typed in its place.
    List<OrderLine> checkable() {
        var all = new ArrayList<>(lines);
        draft.checkable()
                .ifPresent(line -> {
                    if (editing.get() == NEW) {
                        all.add(line);
                    } else {
                        all.set(editing.get(), line);
                    }
                });
        return all;
    }
}
