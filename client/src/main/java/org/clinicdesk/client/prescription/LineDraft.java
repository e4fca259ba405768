package org.clinicdesk.client.prescription;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

import org.clinicdesk.contract.Course;
import org.clinicdesk.contract.Directions;
import org.clinicdesk.contract.Pack;
import org.clinicdesk.drug.v1.Medicine;
import org.clinicdesk.prescription.v1.Dosage;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.TypedForm;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The line being typed. Nothing of the dosage is filled in that was not typed, except what follows from the product: its
/// unit and its route.
final class LineDraft {

    /// Parts of the form that are typed, in the order of the screen.
    static final List<String> TYPED =
            List.of(
                    "medicine",
                    "dose",
                    "unit",
                    "times",
                    "days",
                    "route",
                    "quantity",
                    "repeats",
                    "for",
                    "max",
                    "then",
                    "directions",
                    "instructions");

    /// Without what follows from the product.
    private static final List<String> PARTS =
            TYPED.stream().filter(name -> !name.equals("unit") && !name.equals("route")).toList();

    private static final String INGREDIENT = "ing:";
    private static final Set<String> PIECES = Set.of("tablet", "capsule");

    /// `500 mg`, `0,5 g`, `400 units`.
    private static final Pattern AMOUNT =
            Pattern.compile("(?iu)\\d\\s?(?:m?g|mcg|[uµμ]g|micro\\p{L}+|units?|u|iu|ui|đv|%)\\b");

    private final LocalDate today;
    private final Map<String, StringProperty> typed = new LinkedHashMap<>();
    private final BooleanProperty asNeeded = new SimpleBooleanProperty();
    private final BooleanProperty asWritten = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper();
    private final ObservableMap<String, String> errors = FXCollections.observableHashMap();
    private String medicineId = "";
    private final ReadOnlyStringWrapper replaces = new ReadOnlyStringWrapper("");
    private String strength = "";
    private String pack = "";
    private final ReadOnlyStringWrapper computed = new ReadOnlyStringWrapper("");

    private final BooleanBinding empty;

    LineDraft(LocalDate today) {
        this.today = today;
        TYPED.forEach(name -> typed.put(name, part(name)));
        empty =
                Bindings.createBooleanBinding(
                        this::isEmpty, PARTS.stream().map(this::get).toArray(Observable[]::new));
        medicine().addListener((property, before, now) -> unsettle());
        asNeeded.addListener((property, before, now) -> compute());
        List.of("dose", "unit", "times", "days", "then", "max")
                .forEach(name ->
                        get(name)
                                .addListener((property, before, now) -> {
                                    compute();
                                    forgetDirections();
                                }));
    }

    private StringProperty part(String name) {
        var part = new SimpleStringProperty("");
        part.addListener((property, before, now) -> errors.remove(name));
        return part;
    }

    /// A part of the form, as typed.
    StringProperty get(String name) {
        var part = typed.get(name);
        if (part == null) {
            throw new IllegalArgumentException(name);
        }
        return part;
    }

    private String text(String name) {
        return get(name).get().strip();
    }

    StringProperty medicine() {
        return get("medicine");
    }

    BooleanProperty asNeeded() {
        return asNeeded;
    }

    BooleanProperty asWritten() {
        return asWritten;
    }

    /// What is wrong, by field; the value is the last part of a text key.
    ObservableMap<String, String> errors() {
        return errors;
    }

    /// Whether the medicine was chosen, from the list or as written.
    boolean settled() {
        return settled.get();
    }

    ReadOnlyBooleanProperty settledProperty() {
        return settled.getReadOnlyProperty();
    }

    /// Whether the medicine is known to the checks.
    boolean known() {
        return !medicineId.isEmpty();
    }

    /// "product:..." or "ing:..."; empty when it was not chosen from the list.
    String medicineId() {
        return medicineId;
    }

    /// "250 mg/5 ml" of the product that was chosen; empty when there is none.
    String strength() {
        return strength;
    }

    /// What one pack of the product that was chosen holds, "200 puff"; empty when it is not known.
    String pack() {
        return pack;
    }

    /// Id of the medicine of the record that the line renews or replaces; empty for none.
    String replaces() {
        return replaces.get();
    }

    /// The same, to be listened to.
    ReadOnlyStringProperty replacesProperty() {
        return replaces.getReadOnlyProperty();
    }

