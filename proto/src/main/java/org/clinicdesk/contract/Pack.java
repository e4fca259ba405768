package org.clinicdesk.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/// What one pack of a product holds, where it is handed out whole: "200 puff", "100 ml", "2.5 ml".
///
/// @param size more than 0
/// @param unit as a dosage says it: "puff"
public record Pack(BigDecimal size, String unit) {

    private static final Pattern WRITTEN =
            Pattern.compile("([1-9]\\d{0,4}(?:\\.\\d{1,3})?|0\\.\\d{1,3}) ([a-z]+)");

    /// Empty when nothing is written, or what is written is no number and unit.
    public static Optional<Pack> read(String text) {
        var written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(new Pack(new BigDecimal(written.group(1)), written.group(2)))
                        .filter(pack -> pack.size.signum() > 0)
                : Optional.empty();
    }

    /// As [#read] reads it.
    public String written() {
        return size.toPlainString() + " " + unit;
    }

    /// How many packs so many units are, the last one begun.
    BigDecimal count(BigDecimal units) {
        return units.divide(size, 0, RoundingMode.CEILING);
    }
}
