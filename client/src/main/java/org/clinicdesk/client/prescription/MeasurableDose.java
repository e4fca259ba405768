package org.clinicdesk.client.prescription;

import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.WeightDose;

import java.math.BigDecimal;
import java.util.Optional;

/// What of a product comes nearest to a dose by weight.
///
/// @param mg that it holds
record MeasurableDose(OrderLine line, BigDecimal mg) {

    /// @param line the product, and how often
    /// @param usual empty where no table says it
    static Optional<MeasurableDose> of(
            OrderLine line, WeightDose rule, BigDecimal weight, Optional<UsualRange> usual) {
        return Strength.in(line.getMedicine())
                .flatMap(strength ->
                        ByWeight.line(line, rule, weight)
                                .map(found -> new MeasurableDose(found, mg(found, strength)))
                                .map(found ->
                                        usual.map(it -> found.usual(strength, rule, weight, it))
                                                .orElse(found)));
    }

    private static BigDecimal mg(OrderLine line, Strength strength) {
        return BigDecimal.valueOf(line.getDosage().getDose()).multiply(strength.mgPerUnit());
    }

    /// What is usual is not made too little by what can be measured: rather a step more, where that is usual and below the
    /// ceiling.
    private MeasurableDose usual(
            Strength strength, WeightDose rule, BigDecimal weight, UsualRange usual) {
        var asked = ByWeight.dose(rule, weight, line.getDosage().getTiming());
        if (asked.limited() || usual.isBelow(asked.mg()) || !usual.isBelow(mg)) {
            return this;
        }
        var units = strength.more(BigDecimal.valueOf(line.getDosage().getDose()));
        var more = units.multiply(strength.mgPerUnit());
        var most = ByWeight.ceiling(rule);
        if (usual.isAbove(more) || most.isPresent() && more.compareTo(most.get()) > 0) {
            return this;
        }
        var changed = line.toBuilder();
        changed.getDosageBuilder().setDose(units.doubleValue());
        return new MeasurableDose(changed.build(), more);
    }
}
