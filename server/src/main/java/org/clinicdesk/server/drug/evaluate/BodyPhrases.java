package org.clinicdesk.server.drug.evaluate;

import static org.clinicdesk.server.drug.evaluate.Numbers.NUMBER;
import static org.clinicdesk.server.drug.evaluate.Numbers.parse;

import org.clinicdesk.server.drug.Range;
import org.clinicdesk.server.drug.Sex;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What is said of a body: age, sex, weight, pregnancy, lactation, smoking.
final class BodyPhrases {
    private record Phrase(Pattern pattern, BiConsumer<PatientDraft, MatchResult> meaning) {}

    private static final double DAYS_A_YEAR = 365.25;
    private static final double OLDEST = 130;
    private static final String OLD = "(?:[ -]?old| of age)?";
    private static final String YEARS = "(?:years?|yrs?|y/?o|y|años?|tuổi)";
    private static final String MONTHS = "(?:months?|mths?|mo|mes(?:es)?|tháng(?: tuổi)?)";
    private static final String WEEKS = "(?:weeks?|wks?|w)";
    private static final String DAYS = "(?:days?|d)";

    /// After a number that is an age without saying so: "woman 30", not "woman 60 kg".
    private static final String NO_UNIT =
            "(?![\\d.,/]*\\d)(?!\\s*-?\\s*(?:kg|g|grams?|%|/|"
                    + String.join("|", YEARS, MONTHS, WEEKS, DAYS)
                    + ")(?![\\p{L}]))";

    private static final List<Phrase> PHRASES = new ArrayList<>();

    static {
        pregnancy();
        ages();
        groups();
        add(
                "(?:(?:body )?weigh(?:t|s|ing)?:?\\s*)?" + NUMBER + "\\s*kg",
                (draft, m) -> draft.weight(Numbers.least(m.group(1))));
        add(
                "(?:(?:body )?weigh(?:t|s|ing)?:?\\s*)?" + NUMBER + "\\s*g(?:rams)?",
                (draft, m) -> draft.weight(parse(m.group(1)) / 1000));
        add("non[- ]?smoker|does not smoke|never smoked|ex-smoker", (d, _) -> d.smoker(false));
        add("(?:heavy |current )?smok(?:er|es|ing)", (d, _) -> d.smoker(true));
        add(
                "(?:height|bmi|bsa)\\s*(?:of|is|:)?\\s*"
                        + NUMBER
                        + "(?:\\s*(?:cm|m2?|m²|kg/m2|kg/m²))?",
                (_, _) -> {});
        add(
                "(?:opioid|treatment|steroid)[- ](?:na[iï]ve|tolerant)|normal"
                        + " (?:renal|kidney|liver|hepatic) function|no (?:known )?(?:drug"
                        + " )?allergies|nkd?a",
                (_, _) -> {});
        add(
                "[,;:.()]|(?:pmhx?|hx|h/o|dx|k/c/o|g\\d+"
                    + " ?p\\d+|at)\\b:?|and|with|has|had|who|is|of|a|an|the|history"
                    + " of|previous|prior|past|recent|active|acute|chronic|severe|moderate|mild|decompensated|congestive|brittle|stable|longstanding|perforated|class|(?:first|second|third|1st|2nd|3rd)[-"
                    + " ]degree|known|documented|diagnosed|patient|person|otherwise|healthy|otherwise"
                    + " healthy|well|in|for|due to|high|low|raised|elevated|abnormal",
                (_, _) -> {});
    }

    private BodyPhrases() {}

    private static void add(String pattern, BiConsumer<PatientDraft, MatchResult> meaning) {
        PHRASES.add(new Phrase(Cursor.phrase(pattern), meaning));
    }

    static boolean take(Cursor cursor, PatientDraft draft) {
        for (Phrase phrase : PHRASES) {
            MatchResult match = cursor.take(phrase.pattern());
            if (match != null) {
                phrase.meaning().accept(draft, match);
                return true;
            }
        }
        return false;
    }

    private static void pregnancy() {
        String of = "(?:pregnan(?:t|cy)|gestation(?:al age)?)";
        String weeks = NUMBER + "(?:\\+\\d)?\\s*" + WEEKS;
        add(
                of + "[,:]?\\s*(?:at )?(?:week )?" + weeks + "(?: gestation)?",
                (d, m) -> pregnant(d, Range.exactly(parse(m.group(1)))));
        add(
                weeks + "(?:' | of )?\\s*(?:pregnant|pregnancy|gestation)",
                (d, m) -> pregnant(d, Range.exactly(parse(m.group(1)))));
        add(of + "[,:]? week " + NUMBER, (d, m) -> pregnant(d, Range.exactly(parse(m.group(1)))));
        add(
                NUMBER + "/40(?: (?:pregnant|gestation))?",
                (d, m) -> pregnant(d, Range.exactly(parse(m.group(1)))));
        add("early pregnancy", (d, _) -> pregnant(d, Range.below(0, 14)));
        add("late pregnancy|near term", (d, _) -> pregnant(d, Range.below(28, 43)));
        add("(?:pregnan(?:t|cy),? )?at term", (d, _) -> pregnant(d, Range.below(37, 43)));
        add(
                "(?:is )?(?:planning (?:a )?pregnancy|trying to conceive|possibly pregnant|possible"
                        + " pregnancy)",
                (d, _) -> {
                    d.sex(Sex.FEMALE);
                    d.childbearing(true);
                });
        trimester("first|1st|1", 0, 14);
        trimester("second|2nd|2", 14, 28);
        trimester("third|3rd|3", 28, 43);
        add("not pregnant|pregnancy excluded", (d, _) -> d.pregnant(false));
        add("(?:is )?pregnan(?:t|cy)", (d, _) -> d.pregnant(true));
        add("not (?:breastfeeding|breast-feeding|lactating)", (d, _) -> d.lactating(false));
        add(
                "(?:is )?(?:breast[- ]?feeding|lactating|lactation|nursing)(?: mother| woman)?(?:"
                        + " of (?:an? )?(?:newborn|neonate|infant|baby))?",
                (d, _) -> d.lactating(true));
        add(
                "(?:woman )?of child[- ]?bearing (?:age|potential)|may become pregnant|no"
                        + " contraception|fertile|without contraception",
                (d, _) -> {
                    d.sex(Sex.FEMALE);
                    d.childbearing(true);
                });
        add(
                "(?:on |uses |with )?(?:reliable |effective )?contraception|sterili[sz]ed|"
                        + "hysterectomy|post-?menopaus(?:al|e)|sterile|menopaus(?:al|e)",
                (d, _) -> d.childbearing(false));
    }

