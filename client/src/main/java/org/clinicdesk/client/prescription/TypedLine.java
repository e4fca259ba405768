package org.clinicdesk.client.prescription;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A whole line typed at one go: `amox 500 1 q8h 7d r2`. What stands before the dosage names the medicine.
///
/// A number is the dose only where it cannot be the strength: when it has a unit that is counted (`2ml`, `1tab`), or
/// when a number stands before it already. So `amlodipine 5 x1` has no dose: it is asked for, not guessed.
///
/// @param parts what was read, by the field of the form: `dose`, `unit`, `times`, `days`, `then`, `route`,
///     `quantity`, `repeats`, `max`, `for`; `needed` and `as-written` are there when they are said; `unread` is what was
///     not understood
record TypedLine(String medicine, Map<String, String> parts) {

    private static final Pattern DOSE =
            Pattern.compile(
                    "(\\d{1,6}(?:[.,]\\d{1,3}|/\\d)?(?:-\\d{1,6}(?:[.,]\\d{1,3}|/\\d)?)?)(\\p{L}*)");
    private static final Pattern REPEATS = Pattern.compile("(?:r|\\+)(\\d{1,2})");
    private static final Pattern QUANTITY = Pattern.compile("#(\\d{1,4})");
    private static final Pattern MAX = Pattern.compile("max(\\d{1,4}(?:[.,]\\d{1,3})?)");
    private static final Pattern NEEDED = Pattern.compile("(?:prn|sos|kc)(?::(.+))?");

    /// Of which one makes a line of a name. A route does not: "iron iv" names what is looked for.
    private static final Set<String> TELLING = Set.of("times", "needed", "days", "max");

    /// Words of the forms that are counted so, or given so.
    private static final Map<String, String> FORMS =
            Map.of(
                    "puff", "puff",
                    "drop", "drops",
                    "patch", "patch",
                    "suppository", "suppository",
                    "ml", "ml",
                    "inhaled", "inh",
                    "nasal", "nasal",
                    "ophthalmic", "eye",
                    "otic", "ear");

    private static final Set<String> AS_WRITTEN = Set.of("dns", "daw");
    private static final Set<String> MASSES = Set.of("mg", "g", "microgram");
    private static final Map<String, String> ROUTES =
            Map.ofEntries(
                    Map.entry("po", "oral"),
                    Map.entry("sl", "sublingual"),
                    Map.entry("inh", "inhaled"),
                    Map.entry("nas", "nasal"),
                    Map.entry("oph", "ophthalmic"),
                    Map.entry("otic", "otic"),
                    Map.entry("top", "topical"),
                    Map.entry("pr", "rectal"),
                    Map.entry("pv", "vaginal"),
                    Map.entry("sc", "subcutaneous"),
                    Map.entry("im", "intramuscular"),
                    Map.entry("iv", "intravenous"),
                    Map.entry("td", "transdermal"));

    /// What is read of a text; without parts when it only names a medicine.
    static TypedLine of(String typed, LocalDate today) {
        var parts = new HashMap<String, String>();
        var steps = typed.indexOf('>');
        var main = Longhand.shortened(steps < 0 ? typed : typed.substring(0, steps));
        var words = words(main);
        while (words.size() > 1 && read(words.getLast(), parts, today)) {
            words.removeLast();
        }
        rest(words, parts, today);
        if (Collections.disjoint(parts.keySet(), TELLING)) {
            return new TypedLine(typed.strip(), Map.of());
        }
        dose(words, parts);
        if (steps >= 0) {
            parts.put("then", typed.substring(steps + 1).strip());
        }
        return new TypedLine(String.join(" ", words), Map.copyOf(parts));
    }

    /// The words, and a length that was typed with a blank as one of them: "7 days".
    private static List<String> words(String main) {
        var words = new ArrayList<>(List.of(Amounts.figures(main).split("\\s+")));
        for (int i = words.size() - 1; i > 1; i--) {
            if (length(words, i)) {
                words.set(i - 1, words.get(i - 1) + words.remove(i));
            }
        }
        return words;
    }

    /// Whether a word is the unit of the number before it: of days, weeks or months. A bare "w" after a number is one only
    /// where it is said besides how often: "4 w" may be four tablets, weekly.
    private static boolean length(List<String> words, int at) {
        var unit = Shorthand.fold(words.get(at));
        return words.get(at - 1).matches("\\d{1,3}")
                && Shorthand.isLengthUnit(unit)
                && (Shorthand.timingWord(unit).isEmpty()
                        || words.subList(1, at - 1).stream().anyMatch(TypedLine::timing));
    }

