package org.clinicdesk.server.drug.evaluate;

import static org.clinicdesk.server.drug.evaluate.Numbers.NUMBER;
import static org.clinicdesk.server.drug.evaluate.Numbers.RANGE;
import static org.clinicdesk.server.drug.evaluate.Numbers.parse;

import org.clinicdesk.server.drug.LabResult;
import org.clinicdesk.server.drug.Labs;
import org.clinicdesk.server.drug.Range;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads results: "eGFR 22", "potassium 5.9 mmol/l", "ALT 5x ULN", "INR 2.4 30 days ago", "CKD 4".
final class LabPhrases {
    private static final Pattern FILTRATION =
            Cursor.phrase(
                    "(?:egfr|gfr|crcl|creatinine clearance|cl ?cr)\\s*(?:of|is|=|:)?\\s*"
                            + RANGE
                            + "(?:\\s*ml/min(?:/1\\.73\\s*m(?:2|²|\\^2))?)?");
    private static final Pattern STAGE =
            Cursor.phrase(
                    "(?:ckd|chronic kidney disease|(?:enfermedad|insuficiencia) renal"
                        + " cr[oó]nica|erc|(?:bệnh|suy) thận mạn)(?:,? (?:stage|estadio|grado|giai"
                        + " đoạn|độ)| g)?\\s*([1-5]|iv|i{1,3}|v)([ab])?");
    private static final Pattern PRESSURE =
            Cursor.phrase(
                    "(?:bp|blood pressure)\\s*(?:of|is|=|:)?\\s*(\\d+)\\s*/\\s*\\d+(?:\\s*mm"
                            + " ?hg)?");
    private static final Pattern AGO =
            Cursor.phrase("[(,]?\\s*" + NUMBER + "\\s*(day|week|month|year)s? (ago|old)\\)?");
    private static final Pattern UNIT =
            Pattern.compile("(?:[x×]\\s?)?10[\\^*][^\\s,;()]*|[a-zµμ%°/][^\\s,;()]*|%");
    private static final String ULN = "_uln";
    private static final Pattern TIMES = Pattern.compile("^[x×]\\s?");

    private final Labs labs;
    private final Pattern result;

    LabPhrases(Labs labs) {
        this.labs = labs;
        String names =
                labs.all().stream()
                        .flatMap(lab -> lab.names().stream())
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .distinct()
                        .sorted((a, b) -> b.length() - a.length())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
        result =
                Cursor.phrase(
                        "(?:(?:serum|plasma|blood|corrected|adjusted|total|last|latest|current|trough|random|fasting)"
                            + " )?("
                                + (names.isEmpty() ? "(?!)" : names)
                                + ")\\s*(?:level|count)?\\s*(?:of|is|=|:)?\\s*"
                                + RANGE
                                + "(\\s*(?:x|×|times)\\s*(?:the )?(?:uln|upper limit(?: of"
                                + " normal)?))?");
    }

    /// @param after whether the phrase before was a result, which may be told to be old
    boolean take(Cursor cursor, PatientDraft draft, boolean after) {
        return after && age(cursor, draft)
                || filtration(cursor, draft)
                || stage(cursor, draft)
                || pressure(cursor, draft)
                || result(cursor, draft);
    }

    private static boolean filtration(Cursor cursor, PatientDraft draft) {
        MatchResult match = cursor.take(FILTRATION);
        if (match != null) {
            Range value = Numbers.range(match.group(1), match.group(2), match.group(3));
            draft.result(new LabResult("egfr", value, 0));
        }
        return match != null;
    }

    /// KDIGO stages of chronic kidney disease.
    private static boolean stage(Cursor cursor, PatientDraft draft) {
        MatchResult match = cursor.take(STAGE);
        if (match == null) {
            return false;
        }
        Range value =
                switch (match.group(1)) {
                    case "1", "i" -> Range.below(90, 200);
                    case "2", "ii" -> Range.below(60, 90);
                    case "3", "iii" ->
                            "a".equals(match.group(2))
                                    ? Range.below(45, 60)
                                    : Range.below(30, "b".equals(match.group(2)) ? 45 : 60);
                    case "4", "iv" -> Range.below(15, 30);
                    default -> Range.below(0, 15);
                };
        draft.result(new LabResult("egfr", value, 0));
        return true;
    }

    private static boolean pressure(Cursor cursor, PatientDraft draft) {
        MatchResult match = cursor.take(PRESSURE);
        if (match != null) {
            Range value = Range.exactly(parse(match.group(1)));
            draft.result(new LabResult("systolic_bp", value, 0));
        }
        return match != null;
    }

    private boolean result(Cursor cursor, PatientDraft draft) {
        MatchResult match = cursor.take(result);
        if (match == null) {
            return false;
        }
        Labs.Lab lab = labs.named(match.group(1)).orElseThrow();
        Range value = Numbers.range(match.group(2), match.group(3), match.group(4));
        if (match.group(5) != null) {
            inUpperLimits(lab, value, match, draft);
        } else {
            draft.result(new LabResult(lab.id(), inUnit(cursor, lab, value), 0));
        }
        return true;
    }

    private void inUpperLimits(Labs.Lab lab, Range value, MatchResult match, PatientDraft draft) {
        labs.byId(lab.id().endsWith(ULN) ? lab.id() : lab.id() + ULN)
                .ifPresentOrElse(
                        uln -> draft.result(new LabResult(uln.id(), value, 0)),
                        () -> draft.unread(match.group()));
    }

    /// A unit that is not known is left, to be said.
    private static Range inUnit(Cursor cursor, Labs.Lab lab, Range value) {
        Optional<Double> factor =
                cursor.takeName(word ->
                        UNIT.matcher(word.toLowerCase(Locale.ROOT)).matches()
                                ? Labs.convert(lab, 1, TIMES.matcher(word).replaceFirst(""))
                                : Optional.empty());
        return factor.map(value::times).orElseGet(() -> inUsualUnit(lab, value));
    }

    /// Without a unit a number that no living person has in the unit of the rules is one in the other usual unit:
    /// creatinine 4.5 is in mg/dl, platelets 30,000 are in a µl.
    private static Range inUsualUnit(Labs.Lab lab, Range value) {
        String other =
                switch (lab.id()) {
                    case "creatinine", "urate" -> value.max() < 25 ? "mg/dL" : "";
                    case "triglycerides" -> value.min() > 100 ? "mg/dL" : "";
                    case "calcium" -> value.min() > 5 ? "mg/dL" : "";
                    case "glucose" -> value.min() > 35 ? "mg/dL" : "";
                    case "haemoglobin" -> value.min() > 30 ? "g/L" : "";
                    case "platelets" -> value.min() >= 2_000 ? "/uL" : "";
                    case "anc", "wbc" -> value.min() >= 200 ? "/uL" : "";
                    default -> "";
                };
        return Labs.convert(lab, 1, other).map(value::times).orElse(value);
    }

    private static boolean age(Cursor cursor, PatientDraft draft) {
        int place = cursor.place();
        MatchResult match = cursor.take(AGO);
        boolean somebody = match != null && draft.apart() && match.group(3).equals("old");
        if (somebody) {
            cursor.back(place);
            return false;
        }
        if (match != null) {
            int days =
                    switch (match.group(2)) {
                        case "day" -> 1;
                        case "week" -> 7;
                        case "month" -> 30;
                        default -> 365;
                    };
            draft.resultAge((int) (days * parse(match.group(1))));
        }
        return match != null;
    }
}
