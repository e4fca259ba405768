package org.clinicdesk.server.drug;

import static org.clinicdesk.server.drug.DrugFixture.allergicTo;
import static org.clinicdesk.server.drug.DrugFixture.allergy;
import static org.clinicdesk.server.drug.DrugFixture.intolerance;
import static org.clinicdesk.server.drug.DrugFixture.kinds;
import static org.clinicdesk.server.drug.DrugFixture.levels;
import static org.clinicdesk.server.drug.DrugFixture.tiers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.server.drug.KnownAllergy.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Set;

class AllergyCheckTest {
    private static final List<Tier> STOPS = List.of(Tier.INTERRUPTIVE);
    private static final List<Tier> TELLS = List.of(Tier.PASSIVE);

    /// All but what is to be monitored with any order of the medicine.
    private static List<Finding> check(PatientFacts patient, String... ordered) {
        return DrugFixture.check(patient, ordered).stream()
                .filter(finding -> finding.kind() != FindingKind.MONITORING)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "ing:phenoxymethylpenicillin, amoxicillin",
        "ing:amoxicillin, piperacillin",
        "ing:flucloxacillin, pivmecillinam",
        "group:penicillins, flucloxacillin",
        "ing:amoxicillin, cefadroxil",
        "ing:amoxicillin, cefalexin",
        "ing:cefalexin, ampicillin",
        "ing:cefaclor, cefalexin",
        "ing:ceftriaxone, cefotaxime",
        "ing:cefepime, cefpodoxime",
        "ing:ceftazidime, aztreonam",
        "ing:aztreonam, cefiderocol",
        "ing:cefoxitin, cefalotin",
        "group:cephalosporins, cefazolin",
        "ing:imipenem, meropenem",
        "ing:sulfamethoxazole, sulfasalazine",
        "ing:sulfadoxine, sulfacetamide",
        "group:sulfonamide_antibiotics, silver sulfadiazine",
        "ing:acetylsalicylic acid, ibuprofen",
        "ing:ibuprofen, naproxen",
        "ing:diclofenac, ketorolac",
        "ing:celecoxib, etoricoxib",
        "group:nsaids, metamizole",
        "ing:piroxicam, tenoxicam",
        "ing:mefenamic acid, meclofenamic acid",
        "ing:metamizole, phenylbutazone",
        "ing:codeine, morphine",
        "ing:oxycodone, hydrocodone",
        "ing:fentanyl, alfentanil",
        "ing:procaine, benzocaine",
        "ing:tetracaine, procaine benzylpenicillin",
        "ing:carbamazepine, oxcarbazepine",
        "ing:phenytoin, lamotrigine",
        "ing:enalapril, lisinopril",
        "ing:lisinopril, sacubitril",
        "group:arbs, losartan",
        "group:heparins, enoxaparin",
        "ing:dalteparin, heparin",
        "ing:erythromycin, azithromycin",
        "ing:doxycycline, minocycline",
        "ing:ciprofloxacin, levofloxacin",
        "ing:gentamicin, neomycin",
        "ing:vancomycin, teicoplanin",
        "ing:metronidazole, tinidazole",
        "ing:rifampicin, rifabutin",
        "ing:clindamycin, lincomycin",
        "ing:fluconazole, itraconazole",
        "ing:hydrocortisone, prednisolone",
        "ing:dexamethasone, betamethasone",
        "ing:budesonide, triamcinolone",
        "ing:cisplatin, oxaliplatin",
        "ing:paclitaxel, docetaxel",
        "ing:omeprazole, pantoprazole",
        "ing:famotidine, ranitidine",
        "ing:hydrochlorothiazide, chlortalidone",
        "ing:simvastatin, atorvastatin",
        "ing:hydroxyzine, cetirizine",
        "ing:promethazine, chlorpromazine",
        "ing:phenobarbital, butalbital",
        "ing:rocuronium, suxamethonium",
        "ing:carbimazole, propylthiouracil",
        "ing:liraglutide, semaglutide",
        "ing:sitagliptin, linagliptin",
        "ing:glibenclamide, gliclazide",
        "ing:propranolol, atenolol",
        "ing:citalopram, fluoxetine",
        "ing:sumatriptan, rizatriptan",
        "ing:alendronic acid, zoledronic acid",
        "ing:neomycin, measles mumps rubella vaccine",
        "ing:macrogol, covid-19 mrna vaccine",
        "group:gelatin, varicella vaccine",
        "group:egg, yellow fever vaccine",
        "group:opioids, fentanyl",
        "ing:diazepam, lorazepam",
        "ing:amitriptyline, nortriptyline",
        "ing:dapagliflozin, empagliflozin",
        "group:sulfites, sodium metabisulfite",
    })
    void aMemberOfTheGroupInterrupts(String agent, String ordered) {
        assertEquals(STOPS, tiers(check(allergicTo(allergy(agent)), ordered)));
    }

    @ParameterizedTest
    @CsvSource({
        "group:penicillins, cefalexin",
        "ing:ceftriaxone, cefuroxime",
        "ing:ceftazidime, ceftolozane",
        "ing:cefixime, cefdinir",
        "ing:sulfamethoxazole, dapsone",
        "ing:acetylsalicylic acid, mesalazine",
        "ing:acetylsalicylic acid, bismuth subsalicylate",
        "group:nsaids, meloxicam",
        "ing:morphine, buprenorphine",
        "ing:fentanyl, pethidine",
        "ing:lidocaine, bupivacaine",
        "ing:ramipril, losartan",
        "ing:gentamicin, streptomycin",
        "ing:heparin, danaparoid",
        "ing:iohexol, iopamidol",
        "ing:amlodipine, felodipine",
    })
    void aDistantMemberIsToldWithoutInterrupting(String agent, String ordered) {
        assertEquals(TELLS, tiers(check(allergicTo(allergy(agent)), ordered)));
    }

    @ParameterizedTest
    @CsvSource({
        "group:penicillins, cefazolin",
        "group:penicillins, ceftriaxone",
        "group:penicillins, meropenem",
        "group:penicillins, aztreonam",
        "ing:flucloxacillin, cefalexin",
        "ing:cefazolin, amoxicillin",
        "ing:ceftriaxone, cefalexin",
        "ing:sulfamethoxazole, furosemide",
        "ing:sulfamethoxazole, hydrochlorothiazide",
        "ing:sulfamethoxazole, celecoxib",
        "group:sulfonamide_antibiotics, magnesium sulfate",
        "ing:acetylsalicylic acid, paracetamol",
        "ing:acetylsalicylic acid, celecoxib",
        "ing:mesalazine, acetylsalicylic acid",
        "ing:codeine, fentanyl",
        "ing:morphine, methadone",
        "ing:procaine, lidocaine",
        "ing:lidocaine, benzocaine",
        "ing:carbamazepine, valproic acid",
        "ing:enalapril, amlodipine",
        "group:heparins, fondaparinux",
        "ing:erythromycin, doxycycline",
        "ing:dexamethasone, hydrocortisone",
        "ing:gentamicin, measles mumps rubella vaccine",
        "group:shellfish, iohexol",
        "group:egg, propofol",
        "group:iodinated_contrast, amiodarone",
        "ing:clavulanic acid, amoxicillin",
        "group:house_dust_mite, amoxicillin",
    })
    void whatDoesNotCrossReactStaysQuiet(String agent, String ordered) {
        assertEquals(List.of(), check(allergicTo(allergy(agent)), ordered));
    }

    @Test
    void aComponentOfACombinationIsFound() {
        List<Finding> found =
                check(
                        allergicTo(allergy("ing:sulfamethoxazole")),
                        "product:sulfamethoxazole-trimethoprim-800-mg-160-mg-tablet");
        assertEquals(List.of("sulfamethoxazole"), found.stream().map(Finding::subject).toList());
    }

    @Test
    void eachComponentOfACombinationIsWeighedByItself() {
        List<Finding> found =
                check(allergicTo(allergy("ing:lisinopril")), "sacubitril + valsartan");
        assertEquals(List.of(Tier.INTERRUPTIVE, Tier.PASSIVE), tiers(found));
    }

    @Test
    void theSameSubstanceAfterASevereReactionIsContraindicated() {
        KnownAllergy severe = allergy("ing:amoxicillin", Severity.SEVERE, "anaphylaxis");
        assertEquals(
                List.of(Level.CONTRAINDICATED), levels(check(allergicTo(severe), "amoxicillin")));
    }

    @Test
    void anIsomerOfTheAllergenIsTheSameSubstance() {
        List<Finding> found = check(allergicTo(allergy("ing:cetirizine")), "levocetirizine");
        assertEquals("allergy-same-substance", found.getFirst().ruleId());
    }

    @Test
    void anIntoleranceIsToldAndDoesNotInterrupt() {
        assertEquals(
                TELLS, tiers(check(allergicTo(intolerance("ing:codeine", "nausea")), "codeine")));
    }

    @Test
    void aSideEffectRecordedAsAnAllergyDoesNotInterrupt() {
        KnownAllergy nausea = allergy("ing:codeine", KnownAllergy.Severity.UNKNOWN, "nausea");
        assertEquals(TELLS, tiers(check(allergicTo(nausea), "codeine")));
        KnownAllergy cough =
                allergy("ing:ramipril", KnownAllergy.Severity.UNKNOWN, "persistent dry cough");
        assertEquals(List.of(), check(allergicTo(cough), "losartan"));
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN, nausea and hives", "SEVERE, nausea"})
    void aSideEffectThatIsNotAllIsAnAllergy(KnownAllergy.Severity severity, String reaction) {
        KnownAllergy told = allergy("ing:codeine", severity, reaction);
        assertEquals(STOPS, tiers(check(allergicTo(told), "codeine")));
    }

    @Test
    void anIntoleranceReachesTheGroupWithoutInterrupting() {
        assertEquals(
                TELLS, tiers(check(allergicTo(intolerance("ing:codeine", "nausea")), "morphine")));
    }

    @Test
    void aCoughFromAnAceInhibitorSaysNothingOfSartans() {
        assertEquals(
                List.of(), check(allergicTo(intolerance("ing:enalapril", "cough")), "losartan"));
    }

    @Test
    void aMildRashTellsOfARelatedMedicine() {
        KnownAllergy rash = allergy("ing:amoxicillin", Severity.MILD, "Phát ban");
        assertEquals(TELLS, tiers(check(allergicTo(rash), "flucloxacillin")));
    }

    @Test
    void aMildRashStillStopsTheSameMedicine() {
        KnownAllergy rash = allergy("ing:amoxicillin", Severity.MILD, "rash");
        assertEquals(STOPS, tiers(check(allergicTo(rash), "amoxicillin")));
    }

    /// Who is allergic to "penicillin" may have had just this one.
    @ParameterizedTest
    @CsvSource({
        "group:penicillins, amoxicillin",
        "group:penicillins, cloxacillin",
        "group:nsaids, ibuprofen",
        "group:sulfonamide_antibiotics, sulfamethoxazole",
    })
    void aMildRashStopsAMemberOfTheNamedGroup(String group, String ordered) {
        KnownAllergy rash = allergy(group, Severity.MILD, "ban đỏ");
        assertEquals(STOPS, tiers(check(allergicTo(rash), ordered)));
    }

    @Test
    void aMildRashToAGroupTellsOfWhatIsRemotelyLikeIt() {
        KnownAllergy rash = allergy("group:penicillins", Severity.MILD, "rash");
        assertEquals(TELLS, tiers(check(allergicTo(rash), "cefalexin")));
    }

    /// A side chain that is alike is no less than the ring both have.
    @ParameterizedTest
    @CsvSource({
        "amoxicillin, ampicillin, CONTRAINDICATED",
        "amoxicillin, cloxacillin, CONTRAINDICATED",
        "amoxicillin, cefalexin, MAJOR",
    })
    void afterAnaphylaxisTheGraverKinshipCounts(String allergen, String ordered, Level level) {
        KnownAllergy severe = allergy("ing:" + allergen, Severity.SEVERE, "anaphylaxis");
        assertEquals(List.of(level), levels(check(allergicTo(severe), ordered)));
    }

    @Test
    void hivesAreNoMildRash() {
        KnownAllergy hives = allergy("ing:amoxicillin", Severity.MILD, "hives, then rash");
        assertEquals(STOPS, tiers(check(allergicTo(hives), "flucloxacillin")));
    }

    @Test
    void afterStevensJohnsonNoBetaLactamPasses() {
        KnownAllergy severe =
                allergy("ing:amoxicillin", Severity.SEVERE, "Stevens-Johnson syndrome");
        assertEquals(STOPS, tiers(check(allergicTo(severe), "cefazolin")));
    }

    @Test
    void afterASevereSkinReactionToAnyPenicillinNoCarbapenemPasses() {
        KnownAllergy severe =
                allergy("group:penicillins", Severity.SEVERE, "erupción grave, exantema");
        assertEquals(STOPS, tiers(check(allergicTo(severe), "meropenem")));
    }

    @Test
    void anaphylaxisToAPenicillinLeavesCefazolin() {
        KnownAllergy severe = allergy("ing:amoxicillin", Severity.SEVERE, "sốc phản vệ");
        assertEquals(List.of(), check(allergicTo(severe), "cefazolin"));
    }

    @Test
    void whatWasToleratedSinceIsNotHeldAgainstTheGroup() {
        KnownAllergy tolerating =
                new KnownAllergy(
                        "ing:amoxicillin",
                        "amoxicillin",
                        KnownAllergy.Type.ALLERGY,
                        Severity.UNKNOWN,
                        "",
                        Set.of("cephalexin"));
        assertEquals(List.of(), check(allergicTo(tolerating), "cefalexin"));
    }

    @Test
    void whatWasToleratedSinceASevereReactionIsStillTold() {
        KnownAllergy tolerating =
                new KnownAllergy(
                        "group:penicillins",
                        "penicillin",
                        KnownAllergy.Type.ALLERGY,
                        Severity.SEVERE,
                        "sốc phản vệ",
                        "2019",
                        "2020-01-31",
                        Map.of("amoxicillin", "2026-03-01, taken at the hospital"));
        List<Finding> found = check(allergicTo(tolerating), "amoxicillin");
        assertEquals(TELLS, tiers(found));
        assertEquals(
                "Recorded allergy: Penicillins (penicillin, sốc phản vệ, 2019). Tolerated since,"
                        + " as recorded: 1 Mar 2026, taken at the hospital.",
                found.getFirst().effect());
    }

    @ParameterizedTest
    @CsvSource({
        "SEVERE, '', CONTRAINDICATED",
        "UNKNOWN, sốc phản vệ, CONTRAINDICATED",
        "MODERATE, choque anafiláctico, CONTRAINDICATED",
        "MODERATE, hives, MAJOR",
        "UNKNOWN, '', MAJOR",
    })
    void aSevereReactionForbidsTheWholeGroup(Severity severity, String reaction, Level level) {
        KnownAllergy penicillin = allergy("group:penicillins", severity, reaction);
        assertEquals(List.of(level), levels(check(allergicTo(penicillin), "amoxicillin")));
    }

    @Test
    void anAllergyToldByTheNameOfACombinationIsHeededForEachOfItsParts() {
        KnownAllergy told =
                new KnownAllergy(
                        "",
                        "Augmentin",
                        KnownAllergy.Type.ALLERGY,
                        Severity.SEVERE,
                        "sốc phản vệ",
                        Set.of());
        List<Finding> found = check(allergicTo(told), "amoxicillin");
        assertEquals(List.of(Level.CONTRAINDICATED), levels(found));
        assertTrue(found.getFirst().effect().contains("(Augmentin, sốc phản vệ)"));
        assertEquals(STOPS, tiers(check(allergicTo(told), "flucloxacillin")));
        assertEquals(List.of(), check(allergicTo(told), "paracetamol"));
    }

    @Test
    void toleranceOfOneLeavesTheOthersOfTheGroup() {
        KnownAllergy tolerating =
                new KnownAllergy(
                        "ing:amoxicillin",
                        "amoxicillin",
                        KnownAllergy.Type.ALLERGY,
                        Severity.UNKNOWN,
                        "",
                        Set.of("cefalexin"));
        assertEquals(STOPS, tiers(check(allergicTo(tolerating), "cefadroxil")));
    }

    @Test
    void toleranceDoesNotExcuseTheAllergenItself() {
        KnownAllergy tolerating =
                new KnownAllergy(
                        "ing:amoxicillin",
                        "amoxicillin",
                        KnownAllergy.Type.ALLERGY,
                        Severity.UNKNOWN,
                        "",
                        Set.of("amoxicillin"));
        assertEquals(STOPS, tiers(check(allergicTo(tolerating), "amoxicillin")));
    }

    @Test
    void anAllergyWithoutAnAgentIsSaidToBeUnchecked() {
        KnownAllergy unmatched =
                new KnownAllergy(
                        "",
                        "the yellow pill of my aunt",
                        KnownAllergy.Type.UNKNOWN,
                        Severity.UNKNOWN,
                        "",
                        Set.of());
        List<Finding> found = check(allergicTo(unmatched), "paracetamol");
        assertEquals(List.of(FindingKind.UNCHECKED), kinds(found));
        assertEquals(TELLS, tiers(found));
    }

    @Test
    void anAllergyWithAnAgentThatNoLongerExistsIsSaidToBeUnchecked() {
        assertEquals(
                List.of(FindingKind.UNCHECKED),
                kinds(check(allergicTo(allergy("group:gone")), "paracetamol")));
    }

    @Test
    void theSameAllergyRecordedTwiceIsOneFindingAtTheGraverLevel() {
        List<Finding> found =
                check(
                        allergicTo(
                                allergy("ing:amoxicillin"),
                                allergy("ing:amoxicillin", Severity.SEVERE, "angioedema")),
                        "amoxicillin");
        assertEquals(List.of(Level.CONTRAINDICATED), levels(found));
    }

    @Test
    void theTextNamesTheAllergyAndTheGroup() {
        Finding finding = check(allergicTo(allergy("ing:amoxicillin")), "cefalexin").getFirst();
        assertTrue(
                finding.effect().startsWith("Recorded allergy: Amoxicillin. A similar structure"),
                finding.effect());
    }

    @Test
    void aGraveReactionIsToldThoughItWasTakenSinceWithoutHarm() {
        KnownAllergy told =
                new KnownAllergy(
                        "group:penicillins",
                        "Penicillin",
                        KnownAllergy.Type.ALLERGY,
                        Severity.SEVERE,
                        "anaphylaxis",
                        Set.of("amoxicillin"));
        assertEquals(TELLS, tiers(check(allergicTo(told), "amoxicillin")));
    }
}
