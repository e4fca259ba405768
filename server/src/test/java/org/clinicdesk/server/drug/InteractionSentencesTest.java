package org.clinicdesk.server.drug;

import static org.clinicdesk.server.drug.DrugFixture.check;
import static org.clinicdesk.server.drug.DrugFixture.taking;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The rules of the ONC list as what a clinician expects of them; every other rule has its line in the tables
/// of expectations.
class InteractionSentencesTest {
    private static final String SENTENCES =
            """
            a stimulant with an irreversible MAO inhibitor | methylphenidate | phenelzine | CONTRAINDICATED
            a decongestant with an irreversible MAO inhibitor | pseudoephedrine | tranylcypromine | CONTRAINDICATED
            atomoxetine with procarbazine, an anticancer MAO inhibitor | atomoxetine | procarbazine | CONTRAINDICATED
            a decongestant with selegiline | pseudoephedrine | selegiline | MAJOR
            omeprazole with atazanavir, which then is not absorbed | omeprazole | atazanavir | CONTRAINDICATED
            febuxostat with azathioprine, bone marrow failure | febuxostat | azathioprine | CONTRAINDICATED
            allopurinol with azathioprine, a quarter of the dose | allopurinol | azathioprine | MAJOR
            fluoxetine with phenelzine, serotonin syndrome | fluoxetine | phenelzine | CONTRAINDICATED
            venlafaxine with isocarboxazid, serotonin syndrome | venlafaxine | isocarboxazid | CONTRAINDICATED
            sertraline with selegiline | sertraline | selegiline | MAJOR
            irinotecan with ketoconazole, neutropenia | irinotecan | ketoconazole | CONTRAINDICATED
            irinotecan with the protease inhibitor ritonavir | irinotecan | ritonavir | CONTRAINDICATED
            irinotecan with diltiazem | irinotecan | diltiazem | MAJOR
            irinotecan with cimetidine | irinotecan | cimetidine | MODERATE
            pethidine with tranylcypromine | pethidine | tranylcypromine | CONTRAINDICATED
            a cough syrup of dextromethorphan with phenelzine | dextromethorphan | phenelzine | CONTRAINDICATED
            tramadol with selegiline | tramadol | selegiline | CONTRAINDICATED
            amitriptyline with phenelzine | amitriptyline | phenelzine | CONTRAINDICATED
            nortriptyline with rasagiline | nortriptyline | rasagiline | MAJOR
            azithromycin with citalopram, two ordinary QT prolongers | azithromycin | citalopram | MODERATE
            clarithromycin with amiodarone, one strong QT prolonger | clarithromycin | amiodarone | MAJOR
            methadone with sotalol, two strong QT prolongers | methadone | sotalol | MAJOR
            ramelteon with amiodarone | ramelteon | amiodarone | MAJOR
            ramelteon with ciprofloxacin | ramelteon | ciprofloxacin | MAJOR
            ramelteon with fluvoxamine, a level 190-fold | ramelteon | fluvoxamine | CONTRAINDICATED
            ramelteon with ticlopidine | ramelteon | ticlopidine | MAJOR
            bosentan with a protease inhibitor | bosentan | lopinavir | MAJOR
            rifabutin with a protease inhibitor, by dose rule | rifabutin | darunavir | MAJOR
            rifampicin with a protease inhibitor, resistance | rifampicin | atazanavir | CONTRAINDICATED
            St John's wort with a protease inhibitor, resistance | hypericum perforatum | indinavir | CONTRAINDICATED
            simvastatin with amiodarone, a dose cap | simvastatin | amiodarone | MAJOR
            simvastatin with amlodipine, a dose cap often kept | simvastatin | amlodipine | MODERATE
            simvastatin with erythromycin, rhabdomyolysis | simvastatin | erythromycin | CONTRAINDICATED
            lovastatin with verapamil, a dose cap | lovastatin | verapamil | MAJOR
            simvastatin with ranolazine, a dose cap | simvastatin | ranolazine | MAJOR
            clarithromycin with simvastatin, rhabdomyolysis | clarithromycin | simvastatin | CONTRAINDICATED
            ergotamine with erythromycin, gangrene | ergotamine | erythromycin | CONTRAINDICATED
            methylergometrine with itraconazole, gangrene | methylergometrine | itraconazole | CONTRAINDICATED
            tizanidine with ciprofloxacin, hypotension | tizanidine | ciprofloxacin | CONTRAINDICATED
            tizanidine with fluvoxamine, hypotension | tizanidine | fluvoxamine | CONTRAINDICATED
            tizanidine with propafenone | tizanidine | propafenone | MAJOR
            tranylcypromine with procarbazine, two MAO inhibitors | tranylcypromine | procarbazine | CONTRAINDICATED
            sumatriptan with phenelzine | sumatriptan | phenelzine | CONTRAINDICATED
            rizatriptan with moclobemide | rizatriptan | moclobemide | CONTRAINDICATED
            zolmitriptan with methylene blue | zolmitriptan | methylene blue | CONTRAINDICATED
            sildenafil with a nitrate, blood pressure collapses | sildenafil | nitroglycerin | CONTRAINDICATED
            propofol with sotalol, one anaesthetic under ECG | propofol | sotalol | MODERATE
            """;

