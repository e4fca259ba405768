package org.clinicdesk.server.drug;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The shipped knowledge, and short ways to say who takes what and what is ordered.
final class DrugFixture {
    static final Knowledge KNOWLEDGE = Knowledge.load();
    static final PatientFacts NOTHING_KNOWN = new PatientFacts(List.of(), List.of());

    private DrugFixture() {}

    /// A person who takes medicines, each by an id, a name, or names joined by +.
    static PatientFacts taking(String... medicines) {
        return new PatientFacts(Arrays.stream(medicines).map(DrugFixture::use).toList(), List.of());
    }

    static PatientFacts allergicTo(KnownAllergy... allergies) {
        return new PatientFacts(List.of(), List.of(allergies));
    }

    /// An allergy without more detail.
    static KnownAllergy allergy(String agent) {
        return allergy(agent, KnownAllergy.Severity.UNKNOWN, "");
    }

    static KnownAllergy allergy(String agent, KnownAllergy.Severity severity, String reaction) {
        String substance = agent.substring(agent.indexOf(':') + 1);
        return new KnownAllergy(
                agent, substance, KnownAllergy.Type.ALLERGY, severity, reaction, Set.of());
    }

    static KnownAllergy intolerance(String agent, String reaction) {
        return new KnownAllergy(
                agent,
                agent,
                KnownAllergy.Type.INTOLERANCE,
                KnownAllergy.Severity.MILD,
                reaction,
                Set.of());
    }

    static MedicineUse use(String medicine) {
        return medicine.startsWith("product:") || medicine.startsWith("ing:")
                ? MedicineUse.ofId(medicine, medicine, "")
                : MedicineUse.ofText(medicine);
    }

    static MedicineUse by(String route, String ingredient) {
        return new MedicineUse("", ingredient, List.of(ingredient), route);
    }

    static List<Order> orders(String... medicines) {
        return IntStream.range(0, medicines.length)
                .mapToObj(i -> new Order(i, use(medicines[i])))
                .toList();
    }

    /// What is found besides what should be measured.
    static List<Finding> check(PatientFacts patient, String... ordered) {
        return new Checker(KNOWLEDGE)
                .check(patient, orders(ordered)).stream()
                        .filter(finding -> finding.kind() != FindingKind.MONITORING)
                        .toList();
    }

    static List<FindingKind> kinds(List<Finding> findings) {
        return findings.stream().map(Finding::kind).toList();
    }

    static List<Tier> tiers(List<Finding> findings) {
        return findings.stream().map(Finding::tier).toList();
    }

    static List<Level> levels(List<Finding> findings) {
        return findings.stream().map(Finding::level).toList();
    }

    /// The shipped knowledge with one file changed.
    static Knowledge changed(String file, UnaryOperator<String> change) {
        SortedMap<String, String> texts = shippedTexts();
        texts.computeIfPresent(file, (name, text) -> change.apply(text));
        return new Knowledge(KnowledgeFiles.of(texts));
    }

    /// The shipped ingredients, classes and duplicates with rules of the tests' own, so that these say what they test.
    static Knowledge clinical() {
        SortedMap<String, String> texts = shippedTexts();
        CLINICAL.forEach((file, lines) -> texts.put(file, table(file, lines)));
        return new Knowledge(KnowledgeFiles.of(texts));
    }

    private static SortedMap<String, String> shippedTexts() {
        KnowledgeFiles files = KnowledgeFiles.shipped();
        SortedMap<String, String> texts = new TreeMap<>();
        files.contents().keySet().forEach(name -> texts.put(name, files.text(name)));
        return texts;
    }

    private static String table(String file, String lines) {
        String header = String.join("\t", KnowledgeFiles.columns(file));
        return header + "\n" + lines.replaceAll(" ?\\| ?", "\t");
    }

    private static final Map<String, String> CLINICAL =
            Map.of(
                    "labs.tsv",
                    """
                    potassium | Potassium | K |  | mmol/l |  | LABEL |
                    """,
                    "conditions.tsv",
                    """
                    asthma | Asthma |  | J45 |  |  | LABEL |
                    """,
                    "ddi_override.tsv",
                    "",
                    "ddi.tsv",
                    """
                    t-binding | ing:colestyramine | ing:vancomycin | moderate | binding | Bound. | Separate. | rapid | probable | raise_to(major) if egfr<30; lower_to(none) if med(ing:omeprazole) | any | any | LABEL |
                    """,
                    "contra.tsv",
                    """
                    c-lactulose-asthma | condition | ing:lactulose | any | cond:asthma | major | Bad. | Avoid. | LABEL |
                    c-lactulose-renal | renal | ing:lactulose | any | egfr<30 | major | Bad. | Avoid. | LABEL |
                    c-zinc-asthma | condition | ing:zinc sulfate | any | cond:asthma | moderate | Bad. | Avoid. | LABEL |
                    c-zinc-iv | route | ing:zinc sulfate | intravenous |  | contraindicated | Bad. | Avoid. | LABEL |
                    c-zinc-potassium | laboratory | ing:zinc sulfate | any | lab:potassium>5.5 | major | Bad. | Avoid. | LABEL |
                    """,
                    "dose.tsv",
                    """
                    d-colestyramine | colestyramine | any |  | mg | 100000 |  |  |  |  |  |  |  | major | Bad. | Less. | LABEL |
                    d-folic-acid | folic acid | any |  | mg | 100 |  |  |  |  |  |  |  | major | Bad. | Less. | LABEL |
                    d-lactulose | lactulose | any |  | mg | 100000 |  |  |  |  |  |  |  | major | Bad. | Less. | LABEL |
                    d-methotrexate | methotrexate | any |  | mg | 30 |  |  |  |  |  | yes |  | contraindicated | Bad. | Weekly. | LABEL |
                    d-vancomycin | vancomycin | any |  | mg | 100000 |  |  |  |  |  |  |  | major | Bad. | Less. | LABEL |
                    d-zinc | zinc sulfate | any |  | mg | 100 | 200 |  |  | 4 | 14 |  | 10 | major | Bad. | Less. | LABEL |
                    d-zinc-child | zinc sulfate | any | age<12 | mg |  |  | 1 |  |  |  |  |  | major | Bad. | Less. | LABEL |
                    d-zinc-units | zinc sulfate | any |  | unit | 500 |  |  |  |  |  |  |  | major | Bad. | Less. | LABEL |
                    """,
                    "monitor.tsv",
                    """
                    m-folic-acid | ing:folic acid |  | potassium | 30 | 90 | 7 | Measure. | LABEL |
                    """,
                    "alternatives.tsv",
                    """
                    ing:lactulose | condition | macrogol | Does the same. | LABEL |
                    """);
}
