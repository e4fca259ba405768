package org.clinicdesk.server.drug;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the forms of medicines are called in Spanish and Vietnamese, and in short.
final class FormWords {
    private static final Map<String, List<String>> WORDS = new LinkedHashMap<>();

    static {
        of("tablet", "comprimidos comprimido tabletas pastillas viên nén");
        of("capsule", "cápsulas viên nang");
        of("syrup", "jarabe siro sirô xirô");
        of("oral suspension", "suspensión jarabe hỗn dịch siro");
        of("oral solution", "solución jarabe dung dịch uống siro");
        of("oral drops", "gotas giọt");
        of("suppository", "supositorios viên đặt");
        of("vaginal", "óvulos vaginales viên đặt âm đạo");
        of("inhaler", "inhalador aerosol puff bình xịt hít");
        of("inhalation powder", "inhalador polvo puff bột hít");
        of("inhalation s", "nebulización nebulizador khí dung");
        of("nasal spray", "nebulizador xịt mũi");
        of("eye drops", "colirio gotas thuốc nhỏ mắt");
        of("ear drops", "gotas óticas thuốc nhỏ tai");
        of("eye ointment", "oftálmica mỡ tra mắt");
        of("ointment", "pomada ungüento thuốc mỡ");
        of("cream", "crema kem bôi");
        of("gel", "gel bôi");
        of("patch", "parches miếng dán");
        of("injection", "inyectable inyección ampollas vial thuốc tiêm ống lọ");
        of("infusion", "infusión inyectable truyền chai lọ");
        of("powder", "polvo sobres bột gói");
        of("granules", "granulado sobres cốm gói");
        of("effervescent", "efervescentes viên sủi");
        of("chewable", "masticables viên nhai");
        of("sublingual", "sublinguales ngậm dưới lưỡi");
        of("prolonged-release", "retard liberación prolongada phóng thích kéo dài");
        of("enema", "enema thụt");
        of("lozenge", "pastillas viên ngậm");
    }

    /// Each of them, without the s of the plural.
    private static final Set<String> ALL =
            WORDS.entrySet().stream()
                    .flatMap(entry ->
                            Stream.concat(
                                    Stream.of(entry.getKey().split(" ")),
                                    entry.getValue().stream()))
                    .map(Names::singular)
                    .collect(Collectors.toSet());

    private FormWords() {}

    private static void of(String form, String words) {
        WORDS.put(form, List.of(words.split(" ")));
    }

    /// What else a form is called, "jarabe" of a syrup.
    static List<String> of(String form) {
        return WORDS.entrySet().stream()
                .filter(entry -> form.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .distinct()
                .toList();
    }

    /// A text without words that are said of forms: "omeprazole 20 mg" of "omeprazole 20 mg tablet".
    static String without(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !ALL.contains(Names.singular(word)))
                .collect(Collectors.joining(" "));
    }
}
