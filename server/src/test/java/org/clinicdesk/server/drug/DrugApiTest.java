package org.clinicdesk.server.drug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.drug.v1.DrugServiceGrpc;
import org.clinicdesk.drug.v1.SearchAgentsRequest;
import org.clinicdesk.drug.v1.SearchMedicinesRequest;
import org.clinicdesk.drug.v1.SearchMedicinesResponse;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

@OnServer
class DrugApiTest {

    private final DrugServiceGrpc.DrugServiceBlockingStub desk;
    private final DrugServiceGrpc.DrugServiceBlockingStub spanish;

    DrugApiTest(TestServer server) {
        desk = DrugServiceGrpc.newBlockingStub(server.as("doctor"));
        spanish = DrugServiceGrpc.newBlockingStub(server.speaking("es", "doctor"));
    }

    @ParameterizedTest
    @CsvSource({
        "simvastatin 20, Simvastatina 20 mg comprimido, ''",
        "simvastatina 20, Simvastatina 20 mg comprimido, ''",
        "aspirin 500, Ácido acetilsalicílico 500 mg comprimido, aspirin",
        "acetylsal 500, Ácido acetilsalicílico 500 mg comprimido, acetylsalicylic acid",
        "'Digoxina 0,25 mg comprimido', 'Digoxina 0,25 mg comprimido', ''",
    })
    void namesWhatIsFoundInTheLanguageOfTheDesk(String typed, String name, String other) {
        var found =
                spanish.searchMedicines(SearchMedicinesRequest.newBuilder().setText(typed).build())
                        .getMedicines(0);
        assertEquals(name, found.getName());
        assertEquals(other, found.getOtherName());
        assertEquals("", found.getContents());
        assertEquals("tablet", found.getForm());
    }

    @Test
    void findsAMedicineWithAllThatIsNeededToPrescribeIt() {
        var request =
                SearchMedicinesRequest.newBuilder().setText("amox 500 caps").setLimit(5).build();
        var found = desk.searchMedicines(request).getMedicinesList();
        assertEquals(
                List.of(
                        org.clinicdesk.drug.v1.Medicine.newBuilder()
                                .setId("product:amoxicillin-500-mg-capsule")
                                .setName("Amoxicillin 500 mg capsule")
                                .addIngredients("amoxicillin")
                                .setStrength("500 mg")
                                .setForm("capsule")
                                .setRoute("oral")
                                .build()),
                found);
    }

    @Test
    void findsByTheBrandAndSaysSo() {
        var request = SearchMedicinesRequest.newBuilder().setText("augmen 500").build();
        var found = desk.searchMedicines(request).getMedicines(0);
        assertEquals("Augmentin", found.getOtherName());
        assertEquals(List.of("amoxicillin", "clavulanic acid"), found.getIngredientsList());
    }

    @Test
    void findsTheProductOfAMakerAndSaysWhatAPackHolds() {
        var request = SearchMedicinesRequest.newBuilder().setText("flovent 0.11").build();
        var found = desk.searchMedicines(request).getMedicines(0);
        assertEquals("product:fluticasone-0-11-mg-actuation-inhaler", found.getId());
        assertEquals("Flovent", found.getBrand());
        assertEquals("120 puff", found.getPack());
    }

    @Test
    void findsByTheNameInAnotherLanguageAndSaysSo() {
        var request = SearchMedicinesRequest.newBuilder().setText("acetaminofen 500").build();
        assertEquals("acetaminofén", desk.searchMedicines(request).getMedicines(0).getOtherName());
    }

    @Test
    void keepsToTheLimitAsked() {
        var request = SearchMedicinesRequest.newBuilder().setText("a").setLimit(3).build();
        assertEquals(3, desk.searchMedicines(request).getMedicinesCount());
    }

    @Test
    void findsTheGroupOfAnAllergyBySpanishName() {
        var request = SearchAgentsRequest.newBuilder().setText("penicilina").build();
        var first = desk.searchAgents(request).getAgents(0);
        assertEquals("group:penicillins", first.getId());
        assertEquals(true, first.getGroup());
    }

