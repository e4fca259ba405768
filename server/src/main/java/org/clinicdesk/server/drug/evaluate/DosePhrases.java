package org.clinicdesk.server.drug.evaluate;

import static org.clinicdesk.server.drug.evaluate.Numbers.NUMBER;
import static org.clinicdesk.server.drug.evaluate.Numbers.parse;

import org.clinicdesk.server.drug.Quantity;
import org.clinicdesk.server.drug.Route;
import org.clinicdesk.server.drug.Unit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The phrases of a dose, tried in this order at each place of a text.
final class DosePhrases {
    private record Phrase(Pattern pattern, BiConsumer<MedicineDraft, MatchResult> meaning) {}

    private static final String UNITS = units();
    private static final Pattern PART =
            Pattern.compile(NUMBER + "(?:\\s*" + UNITS + "(?![\\p{L}]))?");
    private static final String A_DAY = "(?:a day|daily|per day|each day|/ ?day|/ ?d|a night)";

    /// In so many ml and more something is infused as a whole; in less it is a strength.
    private static final double INFUSED_ML = 50;

    /// So quickly into a vein it is no infusion.
    private static final double PUSHED_MINUTES = 5;

    private static final String WEEKDAY =
            "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
    private static final List<Phrase> PHRASES = new ArrayList<>();

    static {
        doses();
        frequencies();
        durations();
        others();
        String routes = Route.names().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        add(
                "(?:by |via |given |the |as )?(" + routes.replace(" ", "\\E[ -]\\Q") + ")",
                (draft, m) -> Route.named(m.group(1)).ifPresent(draft::route));
        add(
                "(?:por )?vía oral|por boca|v\\.o\\.|đường uống|uống",
                (draft, _) -> draft.route(Route.ORAL));
        add("(?:i\\.v\\.)", (draft, _) -> draft.route(Route.INTRAVENOUS));
        add("(?:i\\.m\\.)", (draft, _) -> draft.route(Route.INTRAMUSCULAR));
        add("(?:s\\.c\\.)", (draft, _) -> draft.route(Route.SUBCUTANEOUS));
        add("(?:p\\.o\\.)", (draft, _) -> draft.route(Route.ORAL));
    }

    private DosePhrases() {}

    private static String units() {
        return Unit.names().stream()
                .map(name -> Pattern.quote(name).replace(" ", "\\E\\s*\\Q"))
                .collect(Collectors.joining("|", "(", "|µg|μg|µg/h|μg/h)"));
    }

    private static void add(String pattern, BiConsumer<MedicineDraft, MatchResult> meaning) {
        PHRASES.add(new Phrase(Cursor.phrase(pattern), meaning));
    }

    private static void times(String pattern, double aDay) {
        add(pattern, (draft, _) -> draft.times(aDay));
    }

    private static void noMeaning(String pattern) {
        add(pattern, (_, _) -> {});
    }

    /// Takes one phrase; whether there was one.
    static boolean take(Cursor cursor, MedicineDraft draft) {
        for (Phrase phrase : PHRASES) {
            MatchResult match = cursor.take(phrase.pattern());
            if (match != null) {
                phrase.meaning().accept(draft, match);
                return true;
            }
        }
        return false;
    }

