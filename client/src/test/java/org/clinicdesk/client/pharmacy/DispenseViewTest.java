package org.clinicdesk.client.pharmacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Threads;
import org.clinicdesk.prescription.v1.Prescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.concurrent.TimeUnit;

/// A pharmacist's eyes and hands at the counter, against the real server.
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class DispenseViewTest {

    private static SampleServer server;
    private static Ward ward;
    private Desk desk;
    private Scene scene;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        ward = new Ward(server);
        Ui.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        desk = server.desk(server.settings(), Threads.ofToolkit());
        server.signIn(desk, "castro");
        scene = Ui.show(desk, 1100, 720);
    }

    @AfterEach
    void nothingThrown() {
        Ui.close(desk, scene);
        Ui.verify();
    }

    private void verify(Prescription prescription, String awaited) {
        Ui.run(() -> desk.navigator().go(PharmacyFeature.verify(prescription.getId())));
        Ui.find(scene, awaited);
    }

    private List<String> words(String id) {
        var box = Ui.find(scene, id);
        return Ui.on(() ->
                Ui.nodes(box).stream()
                        .filter(Label.class::isInstance)
                        .map(label -> ((Label) label).getText())
                        .toList());
    }

    private List<String> keys() {
        return scene.getRoot().lookupAll(".statusbar .kbd").stream()
                .map(cap -> ((Label) cap).getText())
                .toList();
    }

    @Test
    void theKeyboardGoesToTheReasonThatIsMissing() {
        var kim = ward.person("kim");
        var signed = ward.sign(kim, Ward.cetirizine(7), Ward.amoxicillin(21));
        ward.becomesAllergicToPenicillin(kim);
        verify(signed, "pharmacy-verify.quantity-0-0");
        assertTrue(Ui.on(() -> keys().contains("Ctrl Enter")));
        Ui.key(scene, KeyCode.ENTER, true);
        var reason = Ui.find(scene, "pharmacy-verify.reason-0");
        Ui.awaitTrue("the keyboard", () -> scene.getFocusOwner() == reason);
        assertTrue(Ui.on(() -> whollySeen(reason)));
    }

    private boolean whollySeen(Node node) {
        var at = node.localToScene(node.getLayoutBounds());
        return at.getMinY() >= 54 && at.getMaxY() <= scene.getHeight();
    }

    @Test
    void aCardBeginsWithWhatToDo() {
        var signed = ward.sign(ward.person("nguyen thi anh"), Ward.amoxicillin(21));
        var finding = ward.look(signed).getFindings(0);
        verify(signed, "pharmacy-verify.finding-0");
        var words = words("pharmacy-verify.finding-0");
        assertTrue(words.contains(finding.getManagement()), words.toString());
        assertTrue(
                words.indexOf(finding.getManagement()) < words.indexOf(finding.getEffect()),
                words.toString());
    }

    @Test
    void whatIsTooOldIsSaidAndCannotBeHandedOut() {
        var signed = ward.sign(ward.person("grant"), Ward.cetirizine(30), Ward.amoxicillin(21));
        ward.deny(signed, 1);
        ward.expire(signed);
        verify(signed, "pharmacy-verify.over");
        assertEquals(
                "No longer valid: the last day was 21 Nov 2026",
                words("pharmacy-verify.over").getFirst());
        assertNull(Ui.lookup(scene, "pharmacy-verify.dispense"));
        assertNull(Ui.lookup(scene, "pharmacy-verify.quantity-0-0"));
        assertFalse(Ui.on(() -> keys().contains("Ctrl Enter")));
        assertTrue(words("pharmacy-verify.line-0").contains("Ordered: 30 tablets"));
        assertTrue(words("pharmacy-verify.line-1").contains("Entered in error"));
        assertTrue(words("pharmacy-verify.line-1").contains("Ordered: 21 tablets"));
    }
}
