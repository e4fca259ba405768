package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much of each ingredient a product holds: "500 mg" in a piece, "20 mg + 10 mg", "250 mg/5 ml", "0.1 mg/actuation".
record Strength(List<Part> parts) {
    /// @param per what the amount is in: one piece, a ml, a puff
    private record Part(Quantity amount, Unit per) {}

    private static final Pattern PART =
            Pattern.compile(
                    "([0-9]+(?:\\.[0-9]+)?) ([a-zµμ ]+?)(?:/([0-9]+(?:\\.[0-9]+)?)?"
                            + " ?([a-z]+))?(?:,.*)?");

    private static final Pattern MASS =
            Pattern.compile("([0-9]+(?:\\.[0-9]+)?) (mg|g|mcg|microgram)(?![a-z])");

    /// Liquids are spoken of by the spoon of 5 ml.
    private static final BigDecimal SPOON = BigDecimal.valueOf(5);

    private static final BigDecimal LARGE = BigDecimal.valueOf(100);

    /// What cannot be read is left out: then nothing is known of the dose of any ingredient.
    static Strength read(String text) {
        List<Part> parts = new ArrayList<>();
        for (String written : text.split(" \\+ ")) {
            Part part = part(written);
            if (part == null) {
                return new Strength(List.of());
            }
            parts.add(part);
        }
        return new Strength(List.copyOf(parts));
    }

    private static @Nullable Part part(String written) {
        Matcher matcher = PART.matcher(written.strip());
        if (!matcher.matches()) {
            return null;
        }
        Unit unit = Unit.named(matcher.group(2)).orElse(null);
        Unit per =
                matcher.group(4) == null ? Unit.PIECE : Unit.named(matcher.group(4)).orElse(null);
        if (unit == null || per == null) {
            return null;
        }
        double count = matcher.group(3) == null ? 1 : Double.parseDouble(matcher.group(3));
        return new Part(new Quantity(Double.parseDouble(matcher.group(1)) / count, unit), per);
    }

    /// How else the amounts of a strength are said: "100 microgram" for 0.1 mg, "1 g" for 1000 mg, and of several in one
    /// piece the sum, "625" for 500 mg + 125 mg, and "250 mg 5 ml" for 50 mg/ml.
    static List<String> otherWords(String text) {
        List<String> words = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        Matcher found = MASS.matcher(text);
        int count = 0;
        for (; found.find(); count++) {
            Unit unit = Unit.named(found.group(2)).orElseThrow();
            BigDecimal mg =
                    new BigDecimal(found.group(1))
                            .multiply(BigDecimal.valueOf(unit.in(Unit.MG, 1)));
            sum = sum.add(mg);
            words.add(plain(mg) + " mg");
            if (mg.compareTo(BigDecimal.TEN) < 0) {
                words.add(plain(mg.movePointRight(3)) + " microgram mcg ug");
            }
            if (mg.compareTo(LARGE) >= 0) {
                words.add(plain(mg.movePointLeft(3)) + " g");
            }
        }
        if (text.endsWith(" mg/ml") && count == 1) {
            words.add(plain(sum.multiply(SPOON)) + " mg 5 ml");
        }
        if (count > 1 && !text.contains("/")) {
            words.add(plain(sum));
        }
        return words;
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /// How many pieces hold so much of the only ingredient; empty for what is not counted in pieces, or holds several.
    OptionalDouble pieces(Quantity dose) {
        if (parts.size() != 1 || parts.getFirst().per() != Unit.PIECE) {
            return OptionalDouble.empty();
        }
        Quantity piece = parts.getFirst().amount();
        return piece.value() > 0 && piece.unit().converts(dose.unit())
                ? OptionalDouble.of(dose.unit().in(piece.unit(), dose.value()) / piece.value())
                : OptionalDouble.empty();
    }

    /// How much of one of `count` ingredients is in so much of the product; null when that is not known.
    @Nullable Quantity in(Quantity taken, int index, int count) {
        if (parts.size() != count || !parts.get(index).per().converts(taken.unit())) {
            return null;
        }
        Part part = parts.get(index);
        return part.amount().times(taken.unit().in(part.per(), taken.value()));
    }
}
