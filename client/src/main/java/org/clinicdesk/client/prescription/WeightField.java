package org.clinicdesk.client.prescription;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The weight of today as it is typed; one that is hardly right is taken only when it is confirmed by a second time.
final class WeightField {

    private static final int STALE_DAYS = 90;
    private static final BigDecimal HEAVIEST = BigDecimal.valueOf(500);

    private final Desk desk;
    private final Texts texts;
    private final PersonModel person;
    private final TextField kg = new TextField();
    private @Nullable BigDecimal questioned;

    WeightField(Desk desk, PersonModel person, String id) {
        this.desk = desk;
        this.texts = desk.texts();
        this.person = person;
        kg.setId(id + ".kg");
        kg.setPrefWidth(120);
        person.weight().ifPresent(weight -> kg.setText(weight.kg().toPlainString()));
    }

    TextField field() {
        return kg;
    }

    Optional<BigDecimal> weight() {
        return Amounts.dose(kg.getText()).filter(it -> it.compareTo(HEAVIEST) <= 0);
    }

    /// What is known already, with its day; an old one is said to be old.
    Node known() {
        var words = new FlowPane(8, 4);
        var weight = person.weight();
        if (weight.isEmpty()) {
            words.getChildren().add(Pill.of(texts.get("prescription.weight.none"), Tint.AMBER));
            return words;
        }
        var days = ChronoUnit.DAYS.between(weight.get().on(), desk.today());
        words.getChildren()
                .add(
                        Labels.muted(
                                texts.get(
                                        "prescription.weight.measured",
                                        texts.dates().date(weight.get().on()),
                                        days)));
        if (days > STALE_DAYS) {
            words.getChildren().add(Pill.of(texts.get("prescription.weight.old"), Tint.AMBER));
        }
        return words;
    }

    /// Why what is typed is hardly right; empty when it may be.
    Optional<String> doubt() {
        return weight().flatMap(person::doubt)
                .map(doubt ->
                        texts.get(
                                "prescription.weight.doubt." + doubt.word(),
                                person.recordedWeight()
                                        .map(it -> it.kg().toPlainString())
                                        .orElse(""),
                                person.recordedWeight()
                                        .map(it -> texts.dates().date(it.on()))
                                        .orElse("")));
    }

    /// Takes it for the weight of today.
    ///
    /// @return what is to be said instead, when it is to be confirmed first
    Optional<String> take() {
        var weight = weight().orElseThrow();
        if (doubt().isPresent() && !weight.equals(questioned)) {
            questioned = weight;
            return Optional.of(texts.get("prescription.weight.confirm", weight.toPlainString()));
        }
        person.weigh(weight);
        return Optional.empty();
    }
}
