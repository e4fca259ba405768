package org.clinicdesk.server.drug.evaluate;

import org.clinicdesk.server.drug.Agent;
import org.clinicdesk.server.drug.Conditions;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.KnownAllergy;
import org.clinicdesk.server.drug.evaluate.AgePhrases.Before;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads a patient: "woman 34 y, 62 kg, pregnant 10 weeks, asthma, potassium 5.9, allergy codeine (anaphylaxis)".
final class PatientReader {
    private static final Pattern ALLERGY =
            Cursor.phrase(
                    "(?:(?:drug )?allerg(?:y|ic|ies)|hypersensitiv(?:e|ity)|adverse)(?: (?:drug"
                        + " )?reactions?)?(?: to)?:?|(?:alergia|al[eé]rgic[oa])(?: (?:a|al))?(?:"
                        + " (?:la|el|los|las))?:?|dị ứng(?: với)?:?");
    private static final Pattern INTOLERANCE =
            Cursor.phrase("(?:intoleran(?:ce|t)|side effect)(?: to| of| with)?:?");
    private static final Pattern ALLERGY_AFTER =
            Cursor.phrase("allerg(?:y|ic|ies)|hypersensitiv(?:ity|e)");
    private static final Pattern INTOLERANCE_AFTER = Cursor.phrase("intoleran(?:ce|t)");
    private static final Pattern TOLERATES =
            Cursor.phrase("(?:has )?tolerate[sd]?(?: since)?:?|tolera(?:ting|tion|nce)(?: of)?:?");
    private static final Pattern DENIED =
            Cursor.phrase(
                    "(?:without|no|not|denies|negative for)(?: known)?(?: (?:any |a )?(?:previous"
                            + " |prior )?history of)?");
    private static final Pattern COMMA = Cursor.phrase(",");
    private static final Pattern AND = Pattern.compile("\\s+(?:and|&)\\s+(?![^(]*\\))");
    private static final Pattern REACTION_TO =
            Cursor.phrase(
                    "(?:(?:history of|previous|prior|past) )?([^,;()]{3,60}?) (?:reaction"
                            + " )?(?:to|with|from|after|due to|caused by) (?!\\d)");
    private static final Pattern TWO_WORDS = Cursor.phrase("(\\p{L}{3,})/(\\p{L}{3,})");
    private static final Pattern ALLERGIC = Pattern.compile("(?i)(?<=\\p{L}{3})-(?=allerg)");
    private static final Pattern GLUED =
            Pattern.compile(
                    "(?i)(?<=\\d)-?(?=(?:ms|msec|mg/dl|mmol/l|[uµμ]mol/l|meq/l|u/l|iu/l)\\b)|(?<=\\d)-(?=kg\\b)");
    private static final Pattern SEPARATOR = Cursor.phrase("[,;]+");
    private static final Pattern STOP = Pattern.compile("[,;.]$");

    /// Of somebody else: none of it is the patient's. A "mother of a newborn" is the patient.
    private static final Pattern RELATIVE =
            Cursor.phrase(
                    "(?:(?:his|her|their) )?(?:family history of|family|(?:mother|father|parents?"
                        + "|brother|sister|siblings?|son|daughter|aunt|uncle|cousin|husband|wife|grand(?:mother|father|parents?))(?:'s)?)(?!"
                        + " of\\b| ?[,;.)]| ?$)");

    private static final Pattern TAKES = Cursor.phrase("on|takes|taking|uses|using|current(?:ly)?");

    private final Knowledge knowledge;
    private final MedicineReader medicines;
    private final AllergyReader allergies;
    private final LabPhrases labs;

    PatientReader(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.medicines = new MedicineReader(knowledge);
        this.allergies = new AllergyReader(knowledge);
        this.labs = new LabPhrases(knowledge.labs());
    }

    void read(String text, PatientDraft draft) {
        read(text, draft, Before.PERSON);
    }

    /// What stands in an order: "in eGFR 50"; "in 3 days" is no age.
    void readAside(String text, PatientDraft draft) {
        read(text, draft, Before.ILLNESS);
    }

