package org.clinicdesk.server.drug;

import java.math.BigDecimal;
import java.math.MathContext;

/// A number known exactly, or only within bounds, which both belong to it: "adult" is an age from 18 on.
public record Range(double min, double max) {
    public Range {
        if (Double.isNaN(min) || Double.isNaN(max) || min > max) {
            throw new IllegalArgumentException(min + " to " + max);
        }
    }

    public static Range exactly(double value) {
        return new Range(value, value);
    }

    /// From the first number on, below the second.
    public static Range below(double min, double above) {
        return new Range(min, Math.nextDown(above));
    }

    public Range times(double factor) {
        return new Range(min * factor, max * factor);
    }

    /// The number, or from where to where.
    Phrase said() {
        if (Double.isInfinite(max)) {
            return Sentence.OR_MORE.of(rounded(min));
        }
        return min == max
                ? Sentence.NUMBER.of(rounded(min))
                : Sentence.BETWEEN.of(rounded(min), rounded(max));
    }

    private static BigDecimal rounded(double value) {
        return new BigDecimal(value, new MathContext(3)).stripTrailingZeros();
    }

    Truth less(double bound) {
        return max < bound ? Truth.TRUE : min >= bound ? Truth.FALSE : Truth.UNKNOWN;
    }

    Truth more(double bound) {
        return min > bound ? Truth.TRUE : max <= bound ? Truth.FALSE : Truth.UNKNOWN;
    }
}
