package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much of each ingredient a product holds: "500 mg" in a piece, "20 mg + 10 mg", "250 mg/5 ml", "100 mcg/actuation".
record Strength(List<Part> parts) {
    /// @param per what the amount is in: one piece, a ml, a puff
    private record Part(Quantity amount, Unit per) {}

    private static final Pattern PART =
            Pattern.compile(
                    "([0-9]+(?:\\.[0-9]+)?) ([a-zµμ ]+?)(?:/([0-9]+(?:\\.[0-9]+)?)?"
                            + " ?([a-z]+))?(?:,.*)?");

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
        Unit rate = rate(matcher);
        if (rate != null) {
            return new Part(new Quantity(Double.parseDouble(matcher.group(1)), rate), Unit.PIECE);
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

    /// Of a patch, which gives so much an hour as long as it is worn.
    private static @Nullable Unit rate(Matcher matcher) {
        return matcher.group(3) == null && matcher.group(4) != null
                ? Unit.named(matcher.group(2) + "/" + matcher.group(4)).orElse(null)
                : null;
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
