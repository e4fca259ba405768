package org.clinicdesk.server.drug.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.clinicdesk.server.drug.Dosing;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.KnownAllergy;
import org.clinicdesk.server.drug.MedicineUse;
import org.clinicdesk.server.drug.PatientFacts;
import org.clinicdesk.server.drug.Quantity;
import org.clinicdesk.server.drug.Range;
import org.clinicdesk.server.drug.Sex;
import org.clinicdesk.server.drug.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;
import java.util.Set;

class GrammarTest {
    private static final Grammar GRAMMAR = new Grammar(Knowledge.load());

    @ParameterizedTest
    @CsvSource({
        "paracetamol 1 g oral, 1, GRAM",
        "levothyroxine 100 microgram od, 100, MICROGRAM",
        "digoxin 62.5mcg, 62.5, MICROGRAM",
        "'enoxaparin 4,000 units sc', 4000, UNIT",
        "levothyroxine .1 mg, 0.1, MG",
        "levothyroxine 0.125 mg, 0.125, MG",
        "'warfarin 2,5 mg', 2.5, MG",
        "amoxicillin 15 mg/kg/dose tds in child 20 kg, 300, MG",
        "insulin 10U IV, 10, UNIT",
        "ibuprofen 400-600 mg, 600, MG",
        "paracetamol 2 x 500 mg, 1000, MG",
        "paracetamol 500 mg 2 tablets, 1000, MG",
        "methotrexate 6 tablets of 2.5 mg weekly, 15, MG",
        "amoxicillin 250 mg/5 ml 10 ml tds, 500, MG",
        "potassium chloride 20 mmol iv push, 20, MMOL",
        "metformin 2 tablets, 2, PIECE",
        "fentanyl 25 microgram/h patch, 25, MICROGRAM_PER_HOUR",
        "amoxicillin 1500 mg/day tds, 500, MG",
        "amoxicillin 900 mg/day in 2 divided doses, 450, MG",
        "lidocaine 1 % 20 ml sc, 200, MG",
        "potassium chloride 20 mmol in 500 ml over 4 hours iv, 20, MMOL",
    })
    void anAmountAtATime(String order, double value, Unit unit) {
        assertEquals(List.of(new Quantity(value, unit)), dosing(order).amounts());
    }

    @ParameterizedTest
    @CsvSource({
        "co-trimoxazole 960 mg bd, 800, 160",
        "co-amoxiclav 625 mg tds, 500, 125",
        "co-amoxiclav 1 g bd, 875, 125",
    })
    void theAmountOfACombinationIsWhatItHoldsInAll(String order, double first, double second) {
        assertEquals(
                List.of(new Quantity(first, Unit.MG), new Quantity(second, Unit.MG)),
                dosing(order).amounts());
    }

    @ParameterizedTest
    @CsvSource({
        "od, 1",
        "bd, 2",
        "TDS, 3",
        "qid, 4",
        "nocte, 1",
        "twice daily, 2",
        "3 times a day, 3",
        "five times daily, 5",
        "DAILY, 1",
        "alternate days, 0.5",
        "twice a week, 0.2857142857142857",
        "once weekly, 0.14285714285714285",
        "every 2 weeks, 0.07142857142857142",
        "every Monday, 0.14285714285714285",
        "5 days a week, 0.7142857142857143",
    })
    void timesADay(String frequency, double times) {
        assertEquals(times, dosing("metoprolol 50 mg " + frequency).timesADay());
    }

    @ParameterizedTest
    @CsvSource({
        "every 3 hours, 3",
        "every 4 h, 4",
        "q6h, 6",
        "q4-6h, 4",
        "8-hourly, 8",
        "every 30 minutes, 0.5"
    })
    void anInterval(String interval, double hours) {
        assertEquals(hours, dosing("paracetamol 1 g " + interval).everyHours());
    }

