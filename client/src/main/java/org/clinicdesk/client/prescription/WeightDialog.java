package org.clinicdesk.client.prescription;

import javafx.beans.InvalidationListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.Timing;
import org.clinicdesk.prescription.v1.UsualDose;
import org.clinicdesk.prescription.v1.WeightDose;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// The dose by weight of what is being typed: milligrams for each kilogram, never above the ceiling, in parts of the
/// product that can be measured.
final class WeightDialog {

    /// What is a hair beside the usual is usual.
    private static final double HAIR = 0.02;

    private final Texts texts;
    private final Desk desk;
    private final PrescriptionModel model;
    private final WeightField kg;
    private final TextField perKg = field("per-kg");
    private final TextField most = field("most");
    private final CheckBox aDay = new CheckBox();
    private final Label usual = Labels.of("", "tiny", "muted");
    private final Label result = Labels.of("", "strong");
    private final FlowPane warning = new FlowPane(8, 4);
    private final Label error = Labels.of("", "field-error");
    private @Nullable UsualDose offered;

    private WeightDialog(Desk desk, PrescriptionModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.kg = new WeightField(desk, model.person(), "prescription-weight");
        usual.setId("prescription-weight.usual");
        usual.setWrapText(true);
        result.setId("prescription-weight.result");
        result.setWrapText(true);
        error.setId("prescription-weight.error");
        error.setWrapText(true);
        aDay.setId("prescription-weight.a-day");
        aDay.setText(texts.get("prescription.weight.a-day"));
    }

    static void open(Desk desk, PrescriptionModel model) {
        new WeightDialog(desk, model).show();
    }

    private static TextField field(String name) {
        var field = new TextField();
        field.setId("prescription-weight." + name);
        field.setPrefWidth(120);
        return field;
    }

    private void show() {
        var dialog =
                new Dialog(
                        desk.layers(),
                        texts,
                        "prescription-weight",
                        texts.get("prescription.weight.title", name()));
        var fields =
                new HBox(
                        10,
                        labelled("kg", kg.field()),
                        labelled("per-kg", perKg),
                        labelled("most", most));
        InvalidationListener changed = change -> draw();
        kg.field().textProperty().addListener(changed);
        perKg.textProperty().addListener(changed);
        most.textProperty().addListener(changed);
        aDay.selectedProperty().addListener(changed);
        Boxes.first(model.person().weight().isPresent() ? perKg : kg.field());
        dialog.body(kg.known()).body(fields).body(usual).body(aDay).body(result);
        dialog.body(warning).body(error);
        dialog.primary(texts.get("prescription.weight.use"), this::use).show();
        draw();
        if (model.draft().known()) {
            var route = model.draft().get("route").get();
            model.person().usualDose(model.draft().medicineId(), route, this::offer);
        }
    }

    /// The lower end of what is usual, and its ceiling; what was typed meanwhile stays.
    private void offer(UsualDose dose) {
        offered = dose;
        if (perKg.getText().isEmpty() && !aDay.isSelected()) {
            perKg.setText(shown(dose.getLow()));
        }
        if (most.getText().isEmpty() && dose.getMaxMg() > 0) {
            most.setText(shown(dose.getMaxMg()));
        }
        var range =
                dose.getLow() == dose.getHigh()
                        ? shown(dose.getLow())
                        : shown(dose.getLow()) + "–" + shown(dose.getHigh());
        var reviewed = dose.getNotReviewed() ? " · " + texts.get("prescription.not-reviewed") : "";
        usual.setText(
                texts.get("prescription.weight.usual", range, dose.getTimesADay())
                        + " "
                        + dose.getSource()
                        + reviewed);
        draw();
    }

    private String name() {
        return model.draft().medicine().get().strip();
    }

    private VBox labelled(String name, TextField field) {
        var text = texts.get("prescription.weight." + name);
        field.setAccessibleText(text);
        return Boxes.styled(Boxes.column(4, Labels.of(text, "field-label"), field), "field");
    }

    private Optional<WeightDose> rule() {
        return Amounts.dose(perKg.getText())
                .map(mg ->
                        WeightDose.newBuilder()
                                .setMgPerKg(mg.doubleValue())
                                .setADay(aDay.isSelected())
                                .setMaxMg(
                                        Amounts.dose(most.getText())
                                                .map(BigDecimal::doubleValue)
                                                .orElse(0.0))
                                .build());
    }

    private Timing timing() {
        return Shorthand.timing(model.draft().get("times").get())
                .orElse(Timing.newBuilder().setTimesADay(1).build());
    }

    private void draw() {
        error.setText("");
        warning.getChildren().clear();
        kg.doubt().ifPresent(words -> warning.getChildren().add(Pill.of(words, Tint.AMBER)));
        var rule = rule();
        var weight = kg.weight();
        if (rule.isEmpty() || weight.isEmpty()) {
            result.setText(texts.get("prescription.weight.needed"));
            return;
        }
        var dose = ByWeight.dose(rule.get(), weight.get(), timing());
        var measured = measurable(rule.get(), weight.get());
        result.setText(asked(dose) + measured.map(it -> " " + given(it, weight.get())).orElse(""));
        if (!dose.limited()) {
            warn(measured.map(Measurable::mg).orElse(dose.mg()), weight.get());
        }
    }