    private void read(String text, PatientDraft draft, Before start) {
        draft.said(start);
        Cursor cursor = new Cursor(spaced(text));
        StringBuilder unread = new StringBuilder();
        while (!cursor.atEnd()) {
            if (phrase(cursor, draft)) {
                flush(unread, draft);
            } else {
                unread.append(unread.isEmpty() ? "" : " ").append(cursor.takeWord());
                draft.said(Before.ILLNESS);
                if (STOP.matcher(unread).find()) {
                    draft.comma();
                }
            }
        }
        flush(unread, draft);
    }

    /// With blanks where a unit or a word is typed on to what stands before: "520ms", "penicillin-allergic".
    private static String spaced(String text) {
        return ALLERGIC.matcher(GLUED.matcher(text).replaceAll(" ")).replaceAll(" ");
    }

    private static void flush(StringBuilder unread, PatientDraft draft) {
        if (!unread.isEmpty()) {
            draft.unread(unread.toString().replaceFirst("[,;]$", ""));
            unread.setLength(0);
        }
    }

    private boolean phrase(Cursor cursor, PatientDraft draft) {
        if (cursor.take(SEPARATOR) != null) {
            draft.comma();
            return true;
        }
        boolean afterResult = draft.before() == Before.RESULT;
        return said(deniedAllergy(cursor) || allergy(cursor, draft), Before.FACT, draft)
                || said(PregnancyPhrases.takeWeeks(cursor, draft), Before.FACT, draft)
                || said(labs.take(cursor, draft, afterResult), Before.RESULT, draft)
                || said(condition(cursor, draft), Before.ILLNESS, draft)
                || said(relative(cursor, draft), Before.FACT, draft)
                || BodyPhrases.take(cursor, draft)
                || said(denied(cursor, draft), Before.ILLNESS, draft)
                || said(medicine(cursor, draft), Before.FACT, draft);
    }

    private static boolean said(boolean taken, Before kind, PatientDraft draft) {
        if (taken) {
            draft.said(kind);
        }
        return taken;
    }

    private boolean allergy(Cursor cursor, PatientDraft draft) {
        if (cursor.take(ALLERGY) != null) {
            allergies(cursor, KnownAllergy.Type.ALLERGY, draft);
            return true;
        }
        if (cursor.take(INTOLERANCE) != null) {
            allergies(cursor, KnownAllergy.Type.INTOLERANCE, draft);
            return true;
        }
        if (cursor.take(TOLERATES) != null) {
            draft.tolerates(cursor.takeClause());
            return true;
        }
        return namedAllergy(cursor, draft) || reactionTo(cursor, draft);
    }

    /// "penicillin and sulfa, latex": more allergens as long as each is one.
    private void allergies(Cursor cursor, KnownAllergy.Type type, PatientDraft draft) {
        List<String> parts = new ArrayList<>(List.of(cursor.takeClause()));
        int place = cursor.place();
        while (cursor.take(COMMA) != null && isAgent(cursor.takeClause(), parts)) {
            place = cursor.place();
        }
        cursor.back(place);
        parts.stream()
                .flatMap(part -> Arrays.stream(AND.split(part)))
                .forEach(part -> allergy(part, type, draft));
    }

    private boolean isAgent(String clause, List<String> parts) {
        String name = clause.replaceAll("\\([^()]*\\)", "").strip();
        return knowledge.agentNamed(name, true).isPresent() && parts.add(clause);
    }

    /// "anaphylaxis to amoxicillin", "angioedema with enalapril".
    private boolean reactionTo(Cursor cursor, PatientDraft draft) {
        int place = cursor.place();
        MatchResult match = cursor.take(REACTION_TO);
        if (match != null && allergies.isReaction(match.group(1))) {
            String allergen = cursor.takeClause();
            AllergyReader.Reading reading =
                    allergies.read(
                            allergen + " (" + match.group(1) + ")", KnownAllergy.Type.ALLERGY);
            if (reading.allergies().stream().noneMatch(a -> a.agent().isEmpty())) {
                add(reading, draft);
                return true;
            }
        }
        cursor.back(place);
        return false;
    }

