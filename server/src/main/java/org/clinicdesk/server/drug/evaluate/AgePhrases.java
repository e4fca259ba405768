package org.clinicdesk.server.drug.evaluate;

import static org.clinicdesk.server.drug.evaluate.Numbers.NUMBER;
import static org.clinicdesk.server.drug.evaluate.Numbers.parse;
import static org.clinicdesk.server.drug.evaluate.Spans.DAYS;
import static org.clinicdesk.server.drug.evaluate.Spans.DAYS_A_YEAR;
import static org.clinicdesk.server.drug.evaluate.Spans.MONTHS;
import static org.clinicdesk.server.drug.evaluate.Spans.WEEKS;
import static org.clinicdesk.server.drug.evaluate.Spans.YEARS;

import org.clinicdesk.server.drug.Sex;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// How old somebody is: "34 y", "3-month-old", "2 years 3 months", "woman 38".
///
/// Not every span of time is an age: "fever 3 days", "MI 3 months ago", "asthma for 5 years". What says that it is one
/// always counts; a bare span only where it stands beside the person and nothing can have lasted so long.
final class AgePhrases {
    /// What was read before a span of time.
    enum Before {
        /// The person, or nothing yet: the span is an age.
        PERSON,
        /// A result, which may be so old.
        RESULT,
        /// What else does not last: only years are an age.
        FACT,
        /// What lasts, or was not understood.
        ILLNESS
    }

    private static final String OLD = "([ -]?old| of age| de edad)?";

    /// After a number that is an age without saying so: "woman 30", not "woman 60 kg".
    private static final String NO_UNIT =
            "(?![\\d.,/+]*\\d)(?!\\s*-?\\s*(?:kgs?|kilos?|g|grams?|lbs?|pounds?|libras?|st|stones?|%|/|cm|mm|m|ft|inch(?:es)?"
                + "|m?cg|µg|mg|ml|units?|times|x|"
                    + String.join("|", YEARS, MONTHS, WEEKS, DAYS)
                    + ")(?![\\p{L}]))";

    private static final Phrases SEXES = new Phrases();
    private static final Pattern MALE = Cursor.phrase("(\\d{2})\\s?m");
    private static final Pattern SPAN =
            Cursor.phrase(
                    "(aged?:?\\s*)?"
                            + NUMBER
                            + "[ -]?("
                            + String.join("|", YEARS, MONTHS, WEEKS, DAYS)
                            + ")"
                            + OLD);
    private static final Pattern TWO_SPANS =
            Cursor.phrase(
                    "(aged?:?\\s*)?(\\d+)\\s?(?:("
                            + YEARS
                            + ")(?:\\s?(?:and|&|y))?\\s?(\\d+)\\s?("
                            + MONTHS
                            + "|m)|("
                            + MONTHS
                            + "|"
                            + WEEKS
                            + ")(?:\\s?(?:and|&|y))?\\s?(\\d+)\\s?("
                            + WEEKS
                            + "|"
                            + DAYS
                            + "))"
                            + OLD);
    private static final Pattern AGED = Cursor.phrase("aged?:?\\s*" + NUMBER);

    private static final Pattern AT_LEAST =
            Cursor.phrase(
                    "aged?:?\\s*(?:>=|≥|>|over|above)\\s*(\\d{1,2})(?:\\s?"
                            + YEARS
                            + ")?|(\\d{2})\\s?\\+(?:\\s?"
                            + YEARS
                            + ")?(?:[ -]?old)?(?!\\s?\\d)");
    private static final double OLDEST = 130;
    private static final double PREGNANT_DAYS = 140;

    /// Says that something else took so long, or when it was.
    private static final Pattern NO_AGE =
            Cursor.phrase(
                    "[ -]?(?:ago|earlier|before|after|later|prior|previous(?:ly)?|back|post\\p{L}*|since"
                        + "|histor(?:y|ia)|hx|h/o|duration|course|of|de|trước|nay|qua)");

    private static final Pattern END = Pattern.compile("[,;.)]");
    private static final Pattern BESIDE =
            Cursor.phrase(
                    "\\d.*|weigh.*|infant|baby|neonate|newborn|child|toddler|boy|girl|man|woman|f?e?male|[fm]|pre(?:term|mature)");
    private static final Pattern GOES_ON = Cursor.phrase("with|and|on|in|who|has|had");