    private static void doses() {
        add(
                "half a (?:tablet|pill)|(?:1/2|½) (?:a )?(?:tablet|pill|tab)",
                (draft, _) -> draft.amounts(List.of(new Quantity(0.5, Unit.PIECE)), false, false));
        add(
                NUMBER + "\\s*" + UNITS + "\\s*(?:/|per|in)\\s*" + NUMBER + "?\\s*ml",
                (draft, m) -> {
                    double ml = m.group(3) == null ? 1 : parse(m.group(3));
                    Quantity amount = quantity(draft, m.group(1), unit(m.group(2)));
                    if (ml >= INFUSED_ML) {
                        draft.amounts(List.of(amount), false, false);
                    } else {
                        draft.concentration(new Quantity(amount.value() / ml, amount.unit()));
                    }
                });
        add(NUMBER + "\\s*%", (draft, m) -> draft.percent(parse(m.group(1))));
        String part = NUMBER + "(?:\\s*" + UNITS + ")?";
        String anonymous = part.replaceAll("\\((?!\\?)", "(?:");
        add("(" + anonymous + "(?:\\s*[/+]\\s*" + anonymous + ")+)", DosePhrases::severalAmounts);
        add(
                NUMBER + "\\s*[x×*]\\s*" + NUMBER + "\\s*" + UNITS,
                (draft, m) -> {
                    draft.pieces(parse(m.group(1)));
                    amount(draft, m.group(2), m.group(3), false, false);
                });
        add(
                "\\(?(?:max(?:imum|\\.)?|up to|not more than|máx(?:imo|\\.)?|tối đa)\\s*(?:of\\s*)?"
                        + NUMBER
                        + "\\s*"
                        + UNITS
                        + "\\s*(?:/|per|a|each|in|al|mỗi)\\s*(?:day|d|24 ?h(?:ours)?|día|ngày)\\)?",
                (draft, m) -> draft.most(quantity(draft, m.group(1), unit(m.group(2)))));
        add(
                NUMBER
                        + "(?:\\s*(?:-|–|to)\\s*"
                        + NUMBER
                        + ")?\\s*"
                        + UNITS
                        + "(?:\\s*(/|per|a)\\s*kg(?: body"
                        + " ?weight)?)?(?:\\s*(?:/|per|each)\\s*dose)?(?:\\s*(/|per|a|each|in)\\s*(?:day|d|24"
                        + " ?h(?:ours)?)| (daily dose|total daily))?",
                (draft, m) ->
                        amount(
                                draft,
                                m.group(2) == null ? m.group(1) : m.group(2),
                                m.group(3),
                                m.group(4) != null,
                                m.group(5) != null || m.group(6) != null));
    }

    private static void amount(
            MedicineDraft draft, String number, String unit, boolean perKg, boolean perDay) {
        Unit counted = unit(unit);
        if (counted == Unit.ML && !perKg && !perDay) {
            draft.millilitres(parse(number));
        } else {
            draft.amounts(List.of(quantity(draft, number, counted)), perKg, perDay);
        }
    }

