package org.clinicdesk.server.drug;

import static org.clinicdesk.server.drug.DrugFixture.KNOWLEDGE;
import static org.clinicdesk.server.drug.DrugFixture.changed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class KnowledgeTest {
    @ParameterizedTest
    @CsvSource({
        "acetaminophen, paracetamol",
        "Albuterol, salbutamol",
        "meperidine, pethidine",
        "rifampin, rifampicin",
        "cyclosporine, ciclosporin",
        "glyburide, glibenclamide",
        "adrenalina, epinephrine",
        "nitroglycerin, glyceryl trinitrate",
        "succinylcholine, suxamethonium",
        "methimazole, thiamazole",
        "dipyrone, metamizole",
        "divalproex, valproic acid",
        "aspirin, acetylsalicylic acid",
        "ÁCIDO FÓLICO, folic acid",
        "azul de metileno, methylthioninium chloride",
        "St John's wort, hypericum perforatum",
        "amoxicilin, amoxicillin",
        "sắt sulfat, ferrous sulfate",
        "  Omeprazol , omeprazole",
        "metoprolol succinate, metoprolol",
        "trimetoprima, trimethoprim",
        "isoniacida, isoniazid",
        "clorfeniramina, chlorphenamine",
        "butilhioscina, hyoscine butylbromide",
        "natri valproat, valproic acid",
        "axit folic, folic acid",
        "MTX, methotrexate",
        "APAP, paracetamol",
        "Sirdalud, tizanidine",
        "Aclasta, zoledronic acid",
        "Depo-Provera, medroxyprogesterone",
        "Tanganil, acetylleucine",
        "rotundin, rotundine",
    })
    void knowsAnIngredientByItsOtherNames(String name, String inn) {
        assertEquals(inn, KNOWLEDGE.ingredient(name).orElseThrow().inn());
    }

    @ParameterizedTest
    @CsvSource({
        "1000126, medroxyprogesterone",
        "1535362, sodium fluoride",
        "1605257, levonorgestrel",
        "1014676, cetirizine",
        "1043400, paracetamol+dextromethorphan+doxylamine",
        "1049504, oxycodone",
        "1049630, diphenhydramine",
        "106258, hydrocortisone",
        "106892, insulin isophane+insulin human",
        "1367439, etonogestrel+ethinylestradiol",
        "1534809, ethinylestradiol+norelgestromin",
        "1664463, tacrolimus",
        "1804799, alteplase",
        "1860491, hydrocodone",
        "1870230, epinephrine",
        "197378, astemizole",
        "198405, ibuprofen",
        "2001499, cyanocobalamin",
        "206905, ibuprofen",
        "209387, paracetamol",
        "245134, fentanyl",
        "308136, amlodipine",
        "308182, amoxicillin",
        "308192, amoxicillin",
        "308971, carbamazepine",
        "309097, cefuroxime",
        "309362, clopidogrel",
        "310798, hydrochlorothiazide",
        "312961, simvastatin",
        "313782, paracetamol",
        "313820, paracetamol",
        "314076, lisinopril",
        "314231, simvastatin",
        "630208, salbutamol",
        "665078, loratadine",
        "705129, glyceryl trinitrate",
        "748962, norethisterone",
        "751905, ethinylestradiol+norgestimate",
        "757594, norethisterone",
        "849574, naproxen",
        "856987, paracetamol+hydrocodone",
        "866412, metoprolol",
        "896001, fluticasone",
        "904419, alendronic acid",
        "978950, estradiol valerate+dienogest",
        "993770, paracetamol+codeine",
        "997501, fexofenadine",
        "11289, warfarin",
        "855332, warfarin",
        "197361, amlodipine",
        "860975, metformin",
        "562508, amoxicillin+clavulanic acid",
        "1049221, paracetamol+oxycodone",
        "1364445, apixaban",
        "617310, atorvastatin",
        "308048, alprazolam",
    })
    void knowsWhatAnRxNormCodeHolds(String code, String ingredients) {
        List<Medicine> found = KNOWLEDGE.byRxNorm(code);
        assertEquals(List.of(ingredients.split("\\+")), found.getFirst().ingredients());
    }

    @ParameterizedTest
    @CsvSource({
        "amoxicilina jarabe, oral suspension",
        "paracetamol siro, oral suspension",
        "omeprazol viên nang, capsule",
        "ibuprofeno 400 mg comp, tablet",
        "diclofenaco gel, gel",
        "salbutamol xịt, inhaler",
        "salbutamol khí dung, inhalation solution",
        "paracetamol supositorio, suppository",
        "ceftriaxon tiêm, powder for injection",
    })
    void findsByTheWordsForAFormInOtherLanguages(String typed, String form) {
        assertTrue(
                KNOWLEDGE.searchMedicines(typed, 3).stream()
                        .anyMatch(medicine -> medicine.form().equals(form)),
                () -> KNOWLEDGE.searchMedicines(typed, 3).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "Postinor, Levonorgestrel 0.75 mg tablet/Levonorgestrel 1.5 mg tablet",
        "Rybelsus, Semaglutide 14 mg tablet/Semaglutide 3 mg tablet/Semaglutide 7 mg tablet",
        "Plavix, Clopidogrel 300 mg tablet/Clopidogrel 75 mg tablet",
        "Propecia, Finasteride 1 mg tablet",
        "Viagra, Sildenafil 100 mg tablet/Sildenafil 25 mg tablet/Sildenafil 50 mg tablet",
        "Xalatan, Latanoprost 0.05 mg/ml eye drops",
        "Yasmin, Ethinylestradiol + drospirenone 0.03 mg + 3 mg tablet",
        "Paxlovid, Nirmatrelvir + ritonavir 150 mg + 100 mg tablet",
    })
    void aBrandIsShownOnlyOnWhatItIs(String brand, String products) {
        assertEquals(
                List.of(products.split("(?<=tablet|drops)/")),
                KNOWLEDGE.searchMedicines(brand, 50).stream()
                        .filter(medicine -> !medicine.form().isEmpty())
                        .filter(medicine ->
                                KNOWLEDGE.otherName(medicine, brand).equals(Optional.of(brand)))
                        .map(Medicine::name)
                        .toList());
    }

    @Test
    void anInjectionIsNotOfferedAsATablet() {
        assertTrue(
                KNOWLEDGE.searchMedicines("Ozempic", 50).stream()
                        .noneMatch(medicine -> medicine.form().equals("tablet")));
    }

    @Test
    void findsNothingByAFormAlone() {
        assertEquals(List.of(), KNOWLEDGE.searchMedicines("jarabe", 5));
    }

    @Test
    void anUnknownCodeIsNoProduct() {
        assertEquals(List.of(), KNOWLEDGE.byRxNorm("99999999"));
    }

    @Test
    void everyProductIsFoundByItsIdAndIsChecked() {
        for (Medicine product : KNOWLEDGE.searchMedicines("mg", 10_000)) {
            assertEquals(product, KNOWLEDGE.medicine(product.id()).orElseThrow());
            assertTrue(KNOWLEDGE.knows(MedicineUse.ofId(product.id(), "", "")), product.id());
        }
    }

    @Test
    void searchFindsAProductByTheBeginningOfItsWordsInAnyOrder() {
        assertEquals(
                List.of("Amoxicillin 250 mg capsule"),
                KNOWLEDGE.searchMedicines("caps 250 amox", 5).stream()
                        .map(Medicine::name)
                        .toList());
    }

    @Test
    void aCombinationIsCheckedByANameOfItsOwn() {
        assertEquals(
                List.of("sulfamethoxazole", "trimethoprim"),
                KNOWLEDGE.ingredientsOf(MedicineUse.ofText("Bactrim")));
    }

    @Test
    void searchFindsACombinationByItsName() {
        assertEquals(
                List.of("sulfamethoxazole", "trimethoprim"),
                KNOWLEDGE.searchMedicines("co-trimox", 5).getFirst().ingredients());
    }

    @Test
    void searchFindsByASynonymAndWithoutAccents() {
        assertEquals("Folic acid", KNOWLEDGE.searchMedicines("acido folico", 5).getFirst().name());
    }

    @Test
    void searchPutsWhatIsCalledSoBeforeWhatHoldsIt() {
        assertEquals(
                "ing:paracetamol", KNOWLEDGE.searchMedicines("paracetamol", 5).getFirst().id());
    }

    @Test
    void searchKeepsToItsLimit() {
        assertEquals(3, KNOWLEDGE.searchMedicines("a", 3).size());
    }

    @Test
    void searchForNothingFindsNothing() {
        assertEquals(List.of(), KNOWLEDGE.searchMedicines(" . ", 3));
    }

    @Test
    void anAllergyToPenicillinIsFoundAsAGroupFirst() {
        assertEquals("group:penicillins", KNOWLEDGE.searchAgents("penicilina", 5).getFirst().id());
        assertEquals("group:penicillins", KNOWLEDGE.searchAgents("peni", 5).getFirst().id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"augmentin", "augm", "co-amoxiclav", "amoxicillin + clavulanic acid"})
    void anAllergyToACombinationIsCodedByItsParts(String told) {
        String whole = "ing:amoxicillin+ing:clavulanic acid";
        assertEquals(
                List.of(whole, "ing:amoxicillin", "ing:clavulanic acid"),
                KNOWLEDGE.searchAgents(told, 5).stream().map(Agent::id).toList());
        assertEquals(
                List.of("ing:amoxicillin", "ing:clavulanic acid"),
                KNOWLEDGE.agents(whole).stream().map(Agent::id).toList());
    }

    @Test
    void theWordThatWasTypedIsTold() {
        Agent whole = KNOWLEDGE.searchAgents("bactri", 5).getFirst();
        assertEquals("Sulfamethoxazole + Trimethoprim", whole.name());
        assertEquals(Optional.of("bactrim"), KNOWLEDGE.otherName(whole, "bactri").map(Names::fold));
        assertEquals(Optional.empty(), KNOWLEDGE.otherName(whole, "sulfameth"));
    }

    @Test
    void wordsAreCodedWhereTheySaySomethingWholly() {
        assertEquals(Optional.of("group:penicillins"), KNOWLEDGE.codeOf("penicilina"));
        assertEquals(
                Optional.of("ing:sulfamethoxazole+ing:trimethoprim"), KNOWLEDGE.codeOf("Bactrim"));
        assertEquals(Optional.empty(), KNOWLEDGE.codeOf("the white tablets"));
        assertEquals(List.of(), KNOWLEDGE.agents("ing:amoxicillin+ing:nothing"));
    }

    @Test
    void anAllergyToPeanutIsKnownThoughItIsNoMedicine() {
        assertEquals("group:peanut", KNOWLEDGE.searchAgents("đậu phộng", 5).getFirst().id());
    }

    @Test
    void groupsThatOnlyServeTheChecksAreNotOffered() {
        assertTrue(KNOWLEDGE.agent("group:beta_lactam_r1_thienyl").isEmpty());
    }

    @Test
    void theVersionChangesWithAnyFact() {
        Knowledge other =
                changed("ddi.tsv", text -> text.replace("Do not combine.", "Never combine."));
        assertNotEquals(KNOWLEDGE.version(), other.version());
    }
}