    @ParameterizedTest
    @CsvSource({"for 7 days, 7", "x 2 weeks, 14", "for 3 months, 90", "5 day course, 5"})
    void aDuration(String duration, int days) {
        assertEquals(days, dosing("ibuprofen 400 mg tds " + duration).days());
    }

    @Test
    void aCombinationHasAnAmountForEachIngredient() {
        MedicineUse use = ordered("codeine/paracetamol 30/500 2 tablets qds prn");
        assertEquals(List.of("codeine", "paracetamol"), use.ingredients());
        assertEquals(
                List.of(new Quantity(60, Unit.MG), new Quantity(1000, Unit.MG)),
                use.dosing().amounts());
    }

    @ParameterizedTest
    @CsvSource({
        "fluticasone/salmeterol 250/50 inhaler bd, MICROGRAM",
        "ethinylestradiol/levonorgestrel 30/150 od, MICROGRAM",
        "codeine/paracetamol 30/500, MG",
        "budesonide/formoterol 160/4.5 bd, MICROGRAM",
        "umeclidinium/vilanterol 55/22 od, MICROGRAM",
    })
    void strengthsWithoutAUnitAreInTheOneTheyAreSoldIn(String order, Unit unit) {
        assertEquals(unit, dosing(order).amounts().getFirst().unit());
    }

    @Test
    void aPercentageOfDropsSaysNoAmount() {
        Grammar.Case read = GRAMMAR.order("", "", "timolol 0.5% eye drops bd");
        assertEquals(List.of(), read.unread());
        assertEquals(List.of(), read.orders().getFirst().medicine().dosing().amounts());
    }

    @Test
    void aDoseForEachKilogramIsMultipliedByTheWeight() {
        Grammar.Case read = GRAMMAR.order("infant 8 kg", "", "ibuprofen 10 mg/kg oral");
        assertEquals(
                List.of(new Quantity(80, Unit.MG)),
                read.orders().getFirst().medicine().dosing().amounts());
    }

    @Test
    void aDoseForEachKilogramWithoutAWeightIsSaid() {
        assertEquals(
                List.of("a dose for each kg without a weight"),
                GRAMMAR.order("child", "", "ibuprofen 10 mg/kg oral").unread());
    }

    @ParameterizedTest
    @CsvSource({
        "iv, intravenous",
        "IV push, intravenous_bolus",
        "INTRATHECAL, intrathecal",
        "po, oral",
        "by mouth, oral",
        "eye drops, ophthalmic",
        "nasal, nasal",
        "cream, topical",
        "patch, transdermal",
        "IT, intrathecal",
        "via nasogastric tube, oral",
        "nebs, inhaled",
        "iv in 100 ml saline over 30 minutes, intravenous_infusion",
        "oral over 2 hours, oral",
        "iv over 2 minutes, intravenous_bolus",
        "over 5 min iv, intravenous_bolus",
        "iv over 60 minutes, intravenous_infusion",
        "shampoo, topical",
        "sc, subcutaneous",
    })
    void aRoute(String written, String route) {
        assertEquals(route, ordered("hydrocortisone 5 mg " + written).route());
    }

    @ParameterizedTest
    @CsvSource({
        "fentanyl patch oral, transdermal or oral",
        "timolol eye drops oral, ophthalmic or oral",
        "fluorouracil 5% cream oral, topical or oral",
        "chlorhexidine mouthwash iv, buccal or intravenous",
    })
    void aRouteThatTheFormCannotTakeIsSaid(String order, String told) {
        assertEquals(List.of(told), GRAMMAR.order("", "", order).unread());
    }

    @ParameterizedTest
    @CsvSource({
        "morphine hydrochloride 10 mg, morphine",
        "morfina sulfato 10 mg, morphine",
        "losartan kali 50 mg, losartan",
        "diclofenaco sódico 50 mg, diclofenac",
        "clorfeniramina maleato 4 mg, chlorphenamine",
    })
    void aSaltThatIsNotKnownIsLeftOff(String order, String inn) {
        assertEquals(List.of(inn), ordered(order).ingredients());
    }

