package org.clinicdesk.server.drug.evaluate;

import static org.clinicdesk.server.drug.evaluate.Numbers.NUMBER;
import static org.clinicdesk.server.drug.evaluate.Numbers.parse;
import static org.clinicdesk.server.drug.evaluate.Spans.DAYS_A_YEAR;

import org.clinicdesk.server.drug.Sex;
import org.clinicdesk.server.drug.evaluate.AgePhrases.Before;

/// What is said of a body: who it is, weight, smoking, and the words in between.
final class BodyPhrases {
    private static final double OLDEST = 130;
    private static final double POUND = 0.45359237;
    private static final double OUNCE = POUND / 16;
    private static final String WEIGHT = "(?:(?:wt|(?:body )?weigh(?:t|s|ing)?)[:.]?\\s*)?";
    private static final String KG = "(?:kgs?|kilos?|kilograms?)";

    private static final Phrases PERSON = new Phrases();
    private static final Phrases FACTS = new Phrases();
    private static final Phrases LASTING = new Phrases();
    private static final Phrases LINKS = new Phrases();

    static {
        groups();
        weights();
        smoking();
        PERSON.add(
                "(?:height|bmi|bsa)\\s*(?:of|is|:)?\\s*"
                        + NUMBER
                        + "(?:\\s*(?:cm|m2?|m²|kg/m2|kg/m²))?",
                (_, _) -> {});
        PERSON.add(
                "(?:opioid|treatment|steroid)[- ](?:na[iï]ve|tolerant)|normal"
                        + " (?:renal|kidney|liver|hepatic) function|no (?:known )?(?:drug"
                        + " )?allergies|nkd?a|(?:nursing|care) home(?: resident)?",
                (_, _) -> {});
        FACTS.add("g\\d+ ?p\\d+", (_, _) -> {});
        LASTING.add(
                "(?:pmhx?|hx|h/o|dx|k/c/o|s/p|at)\\b:?|suffers from|diagnos(?:is|es):?|history of"
                        + "|previous|prior|past|recent|longstanding|in|for|due to",
                (_, _) -> {});
        LINKS.add("\\.", (draft, _) -> draft.comma());
        LINKS.add(
                "[,;:()/]|and|with|de|con|has|had|who|is|of|a|an|the|active|acute|chronic|severe|moderate|mild|decompensated|congestive|brittle|stable|perforated|class|(?:first|second|third|1st|2nd|3rd)[-"
                    + " ]degree|known|documented|diagnosed|pt|patient|person|otherwise|healthy|otherwise"
                    + " healthy|well|high|low|raised|elevated|abnormal",
                (_, _) -> {});
    }

    private BodyPhrases() {}

    static boolean take(Cursor cursor, PatientDraft draft) {
        return took(PregnancyPhrases.take(cursor, draft), Before.FACT, draft)
                || took(AgePhrases.take(cursor, draft), Before.PERSON, draft)
                || took(PERSON.take(cursor, draft), Before.PERSON, draft)
                || took(LASTING.take(cursor, draft), Before.ILLNESS, draft)
                || took(FACTS.take(cursor, draft), Before.FACT, draft)
                || LINKS.take(cursor, draft);
    }

    /// What can be denied: "not on contraception", "not smoking".
    static boolean takeFact(Cursor cursor) {
        PatientDraft aside = new PatientDraft();
        return PregnancyPhrases.take(cursor, aside)
                || LASTING.take(cursor, aside)
                || FACTS.take(cursor, aside);
    }

    private static boolean took(boolean taken, Before kind, PatientDraft draft) {
        if (taken) {
            draft.said(kind);
        }
        return taken;
    }

    private static void weights() {
        String some = NUMBER + "\\s*(?:" + KG + "|lbs?|pounds?|g|grams)";
        PERSON.add(
                "(?:lost|gained|(?:weight )?(?:loss|gain)(?: of)?|birth ?weight:?)\\s*"
                        + some
                        + "|"
                        + some
                        + " (?:(?:weight )?(?:loss|gain)|lost|gained|at birth)",
                (draft, m) -> draft.unread(m.group()));
        PERSON.add(
                WEIGHT + NUMBER + "\\s*" + KG,
                (draft, m) -> draft.weight(Numbers.least(m.group(1)), m.group()));
        PERSON.add(
                WEIGHT + NUMBER + "\\s*g(?:rams)?",
                (draft, m) -> draft.weight(parse(m.group(1)) / 1000, m.group()));
        PERSON.add(
                WEIGHT + NUMBER + "\\s*(?:lbs?|pounds?|libras?)(?:\\s*" + NUMBER + "\\s*oz)?",
                (draft, m) -> {
                    double ounces = m.group(2) == null ? 0 : parse(m.group(2));
                    draft.weight(parse(m.group(1)) * POUND + ounces * OUNCE, m.group());
                });
    }

    private static void smoking() {
        LASTING.add(
                "non[- ]?smoker|(?:does )?not smok(?:e|ing)|not a smoker|never"
                        + " smoked|(?:ex|former)[- ]smoker|(?:stopped|quit) smoking",
                (d, _) -> d.smoker(false));
        LASTING.add("(?:heavy |current )?smok(?:er|es|ing)", (d, _) -> d.smoker(true));
    }

    private static void groups() {
        PERSON.add("madre lactante", (d, _) -> d.lactating(true));
        PERSON.add(
                "(?:mother|woman) of (?:an? )?(?:newborn|neonate|infant|baby)|mother|madre",
                (d, _) -> d.sex(Sex.FEMALE));
        group(
                "(?:preterm |premature |(?:full[- ])?term )?(?:neonates?|newborns?)|recién"
                        + " nacid[oa]|trẻ sơ sinh",
                0,
                28 / DAYS_A_YEAR);
        group("infant|baby|lactante|bebé|trẻ nhũ nhi", 0, 2);
        group("toddler", 1, 4);
        group("adolescent|teenager|adolescente", 12, 18);
        group("adult|adult[oa]|người lớn", 18, OLDEST);
        group(
                "elderly|older adult|old(?:er)? (?:patient|person)|ancian[oa]|người cao tuổi",
                65,
                OLDEST);
        person("woman|adult woman|adult female|lady|mujer|señora|phụ nữ", Sex.FEMALE, 18, OLDEST);
        person("elderly woman|old woman", Sex.FEMALE, 65, OLDEST);
        person("man|adult man|adult male|gentleman|hombre|señor|đàn ông", Sex.MALE, 18, OLDEST);
        person("elderly man|old man", Sex.MALE, 65, OLDEST);
        person("girl|niña|bé gái", Sex.FEMALE, 0, 18);
        person("boy|niño|bé trai", Sex.MALE, 0, 18);
        group("child|paediatric|pediatric|schoolchild|trẻ em|trẻ|bé", 0, 12);
        PERSON.add("female|nữ", (d, _) -> d.sex(Sex.FEMALE));
        PERSON.add("male|varón|nam", (d, _) -> d.sex(Sex.MALE));
    }

    private static void group(String pattern, double from, double below) {
        PERSON.add(pattern, (d, _) -> d.ageGroup(from, below));
    }

    private static void person(String pattern, Sex sex, double from, double below) {
        PERSON.add(
                pattern,
                (d, _) -> {
                    d.sex(sex);
                    d.ageGroup(from, below);
                });
    }
}
