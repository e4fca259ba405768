package org.clinicdesk.server.drug;

import static org.clinicdesk.server.drug.DrugFixture.KNOWLEDGE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What medicines are called in each language.
class NomenclatureTest {
    private static final List<String> LANGUAGES = Translations.LANGUAGES;
    private static final Tables TABLES = Tables.read(KnowledgeFiles.shipped());
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}(?: \\p{L}+)*");

    /// The same in every language.
    private static final Set<String> SIGNS = Set.of("mg", "mcg", "ml");

    @Test
    void everyIngredientHasItsSpanishName() {
        assertEquals("", missing("es", column("ingredients.tsv", "id")));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyFormAndEveryWordOfAStrengthHasAName(String language) {
        Stream<String> words =
                column("products.tsv", "strength")
                        .flatMap(it -> WORD.matcher(it).results().map(found -> found.group()))
                        .filter(word -> !SIGNS.contains(word));
        assertEquals("", missing(language, Stream.concat(column("products.tsv", "form"), words)));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void namesNothingThatIsGone(String language) {
        Set<String> known =
                Stream.of(
                                column("ingredients.tsv", "id"),
                                column("products.tsv", "form"),
                                column("products.tsv", "strength")
                                        .flatMap(it ->
                                                WORD.matcher(it)
                                                        .results()
                                                        .map(found -> found.group())))
                        .flatMap(names -> names)
                        .collect(Collectors.toSet());
        assertEquals(
                List.of(),
                column(Nomenclature.file(language), "en")
                        .filter(name -> !known.contains(name))
                        .toList());
    }

    /// It is found and understood by it.
    @Test
    void aSpanishNameIsANameOfItsIngredient() {
        String others =
                TABLES.of("names_es.tsv").rows().stream()
                        .filter(row -> KNOWLEDGE.isIngredient(row.key()))
                        .filter(row ->
                                KNOWLEDGE
                                        .ingredient(row.get("text"))
                                        .filter(it -> it.inn().equals(row.key()))
                                        .isEmpty())
                        .map(Table.Row::key)
                        .collect(Collectors.joining("\n"));
        assertEquals("", others);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void noTwoProductsAreCalledTheSame(String language) {
        Nomenclature names = KNOWLEDGE.names(Locale.of(language));
        column("products.tsv", "product_id")
                .map(id -> KNOWLEDGE.medicine("product:" + id).orElseThrow())
                .forEach(product -> {
                    String name = names.name(product);
                    assertEquals(product, names.product(name).orElseThrow());
                    assertEquals(product, KNOWLEDGE.productNamed(name).orElseThrow());
                });
    }

    @ParameterizedTest
    @CsvSource({
        "simvastatin-20-mg-tablet, Simvastatina 20 mg comprimido, Simvastatin 20 mg viên nén",
        "amoxicillin-50-mg-ml-oral-suspension, Amoxicilina 50 mg/ml suspensión oral,"
                + " Amoxicillin 50 mg/ml hỗn dịch uống",
        "salbutamol-0-1-mg-actuation-inhaler, Salbutamol 100 mcg/dosis inhalador,"
                + " Salbutamol 100 mcg/liều bình xịt hít",
        "digoxin-0-25-mg-tablet, 'Digoxina 0,25 mg comprimido', 'Digoxin 0,25 mg viên nén'",
        "insulin-glargine-100-units-ml-injection,"
                + " Insulina glargina 100 unidades/ml inyectable,"
                + " Insulin glargine 100 đơn vị/ml thuốc tiêm",
        "chloramphenicol-5-mg-ml-eye-drops, Cloramfenicol 5 mg/ml colirio,"
                + " Chloramphenicol 5 mg/ml thuốc nhỏ mắt",
        "fluticasone-0-11-mg-actuation-inhaler,"
                + " Fluticasona 110 mcg/dosis inhalador [Flovent],"
                + " Fluticasone 110 mcg/liều bình xịt hít [Flovent]",
    })
    void aProductIsCalledAfterWhatItHolds(String id, String spanish, String vietnamese) {
        Medicine product = KNOWLEDGE.medicine("product:" + id).orElseThrow();

        assertEquals(spanish, spoken("es").medicine(product.id(), product.name()));
        assertEquals(vietnamese, spoken("vi").medicine(product.id(), product.name()));
        assertEquals(product.name(), spoken("en").medicine(product.id(), spanish));
    }

    @Test
    void whatIsWrittenBehindAnIngredientStays() {
        assertEquals("Cefixima 75 mg", spoken("es").medicine("ing:cefixime", "Cefixime 75 mg"));
        assertEquals("Cefixime 75 mg", spoken("vi").medicine("ing:cefixime", "Cefixima 75 mg"));
        assertEquals("Plavix 75", spoken("es").medicine("ing:clopidogrel", "Plavix 75"));
    }

    @Test
    void aPatchIsCountedByWhatItGivesAnHour() {
        Quantity patch = new Quantity(1, Unit.named("patch").orElseThrow());

        assertEquals(
                new Quantity(25, Unit.MICROGRAM_PER_HOUR),
                Strength.read("25 mcg/h").in(patch, 0, 1));
    }

    @Test
    void whatWasWrittenFreelyStays() {
        assertEquals("Simvastatin gold", spoken("es").medicine("", "Simvastatin gold"));
        assertEquals("drops of old", spoken("es").medicine("product:gone", "drops of old"));
    }

    private static Spoken spoken(String language) {
        return KNOWLEDGE.spoken(Locale.of(language));
    }

    private static String missing(String language, Stream<String> names) {
        Set<String> there = column(Nomenclature.file(language), "en").collect(Collectors.toSet());
        return names.filter(name -> !there.contains(name))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> column(String table, String... columns) {
        return TABLES.of(table).rows().stream()
                .flatMap(row -> Arrays.stream(columns).map(row::get));
    }
}