    @ParameterizedTest
    @CsvSource({
        "trimetoprima, trimethoprim",
        "sulfametoxazol/trimetoprima, sulfamethoxazole+trimethoprim",
        "dipirona, metamizole",
        "natri valproat, valproic acid",
        "Depakote, valproic acid",
        "Cafergot, ergotamine+caffeine",
        "Yasmin, ethinylestradiol+drospirenone",
        "Mercilon, desogestrel+ethinylestradiol",
        "Diane-35, cyproterone+ethinylestradiol",
        "thuốc tránh thai, ethinylestradiol+levonorgestrel",
        "Cosopt, dorzolamide+timolol",
        "MTX, methotrexate",
        "Tdap, dtp vaccine",
        "rotundin, rotundine",
    })
    void aNameAsItIsWritten(String written, String inns) {
        assertEquals(List.of(inns.split("\\+")), ordered(written).ingredients());
        assertEquals(List.of(), GRAMMAR.order("", "", written).unread());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enalapril, potassium chloride",
                "enalapril; potassium chloride",
                "potassium chloride + enalapril"
            })
    void theNextMedicineOfAListIsNoSaltOfTheOneBefore(String list) {
        var ordered =
                GRAMMAR.list("", "", list).orders().stream()
                        .flatMap(order -> order.medicine().ingredients().stream())
                        .sorted()
                        .toList();
        assertEquals(List.of("enalapril", "potassium chloride"), ordered);
    }

    @Test
    void aCombinationWithANameOfItsOwnIsWhatItHolds() {
        MedicineUse use = ordered("co-trimoxazole 800/160 mg bd");
        assertEquals(List.of("sulfamethoxazole", "trimethoprim"), use.ingredients());
        assertEquals(
                List.of(new Quantity(800, Unit.MG), new Quantity(160, Unit.MG)),
                use.dosing().amounts());
    }

    @Test
    void renewalAndStartAreHeard() {
        assertEquals(true, dosing("allopurinol 300 mg oral start").start());
        assertEquals(true, dosing("allopurinol 300 mg od renewal").renewal());
    }

    @Test
    void whatStandsInBetweenOfThePatientIsThePatients() {
        assertEquals(
                Range.exactly(50),
                GRAMMAR.order("adult", "", "digoxin in eGFR 50")
                        .patient()
                        .results()
                        .getFirst()
                        .value());
    }

    @Test
    void whatIsGivenWithItIsAMedicineOfItsOwn() {
        assertEquals(
                2, GRAMMAR.order("", "", "ceftriaxone iv with calcium carbonate").orders().size());
    }

    @Test
    void aPlusWithBlanksSeparatesWhatIsTaken() {
        PatientFacts patient =
                GRAMMAR.order("", "levothyroxine + budesonide/formoterol", "cetirizine").patient();
        assertEquals(
                List.of(List.of("levothyroxine"), List.of("budesonide", "formoterol")),
                patient.medicines().stream().map(MedicineUse::ingredients).toList());
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertEquals(
                List.of("moon", "forte plus"),
                GRAMMAR.order("adult of the moon", "", "simvastatin forte plus 20 mg").unread());
    }

    @ParameterizedTest
    @CsvSource({
        "age 8, 8",
        "34 y, 34",
        "82-year-old, 82",
        "3-month-old, 0.25",
        "age 6 months, 0.5",
        "aged 40 years, 40",
        "woman 38, 38",
        "'man, 45', 45",
        "72F, 72",
        "54 yo M, 54",
        "'child 4 years, 16 kg', 4",
        "2 years 3 months, 2.25",
        "'2 yr 6 mo, 13 kg', 2.5",
        "6y3m, 6.25",
        "72 y.o. male, 72",
        "54M, 54",
        "man of 40 years, 40",
        "'asthma, 6 years, 20 kg', 6",
        "eGFR 90 80 years, 80",
        "'woman 34, 34 y', 34",
        "'no known drug allergies, 8 months, 9 kg', 0.6666666666666666",
        "niño 4 años, 4",
        "bé trai 4 tuổi, 4",
    })
    void anAge(String written, double years) {
        assertEquals(Range.exactly(years), patient(written).traits().age());
    }

    /// Not every span of time is how old somebody is.
    @ParameterizedTest
    @CsvSource({
        "fever 3 days, fever 3 days",
        "asthma for 5 years, 5 years",
        "asthma 5 years, 5 years",
        "MI 8 months ago, 8 months ago",
        "stroke 12 m ago, 12 m ago",
        "surgery 5 days ago, surgery 5 days ago",
        "type 2 diabetes x 10 years, x 10 years",
        "'diabetes, 3 years on insulin', 3 years",
        "5 years of asthma, 5 years",
        "DVT hace 3 meses, hace 3 meses",
        "cough 2 weeks, cough 2 weeks",
        "'breastfeeding, 6 weeks', 6 weeks",
    })
    void aSpanOfSomethingElseIsNoAgeAndIsSaid(String written, String unread) {
        Grammar.Case read = GRAMMAR.order(written, "", "paracetamol");
        assertEquals(List.of(unread), read.unread());
        assertNull(read.patient().traits().age());
    }

    @ParameterizedTest
    @CsvSource({
        "'72-year-old man, MI 3 months ago', 72, 3 months ago",
        "'MI 3 months ago, 72-year-old man', 72, 3 months ago",
        "'man 45, 10 years diabetic', 45, 10 years",
        "'6 weeks, aged 30', 30, 6 weeks",
        "'aged 30, aged 8', 30, aged 8",
    })
    void ofTwoAgesTheSurerOrTheFirstHoldsAndTheOtherIsSaid(
            String written, double years, String unread) {
        Grammar.Case read = GRAMMAR.order(written, "", "paracetamol");
        assertEquals(List.of(unread), read.unread());
        assertEquals(Range.exactly(years), read.patient().traits().age());
    }

    @ParameterizedTest
    @ValueSource(strings = {"woman, 3 weeks", "3 weeks, woman"})
    void aWomanIsNotSoManyWeeksOld(String written) {
        Grammar.Case read = GRAMMAR.order(written, "", "paracetamol");
        assertEquals(List.of("3 weeks"), read.unread());
        assertEquals(Range.below(18, 130), read.patient().traits().age());
    }

    @ParameterizedTest
    @CsvSource({
        "pregnant 10 weeks, 10",
        "pregnant (20 weeks), 20",
        "pregnancy 32 weeks, 32",
        "'pregnancy, 32 weeks', 32",
        "pregnant - 32 weeks, 32",
        "pregnancy week 32, 32",
        "pregnant 32w4d, 32",
        "pregnant 32+4, 32",
        "32 weeks pregnant, 32",
        "G2P1 24 weeks, 24",
        "28F G1P0 at 30w, 30",
        "embarazada de 20 semanas, 20",
        "có thai 20 tuần, 20",
    })
    void theWeeksOfAPregnancyAreNoAge(String written, double weeks) {
        assertEquals(true, patient(written).traits().pregnant());
        assertEquals(Range.exactly(weeks), patient(written).traits().weeks());
    }

    @Test
    void monthsOfAPregnancyAreWeeks() {
        assertEquals(21.7, patient("pregnant 5 months").traits().weeks().min(), 0.1);
        assertEquals(21.7, patient("5 months pregnant").traits().weeks().min(), 0.1);
    }

    @Test
    void whoIsNotOnContraceptionMayBecomePregnant() {
        assertEquals(true, patient("female 25 not on contraception").traits().childbearing());
        assertEquals(true, patient("woman 25, stopped contraception").traits().childbearing());
        assertEquals(false, patient("woman 25 on contraception").traits().childbearing());
    }

    @Test
    void whoLivesInANursingHomeIsNotBreastfeeding() {
        assertNull(patient("nursing home resident").traits().lactating());
    }

    @Test
    void aDaySaidInAnOrderIsNoAge() {
        assertNull(GRAMMAR.order("", "", "amoxicillin in 3 days").patient().traits().age());
    }

    @ParameterizedTest
    @CsvSource({"40 lbs, 18.14", "'7 lb 4 oz', 3.29", "70 kgs, 70", "3500 g, 3.5"})
    void aWeightInItsUnits(String written, double kg) {
        assertEquals(kg, patient(written).traits().weight(), 0.01);
    }

    @ParameterizedTest
    @CsvSource({
        "'lost 8 kg, 72 y', lost 8 kg",
        "72 y birth weight 3 kg, birth weight 3 kg",
        "'72 y, 8 kg weight loss', 8 kg weight loss",
    })
    void whatSomebodyLostIsNotWhatHeWeighs(String written, String unread) {
        Grammar.Case read = GRAMMAR.order(written, "", "paracetamol");
        assertEquals(List.of(unread), read.unread());
        assertNull(read.patient().traits().weight());
    }

    @Test
    void aWeightThatNoAdultHasIsSaid() {
        assertEquals(
                List.of("8 kg of an adult"),
                GRAMMAR.order("adult 8 kg", "", "paracetamol").unread());
    }

    @Test
    void onlyAResultIsSoOld() {
        Grammar.Case read = GRAMMAR.order("INR 6, MI 3 months ago", "", "paracetamol");
        assertEquals(0, read.patient().results().getFirst().ageDays());
        assertEquals(List.of("3 months ago"), read.unread());
        assertEquals(30, patient("INR 2.4 30 days ago").results().getFirst().ageDays());
        assertEquals(30, patient("INR 2.4 (30 days ago)").results().getFirst().ageDays());
    }

    @Test
    void aWomanOfWhomMuchIsSaid() {
        PatientFacts patient =
                patient(
                        "woman 34 y, 62 kg, pregnant 10 weeks, smoker, allergy codeine"
                                + " (anaphylaxis)");
        assertEquals(Sex.FEMALE, patient.traits().sex());
        assertEquals(62, patient.traits().weight());
        assertEquals(Range.exactly(10), patient.traits().weeks());
        assertEquals(true, patient.traits().smoker());
        assertEquals(KnownAllergy.Severity.SEVERE, patient.allergies().getFirst().severity());
    }

    @ParameterizedTest
    @CsvSource({
        "previous DVT, vte",
        "history of GI bleed, gi_bleeding",
        "severe asthma, asthma",
        "acute pancreatitis, pancreatitis",
        "second-degree heart block, av_block",
        "HLA-B*5701 positive, hla_b5701",
        "Addison's disease, adrenal_insufficiency",
        "Barrett's esophagus, oesophageal_disorder",
        "PMH: congestive heart failure, heart_failure",
        "known asthmatic, asthma",
        "hx of torsades, long_qt",
        "on hemodialysis, ckd_5",
        "renal failure, ckd_5",
        "CCF, heart_failure",
        "s/p DVT, vte",
        "suffers from asthma, asthma",
        "diagnosis: Parkinsons, parkinson",
    })
    void aConditionWhenAndHowGraveItWas(String written, String condition) {
        assertEquals(List.of(), GRAMMAR.order(written, "", "paracetamol").unread());
        assertEquals(Set.of(condition), patient(written).conditions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no asthma",
                "without aura",
                "no history of peptic ulcer",
                "denies seizures"
            })
    void whatIsDeniedIsNotThere(String written) {
        assertEquals(Set.of(), patient(written).conditions());
    }

    @Test
    void whoIsNotBreastfeedingIsKnownNotToBe() {
        assertEquals(false, patient("woman 30, not breastfeeding").traits().lactating());
    }

    @Test
    void twoWordsOfOneAgeHoldTogether() {
        assertEquals(Range.below(65, 130), patient("elderly woman").traits().age());
        assertEquals(
                Range.below(18, 130),
                patient("breastfeeding mother of newborn, adult").traits().age());
    }

    @Test
    void aMedicineIsSaidNotToBeTolerated() {
        KnownAllergy told = patient("statin intolerance").allergies().getFirst();
        assertEquals(KnownAllergy.Type.INTOLERANCE, told.type());
        assertEquals("group:statins", told.agent());
    }

    @Test
    void anAdultIsNoExactAge() {
        assertEquals(Range.below(18, 130), patient("adult 70 kg").traits().age());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CKD stage 4",
                "CKD stage IV",
                "insuficiencia renal crónica estadio 4",
                "suy thận mạn giai đoạn 4"
            })
    void aStageOfKidneyDiseaseIsARangeOfFiltration(String written) {
        assertEquals(Range.below(15, 30), patient(written).results().getFirst().value());
    }

    @Test
    void twoConditionsMayBeJoined() {
        assertEquals(Set.of("asthma", "copd"), patient("asthma/COPD").conditions());
    }

    @ParameterizedTest
    @CsvSource({"age >= 65, 65", "70+, 70", "70+ years, 70", "aged over 80, 80"})
    void anAgeAtLeast(String written, double years) {
        assertEquals(Range.below(years, 130), patient(written).traits().age());
    }

    @ParameterizedTest
    @ValueSource(strings = {"24 weeks", "32w4d"})
    void soManyWeeksMayBeOfAPregnancy(String written) {
        Grammar.Case read = GRAMMAR.order(written, "", "paracetamol");
        assertEquals(List.of(written), read.unread());
        assertNull(read.patient().traits().age());
    }

    @Test
    void anAllergyNamesASubstanceAGroupAndAReaction() {
        KnownAllergy allergy = patient("ACE inhibitor allergy").allergies().getFirst();
        assertEquals("group:ace_inhibitors", allergy.agent());
        assertEquals(
                "group:ace_inhibitors",
                GRAMMAR.allergy("", "", "ACE inhibitor (angioedema) (class)", "captopril")
                        .patient()
                        .allergies()
                        .getFirst()
                        .agent());
    }

    @ParameterizedTest
    @CsvSource({
        "creatinine 4.5, 397.8",
        "creatinine 4.5 mg/dL, 397.8",
        "'platelets 30,000', 30",
        "platelets 25 x10^9/L, 25",
        "ANC 800/mm3, 0.8",
        "serum potassium 5.9 mmol/L, 5.9",
        "BP 85/50, 85",
        "corrected calcium 1.9, 1.9",
        "QTc=520ms, 520",
        "QT interval 520, 520",
        "creat 4.5 mg/dl, 397.8",
        "transaminases 5x ULN, 5",
    })
    void aResultInTheUnitOfTheRules(String written, double value) {
        assertEquals(value, patient(written).results().getFirst().value().min(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        "anaphylaxis to amoxicillin, ing:amoxicillin, anaphylaxis",
        "'woman, anaphylaxis to amoxicillin', ing:amoxicillin, anaphylaxis",
        "'age 30; anaphylaxis to amoxicillin', ing:amoxicillin, anaphylaxis",
        "'penicillin (rash), asthma', group:penicillins, rash",
        "angioedema with enalapril, ing:enalapril, angioedema",
        "history of SJS after carbamazepine, ing:carbamazepine, sjs",
        "penicillin anaphylaxis, group:penicillins, anaphylaxis",
        "allergic to penicillin - hives, group:penicillins, hives",
        "penicillin allergy (mild rash), group:penicillins, mild rash",
    })
    void aReactionIsToldInManyOrders(String written, String agent, String reaction) {
        KnownAllergy allergy = patient(written).allergies().getFirst();
        assertEquals(agent, allergy.agent());
        assertEquals(reaction, allergy.reaction().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({
        "'allergies: penicillin, latex', 2",
        "allergy penicillin and latex, 2",
        "'allergy penicillin (rash, hives), asthma', 1",
        "allergy co-trimoxazole, 2",
        "penicillin allergy (de-labelled), 0",
        "'man 30, penicillin (de-labelled), asthma', 0",
        "penicillin allergy disproved, 0",
        "allergies: none, 0",
        "allergic reaction to penicillin, 1",
        "TEN with phenytoin, 1",
        "'hypotension with heart failure', 0",
        "no known drug allergies, 0",
        "no penicillin allergy, 0",
        "'no known penicillin allergy, asthma', 0",
        "not allergic to penicillin, 0",
        "'no penicillin allergy, aspirin allergy', 1",
        "alergia a la penicilina, 1",
        "dị ứng penicillin, 1",
    })
    void asManyAllergiesAsAreNamed(String written, int count) {
        assertEquals(count, patient(written).allergies().size());
    }

    @ParameterizedTest
    @CsvSource({
        "'man 30, mother allergic to penicillin, asthma', mother allergic to penicillin",
        "'asthma, family history of breast cancer', family history of breast cancer",
    })
    void whatARelativeHasIsSaidNotToBeRead(String written, String unread) {
        Grammar.Case read = GRAMMAR.order(written, "", "paracetamol");
        assertEquals(List.of(unread), read.unread());
        assertEquals(List.of(), read.patient().allergies());
        assertEquals(Set.of("asthma"), read.patient().conditions());
    }

    @ParameterizedTest
    @CsvSource({
        "'penicillin, sulfa', 2",
        "penicillin; sulfa, 2",
        "penicillin + sulfa, 2",
        "penicillin/sulfa, 2",
        "penicillin (rash) and latex, 2",
        "'penicillin, codeine, aspirin', 3",
        "sulfamethoxazole/trimethoprim (SJS), 2",
        "'penicillin, rash', 1",
        "'penicillin (rash, hives)', 1",
        "anaphylaxis to penicillin, 1",
        "PCN, 1",
        "contrast dye, 1",
    })
    void asManyAllergensAsACellNames(String allergens, int count) {
        Grammar.Case read = GRAMMAR.allergy("", "", allergens, "paracetamol");
        assertEquals(List.of(), read.unread());
        assertEquals(count, read.patient().allergies().size());
        assertEquals(
                List.of(),
                read.patient().allergies().stream().filter(a -> a.agent().isEmpty()).toList());
    }

    @Test
    void ofTwoAllergensEachHasItsReaction() {
        assertEquals(
                List.of("rash", "SJS"),
                GRAMMAR
                        .allergy("", "", "penicillin (rash), sulfa (SJS)", "paracetamol")
                        .patient()
                        .allergies()
                        .stream()
                        .map(KnownAllergy::reaction)
                        .toList());
    }

    @Test
    void whatIsToleratedMayBeSaidFirst() {
        assertEquals(
                patient("allergy penicillin (rash), tolerates amoxicillin").allergies(),
                patient("tolerates amoxicillin, allergy penicillin (rash)").allergies());
    }

    @Test
    void whatIsToleratedIsHeardInBracketsToo() {
        assertEquals(
                Set.of("cefalexin"),
                patient("allergy amoxicillin (rash; tolerated cefalexin)")
                        .allergies()
                        .getFirst()
                        .tolerated()
                        .keySet());
    }

    @Test
    void anIntoleranceIsHeardInAColumnOfAllergensToo() {
        assertEquals(
                KnownAllergy.Type.INTOLERANCE,
                GRAMMAR.allergy("", "", "intolerance codeine (nausea)", "codeine")
                        .patient()
                        .allergies()
                        .getFirst()
                        .type());
    }

    @Test
    void whatIsToleratedIsHeard() {
        assertEquals(
                Set.of("cefalexin"),
                patient("allergy ampicillin (rash), tolerates cefalexin")
                        .allergies()
                        .getFirst()
                        .tolerated()
                        .keySet());
    }

    @ParameterizedTest
    @CsvSource({"4 años, 4", "4 tuổi, 4", "6 meses, 0.5", "6 tháng tuổi, 0.5"})
    void anAgeIsReadInSpanishAndVietnamese(String written, double years) {
        assertEquals(years, patient(written).traits().age().min(), 0.01);
    }

    /// Dot and comma mean thousands in one country and decimals in another.
    @ParameterizedTest
    @CsvSource({
        "paracetamol 5.000 mg od, 5000, 5.000 mg: 5000 or 5",
        "'paracetamol 5,000 mg od', 5000, '5,000 mg: 5000 or 5'",
        "'warfarin 2,500 mg od', 2500, '2,500 mg: 2500 or 2.5'",
        "warfarin 12.500 mg od, 12500, 12.500 mg: 12500 or 12.5",
    })
    void aNumberWithTwoReadingsIsTheGreaterOneAndIsTold(String order, double value, String told) {
        Grammar.Case read = GRAMMAR.order("", "", order);

        assertEquals(List.of(told), read.unread());
        assertEquals(
                value, read.orders().getFirst().medicine().dosing().amounts().getFirst().value());
    }

    @Test
    void aWeightWithTwoReadingsIsTheLesserOne() {
        assertEquals(3.25, patient("newborn 3.250 kg").traits().weight());
        assertEquals(3.25, patient("newborn 3,250 kg").traits().weight());
    }

    @ParameterizedTest
    @CsvSource({
        "paracetamol 1 g q4h prn max 4 g/day, 4",
        "paracetamol 1 g q8h max 4 g/day, 3",
        "paracetamol 1 g prn (max. 3 g per day), 3",
        "codeine 30-60 mg q4h prn maximum 240 mg/day, 4",
    })
    void noMoreADayThanTheMost(String order, double times) {
        assertEquals(times, dosing(order).timesADay());
        assertEquals(List.of(), GRAMMAR.order("", "", order).unread());
    }

    @ParameterizedTest
    @CsvSource({
        "amoxicilina 500 mg vía oral cada 8 horas durante 7 días",
        "amoxicillin 500 mg uống mỗi 8 giờ trong 7 ngày",
    })
    void aCourseIsReadInSpanishAndVietnamese(String order) {
        Dosing dosing = dosing(order);

        assertEquals(List.of(), GRAMMAR.order("", "", order).unread());
        assertEquals(8.0, dosing.everyHours());
        assertEquals(7, dosing.days());
        assertEquals("oral", ordered(order).route());
    }

    @ParameterizedTest
    @CsvSource({
        "amoxicilina 500 mg 3 veces al día",
        "amoxicillin 500 mg ngày 3 lần",
        "amoxicillin 500 mg 3 lần/ngày",
    })
    void soOftenADayIsReadInSpanishAndVietnamese(String order) {
        assertEquals(3.0, dosing(order).timesADay());
        assertEquals(List.of(), GRAMMAR.order("", "", order).unread());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "nil", "-", "không", ""})
    void takingNothingIsNoMedicine(String active) {
        assertEquals(List.of(), GRAMMAR.order("", active, "paracetamol 1 g").patient().medicines());
    }

    private static MedicineUse ordered(String order) {
        return GRAMMAR.order("", "", order).orders().getFirst().medicine();
    }

    private static Dosing dosing(String order) {
        return ordered(order).dosing();
    }

    private static PatientFacts patient(String text) {
        Grammar.Case read = GRAMMAR.order(text, "", "paracetamol");
        assertEquals(List.of(), read.unread());
        return read.patient();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "past pregnancy history of miscarriage",
                "miscarriage in first trimester",
                "previous pregnancy",
            })
    void aPregnancyThatIsOverIsNone(String words) {
        Grammar.Case read = GRAMMAR.order("woman 38, " + words, "", "lisinopril 10 mg");
        assertEquals(List.of(words), read.unread());
        assertNull(read.patient().traits().pregnant());
    }
}
