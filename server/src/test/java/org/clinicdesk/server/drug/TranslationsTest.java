package org.clinicdesk.server.drug;

import static org.clinicdesk.server.drug.DrugFixture.KNOWLEDGE;
import static org.clinicdesk.server.drug.DrugFixture.allergicTo;
import static org.clinicdesk.server.drug.DrugFixture.allergy;
import static org.clinicdesk.server.drug.DrugFixture.orders;
import static org.clinicdesk.server.drug.DrugFixture.taking;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that the knowledge says is said in each of its languages, with the same numbers.
class TranslationsTest {
    private static final List<String> LANGUAGES = Translations.LANGUAGES;

    private static final Tables TABLES = Tables.read(KnowledgeFiles.shipped());
    private static final Pattern NUMBER = Pattern.compile("\\d+([.,]\\d+)?");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Locale VIETNAMESE = Locale.of("vi", "VN");
    private static final Locale SPANISH = Locale.of("es");

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void saysAllThereIs(String language) {
        Translations words = KNOWLEDGE.in(Locale.of(language));
        String missing =
                said().filter(text -> !words.knows(Phrase.text(text)))
                        .collect(Collectors.joining("\n"));
        assertEquals("", missing);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void saysNothingThatIsGone(String language) {
        Set<String> said = said().collect(Collectors.toSet());
        String gone =
                TABLES.of(Translations.file(language)).rows().stream()
                        .filter(row -> !said.contains(row.key()))
                        .map(row -> row.file() + ":" + row.line() + ": " + row.key())
                        .collect(Collectors.joining("\n"));
        assertEquals("", gone);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void keepsNumbersAndPlaces(String language) {
        String changed =
                TABLES.of(Translations.file(language)).rows().stream()
                        .filter(row ->
                                !numbers(row.key()).equals(numbers(row.get("text")))
                                        || !places(row.key()).equals(places(row.get("text"))))
                        .map(row -> row.file() + ":" + row.line() + ": " + row.get("text"))
                        .collect(Collectors.joining("\n"));
        assertEquals("", changed);
    }

    /// Which finding it is, and so which answer holds, does not depend on the language.
    @Test
    void findsTheSameInEveryLanguage() {
        PatientFacts patient = taking("warfarin", "simvastatin");
        List<Finding> english = check(patient, Locale.ENGLISH, "clarithromycin", "metronidazole");
        for (Locale language : List.of(SPANISH, VIETNAMESE)) {
            List<Finding> other = check(patient, language, "clarithromycin", "metronidazole");
            assertEquals(
                    english.stream().map(Finding::key).toList(),
                    other.stream().map(Finding::key).toList());
            assertEquals(
                    english.stream().map(Finding::dueDays).toList(),
                    other.stream().map(Finding::dueDays).toList());
            for (int i = 0; i < english.size(); i++) {
                assertNotEquals(english.get(i).effect(), other.get(i).effect());
                assertNotEquals(english.get(i).management(), other.get(i).management());
            }
        }
    }

    @Test
    void translatesThePartsOfASentence() {
        Finding finding =
                check(allergicTo(allergy("group:penicillins")), SPANISH, "amoxicillin").getFirst();

        assertEquals("Penicilinas", finding.object());
        assertEquals(
                "Alergia registrada: Penicilinas. La misma estructura básica: Penicilinas.",
                finding.effect());
    }

    @Test
    void namesTheMedicinesInASentence() {
        Phrase weight = Sentence.NO_WEIGHT.of();
        Phrase dose = Sentence.DOSE_OF.of(Phrase.text("ibuprofen"), weight);

        assertEquals("dosis de ibuprofeno", KNOWLEDGE.in(SPANISH).say(dose).substring(0, 19));
        assertTrue(KNOWLEDGE.in(VIETNAMESE).say(dose).contains("ibuprofen:"));
    }

    /// It is what a finding is looked up by.
    @Test
    void keepsTheInnOfAnIngredientInEveryLanguage() {
        Finding finding = check(taking("simvastatin"), SPANISH, "clarithromycin").getFirst();

        assertEquals("clarithromycin", finding.subject());
        assertEquals("simvastatin", finding.object());
        assertEquals("simvastatina", KNOWLEDGE.spoken(SPANISH).name(finding.object()));
        assertEquals("simvastatin", KNOWLEDGE.spoken(VIETNAMESE).name(finding.object()));
    }

    @Test
    void writesNumbersAsTheLanguageDoes() {
        Phrase days = Sentence.TOO_LONG.of(new BigDecimal("1234.5"), 3);

        assertEquals("1234.5 days, at most 3", Translations.ENGLISH.say(days));
        assertEquals("1234,5 días, máximo 3", KNOWLEDGE.in(SPANISH).say(days));
    }

    @Test
    void writesDaysAsTheLanguageDoes() {
        Phrase recorded = Sentence.RECORDED_ON.of(LocalDate.of(2026, 5, 7));

        assertEquals("recorded 7 May 2026", Translations.ENGLISH.say(recorded));
        assertEquals("registrada el 7 may 2026", KNOWLEDGE.in(SPANISH).say(recorded));
        assertEquals("ghi nhận ngày 07/05/2026", KNOWLEDGE.in(VIETNAMESE).say(recorded));
    }

    /// Of whatever a doctor was told in his language, a pharmacist reads the same in his.
    @Test
    void saysInOneLanguageWhatWasSaidInAnother() {
        List<Locale> languages = List.of(Locale.ENGLISH, SPANISH, VIETNAMESE);
        for (Locale doctor : languages) {
            List<Finding> stored = told(doctor);
            for (Locale pharmacist : languages) {
                assertEquals(
                        words(told(pharmacist)),
                        words(stored.stream().map(KNOWLEDGE.spoken(pharmacist)::said).toList()));
            }
        }
    }

    @Test
    void leavesWhatNobodyUnderstandsAsItWasSaid() {
        assertEquals("Hỏi bác sĩ Hà.", KNOWLEDGE.said("Hỏi bác sĩ Hà.", SPANISH));
        assertEquals("warfarin", KNOWLEDGE.said("warfarin", VIETNAMESE));
        assertEquals("warfarin của bà", KNOWLEDGE.said("warfarin của bà", SPANISH));
    }

    private static List<Finding> told(Locale language) {
        var allergy =
                new KnownAllergy(
                        "group:penicillins",
                        "Penicilina oral",
                        KnownAllergy.Type.ALLERGY,
                        KnownAllergy.Severity.SEVERE,
                        "sốc phản vệ, phát ban",
                        "",
                        "2026-05-07",
                        Map.of("cefalexin", "2026-03-01, taken at home"));
        var patient =
                new PatientFacts(
                        List.of("warfarin", "simvastatin", "paracetamol").stream()
                                .map(DrugFixture::use)
                                .toList(),
                        List.of(allergy, DrugFixture.intolerance("ing:ibuprofen", "đau dạ dày")));
        return new Checker(KNOWLEDGE)
                .check(
                        patient,
                        orders(
                                "amoxicillin",
                                "cefalexin",
                                "ibuprofen",
                                "clarithromycin",
                                "methotrexate",
                                "valproic acid",
                                "something of his own"),
                        language);
    }

    private static List<String> words(List<Finding> findings) {
        return findings.stream()
                .map(it ->
                        String.join(
                                " | ",
                                it.key(),
                                it.subject(),
                                it.object(),
                                it.effect(),
                                it.management(),
                                it.unknown().toString()))
                .toList();
    }

    @Test
    void saysAPracticesOwnTextAsItStands() {
        assertEquals("Ask Dr Ha.", KNOWLEDGE.in(VIETNAMESE).say(Phrase.text("Ask Dr Ha.")));
        assertEquals(Translations.ENGLISH, KNOWLEDGE.in(Locale.FRENCH));
    }

    private static List<Finding> check(PatientFacts patient, Locale language, String... ordered) {
        return new Checker(KNOWLEDGE)
                .check(patient, orders(ordered), language).stream()
                        .filter(finding -> finding.tier() == Tier.INTERRUPTIVE)
                        .toList();
    }

    /// Every text of the tables that reaches a card, and every sentence of the checks.
    private static Stream<String> said() {
        return Stream.of(
                        column("ddi.tsv", "effect", "management"),
                        column("contra.tsv", "effect", "management"),
                        column("dose.tsv", "effect", "management"),
                        column("monitor.tsv", "text"),
                        column("labs.tsv", "name"),
                        groups(),
                        Arrays.stream(Sentence.values()).map(Sentence::english),
                        Arrays.stream(Route.values()).map(Route::id),
                        Arrays.stream(Unit.values()).map(Unit::id))
                .flatMap(texts -> texts)
                .filter(text -> !text.isEmpty())
                .distinct();
    }

    private static Stream<String> column(String table, String... columns) {
        return TABLES.of(table).rows().stream()
                .flatMap(row -> Arrays.stream(columns).map(row::get));
    }

    /// Those of allergies and duplicates; of the others nobody is told the name.
    private static Stream<String> groups() {
        Set<String> told = Set.of("allergy", "allergy_free", "cross", "duplicate", "substance");
        return TABLES.of("classes.tsv").rows().stream()
                .filter(row -> told.contains(row.get("kind")))
                .map(row -> row.get("name"));
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(PLACE.matcher(text).replaceAll(""))
                .results()
                .map(number -> number.group().replace(',', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