    /// "penicillin allergy", "penicillin rash", "penicillin (de-labelled)".
    private boolean namedAllergy(Cursor cursor, PatientDraft draft) {
        int place = cursor.place();
        Optional<Agent> agent = cursor.takeName(name -> knowledge.agentNamed(name, true));
        if (agent.isPresent()) {
            boolean allergic = cursor.take(ALLERGY_AFTER) != null;
            if (allergic || cursor.take(INTOLERANCE_AFTER) != null) {
                String bracket = cursor.takeBracket();
                String notes = bracket == null ? cursor.takeClause() : bracket;
                String reaction = notes.isBlank() ? "" : " (" + notes + ")";
                allergy(
                        agent.get().name() + reaction,
                        allergic ? KnownAllergy.Type.ALLERGY : KnownAllergy.Type.INTOLERANCE,
                        draft);
                return true;
            }
        }
        if (agent.isPresent()) {
            String bracket = cursor.takeBracket();
            String reaction =
                    bracket == null
                            ? cursor.takeClause().replaceFirst("^(?:-|–)?induced ", "")
                            : bracket;
            if (allergies.isReaction(reaction) || allergies.isNone(reaction)) {
                allergy(
                        agent.get().name() + " (" + reaction + ")",
                        KnownAllergy.Type.ALLERGY,
                        draft);
                return true;
            }
        }
        cursor.back(place);
        return false;
    }

    private void allergy(String text, KnownAllergy.Type type, PatientDraft draft) {
        add(allergies.read(text, type), draft);
    }

    private static void add(AllergyReader.Reading reading, PatientDraft draft) {
        reading.allergies().forEach(draft::allergy);
        reading.unread().forEach(draft::unread);
    }

    /// "no asthma", "without aura": said not to be so. What else is denied is not read, nor is it read without the "not".
    private boolean denied(Cursor cursor, PatientDraft draft) {
        int place = cursor.place();
        if (cursor.take(DENIED) != null) {
            if (cursor.takeName(knowledge.conditions()::named).isPresent()) {
                return true;
            }
            if (BodyPhrases.takeFact(cursor)) {
                draft.unread(cursor.since(place));
                return true;
            }
        }
        cursor.back(place);
        return false;
    }

    /// "no penicillin allergy", "not allergic to penicillin": said not to be so. Of an allergen that is not known nobody
    /// can tell where the denial ends.
    private boolean deniedAllergy(Cursor cursor) {
        int place = cursor.place();
        if (cursor.take(DENIED) != null) {
            boolean before = cursor.take(ALLERGY) != null;
            boolean named = cursor.takeName(name -> knowledge.agentNamed(name, true)).isPresent();
            if (named && (before || cursor.take(ALLERGY_AFTER) != null)) {
                return true;
            }
        }
        cursor.back(place);
        return false;
    }

    private boolean condition(Cursor cursor, PatientDraft draft) {
        Optional<Conditions.Condition> condition = cursor.takeName(knowledge.conditions()::named);
        condition.ifPresent(found -> draft.condition(found.id()));
        return condition.isPresent() || twoConditions(cursor, draft);
    }

    /// "asthma/COPD".
    private boolean twoConditions(Cursor cursor, PatientDraft draft) {
        int place = cursor.place();
        MatchResult words = cursor.take(TWO_WORDS);
        if (words != null) {
            Optional<Conditions.Condition> one = knowledge.conditions().named(words.group(1));
            Optional<Conditions.Condition> other = knowledge.conditions().named(words.group(2));
            if (one.isPresent() && other.isPresent()) {
                draft.condition(one.get().id());
                draft.condition(other.get().id());
                return true;
            }
        }
        cursor.back(place);
        return false;
    }

    /// "mother allergic to penicillin", "family history of asthma": said not to be read.
    private static boolean relative(Cursor cursor, PatientDraft draft) {
        MatchResult who = cursor.take(RELATIVE);
        if (who != null) {
            draft.unread(who.group() + " " + cursor.takeClause());
        }
        return who != null;
    }

    private boolean medicine(Cursor cursor, PatientDraft draft) {
        MatchResult takes = cursor.take(TAKES);
        if (takes == null) {
            return false;
        }
        medicines.list(cursor.takeClause()).forEach(draft::medicine);
        return true;
    }
}
