package org.clinicdesk.client.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.concurrent.TimeUnit;

/// Two desks at one record.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RecordModelTest {

    private static SampleServer server;
    private Desk mine;
    private Desk theirs;

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
        mine = server.deskOf("linh");
        theirs = server.deskOf("linh");
    }

    @AfterEach
    void leave() {
        mine.close();
        theirs.close();
    }

    @Test
    void savesACorrection() {
        var model = record(mine, "carter");
        model.draft().text("address").set("12 Harbour Lane");
        model.save();
        assertFalse(model.dirty());
        assertEquals(
                "12 Harbour Lane",
                record(theirs, "carter").patient().get().getPerson().getAddress());
    }

    @Test
    void savesTwiceInARow() {
        var model = record(mine, "adams");
        model.draft().text("address").set("1 Mill Road");
        model.save();
        model.draft().text("address").set("2 Mill Road");
        model.save();
        assertEquals(
                "2 Mill Road", record(theirs, "adams").patient().get().getPerson().getAddress());
    }

    @Test
    void keepsBothWhenTwoChangedDifferentFields() {
        var model = record(mine, "grant");
        var other = record(theirs, "grant");
        other.draft().text("email").set("oliver@example.org");
        other.save();
        model.draft().text("address").set("4 Quay Street");
        model.save();
        model.save();
        var saved = record(theirs, "grant").patient().get().getPerson();
        assertEquals("oliver@example.org", saved.getEmail());
        assertEquals("4 Quay Street", saved.getAddress());
    }

    @Test
    void losesNothingWhenBothChangedTheSameField() {
        var model = clashing("rahman");
        assertEquals("mine@example.org", model.draft().text("email").get());
        assertEquals("theirs@example.org", model.clashes().getFirst().theirs());
    }

    @Test
    void savesNothingUntilAClashIsDecided() {
        var model = clashing("kim");
        model.save();
        assertEquals(
                "theirs@example.org", record(theirs, "kim").patient().get().getPerson().getEmail());
    }

    @Test
    void savesMineWhenIDecideSo() {
        var model = clashing("mull");
        model.keepMine(model.clashes().getFirst());
        model.save();
        assertEquals(
                "mine@example.org", record(theirs, "mull").patient().get().getPerson().getEmail());
    }

    @Test
    void takesTheirsWhenIDecideSo() {
        var model = clashing("ibanez");
        model.takeTheirs(model.clashes().getFirst());
        assertEquals("theirs@example.org", model.draft().text("email").get());
        assertFalse(model.dirty());
    }

    @Test
    void showsTheRuleAtTheFieldThatBreaksIt() {
        var model = record(mine, "lopez");
        model.draft().text("phones").set("12");
        model.save();
        assertTrue(model.draft().errors().containsKey("phones"));
    }

    private RecordModel clashing(String name) {
        var model = record(mine, name);
        var other = record(theirs, name);
        other.draft().text("email").set("theirs@example.org");
        other.save();
        model.draft().text("email").set("mine@example.org");
        model.save();
        return model;
    }

    private static RecordModel record(Desk desk, String name) {
        var search = new PatientSearchModel(desk);
        search.query().set(name);
        return new RecordModel(desk, search.chosen().orElseThrow());
    }
}
