package org.clinicdesk.client.prescription;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/// How much of a substance is in a unit of a product.
///
/// @param mgPerUnit milligrams in a tablet, or in a millilitre
/// @param liquid whether it is measured in millilitres
record Strength(BigDecimal mgPerUnit, boolean liquid) {

    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(\\d+(?:[.,]\\d+)?)\\s*(mg|g|microgram|mcg)(?:\\s*/\\s*(\\d+(?:[.,]\\d+)?)?\\s*ml)?\\b");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal TOLERANCE = new BigDecimal("0.2");
    private static final BigDecimal LITTLE = new BigDecimal("0.1");
    private static final BigDecimal SMALL = BigDecimal.valueOf(5);

    /// By the name of a product, "Amoxicillin 50 mg/ml oral suspension"; empty when it holds two substances, or says none.
    static Optional<Strength> in(String name) {
        var found = WRITTEN.matcher(name);
        if (name.contains("+") || !found.find()) {
            return Optional.empty();
        }
        var amount = new BigDecimal(found.group(1).replace(',', '.'));
        var mg =
                switch (found.group(2)) {
                    case "g" -> amount.multiply(THOUSAND);
                    case "mg" -> amount;
                    default -> amount.divide(THOUSAND);
                };
        var liquid = found.group().endsWith("ml");
        var per =
                found.group(3) == null
                        ? BigDecimal.ONE
                        : new BigDecimal(found.group(3).replace(',', '.'));
        return Optional.of(
                new Strength(mg.divide(per, 6, RoundingMode.HALF_UP).stripTrailingZeros(), liquid));
    }

    /// The least that can be measured more or less than so many units.
    private BigDecimal step(BigDecimal units) {
        return liquid && units.compareTo(SMALL) < 0 ? TENTH : HALF;
    }

    /// One step more than so many units.
    BigDecimal more(BigDecimal units) {
        return units.add(step(units)).stripTrailingZeros();
    }

    /// The units for so many milligrams and not above the ceiling: halves of a tablet, half millilitres, tenths below five.
    /// Rather a little less than more, for what is asked for may be the most that is allowed; where less would be too little,
    /// the nearest. Empty when the product cannot be divided so finely: what can be measured is more than a fifth off.
    Optional<BigDecimal> units(BigDecimal mg, Optional<BigDecimal> most) {
        var exact = mg.divide(mgPerUnit, 6, RoundingMode.HALF_UP);
        var step = step(exact);
        var less = exact.divide(step, 0, RoundingMode.DOWN).multiply(step);
        var units =
                exact.subtract(less).compareTo(exact.multiply(LITTLE)) <= 0
                        ? less
                        : exact.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
        while (most.isPresent()
                && units.signum() > 0
                && units.multiply(mgPerUnit).compareTo(most.get()) > 0) {
            units = units.subtract(step);
        }
        var off = units.subtract(exact).abs();
        return units.signum() > 0 && off.compareTo(exact.multiply(TOLERANCE)) <= 0
                ? Optional.of(units.stripTrailingZeros())
                : Optional.empty();
    }
}
