package org.clinicdesk.client.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Set;
import java.util.concurrent.TimeUnit;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RegisterModelTest {

    private static SampleServer server;
    private Desk desk;
    private RegisterModel model;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void sitDown() {
        desk = server.deskOf("linh");
        desk.navigator().go(Place.of("patient", "register"));
        model = new RegisterModel(desk, Place.of("patient", "register"));
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void staysAtAStepWithAWrongField() {
        model.next();
        assertEquals(0, model.step().get());
        assertEquals(Set.of("given"), model.draft().errors().keySet());
    }

    @Test
    void whoHasGoneOnMeanwhileStaysWhereHeIs() {
        type("Quách", "Ngọc Bảo Khanh", "1998-03-04", "+84 90 000 1198");
        desk.navigator().go(Place.of("patient", "search"));
        throughAllSteps();
        assertEquals("search", desk.navigator().place().orElseThrow().view());
        assertTrue(desk.notices().shown().getFirst().text().startsWith("Registered with number"));
    }

    @Test
    void registersAtTheLastStepAndOpensTheRecord() {
        type("Quách", "Ngọc Bảo Trân", "1999-01-02", "+84 90 000 1199");
        throughAllSteps();
        assertEquals("record", desk.navigator().place().orElseThrow().view());
        assertTrue(desk.notices().shown().getFirst().text().startsWith("Registered with number"));
    }

    @Test
    void showsWhoIsAlikeWhileTyping() {
        type("Nguyễn", "Thị Ánh", "1986-03-14", "");
        assertEquals(
                "Nguyễn Thị Ánh", model.duplicates().getFirst().getHit().getPerson().getName());
    }

    @Test
    void registersNobodyAlikeWithoutADecision() {
        type("Nguyễn", "Tấn Dũng", "1958-01-21", "");
        throughAllSteps();
        assertTrue(model.mustDecide().get());
        assertEquals("register", desk.navigator().place().orElseThrow().view());
    }

    @Test
    void registersAfterTheDecisionThatItIsSomebodyElse() {
        type("Pérez Ortega", "Juan", "1971-10-05", "");
        throughAllSteps();
        model.saveAsSomebodyElse();
        assertEquals("record", desk.navigator().place().orElseThrow().view());
    }

    @Test
    void asksAgainWhenTheNameChangedAfterTheQuestion() {
        type("Hồ", "Ngọc Lan", "1949", "+84 28 3930 1177");
        throughAllSteps();
        model.draft().text("given").set("Ngọc Lân");
        assertFalse(model.mustDecide().get());
    }

    @Test
    void opensThePersonItIs() {
        type("Nguyễn", "Thị Ánh", "1986-03-14", "");
        var known = model.duplicates().getFirst();
        model.itIs(known);
        assertEquals(
                PatientFeature.record(known.getHit().getPerson().getPatientId()),
                desk.navigator().place().orElseThrow());
    }

    private void type(String family, String given, String born, String phone) {
        model.draft().text("family").set(family);
        model.draft().text("given").set(given);
        model.draft().text("birth_date").set(born);
        model.draft().text("phones").set(phone);
    }

    private void throughAllSteps() {
        for (int i = 0; i < RegisterModel.STEPS.size(); i++) {
            model.next();
        }
    }
}