    @ParameterizedTest
    @CsvSource({
        "amoxicillin 500mg, Amoxicillin 500 mg capsule",
        "para 500, Paracetamol 500 mg tablet",
        "azithro 500, Azithromycin 500 mg tablet",
        "salbutamol 100, Salbutamol 100 mcg/actuation inhaler",
        "levothyroxine 0.075, Levothyroxine 75 mcg tablet",
        "paracetamol 1g, Paracetamol 1000 mg tablet",
        "amox 250mg/5ml, Amoxicillin 50 mg/ml oral suspension",
        "amlodipino 5, Amlodipine 5 mg tablet",
        "'paracetamol 0,5 g', Paracetamol 500 mg tablet",
        "levothyroxine 50 µg, Levothyroxine 50 mcg tablet",
        "amoxicillin 250/5, Amoxicillin 50 mg/ml oral suspension",
        "ketoconazole 2%, Ketoconazole 20 mg/g cream",
        "sulfametoxazol/trimetoprima 800/160, Sulfamethoxazole + trimethoprim 800 mg + 160 mg"
                + " tablet",
    })
    void theFirstFoundIsWhatIsMeantMostOften(String typed, String first) {
        assertEquals(first, found(typed).getMedicines(0).getName());
    }

    @Test
    void theStrengthOfACombinationMayBeItsSum() {
        assertEquals("500 mg + 125 mg", found("co-amoxiclav 625 mg").getMedicines(0).getStrength());
        assertEquals("tablet", found("augmentin").getMedicines(0).getForm());
    }

    @Test
    void whereNothingHasTheStrengthTheNameIsOfferedAndSaidSo() {
        var found = found("cefixime 75mg");
        assertEquals("ing:cefixime", found.getMedicines(0).getId());
        assertTrue(found.getOtherStrength());
        assertFalse(found("cefixime").getOtherStrength());
        assertEquals(0, found("unknowamab 75mg").getMedicinesCount());
    }

    @ParameterizedTest
    @CsvSource({
        "amlodipine 1, ing:amlodipine",
        "morphine 1, ing:morphine",
        "digoxin 1, ing:digoxin",
        "enalapril 2, ing:enalapril",
        "paracetamol 1, ing:paracetamol",
        "paracetamol 300, ing:paracetamol",
    })
    void aNumberIsNeverTheBeginningOfAnother(String typed, String first) {
        assertTrue(found(typed).getOtherStrength());
        assertEquals(first, found(typed).getMedicines(0).getId());
    }

    @Test
    void aNumberIsNotLookedForInsideOthers() {
        assertEquals(
                "Estradiol 25 mcg/24 h transdermal patch",
                found("estradiol patch 1").getMedicines(0).getName());
        assertTrue(found("estradiol patch 1").getOtherStrength());
    }

    @Test
    void whatComesInAnotherFormIsSaidSo() {
        var found = found("omeprazole 20 mg tablet");
        assertTrue(found.getOtherForm());
        assertFalse(found.getOtherStrength());
        assertEquals("Omeprazole 20 mg capsule", found.getMedicines(0).getName());
    }

    @ParameterizedTest
    @CsvSource({
        "paracetmol, paracetamol, ing:paracetamol",
        "iburpofen, ibuprofen, ing:ibuprofen",
        "ibuproffen, ibuprofen, ing:ibuprofen",
        "omeprasol, omeprazol, ing:omeprazole",
        "metfomin, metformin, ing:metformin",
        "parcetamol 500, paracetamol 500, product:paracetamol-500-mg-tablet",
    })
    void aSlipIsReadAsWhatIsMeantAndSaidSo(String typed, String readAs, String first) {
        assertEquals(readAs, found(typed).getReadAs());
        assertEquals(first, found(typed).getMedicines(0).getId());
        assertEquals("", found(readAs).getReadAs());
    }

    @Test
    void whatIsLikeNothingIsNotGuessed() {
        assertEquals(0, found("xyzabc").getMedicinesCount());
        assertFalse(found("xyzabc 500").getOtherStrength());
    }

    private SearchMedicinesResponse found(String typed) {
        return desk.searchMedicines(SearchMedicinesRequest.newBuilder().setText(typed).build());
    }

    @Test
    void anAllergyToACombinationIsFoundByItsParts() {
        var request = SearchAgentsRequest.newBuilder().setText("augmentin").build();
        assertEquals(
                List.of(
                        "ing:amoxicillin+ing:clavulanic acid",
                        "ing:amoxicillin",
                        "ing:clavulanic acid"),
                desk.searchAgents(request).getAgentsList().stream()
                        .map(agent -> agent.getId())
                        .toList());
    }
}
