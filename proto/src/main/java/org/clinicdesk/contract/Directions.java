package org.clinicdesk.contract;

import org.clinicdesk.prescription.v1.Dosage;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.TaperStep;
import org.clinicdesk.prescription.v1.Timing;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;

/// A dosage in words, the same on the screen of the doctor, at the counter and on the paper: "1 tablet every 8 hours, for
/// 7 days, by mouth."
public final class Directions {

    /// Units and routes that have words, in the order they are offered; others are said as the doctor wrote them.
    public static final List<String> UNITS =
            List.of(
                    "tablet",
                    "capsule",
                    "ml",
                    "mg",
                    "g",
                    "microgram",
                    "puff",
                    "spray",
                    "drop",
                    "sachet",
                    "suppository",
                    "patch",
                    "ampoule",
                    "vial",
                    "lozenge",
                    "unit",
                    "application");

    public static final List<String> ROUTES =
            List.of(
                    "oral",
                    "sublingual",
                    "inhaled",
                    "nasal",
                    "ophthalmic",
                    "otic",
                    "topical",
                    "rectal",
                    "vaginal",
                    "subcutaneous",
                    "intramuscular",
                    "intravenous",
                    "transdermal",
                    "injection",
                    "intradermal",
                    "intraarticular",
                    "buccal",
                    "intrauterine");

    private static final int WEEK = 7;
    private static final int THIRDS = 3;
    private static final double HAIR = 0.001;

    /// What is divided by hand, at its scores: a point among figures is lost too easily.
    private static final Set<String> DIVIDED =
            Set.of("tablet", "capsule", "sachet", "suppository", "patch", "ampoule", "lozenge");

    private static final List<String> QUARTERS = List.of("", "¼", "½", "¾");

    private static final Control NO_FALLBACK =
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final ResourceBundle words;
    private final Locale locale;

    private Directions(ResourceBundle words) {
        this.words = words;
        this.locale = words.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : words.getLocale();
    }

    /// In a language; English stands in for one that has no words here.
    public static Directions in(Locale locale) {
        return new Directions(
                ResourceBundle.getBundle(
                        "org.clinicdesk.contract.directions",
                        Locale.of(locale.getLanguage()),
                        Directions.class.getClassLoader(),
                        NO_FALLBACK));
    }

    /// The language really spoken: `en`, `vi` or `es`.
    public Locale locale() {
        return locale;
    }

    /// All that the patient reads: the doctor's own sentence or the one made of the dosage, and what he added.
    public String whole(Dosage dosage) {
        var sentence = dosage.getDirections().isBlank() ? sentence(dosage) : dosage.getDirections();
        return dosage.getInstructions().isBlank()
                ? sentence
                : sentence + " " + dosage.getInstructions();
    }

    /// The sentence made of the dosage.
    public String sentence(Dosage dosage) {
        var parts = new ArrayList<String>();
        parts.add(often(dosage));
        if (!dosage.getThenList().isEmpty() && dosage.getDays() > 0) {
            parts.add(text("days", dosage.getDays()));
            dosage.getThenList().forEach(step -> parts.add(then(step, dosage.getUnit())));
        } else if (dosage.getDays() > 0) {
            parts.add(text("days", dosage.getDays()));
        } else if (!dosage.getUntil().isEmpty()) {
            parts.add(text("until", date(dosage.getUntil())));
        }
        parts.add(route(dosage.getRoute()));
        return capital(String.join(", ", parts)) + ".";
    }

    /// How much and how often, without how long: "1 tablet every 8 hours".
    public String often(Dosage dosage) {
        var amount = dose(dosage);
        if (!dosage.getAsNeeded()) {
            return text("regular", amount, timing(dosage.getTiming()));
        }
        var needed =
                dosage.getNeededFor().isBlank()
                        ? text("needed", amount)
                        : text("needed.for", amount, dosage.getNeededFor().strip());
        var limit = needed + ", " + text("at-most", limit(dosage.getTiming()));
        return dosage.getMaxDaily() > 0
                ? limit + ", " + text("max-daily", amount(dosage.getMaxDaily(), dosage.getUnit()))
                : limit;
    }

    /// "1 tablet", "1 to 2 tablets".
    private String dose(Dosage dosage) {
        return dosage.getDoseFrom() > 0
                ? text(
                        "range",
                        figure(dosage.getDoseFrom(), dosage.getUnit()),
                        figure(dosage.getDose(), dosage.getUnit()),
                        unit(dosage.getDose(), dosage.getUnit()))
                : amount(dosage.getDose(), dosage.getUnit());
    }

