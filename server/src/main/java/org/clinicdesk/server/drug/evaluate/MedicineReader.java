package org.clinicdesk.server.drug.evaluate;

import org.clinicdesk.server.drug.Conditions;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.Medicine;
import org.clinicdesk.server.drug.Quantity;
import org.clinicdesk.server.drug.Unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a medicine with its dose, route, frequency, duration and indication: "paracetamol 1 g oral every 3 hours".
final class MedicineReader {
    /// @param patient what was said of the patient in between: "in eGFR 50"
    record Reading(List<MedicineDraft> medicines, List<String> patient) {}

    private static final Pattern LIST = Pattern.compile("\\s*;\\s*|\\s*,\\s+|\\s+\\+\\s+");
    private static final Pattern NEXT = Cursor.phrase("with|and|plus|together with|\\+|&|,|;");
    private static final Pattern OF_PATIENT = Cursor.phrase("in(?: an?)?|patient:?");
    private static final Pattern PART = Pattern.compile("([0-9.]+) (m?g)");
    private static final int MOST_PRODUCTS = 50;
    private static final Pattern FOR = Cursor.phrase("for|indication:?|because of|against");
    private static final Pattern NONE =
            Pattern.compile("(?iu)none|nil|no|nothing|no medicines?|[-–—]+|ninguno|ninguna|không");
    private static final Pattern NOT = Cursor.phrase("not\\b.*|no\\b.*");

    private final Knowledge knowledge;
    private final MedicineNames names;

    MedicineReader(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.names = new MedicineNames(knowledge);
    }

    /// The medicines of a list, separated by commas, semicolons or a plus with blanks around.
    List<MedicineDraft> list(String text) {
        if (names.single(text)) {
            return read(text).medicines();
        }
        List<MedicineDraft> medicines = new ArrayList<>();
        for (String part : LIST.split(text.strip())) {
            if (!part.isBlank() && !NONE.matcher(part).matches()) {
                medicines.addAll(read(part).medicines());
            }
        }
        return medicines;
    }

    /// One order; what is given "with" it is a medicine of its own.
    Reading read(String text) {
        List<MedicineDraft> medicines = new ArrayList<>();
        List<String> patient = new ArrayList<>();
        medicines.add(new MedicineDraft());
        Cursor cursor = new Cursor(text);
        boolean follows = false;
        while (!cursor.atEnd()) {
            MedicineDraft draft = medicines.getLast();
            if (understood(cursor, draft) || next(cursor, medicines)) {
                follows = false;
            } else if (!draft.empty() && cursor.take(OF_PATIENT) != null) {
                patient.add(cursor.takeRest());
            } else {
                draft.unknown(cursor.takeWord(), follows);
                follows = true;
            }
        }
        medicines.forEach(this::split);
        return new Reading(medicines.stream().filter(m -> !m.empty()).toList(), patient);
    }

    /// "co-trimoxazole 960 mg" is all that a tablet holds: what each part of it is, tell the products.
    private void split(MedicineDraft draft) {
        if (draft.ofSeveral()) {
            List<List<Quantity>> strengths =
                    knowledge
                            .searchMedicines(String.join(" ", draft.ingredients()), MOST_PRODUCTS)
                            .stream()
                            .filter(product -> product.ingredients().equals(draft.ingredients()))
                            .map(product -> parts(product.strength()))
                            .filter(draft::sums)
                            .distinct()
                            .toList();
            if (strengths.size() == 1) {
                draft.split(strengths.getFirst());
            }
        }
    }

    /// Of a strength such as "800 mg + 160 mg"; empty for any other.
    private static List<Quantity> parts(String strength) {
        List<Quantity> parts = new ArrayList<>();
        for (String part : strength.split(" \\+ ")) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                return List.of();
            }
            double value = Double.parseDouble(matcher.group(1));
            parts.add(new Quantity(value, matcher.group(2).equals("g") ? Unit.GRAM : Unit.MG));
        }
        return parts;
    }

    private boolean understood(Cursor cursor, MedicineDraft draft) {
        if (!draft.named() && name(cursor, draft)) {
            return true;
        }
        String bracket = cursor.takeBracket();
        if (bracket != null) {
            bracket(bracket, draft);
            return true;
        }
        return DosePhrases.take(cursor, draft) || indication(cursor, draft);
    }

    /// Another medicine that is given "with" the last one.
    private boolean next(Cursor cursor, List<MedicineDraft> medicines) {
        int place = cursor.place();
        MedicineDraft next = new MedicineDraft();
        if (!medicines.getLast().empty() && cursor.take(NEXT) != null && name(cursor, next)) {
            medicines.add(next);
            return true;
        }
        cursor.back(place);
        return false;
    }

    private boolean name(Cursor cursor, MedicineDraft draft) {
        Optional<MedicineNames.Named> named = cursor.takeName(names::find);
        named.ifPresent(found -> draft.name(found.text(), found.ingredients()));
        if (named.isPresent()) {
            return true;
        }
        Optional<Medicine> product = cursor.takeName(names::product);
        product.ifPresent(found -> draft.product(found.id(), found.name()));
        return product.isPresent();
    }

    private void bracket(String inner, MedicineDraft draft) {
        Optional<Conditions.Condition> condition = knowledge.conditions().named(inner);
        if (condition.isPresent()) {
            draft.indication(condition.get().id());
            return;
        }
        Cursor cursor = new Cursor(inner);
        if (cursor.take(NOT) != null) {
            draft.unread("(" + inner + ")");
            return;
        }
        while (!cursor.atEnd()) {
            if (!DosePhrases.take(cursor, draft)
                    && !indication(cursor, draft)
                    && cursor.take(NEXT) == null) {
                draft.unread("(" + inner + ")");
                return;
            }
        }
    }

    private boolean indication(Cursor cursor, MedicineDraft draft) {
        if (cursor.take(FOR) == null) {
            return false;
        }
        Optional<Conditions.Condition> condition = cursor.takeName(knowledge.conditions()::named);
        condition.ifPresentOrElse(
                found -> draft.indication(found.id()),
                () -> draft.unread("for " + cursor.takeWord()));
        return true;
    }
}