    private static boolean timing(String word) {
        return Longhand.isMeals(word) || Shorthand.timingWord(Shorthand.fold(word)).isPresent();
    }

    /// Behind a word that says how often stands no name any more: what is not understood there is said.
    private static void rest(List<String> words, Map<String, String> parts, LocalDate today) {
        var from = 1;
        while (from < words.size() && !timing(words.get(from))) {
            from++;
        }
        if (from >= words.size()) {
            return;
        }
        var behind = words.subList(from, words.size());
        var unread = behind.stream().filter(word -> !read(word, parts, today)).toList();
        behind.clear();
        if (!unread.isEmpty()) {
            parts.put("unread", String.join(" ", unread));
        }
    }

    /// What is looked for: the name, and the form that the unit or the route means.
    String wanted() {
        var form = part("unit").map(FORMS::get).or(() -> part("route").map(FORMS::get)).orElse("");
        return (medicine + " " + form).strip();
    }

    /// Whether anything beyond a name was typed.
    boolean hasDosage() {
        return !parts.isEmpty();
    }

    Optional<String> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    private static boolean read(String word, Map<String, String> parts, LocalDate today) {
        var text = Shorthand.fold(word);
        if (Shorthand.timingWord(text).isPresent()) {
            return once(parts, "times", text);
        }
        // "1/2" is a half here, not the first of February.
        if (!text.matches("\\d.*/.*") && Shorthand.lengthWord(text, today).isPresent()) {
            return once(parts, "days", text);
        }
        if (ROUTES.containsKey(text)) {
            return once(parts, "route", ROUTES.getOrDefault(text, ""));
        }
        if (AS_WRITTEN.contains(text)) {
            return once(parts, "as-written", "");
        }
        return matched(REPEATS, text, parts, "repeats")
                || matched(QUANTITY, text, parts, "quantity")
                || matched(MAX, text, parts, "max")
                || needed(word, parts);
    }

    private static boolean needed(String word, Map<String, String> parts) {
        var needed = NEEDED.matcher(word);
        if (!needed.matches()) {
            return false;
        }
        if (needed.group(1) != null) {
            parts.put("for", needed.group(1).replace('_', ' '));
        }
        return once(parts, "needed", "");
    }

    private static boolean matched(
            Pattern pattern, String text, Map<String, String> parts, String name) {
        var found = pattern.matcher(text);
        return found.matches() && once(parts, name, found.group(1));
    }

    /// The same said twice is no dosage any more.
    private static boolean once(Map<String, String> parts, String name, String value) {
        return parts.putIfAbsent(name, value) == null;
    }

    private static void dose(List<String> words, Map<String, String> parts) {
        if (words.size() < 2) {
            return;
        }
        var last = words.getLast();
        var split = Shorthand.unit(last).isPresent() && words.size() > 2;
        var number = split ? words.get(words.size() - 2) : last;
        var found = DOSE.matcher(split ? number + last : last);
        if (!found.matches()) {
            return;
        }
        var unit = found.group(2).isEmpty() ? Optional.of("") : Shorthand.unit(found.group(2));
        var before = words.subList(0, words.size() - (split ? 2 : 1));
        var counted = unit.filter(it -> !it.isEmpty() && !MASSES.contains(it)).isPresent();
        if (unit.isEmpty() || !counted && !strength(before) && !route(before, parts)) {
            return;
        }
        parts.put("dose", found.group(1));
        unit.filter(it -> !it.isEmpty()).ifPresent(it -> parts.put("unit", it));
        words.subList(before.size(), words.size()).clear();
    }

    /// Whether the way it is given stands before the number: no strength does behind it. It is no part of the name then.
    private static boolean route(List<String> before, Map<String, String> parts) {
        var route = ROUTES.get(Shorthand.fold(before.getLast()));
        if (route == null || before.size() < 2 || !once(parts, "route", route)) {
            return false;
        }
        before.removeLast();
        return true;
    }

    /// Whether a number stands in the name already.
    private static boolean strength(List<String> words) {
        return words.stream().anyMatch(word -> word.matches("\\d.*"));
    }
}