    private String then(TaperStep step, String unit) {
        var amount = amount(step.getDose(), unit);
        return step.hasTiming()
                ? text("then.timed", amount, timing(step.getTiming()), text("days", step.getDays()))
                : text("then", amount, text("days", step.getDays()));
    }

    /// "every 8 hours", "once a week on Monday".
    public String timing(Timing timing) {
        return switch (timing.getHowCase()) {
            case TIMES_A_DAY -> text("times", timing.getTimesADay());
            case EVERY_HOURS -> text("hours", timing.getEveryHours());
            case EVERY_DAYS -> days(timing);
            case HOW_NOT_SET -> "";
        };
    }

    private String days(Timing timing) {
        var every = timing.getEveryDays();
        var often =
                every % WEEK == 0 ? text("every-weeks", every / WEEK) : text("every-days", every);
        return timing.getWeekday() == 0
                ? often
                : text("on", often, weekday(DayOfWeek.of(timing.getWeekday())));
    }

    private String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }

    /// As a limit: "at most 4 times a day", "at most once every 6 hours".
    private String limit(Timing timing) {
        return switch (timing.getHowCase()) {
            case TIMES_A_DAY -> text("limit.times", timing.getTimesADay());
            case EVERY_HOURS -> text("limit.hours", timing.getEveryHours());
            case EVERY_DAYS, HOW_NOT_SET -> timing(timing);
        };
    }

    /// What is handed out of a line.
    public String supply(OrderLine line) {
        return supply(line.getQuantity(), line.getDosage().getUnit(), Pack.read(line.getPack()));
    }

    /// What is handed out: "21 tablets", "2 × 100 ml", "1 × 200 puffs", "2 packs" where nobody knows what one holds; a mere
    /// number where the dose is weighed.
    ///
    /// @param unit of the dose
    /// @param pack of the product; empty when it is not known
    public String supply(int quantity, String unit, Optional<Pack> pack) {
        if (Course.byPack(unit, pack)) {
            return pack.map(it -> packs(quantity, it)).orElseGet(() -> text("packs", quantity));
        }
        var bottles = pack.map(it -> BigDecimal.valueOf(quantity).divideAndRemainder(it.size()));
        if (pack.isPresent() && pack.get().unit().equals(unit) && bottles.get()[1].signum() == 0) {
            return packs(bottles.get()[0].intValueExact(), pack.get());
        }
        return Course.handedOut(unit) ? amount(quantity, unit) : Integer.toString(quantity);
    }

    private String packs(int count, Pack pack) {
        return count + " × " + pack(pack);
    }

    /// What one pack holds: "200 puffs", "pen of 300 units".
    public String pack(Pack pack) {
        var held = amount(pack.size().doubleValue(), pack.unit());
        return pack.container().isEmpty() ? held : text("pack." + pack.container(), held);
    }

    private String amount(double dose, String unit) {
        if (unit.equals("tablet") && quarters(dose) > 0) {
            var key = dose < 1 ? "part." + quarters(dose) : "and-part." + quarters(dose);
            return text(key, Math.floor(dose));
        }
        return text("amount", figure(dose, unit), unit(dose, unit));
    }

    /// "2.5", and of what is divided by hand "2½": "1/3" and "1 2/3" are read from no decimals either.
    private String figure(double dose, String unit) {
        if (DIVIDED.contains(unit)) {
            var whole = dose < 1 ? "" : Long.toString((long) dose);
            var thirds = Math.round(dose * THIRDS);
            if (quarters(dose) > 0) {
                return whole + QUARTERS.get(quarters(dose));
            }
            if (thirds % THIRDS != 0 && Math.abs(dose - (double) thirds / THIRDS) <= HAIR) {
                return (whole + " " + thirds % THIRDS + "/" + THIRDS).strip();
            }
        }
        return text("figure", dose);
    }

    /// How many quarters are left beside whole ones; 0: none, or another part.
    private static int quarters(double dose) {
        var quarters = (dose - Math.floor(dose)) * QUARTERS.size();
        return quarters == Math.rint(quarters) ? (int) quarters : 0;
    }

    public String unit(double dose, String unit) {
        return UNITS.contains(unit) ? text("unit." + unit, dose) : unit;
    }

    public String route(String route) {
        return ROUTES.contains(route) ? text("route." + route) : route;
    }

    private String date(String iso) {
        try {
            return DateTimeFormatter.ofPattern(text("date"), locale).format(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            return iso;
        }
    }

    private String capital(String text) {
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    private String text(String key, Object... arguments) {
        var text = words.getString("directions." + key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }
}
