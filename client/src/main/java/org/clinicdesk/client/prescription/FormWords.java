package org.clinicdesk.client.prescription;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What doctors write for the form of a medicine, in Spanish and Vietnamese, as the list of medicines has it.
final class FormWords {

    /// Longer ones first: "viên nang" is a capsule, "viên" a tablet. Without accents, as they are compared.
    private static final Map<String, List<String>> FORMS = new LinkedHashMap<>();

    static {
        form("capsule", "vien nang", "capsulas?", "nang");
        form("suppository", "vien dat", "thuoc dat", "supositorios?", "dat");
        form("effervescent", "vien sui", "efervescentes?", "sui");
        form("sublingual", "vien ngam", "sublinguales?", "ngam");
        form("tablet", "vien nen", "vien", "comp", "comprimidos?", "tabletas?", "grageas?");
        form("syrup|oral", "jarabes?", "siro", "si ro");
        form("suspension", "hon dich", "suspension");
        form("eye", "thuoc nho mat", "nho mat", "colirios?", "gotas oftalmicas");
        form("drops", "nho giot", "gotas", "giot");
        form("spray", "xit mui", "nebulizador nasal");
        form("inhaler|inhalation|spray", "binh xit", "xit", "inhalador(?:es)?", "aerosol");
        form("inhalation", "khi dung", "nebulizacion");
        form("oral|granules|powder", "goi", "sobres?");
        form("injection", "thuoc tiem", "tiem", "inyectables?", "inyeccion", "ampollas?", "vial");
        form("ointment|cream", "thuoc mo", "pomada", "unguento");
        form("cream", "kem", "crema");
        form("patch", "mieng dan", "parches?");
        form("solution", "dung dich", "solucion");
        form("powder", "bot", "polvo");
    }

    private FormWords() {}

    private static void form(String english, String... written) {
        var words = "(?<=\\s)(?:" + String.join("|", written) + ")(?=\\s|$)";
        FORMS.put(words, List.of(english.split("\\|")));
    }

    /// What to look for, the likeliest first: with the form as the list has it, as it was typed, without the form. Only what
    /// was typed where that names none.
    static List<String> tries(String typed) {
        var text = Shorthand.fold(typed);
        for (var form : FORMS.entrySet()) {
            var found = Pattern.compile(form.getKey()).matcher(text);
            if (found.find()) {
                var tries = new ArrayList<String>();
                form.getValue().forEach(english -> tries.add(found.replaceFirst(english)));
                tries.add(typed);
                tries.add(found.replaceFirst("").replaceAll("\\s+", " ").strip());
                return tries;
            }
        }
        return List.of(typed);
    }
}