    static {
        String ofYears = "[,:]?\\s*" + NUMBER + NO_UNIT;
        of("(?:woman|female|lady|girl)" + ofYears, Sex.FEMALE);
        of("(?:man|male|gentleman|boy)" + ofYears, Sex.MALE);
        SEXES.add("(?:child|patient|adult)" + ofYears, (d, m) -> sure(d, m, parse(m.group(1))));
        String years = "(\\d{2})\\s?" + YEARS + "\\s?";
        of(years + "f", Sex.FEMALE);
        of(years + "m", Sex.MALE);
        of("(\\d{2})\\s?f", Sex.FEMALE);
        of("f\\s?/?\\s?(\\d{2})" + NO_UNIT, Sex.FEMALE);
        of("m\\s?/?\\s?(\\d{2})" + NO_UNIT, Sex.MALE);
    }

    private AgePhrases() {}

    private static void of(String pattern, Sex sex) {
        SEXES.add(
                pattern,
                (draft, m) -> {
                    draft.sex(sex);
                    sure(draft, m, parse(m.group(1)));
                });
    }

    private static void sure(PatientDraft draft, MatchResult match, double years) {
        draft.age(years, match.group(), true);
    }

    static boolean take(Cursor cursor, PatientDraft draft) {
        return atLeast(cursor, draft)
                || SEXES.take(cursor, draft)
                || male(cursor, draft)
                || twoSpans(cursor, draft)
                || span(cursor, draft)
                || aged(cursor, draft);
    }

    /// "age >= 65", "70+".
    private static boolean atLeast(Cursor cursor, PatientDraft draft) {
        MatchResult match = cursor.take(AT_LEAST);
        if (match != null) {
            String years = match.group(1) == null ? match.group(2) : match.group(1);
            draft.ageGroup(parse(years), OLDEST);
        }
        return match != null;
    }

    /// "54M"; "12 m" after an illness are months.
    private static boolean male(Cursor cursor, PatientDraft draft) {
        int place = cursor.place();
        MatchResult match = cursor.take(MALE);
        if (match == null || !isAge(cursor, draft, true)) {
            cursor.back(place);
            return false;
        }
        draft.sex(Sex.MALE);
        draft.age(parse(match.group(1)), match.group(), false);
        return true;
    }

    private static boolean twoSpans(Cursor cursor, PatientDraft draft) {
        int place = cursor.place();
        MatchResult match = cursor.take(TWO_SPANS);
        if (match == null) {
            return false;
        }
        boolean years = match.group(3) != null;
        double days =
                parse(match.group(2)) * Spans.days(match.group(years ? 3 : 6))
                        + parse(match.group(years ? 4 : 7))
                                * Spans.days(match.group(years ? 5 : 8));
        boolean sure = match.group(1) != null || match.group(9) != null;
        if (!sure && ofPregnancy(days, !years && match.group(6).matches(WEEKS))) {
            cursor.back(place);
            return false;
        }
        return said(cursor, draft, place, match, days / DAYS_A_YEAR, sure, years);
    }

    private static boolean span(Cursor cursor, PatientDraft draft) {
        int place = cursor.place();
        MatchResult match = cursor.take(SPAN);
        if (match == null) {
            return false;
        }
        String unit = match.group(3);
        boolean sure =
                match.group(1) != null
                        || match.group(4) != null
                        || unit.matches("y\\.?/?o\\.?|.*tuổi");
        double years = parse(match.group(2)) * Spans.days(unit) / DAYS_A_YEAR;
        if (!sure && ofPregnancy(years * DAYS_A_YEAR, unit.matches(WEEKS))) {
            cursor.back(place);
            return false;
        }
        return said(cursor, draft, place, match, years, sure, unit.matches(YEARS));
    }

    /// So many weeks, and nothing else: more often how far a pregnancy is than how old a child.
    private static boolean ofPregnancy(double days, boolean inWeeks) {
        return inWeeks && days >= PREGNANT_DAYS;
    }

    private static boolean said(
            Cursor cursor,
            PatientDraft draft,
            int place,
            MatchResult match,
            double years,
            boolean sure,
            boolean inYears) {
        if (!sure && !isAge(cursor, draft, inYears)) {
            cursor.back(place);
            return false;
        }
        draft.age(years, match.group(), sure);
        return true;
    }

    private static boolean aged(Cursor cursor, PatientDraft draft) {
        MatchResult match = cursor.take(AGED);
        if (match != null) {
            sure(draft, match, parse(match.group(1)));
        }
        return match != null;
    }

    /// Whether the span that was just read is one, by what stands around it.
    private static boolean isAge(Cursor cursor, PatientDraft draft, boolean inYears) {
        if (cursor.sees(NO_AGE)) {
            return false;
        }
        boolean alone = cursor.atEnd() || cursor.sees(END);
        return switch (draft.before()) {
            case PERSON ->
                    inYears
                            || alone
                            || cursor.sees(BESIDE)
                            || !draft.apart() && cursor.sees(GOES_ON);
            case RESULT, FACT -> inYears && (alone || !draft.apart());
            case ILLNESS -> inYears && alone && draft.apart();
        };
    }
}