    private String asked(ByWeight.Dose dose) {
        return texts.get(
                dose.limited() ? "prescription.weight.limited" : "prescription.weight.dose",
                rounded(dose.mg()));
    }

    /// So many units of the product, which are not quite what was asked for.
    private String given(Measurable measured, BigDecimal weight) {
        var dosage = measured.line.getDosage();
        return texts.get(
                "prescription.weight.units",
                shown(dosage.getDose()),
                unit(dosage.getUnit()),
                rounded(measured.mg),
                rounded(perKg(measured.mg, weight)));
    }

    private void warn(BigDecimal mg, BigDecimal weight) {
        if (below(mg, weight) || above(mg, weight)) {
            warning.getChildren()
                    .add(Pill.of(texts.get("prescription.weight.unusual"), Tint.AMBER));
        }
    }

    private boolean below(BigDecimal mg, BigDecimal weight) {
        return offered != null && perKg(mg, weight).doubleValue() < offered.getLow() * (1 - HAIR);
    }

    private boolean above(BigDecimal mg, BigDecimal weight) {
        return offered != null && perKg(mg, weight).doubleValue() > offered.getHigh() * (1 + HAIR);
    }

    private static BigDecimal perKg(BigDecimal mg, BigDecimal weight) {
        return weight.signum() > 0 ? mg.divide(weight, 3, RoundingMode.HALF_UP) : BigDecimal.ZERO;
    }

    private String rounded(BigDecimal value) {
        return shown(value.setScale(1, RoundingMode.HALF_UP).doubleValue());
    }

    private String shown(double amount) {
        return Amounts.shown(amount, texts.locale());
    }

    private String unit(String code) {
        var key = "prescription.unit." + code;
        return texts.has(key) ? texts.get(key) : code;
    }

    /// What of the product comes nearest.
    ///
    /// @param mg that it holds
    private record Measurable(OrderLine line, BigDecimal mg) {}

    private Optional<Measurable> measurable(WeightDose rule, BigDecimal weight) {
        var line = OrderLine.newBuilder().setMedicine(name());
        line.getDosageBuilder().setUnit(model.draft().get("unit").get()).setTiming(timing());
        return Strength.in(name())
                .flatMap(strength ->
                        ByWeight.line(line.build(), rule, weight)
                                .map(found -> new Measurable(found, mg(found, strength)))
                                .map(found -> usual(found, strength, rule, weight)));
    }

    /// What is usual is not made too little by what can be measured: rather a step more, where that is usual and below the
    /// ceiling.
    private Measurable usual(
            Measurable found, Strength strength, WeightDose rule, BigDecimal weight) {
        var asked = ByWeight.dose(rule, weight, timing());
        if (asked.limited() || below(asked.mg(), weight) || !below(found.mg, weight)) {
            return found;
        }
        var dosage = found.line.getDosage();
        var units = strength.more(BigDecimal.valueOf(dosage.getDose()));
        var mg = units.multiply(strength.mgPerUnit());
        var most = ByWeight.ceiling(rule);
        if (above(mg, weight) || most.isPresent() && mg.compareTo(most.get()) > 0) {
            return found;
        }
        var more = found.line.toBuilder();
        more.getDosageBuilder().setDose(units.doubleValue());
        return new Measurable(more.build(), mg);
    }

    private static BigDecimal mg(OrderLine line, Strength strength) {
        return BigDecimal.valueOf(line.getDosage().getDose()).multiply(strength.mgPerUnit());
    }

    /// In units of the product, or in milligrams where its name does not tell its strength.
    private boolean use() {
        var rule = rule();
        var weight = kg.weight();
        if (rule.isEmpty() || weight.isEmpty()) {
            error.setText(texts.get("prescription.weight.needed"));
            return false;
        }
        if (rule.get().getADay() && Shorthand.timing(model.draft().get("times").get()).isEmpty()) {
            error.setText(texts.get("prescription.weight.times"));
            return false;
        }
        var line = measurable(rule.get(), weight.get()).map(Measurable::line);
        if (line.isEmpty() && Strength.in(name()).isPresent()) {
            error.setText(texts.get("prescription.weight.too-strong"));
            return false;
        }
        var ask = kg.take();
        if (ask.isPresent()) {
            error.setText(ask.get());
            return false;
        }
        if (line.isPresent()) {
            model.draft().get("unit").set(line.get().getDosage().getUnit());
            model.draft().get("dose").set(shown(line.get().getDosage().getDose()));
        } else {
            var mg = ByWeight.dose(rule.get(), weight.get(), timing()).mg();
            model.draft().get("unit").set("mg");
            model.draft()
                    .get("dose")
                    .set(mg.setScale(1, RoundingMode.DOWN).stripTrailingZeros().toPlainString());
        }
        return true;
    }
}
