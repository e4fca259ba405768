package org.clinicdesk.server.drug;

import static org.clinicdesk.server.drug.DrugFixture.KNOWLEDGE;
import static org.clinicdesk.server.drug.DrugFixture.NOTHING_KNOWN;
import static org.clinicdesk.server.drug.DrugFixture.allergy;
import static org.clinicdesk.server.drug.DrugFixture.by;
import static org.clinicdesk.server.drug.DrugFixture.check;
import static org.clinicdesk.server.drug.DrugFixture.kinds;
import static org.clinicdesk.server.drug.DrugFixture.levels;
import static org.clinicdesk.server.drug.DrugFixture.orders;
import static org.clinicdesk.server.drug.DrugFixture.taking;
import static org.clinicdesk.server.drug.DrugFixture.tiers;
import static org.clinicdesk.server.drug.DrugFixture.use;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class CheckerTest {
    @ParameterizedTest
    @CsvSource({
        "product:paracetamol-500-mg-tablet, intravenous, true",
        "product:paracetamol-500-mg-tablet, oral, false",
        "product:paracetamol-500-mg-tablet, '', false",
        "product:paracetamol-500-mg-tablet, mouthful, false",
        "product:diclofenac-10-mg-g-gel, oral, true",
        "product:ceftriaxone-1-g-powder-for-injection, intramuscular, false",
        "ing:paracetamol, intravenous, false",
    })
    void aRouteThatTheProductIsNotMadeForIsTold(String id, String route, boolean told) {
        List<Finding> found =
                new Checker(KNOWLEDGE)
                                .check(
                                        NOTHING_KNOWN,
                                        List.of(new Order(0, MedicineUse.ofId(id, id, route))))
                                .stream()
                                .filter(finding -> finding.ruleId().equals("route-of-product"))
                                .toList();
        assertEquals(told ? List.of(Tier.PASSIVE) : List.of(), tiers(found));
    }

    @ParameterizedTest
    @CsvSource({
        "product:ibuprofen-200-mg-tablet, topical, anticoagulant-nsaid",
        "product:ibuprofen-200-mg-tablet, ophthalmic, anticoagulant-nsaid",
        "product:diclofenac-10-mg-g-gel, oral, anticoagulant-nsaid",
    })
    void aWrongRouteDoesNotHideWhatTheProductDoes(String id, String route, String rule) {
        List<Finding> found =
                new Checker(KNOWLEDGE)
                        .check(
                                taking("warfarin"),
                                List.of(new Order(0, MedicineUse.ofId(id, id, route))));
        assertEquals(rule, found.getFirst().ruleId());
    }

    @Test
    void linesOfOnePrescriptionAreCheckedAgainstEachOther() {
        Finding finding =
                check(NOTHING_KNOWN, "paracetamol", "simvastatin", "clarithromycin").getFirst();
        assertEquals("clarithromycin", finding.subject());
        assertEquals("simvastatin", finding.object());
        assertEquals(2, finding.line());
    }

    @Test
    void whatIsTakenAlreadyIsNotCheckedAgain() {
        assertEquals(List.of(), check(taking("simvastatin", "clarithromycin"), "paracetamol"));
    }

    @Test
    void nothingOrderedIsNothingFound() {
        assertEquals(List.of(), check(taking("simvastatin", "clarithromycin")));
    }

    @Test
    void aCombinationIsCheckedByEachOfItsIngredients() {
        List<Finding> found =
                check(taking("clarithromycin"), "product:simvastatin-ezetimibe-20-mg-10-mg-tablet");
        assertEquals(List.of("simvastatin"), found.stream().map(Finding::subject).toList());
    }

    @Test
    void namesInVietnameseAndSpanishAreUnderstood() {
        assertEquals(
                List.of(Level.CONTRAINDICATED),
                levels(check(taking("claritromicina"), "Simvastatina")));
    }

    @Test
    void anUnknownMedicineOrderedIsSaidToBeUnchecked() {
        List<Finding> found = check(NOTHING_KNOWN, "Bà Lan's herbal tea");
        assertEquals(List.of(FindingKind.UNCHECKED), kinds(found));
        assertEquals(List.of(Tier.PASSIVE), tiers(found));
    }

    @Test
    void anUnknownMedicineTakenIsSaidToBeUnchecked() {
        List<Finding> found = check(taking("unknowamab 40 mg"), "paracetamol");
        assertEquals(List.of("unknowamab 40 mg"), found.stream().map(Finding::subject).toList());
    }

    @Test
    void ofAPartlyKnownMedicineTheKnownPartIsCheckedAndTheRestSaid() {
        MedicineUse mixed =
                new MedicineUse("", "mixture", List.of("simvastatin", "unknowastatin"), "oral");
        List<Finding> found =
                new Checker(KNOWLEDGE)
                        .check(taking("clarithromycin"), List.of(new Order(0, mixed)));
        assertEquals(List.of(FindingKind.INTERACTION, FindingKind.UNCHECKED), kinds(found));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simvastatin forte plus",
                "simvastatin 20mg",
                "Tab. simvastatin 20 mg at night",
                "Zocor 20",
                "ezetimibe 10mg + simvastatin 20mg"
            })
    void aFreeTextIsCheckedAsItsFirstWordsCallItAndStaysUnchecked(String written) {
        List<Finding> found = check(taking("clarithromycin"), written);
        assertEquals(List.of(FindingKind.INTERACTION, FindingKind.UNCHECKED), kinds(found));
        assertTrue(found.getLast().effect().contains("simvastatin"), found.getLast().effect());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not simvastatin", "instead of simvastatin", "forte simvastatin"})
    void aNameIsNeverGuessedFromTheMiddleOfAText(String written) {
        assertEquals(
                List.of(FindingKind.UNCHECKED), kinds(check(taking("clarithromycin"), written)));
    }

    @ParameterizedTest
    @CsvSource({
        "amoxicillin 500mg, amoxicillin",
        "Amoxicillin 500 mg, amoxicillin",
        "Augmentin 625 mg, amoxicillin+clavulanic acid",
        "amoxicillin 875mg/clavulanic acid 125mg, amoxicillin+clavulanic acid",
        "Symbicort 160/4.5, budesonide+formoterol",
        "levothyroxine 75 microgram, levothyroxine",
        "insulin glargine 20 units, insulin glargine",
        "amoxicillin 250mg/5ml susp, amoxicillin",
        "vitamin b12 1000mcg, cyanocobalamin",
        "thuốc amoxicilin 500mg, amoxicillin",
    })
    void theFirstWordsOfAFreeTextAreRead(String written, String inns) {
        assertEquals(
                List.of(inns.split("\\+")), KNOWLEDGE.ingredientsOf(MedicineUse.ofText(written)));
        assertFalse(KNOWLEDGE.knows(MedicineUse.ofText(written)));
    }

    @Test
    void theStrengthBehindTheNameCounts() {
        Dosing daily =
                new Dosing(
                        List.of(new Quantity(4, Unit.PIECE)),
                        4.0,
                        null,
                        false,
                        false,
                        null,
                        null,
                        false,
                        false,
                        List.of());
        Order order = new Order(0, MedicineUse.ofText("paracetamol 500mg").with(daily));
        List<Finding> found = new Checker(KNOWLEDGE).check(NOTHING_KNOWN, List.of(order));
        assertEquals(List.of(FindingKind.DOSE, FindingKind.UNCHECKED), kinds(found));
        assertTrue(found.getFirst().effect().startsWith("2000 mg at a time"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "+", "/", "?", "simvastatin + "})
    void whatNamesNothingIsSaidToBeUnchecked(String written) {
        assertEquals(List.of(FindingKind.UNCHECKED), kinds(check(NOTHING_KNOWN, written)));
    }

    @Test
    void aCreamDoesNotInteractThroughTheLiver() {
        List<Finding> found =
                new Checker(KNOWLEDGE)
                        .check(
                                taking("simvastatin"),
                                List.of(new Order(0, by("topical", "ketoconazole"))));
        assertEquals(List.of(), found);
    }

    @Test
    void aRouteThatIsNotKnownCountsAsTheDangerousOne() {
        List<Finding> found =
                new Checker(KNOWLEDGE)
                        .check(
                                taking("simvastatin"),
                                List.of(new Order(0, by("by moonlight", "ketoconazole"))));
        assertEquals(List.of(Level.CONTRAINDICATED), levels(found));
    }

    @Test
    void theRouteOfTheProductIsUsed() {
        assertEquals(
                List.of(), check(taking("tizanidine"), "product:ciprofloxacin-3-mg-ml-eye-drops"));
    }

    @Test
    void eyeDropsDoNotProlongTheQtInterval() {
        assertEquals(
                List.of(), check(taking("citalopram"), "product:ciprofloxacin-3-mg-ml-eye-drops"));
    }

    @Test
    void theMostDangerousStandsFirst() {
        List<Finding> found =
                check(taking("simvastatin", "citalopram", "unknowamab"), "clarithromycin");
        assertEquals(List.of(Level.CONTRAINDICATED, Level.MAJOR, Level.MODERATE), levels(found));
    }

    @Test
    void theOrderOfWhatIsTakenDoesNotMatter() {
        assertEquals(
                check(
                        taking("simvastatin", "citalopram", "amiodarone"),
                        "clarithromycin",
                        "fluconazole"),
                check(
                        taking("amiodarone", "citalopram", "simvastatin"),
                        "clarithromycin",
                        "fluconazole"));
    }

    @Test
    void theKeyOfAProblemDoesNotDependOnItsLine() {
        String first = check(taking("simvastatin"), "clarithromycin").getFirst().key();
        String second =
                check(taking("simvastatin"), "paracetamol", "clarithromycin").getFirst().key();
        assertEquals(first, second);
    }

    @Test
    void theKeyOfAPairDoesNotDependOnWhichWasOrdered() {
        assertEquals(
                check(taking("simvastatin"), "clarithromycin").getFirst().key(),
                check(taking("clarithromycin"), "simvastatin").getFirst().key());
    }

    @Test
    void aGraverReactionLearntLaterNeedsAnAnswerOfItsOwn() {
        PatientFacts before = DrugFixture.allergicTo(allergy("ing:amoxicillin"));
        PatientFacts after =
                DrugFixture.allergicTo(
                        allergy("ing:amoxicillin", KnownAllergy.Severity.SEVERE, "anaphylaxis"));
        assertTrue(
                !check(before, "amoxicillin")
                        .getFirst()
                        .key()
                        .equals(check(after, "amoxicillin").getFirst().key()));
    }

    @Test
    void aFindingSaysWhereItComesFrom() {
        Finding finding = check(taking("simvastatin"), "clarithromycin").getFirst();
        assertEquals("onc-25-strong", finding.ruleId());
        assertEquals("ONC2012#25", finding.source());
        assertEquals(KNOWLEDGE.version(), finding.knowledgeVersion());
        assertTrue(finding.notReviewed());
    }

    @Test
    void aRuleSignedByAClinicianIsShownAsReviewed() {
        Knowledge signed =
                DrugFixture.changed(
                        "ddi.tsv",
                        text -> text.replace("\tONC2012#25\t\n", "\tONC2012#25\tABC 2026-01-02\n"));
        List<Finding> found =
                new Checker(signed).check(taking("simvastatin"), orders("clarithromycin"));
        assertEquals(false, found.getFirst().notReviewed());
    }

    @ParameterizedTest
    @CsvSource({
        "simvastatin, product:simvastatin-20-mg-tablet",
        "paracetamol+tramadol, acetaminophen",
        "omeprazole, esomeprazole",
        "enalapril, lisinopril",
        "losartan, valsartan",
        "ibuprofen, naproxen",
        "sertraline, venlafaxine",
        "amitriptyline, nortriptyline",
        "simvastatin, atorvastatin",
        "pantoprazole, lansoprazole",
        "famotidine, ranitidine",
        "diazepam, zolpidem",
        "metoprolol, atenolol",
        "gliclazide, glimepiride",
        "amlodipine, nifedipine",
        "warfarin, apixaban",
        "enoxaparin, dalteparin",
        "clopidogrel, ticagrelor",
        "furosemide, torasemide",
        "hydrochlorothiazide, indapamide",
        "sumatriptan, rizatriptan",
        "sildenafil, tadalafil",
        "tamsulosin, doxazosin",
        "alendronic acid, zoledronic acid",
        "sitagliptin, linagliptin",
        "liraglutide, semaglutide",
        "empagliflozin, dapagliflozin",
        "salmeterol, formoterol",
        "losartan, enalapril",
        "anastrozole, letrozole",
        "donepezil, rivastigmine",
        "amoxicillin, phenoxymethylpenicillin",
        "cefuroxime, cefixime",
        "gabapentin, pregabalin",
        "finasteride, dutasteride",
        "allopurinol, febuxostat",
        "tiotropium, umeclidinium",
        "beclometasone, budesonide",
        "fenofibrate, bezafibrate",
        "tacrolimus, tacrolimus",
    })
    void theSameTwiceOrTwoOfAKindAreADuplicate(String taken, String ordered) {
        List<Finding> found = check(taking(taken), ordered);
        assertEquals(FindingKind.DUPLICATE, found.getFirst().kind());
        assertEquals(Tier.INTERRUPTIVE, found.getFirst().tier());
    }

    @ParameterizedTest
    @CsvSource({
        "levothyroxine, liothyronine",
        "risperidone, quetiapine",
        "codeine, morphine",
        "sitagliptin, liraglutide",
        "product:timolol-5-mg-ml-eye-drops, product:metoprolol-50-mg-tablet",
    })
    void twoOfAKindThatSomeNeedAreToldWithoutInterrupting(String taken, String ordered) {
        assertEquals(List.of(Tier.PASSIVE), tiers(check(taking(taken), ordered)));
    }

    @ParameterizedTest
    @CsvSource({
        "acetylsalicylic acid, clopidogrel",
        "formoterol, salbutamol",
        "furosemide, spironolactone",
        "insulin glargine, insulin aspart",
        "insulin human, insulin human",
        "metformin, gliclazide",
        "omeprazole, famotidine",
        "product:diclofenac-10-mg-g-gel, product:diclofenac-50-mg-gastro-resistant-tablet",
        "product:salbutamol-0-1-mg-actuation-inhaler, product:salbutamol-4-mg-tablet",
    })
    void anAcceptedCombinationIsNoDuplicate(String taken, String ordered) {
        assertEquals(List.of(), check(taking(taken), ordered));
    }

    @Test
    void theIdDecidesWhateverIsWritten() {
        MedicineUse written = MedicineUse.ofId("ing:simvastatin", "the cholesterol pill", "oral");
        List<Finding> found =
                new Checker(KNOWLEDGE)
                        .check(taking("clarithromycin"), List.of(new Order(0, written)));
        assertEquals(List.of(FindingKind.INTERACTION), kinds(found));
    }

    @Test
    void aWrittenNameOfAProductIsUnderstoodWhole() {
        assertTrue(KNOWLEDGE.knows(use("amoxicillin 500 mg CAPSULE")));
    }
}
