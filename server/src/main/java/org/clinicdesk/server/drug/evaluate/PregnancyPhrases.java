package org.clinicdesk.server.drug.evaluate;

import static org.clinicdesk.server.drug.evaluate.Numbers.NUMBER;
import static org.clinicdesk.server.drug.evaluate.Numbers.parse;
import static org.clinicdesk.server.drug.evaluate.Spans.DAYS_A_MONTH;
import static org.clinicdesk.server.drug.evaluate.Spans.MONTHS;

import org.clinicdesk.server.drug.Range;
import org.clinicdesk.server.drug.Sex;

import java.util.regex.MatchResult;

/// Pregnancy and how far it is, breast-feeding, and whether she may become pregnant.
final class PregnancyPhrases {
    private static final String PREGNANT =
            "(?:(?:is )?pregnan(?:t|cy)|gestation(?:al"
                    + " age)?|gravid|e?ga|embaraz(?:ada|o)|gestante|mang thai|có thai|có bầu|thai)";
    private static final String WEEKS = "(?:weeks?|wks?|w|semanas?|tuần)";
    private static final String SOME_WEEKS =
            NUMBER
                    + "(?:\\s?\\+\\s?\\d| \\d/7)?\\s*-?"
                    + WEEKS
                    + "(?:\\s?[+&]?\\s?\\d\\s?d(?:ays?)?)?";
    private static final String BETWEEN = "[,:]?\\s*[-–(]?\\s*(?:at |of |de )?(?:week )?";
    private static final String NOT_OVER =
            "(?!\\s*(?:ago|earlier|before|later|old|post\\p{L}*|trước))";

    private static final Phrases WITH_WEEKS = new Phrases();
    private static final Phrases OTHERS = new Phrases();

    static {
        weeks();
        stages();
        others();
    }

    private PregnancyPhrases() {}

    /// How far it is: read before any condition, of which pregnancy is one.
    static boolean takeWeeks(Cursor cursor, PatientDraft draft) {
        return WITH_WEEKS.take(cursor, draft);
    }

    static boolean take(Cursor cursor, PatientDraft draft) {
        return OTHERS.take(cursor, draft);
    }

    private static void weeks() {
        // One that is over says nothing of today.
        WITH_WEEKS.add(
                "(?:past|previous|former|earlier) pregnanc(?:y|ies)(?: history)?(?: of \\p{L}+)?"
                        + "|pregnancy history(?: of \\p{L}+)?|history of pregnancy"
                        + "|miscarriage(?: in (?:the )?(?:first|second|third) trimester)?",
                (d, m) -> d.unread(m.group()));
        inWeeks(PREGNANT + BETWEEN + SOME_WEEKS + NOT_OVER + "(?: gestation)?\\)?");
        inWeeks(PREGNANT + "[,:]?\\s*[-–(]?\\s*(?:at )?(\\d{1,2})\\s?\\+\\s?\\d\\)?");
        inWeeks(SOME_WEEKS + "(?:'| of| de)? " + PREGNANT);
        inWeeks(PREGNANT + "[,:]?\\s*[-–(]?\\s*(?:at )?(?:week|semana|tuần) " + NUMBER + "\\)?");
        inWeeks("(?:week|semana) " + NUMBER + " (?:of|de) " + PREGNANT);
        inWeeks(NUMBER + "/40(?: (?:pregnant|gestation))?");
        inWeeks("g\\d+ ?p\\d+(?: ?a\\d+)?[,:]?\\s*(?:at )?" + SOME_WEEKS + NOT_OVER);
        String months = NUMBER + "\\s*-?" + MONTHS;
        inMonths(PREGNANT + BETWEEN + months + NOT_OVER + "\\)?");
        inMonths(months + "(?: of| de)? " + PREGNANT);
    }

    private static void inWeeks(String pattern) {
        WITH_WEEKS.add(pattern, (d, m) -> pregnant(d, Range.exactly(parse(m.group(1)))));
    }

    private static void inMonths(String pattern) {
        WITH_WEEKS.add(pattern, PregnancyPhrases::inMonths);
    }

    private static void inMonths(PatientDraft draft, MatchResult match) {
        pregnant(draft, Range.exactly(parse(match.group(1)) * DAYS_A_MONTH / 7));
    }

    private static void stages() {
        OTHERS.add("early pregnancy", (d, _) -> pregnant(d, Range.below(0, 14)));
        OTHERS.add("late pregnancy|near term", (d, _) -> pregnant(d, Range.below(28, 43)));
        OTHERS.add(
                "(?:pregnan(?:t|cy),? )?at term|(?:full[- ])?term pregnancy",
                (d, _) -> pregnant(d, Range.below(37, 43)));
        OTHERS.add(
                "(?:is )?(?:planning (?:a )?pregnancy|trying to conceive|possibly pregnant|possible"
                        + " pregnancy)",
                (d, _) -> fertile(d));
        trimester("first|1st|1", 0, 14);
        trimester("second|2nd|2", 14, 28);
        trimester("third|3rd|3", 28, 43);
    }

    private static void others() {
        OTHERS.add("not pregnant|pregnancy excluded", (d, _) -> d.pregnant(false));
        OTHERS.add("(?:is )?pregnan(?:t|cy)", (d, _) -> d.pregnant(true));
        OTHERS.add("not (?:breastfeeding|breast-feeding|lactating)", (d, _) -> d.lactating(false));
        OTHERS.add(
                "(?:is )?(?:breast[- ]?feeding|lactating|lactation|nursing(?! home))(?: mother|"
                        + " woman)?(?: of (?:an? )?(?:newborn|neonate|infant|baby))?",
                (d, _) -> d.lactating(true));
        OTHERS.add(
                "(?:woman )?of child[- ]?bearing (?:age|potential)|may become"
                    + " pregnant|fertile|(?:not"
                    + " (?:on|using|taking|with)|no|without|stopped|off|declines|refuses)(?: any|"
                    + " reliable| effective)? (?:contracepti(?:on|ves?)|birth control)|not"
                    + " (?:sterili[sz]ed|sterile|(?:post-?)?menopaus(?:al|e))",
                (d, _) -> fertile(d));
        OTHERS.add(
                "(?:on |uses |with )?(?:reliable |effective )?contraception|sterili[sz]ed|"
                        + "hysterectomy|post-?menopaus(?:al|e)|sterile|menopaus(?:al|e)",
                (d, _) -> d.childbearing(false));
    }

    private static void fertile(PatientDraft draft) {
        draft.sex(Sex.FEMALE);
        draft.childbearing(true);
    }

    private static void trimester(String which, double from, double below) {
        String name = "(?:" + which + ")";
        OTHERS.add(
                "(?:pregnan(?:t|cy),?\\s*)?(?:in )?(?:the )?"
                        + name
                        + " trimester(?: of pregnancy|"
                        + " pregnancy)?|(?:pregnan(?:t|cy),?\\s*)?trimester "
                        + name,
                (d, _) -> pregnant(d, Range.below(from, below)));
    }

    private static void pregnant(PatientDraft draft, Range weeks) {
        draft.pregnant(true);
        draft.weeks(weeks);
    }
}
