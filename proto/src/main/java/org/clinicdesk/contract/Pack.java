package org.clinicdesk.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What one pack of a product holds, where it is handed out whole: "200 puff", "100 ml", "2.5 ml", "300 unit pen".
///
/// @param size more than 0
/// @param unit as a dosage says it: "puff"
/// @param container what is handed out, where the amount alone would not tell: "pen"; else empty
public record Pack(BigDecimal size, String unit, String container) {

    /// Those that have words.
    private static final Set<String> CONTAINERS = Set.of("", "pen", "vial", "cartridge");

    private static final Pattern WRITTEN =
            Pattern.compile("([1-9]\\d{0,4}(?:\\.\\d{1,3})?|0\\.\\d{1,3}) ([a-z]+)(?: ([a-z]+))?");

    /// As pharmacies reckon, of water; of thicker liquids fewer, so that it is not too little that is handed out.
    private static final BigDecimal DROPS_IN_ML = BigDecimal.valueOf(20);

    /// Empty when nothing is written, or what is written is no number and unit.
    public static Optional<Pack> read(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        var container = written.group(3) == null ? "" : written.group(3);
        return Optional.of(new Pack(new BigDecimal(written.group(1)), written.group(2), container))
                .filter(pack -> pack.size.signum() > 0 && CONTAINERS.contains(container));
    }

    /// As [#read] reads it.
    public String written() {
        return (size.toPlainString() + " " + unit + " " + container).strip();
    }

    /// How much of a unit of doses it holds: 100 drops of 5 ml; empty when one does not follow from the other.
    public Optional<BigDecimal> holds(String doses) {
        if (doses.equals(unit)) {
            return Optional.of(size);
        }
        return doses.equals("drop") && unit.equals("ml")
                ? Optional.of(size.multiply(DROPS_IN_ML))
                : Optional.empty();
    }

    /// How many packs so many units are, of which one holds `held`, the last one begun.
    static BigDecimal count(BigDecimal units, BigDecimal held) {
        return units.divide(held, 0, RoundingMode.CEILING);
    }
}