    /// What follows from the dosage; empty when nothing does.
    ReadOnlyStringProperty computedProperty() {
        return computed.getReadOnlyProperty();
    }

    boolean isEmpty() {
        return PARTS.stream().allMatch(name -> text(name).isEmpty());
    }

    /// The same, to be listened to.
    BooleanBinding empty() {
        return empty;
    }

    static boolean isIngredient(Medicine medicine) {
        return medicine.getId().startsWith(INGREDIENT);
    }

    void choose(Medicine chosen) {
        choose(chosen, chosen.getName());
    }

    /// Keeps the strength that was typed, of which there is no product, beside the name of the ingredient.
    void chooseInStrength(Medicine chosen) {
        var words = TypedLine.of(medicine().get(), today).medicine().split("\\s+");
        var strength =
                Arrays.stream(words)
                        .dropWhile(word -> !Character.isDigit(word.charAt(0)))
                        .collect(Collectors.joining(" "));
        choose(
                chosen,
                isIngredient(chosen)
                        ? (chosen.getName() + " " + strength).strip()
                        : chosen.getName());
    }

    private void choose(Medicine chosen, String name) {
        var line = TypedLine.of(medicine().get(), today);
        medicine().set(name);
        medicineId = chosen.getId();
        strength = chosen.getStrength();
        pack = chosen.getPack();
        get("unit").set(UnitOfForm.of(chosen.getForm()));
        get("route").set(chosen.getRoute());
        fill(line);
        settled.set(true);
    }

    /// Fills in what follows from the product, where nothing else stands.
    void complete(Medicine chosen) {
        if (!medicineId.equals(chosen.getId())) {
            return;
        }
        strength = chosen.getStrength();
        pack = chosen.getPack();
        fillEmpty("unit", UnitOfForm.of(chosen.getForm()));
        fillEmpty("route", chosen.getRoute());
    }

    private void fillEmpty(String name, String text) {
        if (text(name).isEmpty()) {
            get(name).set(text);
        }
    }

    /// What was typed behind the name.
    private void fill(TypedLine line) {
        List.of(
                        "dose",
                        "unit",
                        "times",
                        "days",
                        "then",
                        "route",
                        "quantity",
                        "repeats",
                        "for",
                        "max")
                .forEach(name -> line.part(name).ifPresent(text -> get(name).set(text)));
        if (line.part("needed").isPresent()) {
            asNeeded.set(true);
        }
        if (line.part("as-written").isPresent()) {
            asWritten.set(true);
        }
    }

    /// Takes the text for a medicine that the knowledge does not have: it goes unchecked, and the checks say so.
    void chooseAsWritten() {
        var line = TypedLine.of(medicine().get(), today);
        if (!line.medicine().isBlank()) {
            medicine().set(line.medicine());
            medicineId = "";
            fill(line);
            settled.set(true);
        }
    }

    private void unsettle() {
        medicineId = "";
        strength = "";
        pack = "";
        settled.set(false);
    }

    /// A quantity that somebody typed stays.
    private void compute() {
        var mine = text("quantity").isEmpty() || text("quantity").equals(computed.get());
        computed.set(
                reading()
                        .counted()
                        .map(dosage -> Course.quantity(dosage, today, Pack.read(pack)))
                        .filter(units -> units.isPresent())
                        .map(units -> Integer.toString(units.getAsInt()))
                        .orElse(""));
        if (mine) {
            get("quantity").set(computed.get());
        }
    }

    /// A sentence of the doctor's own does not outlive the dosage it was written for.
    private void forgetDirections() {
        get("directions").set("");
    }

    /// What follows from the dosage, when something else stands there.
    Optional<String> otherQuantity() {
        return computed.get().isEmpty() || computed.get().equals(text("quantity"))
                ? Optional.empty()
                : Optional.of(computed.get());
    }

    /// What the quantity means where packs are handed out: "1 × 200 puffs", "2 packs"; empty where it is counted out.
    Optional<String> supply(Locale locale) {
        var packed = Pack.read(pack);
        return packed.isEmpty() && !Course.byPack(text("unit"), packed)
                ? Optional.empty()
                : Amounts.whole(text("quantity"), 1, 9999).stream()
                        .mapToObj(
                                units -> Directions.in(locale).supply(units, text("unit"), packed))
                        .findFirst();
    }