    private static void trimester(String which, double from, double below) {
        String name = "(?:" + which + ")";
        add(
                "(?:pregnan(?:t|cy),?\\s*)?(?:in )?(?:the )?"
                        + name
                        + " trimester(?: of pregnancy| pregnancy)?",
                (d, _) -> pregnant(d, Range.below(from, below)));
        add(
                "(?:pregnan(?:t|cy),?\\s*)?trimester " + name,
                (d, _) -> pregnant(d, Range.below(from, below)));
    }

    private static void pregnant(PatientDraft draft, Range weeks) {
        draft.pregnant(true);
        draft.weeks(weeks);
    }

    private static void ages() {
        String ofYears = "[,:]?\\s*" + NUMBER + NO_UNIT;
        ofAge("(?:woman|female|lady|girl)" + ofYears, Sex.FEMALE);
        ofAge("(?:man|male|gentleman|boy)" + ofYears, Sex.MALE);
        age("(?:child|patient|adult)" + ofYears, 1);
        String years = "(\\d{2})\\s?(?:" + YEARS + ")?\\s?";
        ofAge(years + "f", Sex.FEMALE);
        ofAge(years + "m", Sex.MALE);
        ofAge("f\\s?/?\\s?(\\d{2})" + NO_UNIT, Sex.FEMALE);
        ofAge("m\\s?/?\\s?(\\d{2})" + NO_UNIT, Sex.MALE);
        String age = "(?:aged?:?\\s*)";
        age(age + "?" + NUMBER + "[ -]?" + MONTHS + OLD, 12);
        age(age + "?" + NUMBER + "[ -]?" + WEEKS + OLD, DAYS_A_YEAR / 7);
        age(age + "?" + NUMBER + "[ -]?" + DAYS + OLD, DAYS_A_YEAR);
        age(age + "?" + NUMBER + "[ -]?" + YEARS + OLD, 1);
        age(age + NUMBER, 1);
    }

    private static void ofAge(String pattern, Sex sex) {
        add(
                pattern,
                (d, m) -> {
                    d.sex(sex);
                    d.age(parse(m.group(1)));
                });
    }

    private static void age(String pattern, double inAYear) {
        add(pattern, (d, m) -> d.age(parse(m.group(1)) / inAYear));
    }

    private static void groups() {
        add(
                "(?:mother|woman) of (?:an? )?(?:newborn|neonate|infant|baby)|mother",
                (d, _) -> d.sex(Sex.FEMALE));
        add(
                "(?:preterm |premature |(?:full[- ])?term )?(?:neonates?|newborns?)",
                (d, _) -> d.ageGroup(0, 28 / DAYS_A_YEAR));
        add("infant|baby", (d, _) -> d.ageGroup(0, 2));
        add("toddler", (d, _) -> d.ageGroup(1, 4));
        add("child|paediatric|pediatric|schoolchild", (d, _) -> d.ageGroup(0, 12));
        add("adolescent|teenager", (d, _) -> d.ageGroup(12, 18));
        add("adult", (d, _) -> d.ageGroup(18, OLDEST));
        add("elderly|older adult|old(?:er)? (?:patient|person)", (d, _) -> d.ageGroup(65, OLDEST));
        person("woman|adult woman|adult female|lady", Sex.FEMALE, 18, OLDEST);
        person("elderly woman|old woman", Sex.FEMALE, 65, OLDEST);
        person("man|adult man|adult male|gentleman", Sex.MALE, 18, OLDEST);
        person("elderly man|old man", Sex.MALE, 65, OLDEST);
        person("girl", Sex.FEMALE, 0, 18);
        person("boy", Sex.MALE, 0, 18);
        add("female", (d, _) -> d.sex(Sex.FEMALE));
        add("male", (d, _) -> d.sex(Sex.MALE));
    }

    private static void person(String pattern, Sex sex, double from, double below) {
        add(
                pattern,
                (d, _) -> {
                    d.sex(sex);
                    d.ageGroup(from, below);
                });
    }
}