    record Sentence(String says, String ordered, String taken, Level level) {
        @Override
        public String toString() {
            return says;
        }

        List<Finding> found() {
            return interactions(taken, ordered);
        }
    }

    private static List<Finding> interactions(String taken, String ordered) {
        return check(taking(taken), ordered).stream()
                .filter(finding -> finding.kind() == FindingKind.INTERACTION)
                .toList();
    }

    static Stream<Sentence> sentences() {
        return SENTENCES
                .lines()
                .map(line -> line.split(" \\| "))
                .map(cells ->
                        new Sentence(
                                cells[0], cells[1], cells[2], Level.valueOf(cells[3].strip())));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void isFoundAtItsLevel(Sentence sentence) {
        assertEquals(List.of(sentence.level()), DrugFixture.levels(sentence.found()));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void isFoundInWhicheverOrderTheMedicinesCame(Sentence sentence) {
        List<Finding> found = interactions(sentence.ordered(), sentence.taken());
        assertEquals(List.of(sentence.level()), DrugFixture.levels(found));
    }

    @ParameterizedTest
    @MethodSource("nearMisses")
    void staysQuiet(String pair) {
        String[] medicines = pair.split(" with ");
        assertEquals(List.of(), check(taking(medicines[1]), medicines[0]));
    }

    static Stream<String> nearMisses() {
        return Arrays.stream(
                new String[] {
                    "rosuvastatin with itraconazole",
                    "naratriptan with phenelzine",
                    "baclofen with ciprofloxacin",
                    "azithromycin with simvastatin",
                    "allopurinol with methotrexate",
                    "paracetamol with phenelzine",
                    "enalapril with hydrochlorothiazide"
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pravastatin with clarithromycin",
                "famotidine with atazanavir",
                "tizanidine with levofloxacin",
                "sumatriptan with sertraline",
                "metoprolol with amlodipine"
            })
    void doesNotInterrupt(String pair) {
        String[] medicines = pair.split(" with ");
        List<Finding> found = check(taking(medicines[1]), medicines[0]);
        assertFalse(DrugFixture.tiers(found).contains(Tier.INTERRUPTIVE), pair);
    }

    @Test
    void everyManagementStartsWithTheActionInItsFirstSixtyCharacters() {
        for (Table.Row row : KnowledgeFiles.shipped().table("ddi.tsv").rows()) {
            String action = row.get("management").split("[.,;:(]")[0];
            assertTrue(action.length() <= 60, row.get("rule_id") + ": " + action);
        }
    }
}