    /// The line, when nothing is wrong with it; else [#errors] says what.
    Optional<OrderLine> line() {
        errors.clear();
        errors.putAll(FormCheck.of(this::text, settled.get(), reading(), wrongQuantity(), today));
        if (ofUnknownStrength()) {
            errors.putIfAbsent("unit", "strength");
        }
        return errors.isEmpty()
                ? Optional.of(order(dosage().orElseThrow(), Integer.parseInt(text("quantity"))))
                : Optional.empty();
    }

    /// "1 tablet" of an ingredient is a dose only where the strength stands beside its name.
    private boolean ofUnknownStrength() {
        return medicineId.startsWith(INGREDIENT)
                && PIECES.contains(text("unit"))
                && !AMOUNT.matcher(text("medicine")).find();
    }

    /// Of what it is to be said, where it is not plain.
    private String wrongQuantity() {
        return Course.byPack(text("unit"), Pack.read(pack)) ? "packs" : "quantity";
    }

    private DosageReading reading() {
        return new DosageReading(this::text, asNeeded.get(), today);
    }

    /// The dosage, as soon as it is complete.
    Optional<Dosage> dosage() {
        return reading().whole();
    }

    /// What can be checked already: the medicine and its route, and the dosage as soon as it is complete.
    Optional<OrderLine> checkable() {
        if (!settled.get() || text("medicine").length() > FormCheck.LONGEST_NAME) {
            return Optional.empty();
        }
        return Optional.of(order(dosage().orElseGet(reading()::notYet), 1));
    }

    private OrderLine order(Dosage dosage, int units) {
        return OrderLine.newBuilder()
                .setMedicineId(medicineId)
                .setMedicine(text("medicine"))
                .setDosage(dosage)
                .setQuantity(units)
                .setRepeats(reading().repeats().orElse(0))
                .setAsWritten(asWritten.get())
                .setReplaces(replaces.get())
                .setPack(pack)
                .build();
    }

    /// Shows a line again, as it could have been typed.
    void load(OrderLine line) {
        clear();
        medicine().set(line.getMedicine());
        pack = line.getPack();
        asNeeded.set(line.getDosage().getAsNeeded());
        Retyped.parts(line).forEach((name, text) -> get(name).set(text));
        get("quantity")
                .set(
                        line.getQuantity() > 0
                                ? Integer.toString(line.getQuantity())
                                : computed.get());
        asWritten.set(line.getAsWritten());
        medicineId = line.getMedicineId();
        replaces.set(line.getReplaces());
        settled.set(true);
        if (Shorthand.over(text("days"), today)) {
            askLength();
        }
    }

    /// How long, and how much in all, are to be said anew: a last day was of that course alone.
    void askLength() {
        get("days").set("");
        get("quantity").set("");
    }

    /// As it is typed, right or not.
    TypedForm.Builder typed() {
        var line =
                TypedForm.newBuilder()
                        .setChosen(settled.get())
                        .setMedicineId(medicineId)
                        .setStrength(strength)
                        .setPack(pack)
                        .setAsNeeded(asNeeded.get())
                        .setAsWritten(asWritten.get())
                        .setReplaces(replaces.get());
        typed.forEach((name, text) -> {
            if (!text.get().isEmpty()) {
                line.putParts(name, text.get());
            }
        });
        return line;
    }

    /// Shows what was typed once more.
    void restore(TypedForm line) {
        clear();
        asNeeded.set(line.getAsNeeded());
        asWritten.set(line.getAsWritten());
        // What follows from other parts, or is forgotten when they change, comes after them.
        TYPED.forEach(name -> get(name).set(line.getPartsOrDefault(name, "")));
        medicineId = line.getMedicineId();
        strength = line.getStrength();
        pack = line.getPack();
        compute();
        get("quantity").set(line.getPartsOrDefault("quantity", ""));
        replaces.set(line.getReplaces());
        settled.set(line.getChosen());
    }

    /// Only the medicine of what is taken; how, is to be said anew.
    void replace(String medicationId) {
        replaces.set(medicationId);
    }

    /// The medicine last: whoever watches it finds the form empty.
    void clear() {
        TYPED.reversed().forEach(name -> get(name).set(""));
        asNeeded.set(false);
        asWritten.set(false);
        replaces.set("");
        errors.clear();
    }
}
