package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// By which amounts something is found: a number that was typed is the whole number, never the beginning of another one, and
/// with its unit it is the same amount in any other: "0,5 g" is 500 mg, "50 µg" 0.05 mg. Without a unit it is what is shown,
/// milligrams or micrograms; a gram must be said, or one tablet of 1000 mg would be found by "1".
final class Amounts {
    private enum Kind {
        MASS,
        ACTIVITY,
        VOLUME,
        SHARE,
        BARE,
        /// Behind a stroke, "250/5": a number, or what it is in.
        PER
    }

    /// An amount as typed; masses in mg.
    record Typed(BigDecimal number, BigDecimal value, String unit, boolean per) {
        private Kind kind() {
            return switch (unit) {
                case "" -> per ? Kind.PER : Kind.BARE;
                case "%" -> Kind.SHARE;
                case "ml" -> Kind.VOLUME;
                case "mg", "g", "mcg" -> Kind.MASS;
                default -> Kind.ACTIVITY;
            };
        }
    }

    private static final Pattern AMOUNT =
            Pattern.compile(
                    "(/\\s*)?(?<![\\p{L}\\p{N}.,])([0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)"
                            + "(?:\\s*(mgs?|milligrams?|g|gr|gm|grams?|gramos?|mcg|[uµμ]g"
                            + "|micrograms?|microgramos?|ml|cc|i\\.?u\\.?|u\\.?i\\.?|u|units?"
                            + "|unidades|đv|đơn vị|%))?(?![\\p{L}\\p{N}])");

    private static final BigDecimal SPOON = BigDecimal.valueOf(5);

    private final Set<BigDecimal> shown = new HashSet<>();
    private final Set<BigDecimal> meant = new HashSet<>();
    private final Set<BigDecimal> masses = new HashSet<>();
    private final Set<BigDecimal> activities = new HashSet<>();
    private final Set<BigDecimal> volumes = new HashSet<>();
    private final Set<BigDecimal> shares = new HashSet<>();

    /// The amounts of a text, in order.
    static List<Typed> typed(String text) {
        List<Typed> typed = new ArrayList<>();
        Matcher found = AMOUNT.matcher(text.toLowerCase(Locale.ROOT));
        while (found.find()) {
            typed.add(typed(found.group(2), found.group(3), found.group(1) != null));
        }
        return typed;
    }

    private static Typed typed(String number, @Nullable String unit, boolean per) {
        BigDecimal plain = new BigDecimal(number.replace(',', '.')).stripTrailingZeros();
        String canonical = unit == null ? "" : canonical(unit);
        BigDecimal value =
                switch (canonical) {
                    case "g" -> plain.movePointRight(3).stripTrailingZeros();
                    case "mcg" -> plain.movePointLeft(3).stripTrailingZeros();
                    default -> plain;
                };
        return new Typed(plain, value, canonical, per);
    }

    private static String canonical(String unit) {
        return switch (unit.replace(".", "")) {
            case "g", "gr", "gm", "gram", "grams", "gramo", "gramos" -> "g";
            case "mg", "mgs", "milligram", "milligrams" -> "mg";
            case "ml", "cc" -> "ml";
            case "%" -> "%";
            case "u", "iu", "ui", "unit", "units", "unidades", "đv", "đơn vị" -> "unit";
            default -> "mcg";
        };
    }

    /// The text without its amounts.
    static String without(String text) {
        return AMOUNT.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    }

    /// What stands before the first amount.
    static String before(String text) {
        Matcher found = AMOUNT.matcher(text.toLowerCase(Locale.ROOT));
        return found.find() ? text.substring(0, found.start()) : text;
    }

    /// Of what is called so; `strength` of a product, else empty.
    static Amounts of(List<String> names, String strength) {
        Amounts amounts = new Amounts();
        names.forEach(name -> typed(name).forEach(amounts::show));
        List<BigDecimal> parts =
                typed(strength).stream()
                        .filter(it -> it.kind() == Kind.MASS)
                        .map(Typed::value)
                        .toList();
        parts.forEach(amounts::mean);
        if (strength.contains("/ml") || strength.contains("/g")) {
            parts.forEach(part -> amounts.shares.add(part.movePointLeft(1).stripTrailingZeros()));
        }
        if (strength.contains("mg/ml")) {
            parts.forEach(part -> amounts.mean(part.multiply(SPOON).stripTrailingZeros()));
            amounts.volumes.add(SPOON);
        }
        if (parts.size() > 1 && !strength.contains("/")) {
            amounts.mean(
                    parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).stripTrailingZeros());
        }
        return amounts;
    }

    private void show(Typed typed) {
        if (typed.kind() != Kind.VOLUME) {
            shown.add(typed.number());
        }
        switch (typed.kind()) {
            case MASS -> masses.add(typed.value());
            case ACTIVITY -> activities.add(typed.value());
            case VOLUME -> volumes.add(typed.value());
            case SHARE -> shares.add(typed.value());
            case BARE, PER -> {}
        }
    }

    private void mean(BigDecimal mg) {
        masses.add(mg);
        meant.add(mg);
        if (mg.compareTo(BigDecimal.TEN) < 0) {
            meant.add(mg.movePointRight(3).stripTrailingZeros());
        }
    }

    boolean have(Typed typed) {
        return switch (typed.kind()) {
            case MASS -> masses.contains(typed.value());
            case ACTIVITY -> activities.contains(typed.value());
            case VOLUME -> volumes.contains(typed.value());
            case SHARE -> shares.contains(typed.value());
            case BARE -> numbered(typed);
            case PER -> numbered(typed) || volumes.contains(typed.value());
        };
    }

    private boolean numbered(Typed typed) {
        return shown.contains(typed.number()) || meant.contains(typed.number());
    }

    /// Whether it is written with the number that was typed.
    boolean show(BigDecimal number) {
        return shown.contains(number);
    }
}
