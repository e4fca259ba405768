package org.clinicdesk.client.prescription;

import org.clinicdesk.contract.Course;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.Timing;
import org.clinicdesk.prescription.v1.WeightDose;
import org.clinicdesk.record.v1.GetRecordResponse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// Doses by body weight.
final class ByWeight {

    private static final String BODY_WEIGHT = "29463-7";

    private ByWeight() {}

    /// A weight, and the day it was taken on.
    record Weight(BigDecimal kg, LocalDate on) {

        /// The newest of a record; empty when there is none in kilograms.
        static Optional<Weight> of(GetRecordResponse record, ZoneId zone) {
            return record.getObservationsList().stream()
                    .filter(seen -> seen.getCode().getCode().equals(BODY_WEIGHT))
                    .filter(seen -> seen.getUnit().equals("kg"))
                    .findFirst()
                    .flatMap(seen ->
                            Amounts.dose(seen.getValue())
                                    .map(kg ->
                                            new Weight(
                                                    kg,
                                                    Instant.ofEpochSecond(seen.getAt().getSeconds())
                                                            .atZone(zone)
                                                            .toLocalDate())));
        }
    }

    /// What comes out.
    ///
    /// @param mg at a time
    /// @param limited whether the ceiling cut it
    record Dose(BigDecimal mg, boolean limited) {}

    static Dose dose(WeightDose rule, BigDecimal kg, Timing timing) {
        var all = BigDecimal.valueOf(rule.getMgPerKg()).multiply(kg);
        var times = BigDecimal.valueOf(Math.max(1, Course.timesDaily(timing)));
        var mg = rule.getADay() ? all.divide(times, 3, RoundingMode.HALF_UP) : all;
        var most = ceiling(rule);
        return most.isPresent() && mg.compareTo(most.get()) > 0
                ? new Dose(most.get(), true)
                : new Dose(mg, false);
    }

    static Optional<BigDecimal> ceiling(WeightDose rule) {
        return rule.getMaxMg() > 0
                ? Optional.of(BigDecimal.valueOf(rule.getMaxMg()))
                : Optional.empty();
    }

    /// The line with the dose of a weight, in units of the product; empty when these do not follow, or the smallest part of
    /// one would be too much.
    static Optional<OrderLine> line(OrderLine line, WeightDose rule, BigDecimal kg) {
        var mg = dose(rule, kg, line.getDosage().getTiming()).mg();
        return Strength.in(line.getMedicine())
                .flatMap(strength ->
                        strength.units(mg, ceiling(rule))
                                .map(units ->
                                        with(line, units, strength.liquid() ? "ml" : unit(line))));
    }

    private static String unit(OrderLine line) {
        return line.getDosage().getUnit();
    }

    private static OrderLine with(OrderLine line, BigDecimal units, String unit) {
        var dosed = line.toBuilder().setQuantity(0);
        dosed.getDosageBuilder().setDose(units.doubleValue()).setUnit(unit);
        return dosed.build();
    }
}