    /// Of a number with two readings the greater, and it is said. Units are counted by the thousand: "5,000 units" is clear.
    private static Quantity quantity(MedicineDraft draft, String number, Unit unit) {
        boolean clear = unit == Unit.UNIT && number.contains(",");
        if (Numbers.ambiguous(number) && !clear) {
            draft.unread(
                    "%s %s: %.0f or %s"
                            .formatted(
                                    number,
                                    unit.id(),
                                    Numbers.greatest(number),
                                    plain(Numbers.least(number))));
        }
        return new Quantity(Numbers.greatest(number), unit);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /// "10/160 mg", "500 mg/125 mg", "30/500": a unit holds for those before it that have none.
    private static void severalAmounts(MedicineDraft draft, MatchResult match) {
        List<Quantity> amounts = new ArrayList<>();
        Unit unit = Unit.MG;
        boolean said = false;
        String[] parts = match.group(1).split("\\s*[/+]\\s*");
        for (int i = parts.length - 1; i >= 0; i--) {
            var read = PART.matcher(parts[i]);
            if (!read.lookingAt()) {
                draft.unread(match.group());
                return;
            }
            unit = read.group(2) == null ? unit : unit(read.group(2));
            said |= read.group(2) != null;
            amounts.addFirst(quantity(draft, read.group(1), unit));
        }
        if (said) {
            draft.amounts(amounts, false, false);
        } else {
            draft.unitless(amounts);
        }
    }

    private static Unit unit(String name) {
        return Unit.named(name.replaceAll("\\s+", " ")).orElseThrow();
    }

    private static void frequencies() {
        add(
                "every\\s*"
                        + NUMBER
                        + "(?:\\s*(?:-|to)\\s*"
                        + NUMBER
                        + ")?\\s*(?:h|hr|hrs|hours?|hourly)",
                (draft, m) -> draft.every(parse(m.group(1))));
        add(
                "(?:q|q\\.)\\s*"
                        + NUMBER
                        + "(?:\\s*(?:-|–|to)\\s*"
                        + NUMBER
                        + ")?\\s*h(?:r|rs|ours?|ourly)?",
                (draft, m) -> draft.every(parse(m.group(1))));
        add(
                NUMBER + "(?:\\s*(?:-|to)\\s*" + NUMBER + ")?[ -]*(?:hourly|hrly)",
                (draft, m) -> draft.every(parse(m.group(1))));
        add(
                "every\\s*" + NUMBER + "\\s*min(?:ute)?s?",
                (draft, m) -> draft.every(parse(m.group(1)) / 60));
        add(
                "(?:cada|mỗi|cách)\\s*" + NUMBER + "\\s*(?:h|hrs?|horas?|giờ)",
                (draft, m) -> draft.every(parse(m.group(1))));
        add(NUMBER + " (?:vez|veces) (?:al|por) día", (draft, m) -> draft.times(parse(m.group(1))));
        add(
                "(?:ngày|mỗi ngày)\\s*"
                        + NUMBER
                        + "\\s*lần|"
                        + NUMBER
                        + "\\s*lần\\s*(?:/|mỗi|một)\\s*ngày",
                (draft, m) -> draft.times(parse(m.group(1) == null ? m.group(2) : m.group(1))));
        add("hourly|every hour", (draft, _) -> draft.every(1));
        add(
                NUMBER + " in " + NUMBER + " d",
                (draft, m) -> draft.times(parse(m.group(1)) / parse(m.group(2))));
        add(NUMBER + " days (?:a|per|each) week", (draft, m) -> draft.times(parse(m.group(1)) / 7));
        add("every\\s*" + NUMBER + "\\s*days", (draft, m) -> draft.times(1 / parse(m.group(1))));
        add(
                "every\\s*" + NUMBER + "\\s*weeks",
                (draft, m) -> draft.times(1 / (7 * parse(m.group(1)))));
        add(
                "every\\s*" + NUMBER + "\\s*months",
                (draft, m) -> draft.times(1 / (30 * parse(m.group(1)))));
        times("(?:on )?alternate days|every other day|every second day|eod", 0.5);
        times("twice (?:a week|weekly|per week)", 2.0 / 7);
        add(
                NUMBER + " times (?:a week|weekly|per week)",
                (draft, m) -> draft.times(parse(m.group(1)) / 7));
        times("(?:once )?(?:weekly|a week|per week|every week|each week|/ ?week)", 1.0 / 7);
        times("(?:every|each) " + WEEKDAY + "|(?:on )?" + WEEKDAY + "s", 1.0 / 7);
        times("fortnightly|every fortnight", 1.0 / 14);
        times("(?:once )?(?:monthly|a month|per month|every month)", 1.0 / 30);
        times("(?:once )?(?:yearly|a year|annually)", 1.0 / 365);
        times(
                "twice " + A_DAY + "|bd|bid|b\\.i\\.d\\.?|b\\.d\\.?|morning and (?:evening|night)",
                2);
        times(
                "thrice "
                        + A_DAY
                        + "|tds|tid|t\\.i\\.d\\.?|t\\.d\\.s\\.?|with each meal|before meals",
                3);
        times("qds|qid|q\\.i\\.d\\.?|q\\.d\\.s\\.?", 4);
        add(
                NUMBER + "\\s*(?:times|x|×|doses)\\s*" + A_DAY,
                (draft, m) -> draft.times(parse(m.group(1))));
        add(
                "(?:in |as )?" + NUMBER + " (?:equally )?divided doses",
                (draft, m) -> draft.times(parse(m.group(1))));
        add("[x×]\\s*" + NUMBER + "\\s*/ ?d(?:ay)?", (draft, m) -> draft.times(parse(m.group(1))));
        times(
                "once "
                        + A_DAY
                        + "|once a day|daily|every day|each day|od|o\\.d\\.?|qd|q\\.d\\.?|a day|per"
                        + " day",
                1);
        times(
                "nocte|nightly|(?:at |every )night|at bedtime|bedtime|hs|qhs|mane|qam|qpm|(?:in the"
                        + " |every )?(?:morning|evening)",
                1);
        add(
                "(?:as a )?(?:single|one[- ]off|one[- ]time)(?: dose)?|stat|once only|once|one"
                        + " dose",
                (draft, _) -> draft.once());
        add(
                "(?:when |as |if )?(?:needed|required|necessary)|prn|p\\.r\\.n\\.?|sos",
                (draft, _) -> draft.asNeeded());
    }

    private static void durations() {
        String of = "(?:for|x|during|over|durante|trong)\\s*(?:the next )?";
        for (String[] unit :
                new String[][] {
                    {"days?|d|/7|días?|ngày", "1"},
                    {"weeks?|wks?|w|/52|semanas?|tuần", "7"},
                    {"months?|mo|/12|mes(?:es)?|tháng", "30"},
                    {"years?|y", "365"}
                }) {
            double days = Double.parseDouble(unit[1]);
            add(
                    of + NUMBER + "\\s*-?\\s*(?:" + unit[0] + ")",
                    (draft, m) -> draft.days(days * parse(m.group(1))));
            add(
                    "(?:\\(?(?:stopped|discontinued|ended|finished|last (?:taken|dose))\\s*:?\\s*)"
                            + NUMBER
                            + "\\s*-?\\s*(?:"
                            + unit[0]
                            + ") ago\\)?",
                    (draft, m) -> draft.ended(days * parse(m.group(1))));
        }
        add(NUMBER + "[- ]days?(?: course)?", (draft, m) -> draft.days(parse(m.group(1))));
        add(NUMBER + "[- ]weeks?(?: course)?", (draft, m) -> draft.days(7 * parse(m.group(1))));
        add(NUMBER + "[- ]months?(?: course)?", (draft, m) -> draft.days(30 * parse(m.group(1))));
        add("(?:for )?(?:long[- ]term|lifelong|indefinitely)", (draft, _) -> draft.days(365));
    }

    private static void others() {
        add(
                "renewal|renewed?|repeat(?:ed)?(?: prescription|"
                        + " order)?|refill|continu(?:e|ed|ing|ation)|unchanged|established|long[-"
                        + " ]standing",
                (draft, _) -> draft.renewal());
        add(
                "(?:new )?start(?:ed|ing)?(?: today|"
                        + " dose)?|initiat(?:e|ed|ing|ion)|new|begin(?:ning)?|first dose|starting"
                        + " dose|loading dose",
                (draft, _) -> draft.start());
        add(
                "over " + NUMBER + "\\s*(min(?:ute)?s?|h|hrs?|hours?)",
                (draft, m) -> {
                    if (m.group(2).startsWith("min") && parse(m.group(1)) <= PUSHED_MINUTES) {
                        draft.pushed();
                    } else {
                        draft.infused();
                    }
                });
        noMeaning(
                "(?:diluted )?(?:in|with) "
                        + NUMBER
                        + " ?(?:ml|l|lit(?:re|er)s?)(?: of)?(?: (?:normal saline|saline|sodium"
                        + " chloride(?: 0\\.9 ?%)?|glucose(?: 5 ?%)?|dextrose(?: 5 ?%)?|water))?");
        add(
                "(?:via |by )?(?:a )?(?:ng|nasogastric|peg)(?:[- ]tube)?",
                (draft, _) -> draft.route(Route.ORAL));
        add(
                "(?:via |by )?(?:nebs?|nebuli[sz](?:er|ation)|mdi|dpi|spacer|metered[- ]dose"
                        + " inhaler)",
                (draft, _) -> draft.route(Route.INHALED));
        add(
                "it|spinal(?:ly)?|intraspinal|intraventricular",
                (draft, _) -> draft.route(Route.INTRATHECAL));
        add("iud|ius|coil|intrauterine system", (draft, _) -> draft.route(Route.INTRAUTERINE));
        add("patch(?:es)?|plaster", (draft, _) -> draft.route(Route.TRANSDERMAL));
        add("suppositor(?:y|ies)|enema", (draft, _) -> draft.route(Route.RECTAL));
        add(
                "mouthwash|lozenges?|oral gel|(?:chewing )?gum",
                (draft, _) -> draft.route(Route.BUCCAL));
        add("depot(?: injection)?", (draft, _) -> draft.route(Route.INTRAMUSCULAR));
        add("vaccine|pen|pre-?filled syringe", (draft, _) -> draft.route(Route.INJECTION));
        noMeaning(
                "(?:extended|modified|sustained|prolonged|slow|immediate|delayed|controlled|long)[-"
                        + " ](?:release|acting)|[msxe]r|xl|[ci]r|ec|la|retard|enteric[-"
                        + " ]coated|gastro[-"
                        + " ]resistant|(?:effervescent|dispersible|chewable|film-coated)");
        noMeaning(
                "tablets?|tabs?|capsules?|caps?|caplets?|sprays?|syrup|suspension|solution|liquid|elixir|"
                    + "drops|sachets?|granules|powder|ampoules?|vials?|formulation");
        noMeaning(
                "doses?|contrast(?: medium|"
                        + " agent)?|medication|medicine|drug|total|each|maintenance");
        noMeaning("(?:with|after|before|at) (?:food|water|breakfast|lunch|dinner|mealtimes|meals)");
        noMeaning("in(?:to)? (?:the )?(?:both )?(?:each )?(?:left |right )?(?=eyes?|ears?)");
        noMeaning("(?:right )?(?:now|today|tonight|immediately|in divided doses|divided doses)");
        noMeaning("(?:in an? )?(?:opioid|treatment|steroid)[- ](?:na[iï]ve|tolerant)(?: patient)?");
        noMeaning("[.,;:]|take|give|given|then|via");
    }
}
