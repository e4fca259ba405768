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
import org.clinicdesk.contract.Course;
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
        var range = span(dose.getLow(), dose.getHigh());
        var reviewed = dose.getNotReviewed() ? " · " + texts.get("prescription.not-reviewed") : "";
        usual.setText(
                texts.get("prescription.weight.usual", range, dose.getTimesADay())
                        + " "
                        + dose.getSource()
                        + reviewed);
        draw();
    }

    private String span(double from, double to) {
        return from == to ? shown(from) : shown(from) + "–" + shown(to);
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
        var mg = measured.map(MeasurableDose::mg).orElse(dose.mg());
        result.setText(
                asked(dose)
                        + measured.map(it -> " " + given(it, weight.get())).orElse("")
                        + aDay(mg, weight.get()));
        warn(mg, weight.get(), dose.limited());
    }

    /// What comes together in a day, once it is said how often.
    private String aDay(BigDecimal mg, BigDecimal weight) {
        var day = daily(mg);
        return day.signum() == 0
                ? ""
                : "\n"
                        + texts.get(
                                "prescription.weight.day",
                                rounded(day),
                                rounded(perKg(day, weight)));
    }

    /// 0 as long as it is not said how often.
    private BigDecimal daily(BigDecimal mg) {
        return mg.multiply(BigDecimal.valueOf(timesADay()));
    }

    private int timesADay() {
        return Shorthand.timing(model.draft().get("times").get()).map(Course::timesDaily).orElse(0);
    }

    private String asked(ByWeight.Dose dose) {
        return texts.get(
                dose.limited() ? "prescription.weight.limited" : "prescription.weight.dose",
                rounded(dose.mg()));
    }

    /// So many units of the product, which are not quite what was asked for.
    private String given(MeasurableDose measured, BigDecimal weight) {
        var dosage = measured.line().getDosage();
        return texts.get(
                "prescription.weight.units",
                shown(dosage.getDose()),
                unit(dosage.getUnit()),
                rounded(measured.mg()),
                rounded(perKg(measured.mg(), weight)));
    }

    private void warn(BigDecimal mg, BigDecimal weight, boolean limited) {
        var range = range(weight);
        if (range.isEmpty()) {
            return;
        }
        var verdict = range.get().judge(mg, timesADay(), model.draft().asNeeded().get());
        switch (verdict) {
            case DAY_ABOVE_CEILING ->
                    warn(
                            Tint.RED,
                            "prescription.weight.day-ceiling",
                            rounded(daily(mg)),
                            shown(range.get().usual().getMaxDailyMg()));
            case DAY_OUTSIDE ->
                    warn(
                            Tint.AMBER,
                            "prescription.weight.day-outside",
                            rounded(perKg(daily(mg), weight)),
                            span(range.get().lowADay(), range.get().highADay()));
            case DOSE_OUTSIDE -> {
                if (!limited) {
                    warn(Tint.AMBER, "prescription.weight.unusual");
                }
            }
            case USUAL -> {}
        }
    }

    private void warn(Tint tint, String key, Object... values) {
        warning.getChildren().add(Pill.of(texts.get(key, values), tint));
    }

    /// Empty where no table says what is usual.
    private Optional<UsualRange> range(BigDecimal weight) {
        return offered == null || weight.signum() <= 0
                ? Optional.empty()
                : Optional.of(new UsualRange(offered, weight));
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

    private Optional<MeasurableDose> measurable(WeightDose rule, BigDecimal weight) {
        var line = OrderLine.newBuilder().setMedicine(name());
        line.getDosageBuilder().setUnit(model.draft().get("unit").get()).setTiming(timing());
        return MeasurableDose.of(line.build(), rule, weight, range(weight));
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
        var line = measurable(rule.get(), weight.get()).map(MeasurableDose::line);
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
