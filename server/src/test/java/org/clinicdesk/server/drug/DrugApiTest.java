package org.clinicdesk.server.drug;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.drug.v1.DrugServiceGrpc;
import org.clinicdesk.drug.v1.SearchAgentsRequest;
import org.clinicdesk.drug.v1.SearchMedicinesRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.TestServer;
import org.junit.jupiter.api.Test;

import java.util.List;

@OnServer
class DrugApiTest {

    private final DrugServiceGrpc.DrugServiceBlockingStub desk;

    DrugApiTest(TestServer server) {
        desk = DrugServiceGrpc.newBlockingStub(server.as("doctor"));
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
}
