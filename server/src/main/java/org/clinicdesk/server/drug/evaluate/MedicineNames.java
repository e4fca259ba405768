package org.clinicdesk.server.drug.evaluate;

import org.clinicdesk.server.drug.Ingredient;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.Medicine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Names of medicines: an ingredient, with or without its salt, or several joined by + or /.
final class MedicineNames {
    record Named(String text, List<String> ingredients) {}

    private static final Pattern JOINED = Pattern.compile("\\s*[+/]\\s*|\\s+and\\s+");

    private static final Pattern SEPARATED = Pattern.compile("[,;]");

    /// Left off at the end of a name that is not known with it.
    private static final Set<String> SALTS =
            Set.of(
                    "acetat",
                    "acetate",
                    "acetato",
                    "anhydrous",
                    "axetil",
                    "benzoate",
                    "besilate",
                    "besilato",
                    "besylat",
                    "besylate",
                    "bisulfate",
                    "bitartrate",
                    "bromhidrato",
                    "bromid",
                    "bromide",
                    "bromuro",
                    "calci",
                    "calcium",
                    "caproate",
                    "carbonate",
                    "chloride",
                    "cipionate",
                    "citrat",
                    "citrate",
                    "citrato",
                    "clorhidrato",
                    "clorid",
                    "cypionate",
                    "cálcico",
                    "decanoate",
                    "dihidrato",
                    "dihydrate",
                    "dihydrochloride",
                    "dipropionate",
                    "disodium",
                    "embonate",
                    "enanthate",
                    "esilate",
                    "estolate",
                    "etexilate",
                    "ethylsuccinate",
                    "fosfato",
                    "fumarat",
                    "fumarate",
                    "fumarato",
                    "furoate",
                    "gluconate",
                    "hcl",
                    "hemihydrate",
                    "hemisulfate",
                    "hexahydrate",
                    "hidrocloruro",
                    "hydrobromid",
                    "hydrobromide",
                    "hydrochlorid",
                    "hydrochloride",
                    "hydroclorid",
                    "kali",
                    "lactate",
                    "lactobionate",
                    "magnesium",
                    "magnésico",
                    "maleat",
                    "maleate",
                    "maleato",
                    "medoxomil",
                    "mesilate",
                    "mesilato",
                    "mesylat",
                    "mesylate",
                    "monohidrato",
                    "monohydrate",
                    "natri",
                    "nicotinate",
                    "nitrate",
                    "nitrato",
                    "oxalate",
                    "palmitate",
                    "pamoate",
                    "pentahydrate",
                    "phosphat",
                    "phosphate",
                    "pivalate",
                    "potassium",
                    "potásico",
                    "propionate",
                    "proxetil",
                    "sodium",
                    "stearate",
                    "succinat",
                    "succinate",
                    "succinato",
                    "sulfat",
                    "sulfate",
                    "sulfato",
                    "sulphate",
                    "sódico",
                    "tartrat",
                    "tartrate",
                    "tartrato",
                    "tetrahydrate",
                    "tosilate",
                    "trihidrato",
                    "trihydrate",
                    "undecanoate",
                    "valerate",
                    "xinafoate");

    private final Knowledge knowledge;

    MedicineNames(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// Whether the whole text is the name of one ingredient or product.
    boolean single(String text) {
        return ingredient(text).isPresent() || product(text).isPresent();
    }

    Optional<Named> find(String text) {
        Optional<Ingredient> whole = ingredient(text);
        if (whole.isPresent()) {
            return Optional.of(new Named(text, List.of(whole.get().inn())));
        }
        List<String> combined = knowledge.combination(text);
        if (!combined.isEmpty()) {
            return Optional.of(new Named(text, combined));
        }
        List<String> inns = new ArrayList<>();
        for (String part : JOINED.split(text)) {
            Optional<Ingredient> ingredient = ingredient(part);
            if (ingredient.isEmpty()) {
                return Optional.empty();
            }
            inns.add(ingredient.get().inn());
        }
        return inns.isEmpty() ? Optional.empty() : Optional.of(new Named(text, inns));
    }

    /// A product by its whole name.
    Optional<Medicine> product(String text) {
        return knowledge.productNamed(text);
    }

    private Optional<Ingredient> ingredient(String name) {
        Optional<Ingredient> whole = knowledge.ingredient(name);
        int blank = name.lastIndexOf(' ');
        if (whole.isPresent()
                || blank < 0
                // Else "enalapril, potassium chloride" would be a salt of enalapril.
                || SEPARATED.matcher(name).find()
                || !SALTS.contains(name.substring(blank + 1).toLowerCase(Locale.ROOT))) {
            return whole;
        }
        return ingredient(name.substring(0, blank).strip());
    }
}
