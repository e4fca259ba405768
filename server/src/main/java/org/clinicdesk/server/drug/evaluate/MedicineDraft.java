package org.clinicdesk.server.drug.evaluate;

import org.clinicdesk.server.drug.Dosing;
import org.clinicdesk.server.drug.MedicineUse;
import org.clinicdesk.server.drug.Quantity;
import org.clinicdesk.server.drug.Route;
import org.clinicdesk.server.drug.Unit;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A medicine while its text is read.
final class MedicineDraft {
    /// Of combinations that are only breathed in: their strengths are micrograms.
    private static final Set<String> INHALED =
            Set.of(
                    "formoterol",
                    "salmeterol",
                    "vilanterol",
                    "indacaterol",
                    "olodaterol",
                    "umeclidinium",
                    "aclidinium",
                    "glycopyrronium");

    private static final Set<Route> LOCAL =
            Set.of(
                    Route.TOPICAL,
                    Route.TRANSDERMAL,
                    Route.OPHTHALMIC,
                    Route.OTIC,
                    Route.NASAL,
                    Route.VAGINAL);

    private static final Set<Route> INJECTED =
            Set.of(
                    Route.INTRAVENOUS,
                    Route.INTRAVENOUS_BOLUS,
                    Route.INTRAVENOUS_INFUSION,
                    Route.INTRAMUSCULAR,
                    Route.SUBCUTANEOUS,
                    Route.INTRATHECAL);

    private final List<String> ingredients = new ArrayList<>();
    private final List<String> indications = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private String productId = "";
    private String name = "";
    private String unknownName = "";
    private List<Quantity> amounts = List.of();
    private double pieces = 1;
    private boolean onlyPieces;
    private boolean unitless;
    private boolean perKg;
    private boolean perDay;
    private @Nullable Double perMl;
    private @Nullable Quantity most;
    private @Nullable Double times;
    private @Nullable Double everyHours;
    private @Nullable Integer days;
    private boolean asNeeded;
    private boolean once;
    private @Nullable Integer endedDaysAgo;
    private boolean renewal;
    private boolean start;
    private @Nullable Route route;
    private int amountsSaid;
    private int frequenciesSaid;

    boolean named() {
        return !name.isEmpty();
    }

    boolean empty() {
        return !named() && unknownName.isEmpty();
    }

    void name(String text, List<String> inns) {
        name = text;
        ingredients.addAll(inns);
    }

    void product(String id, String text) {
        name = text;
        productId = id;
    }

    /// A word that is part of no name and of no phrase; what follows on such a word belongs to it.
    void unknown(String word, boolean follows) {
        if (named() && follows && !unread.isEmpty()) {
            unread.add(unread.removeLast() + " " + word);
        } else if (named()) {
            unread(word);
        } else {
            unknownName = (unknownName + " " + word).strip();
        }
    }

    void unread(String words) {
        unread.add(words);
    }

    void amounts(List<Quantity> said, boolean eachKg, boolean aDay) {
        amountsSaid++;
        boolean pieceSaid =
                said.size() == 1 && said.getFirst().unit() == Unit.PIECE && !amounts.isEmpty();
        if (pieceSaid && !onlyPieces) {
            pieces = said.getFirst().value();
            return;
        }
        if (onlyPieces) {
            pieces = amounts.getFirst().value();
        }
        onlyPieces = said.size() == 1 && said.getFirst().unit() == Unit.PIECE;
        amounts = said;
        unitless = false;
        perKg = eachKg;
        perDay = aDay;
    }

    /// Strengths without any unit: "250/50" of an inhaler, "30/150" of a pill are micrograms, "500/125" is mg.
    void unitless(List<Quantity> strengths) {
        amounts(strengths, false, false);
        unitless = true;
    }

    List<String> ingredients() {
        return List.copyOf(ingredients);
    }

    /// Whether one weight is said of a combination.
    boolean ofSeveral() {
        return ingredients.size() > 1
                && amounts.size() == 1
                && !perKg
                && amounts.getFirst().in(Unit.MG).isPresent();
    }

    /// Whether the parts are what was said, together.
    boolean sums(List<Quantity> parts) {
        double said = amounts.getFirst().in(Unit.MG).orElse(0.0);
        double sum = parts.stream().mapToDouble(part -> part.in(Unit.MG).orElse(0.0)).sum();
        return parts.size() == ingredients.size() && Math.abs(said - sum) < 1e-6 * said;
    }

    /// What was said of all, of each.
    void split(List<Quantity> parts) {
        amounts = parts;
    }

    void pieces(double count) {
        pieces = count;
    }

    /// So much in a ml: what is said in ml then counts by it.
    void concentration(Quantity inOneMl) {
        amountsSaid++;
        perMl = inOneMl.value();
        amounts = List.of(new Quantity(0, inOneMl.unit()));
    }

    /// A part of a hundred by weight; of a cream or drops it says no amount.
    void percent(double part) {
        if (amounts.isEmpty()) {
            perMl = 10 * part;
        }
    }

    void millilitres(double ml) {
        if (perMl == null) {
            amounts(List.of(new Quantity(ml, Unit.ML)), false, false);
        } else {
            Unit unit = amounts.isEmpty() ? Unit.MG : amounts.getFirst().unit();
            amounts = List.of(new Quantity(ml * perMl, unit));
        }
    }

    void times(double aDay) {
        frequenciesSaid++;
        times = aDay;
    }

    /// So much a day and no more, however often it may be taken.
    void most(Quantity aDay) {
        most = aDay;
    }

    void every(double hours) {
        frequenciesSaid++;
        everyHours = hours;
    }

    void days(double count) {
        days = (int) Math.ceil(count);
    }

    /// It is not taken any more since so many days.
    void ended(double daysAgo) {
        endedDaysAgo = (int) Math.floor(daysAgo);
    }

    /// Null while it is taken.
    @Nullable Integer endedDaysAgo() {
        return endedDaysAgo;
    }

    void asNeeded() {
        asNeeded = true;
    }

    void once() {
        once = true;
    }

    void renewal() {
        renewal = true;
    }

    void start() {
        start = true;
    }

    void indication(String condition) {
        indications.add(condition);
    }

    /// The most specific of what is said: "cream" does not undo "vaginal", nor "injection" "intramuscular".
    void route(Route said) {
        boolean vague = said == Route.INJECTION || said == Route.TOPICAL || said == Route.SYSTEMIC;
        boolean push =
                said == Route.INTRAVENOUS
                        && (route == Route.INTRAVENOUS_BOLUS
                                || route == Route.INTRAVENOUS_INFUSION);
        if (route != null && (local(route, said) || local(said, route))) {
            unread("%s or %s".formatted(route.id(), said.id()));
        }
        if (route == null || !vague && !push) {
            route = said;
        }
    }

    /// Whether what is made for one place is said to be given by another: "patch oral", "mouthwash iv".
    private static boolean local(Route made, Route given) {
        boolean injected = INJECTED.contains(given);
        return LOCAL.contains(made) && (injected || given == Route.ORAL)
                || made == Route.BUCCAL && injected;
    }

    /// Slowly into a vein, where nothing else was said of the way.
    void infused() {
        if (route == null || route == Route.INTRAVENOUS || route == Route.INJECTION) {
            route = Route.INTRAVENOUS_INFUSION;
        }
    }

    /// Within minutes into a vein.
    void pushed() {
        if (route == null || route == Route.INTRAVENOUS || route == Route.INJECTION) {
            route = Route.INTRAVENOUS_BOLUS;
        }
    }

    /// Whether one amount was said, and one frequency.
    boolean saysOneDose() {
        return amountsSaid == 1 && frequenciesSaid == 1;
    }

    List<String> unread() {
        return unread;
    }

    /// @param weight kg, null when not known
    MedicineUse use(@Nullable Double weight) {
        String text = named() ? name : unknownName;
        List<Quantity> said = said(weight);
        return new MedicineUse(
                productId,
                text,
                ingredients,
                Optional.ofNullable(route).map(Route::id).orElse(""),
                new Dosing(
                        said,
                        timesADay(said),
                        everyHours,
                        asNeeded,
                        once,
                        days,
                        days,
                        renewal,
                        start,
                        indications));
    }

    private @Nullable Double timesADay(List<Quantity> said) {
        boolean untold = times == null && everyHours == null;
        Double often = perDay && untold ? Double.valueOf(1) : times;
        Double aDay =
                most == null || said.size() != 1
                        ? null
                        : most.in(said.getFirst().unit()).orElse(null);
        if (aDay == null || said.getFirst().value() == 0) {
            return often;
        }
        double fits = aDay / said.getFirst().value();
        return untold ? fits : Math.min(fits, dosesADay());
    }

    private List<Quantity> said(@Nullable Double weight) {
        if (perKg && weight == null) {
            unread.add("a dose for each kg without a weight");
            return List.of();
        }
        boolean untold = perMl != null && !amounts.isEmpty() && amounts.getFirst().value() == 0;
        if (untold) {
            unread.add("a strength without an amount");
            return List.of();
        }
        double kg = perKg && weight != null ? weight : 1;
        double share = perDay ? 1 / dosesADay() : 1;
        return amounts.stream().map(amount -> counted(amount).times(pieces * kg * share)).toList();
    }

    private Quantity counted(Quantity amount) {
        boolean small =
                route == Route.INHALED
                        || route == Route.NASAL
                        || ingredients.contains("ethinylestradiol")
                        || route == null && ingredients.stream().anyMatch(INHALED::contains);
        return unitless && small ? new Quantity(amount.value(), Unit.MICROGRAM) : amount;
    }

    private double dosesADay() {
        return times != null ? times : everyHours != null ? Math.max(1, 24 / everyHours) : 1;
    }
}
