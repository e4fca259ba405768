package org.clinicdesk.client.pharmacy;

import static org.junit.jupiter.api.Assertions.assertFalse;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Theme;
import org.clinicdesk.prescription.v1.Prescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PharmacyScreensTest {

    private static SampleServer server;
    private static Ward ward;
    private static Prescription answered;
    private static Prescription asking;
    private static Prescription early;
    private static Prescription expired;
    private static Prescription denied;

    static Stream<Pictures.Picture> pictures() {
        return Stream.concat(
                Pictures.of(shots().stream()),
                shots().stream()
                        .flatMap(shot ->
                                Stream.of(
                                        shot.small(),
                                        new Pictures.Picture(
                                                shot, "vi", Theme.Mode.DARK, 1100, 720))));
    }

    private static List<Shot> shots() {
        return List.of(
                new Shot(
                        "pharmacy-open", "castro", (desk, scene) -> go(desk, PharmacyFeature.OPEN)),
                new Shot("pharmacy-scan", "castro", PharmacyScreensTest::wrongScan),
                new Shot(
                        "pharmacy-verify",
                        "castro",
                        (desk, scene) -> verify(desk, scene, answered)),
                new Shot("pharmacy-asking", "castro", PharmacyScreensTest::asking),
                new Shot("pharmacy-early", "castro", PharmacyScreensTest::early),
                new Shot("pharmacy-expired", "castro", (desk, scene) -> over(desk, scene, expired)),
                new Shot("pharmacy-denied", "castro", (desk, scene) -> over(desk, scene, denied)),
                new Shot("pharmacy-done", "castro", PharmacyScreensTest::done),
                new Shot("pharmacy-stock", "castro", PharmacyScreensTest::stock));
    }

    private static void go(Desk desk, Place place) {
        Ui.run(() -> desk.navigator().go(place));
    }

    private static void wrongScan(Desk desk, Scene scene) {
        go(desk, PharmacyFeature.OPEN);
        Ui.type(scene, "pharmacy-open.query", "CD1-0000-0000-0000-0000");
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.find(scene, "pharmacy-open.scan");
    }

    private static void verify(Desk desk, Scene scene, Prescription prescription) {
        go(desk, PharmacyFeature.verify(prescription.getId()));
        Ui.find(scene, "pharmacy-verify.quantity-0-0");
        Ui.find(scene, "pharmacy-verify.allergies");
        Ui.run(() -> readsWholly(scene));
    }

    private static void asking(Desk desk, Scene scene) {
        verify(desk, scene, asking);
        Ui.type(scene, "pharmacy-verify.quantity-1-0", "9");
        Ui.key(scene, KeyCode.ENTER, true);
        Ui.type(scene, "pharmacy-verify.quantity-1-0", "2");
        Ui.key(scene, KeyCode.ENTER, true);
        Ui.find(scene, "pharmacy-verify.reason-0.error");
    }

    /// Number, day of expiry and what there is are what is compared with the box in the hand.
    private static void readsWholly(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        scene.getRoot()
                .lookupAll(".lots .label")
                .forEach(node ->
                        assertFalse(((Label) node).isTextTruncated(), ((Label) node).getText()));
    }

    /// A controlled medicine and another, both again too soon.
    private static void early(Desk desk, Scene scene) {
        verify(desk, scene, early);
        Ui.key(scene, KeyCode.ENTER, true);
        Ui.find(scene, "pharmacy-verify.reason-0.error");
    }

    /// Nothing of it may be handed out.
    private static void over(Desk desk, Scene scene, Prescription prescription) {
        go(desk, PharmacyFeature.verify(prescription.getId()));
        Ui.find(scene, "pharmacy-verify.over");
        Ui.find(scene, "pharmacy-verify.back");
        Ui.find(scene, "pharmacy-verify.allergies");
    }

    private static void done(Desk desk, Scene scene) {
        var signed = ward.sign(ward.person("grant"), Ward.cetirizine(2), Ward.cefuroxime(14));
        verify(desk, scene, signed);
        Ui.key(scene, KeyCode.ENTER, true);
        Ui.find(scene, "pharmacy-verify.done");
    }

    private static void stock(Desk desk, Scene scene) {
        go(desk, PharmacyFeature.STOCK);
        Ui.type(scene, "pharmacy-receive.query", "metformin");
        Ui.press(scene, "pharmacy-receive.hit-0");
        Ui.type(scene, "pharmacy-form.expires_on", "5/2028");
        Ui.press(scene, "pharmacy-receive.save");
    }

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        ward = new Ward(server);
        var anh = ward.person("nguyen thi anh");
        answered = ward.sign(anh, Ward.amoxicillin(70), Ward.cetirizine(7), Ward.cefuroxime(14));
        var kim = ward.person("kim");
        asking = ward.sign(kim, Ward.amoxicillin(21), Ward.cetirizine(7));
        ward.becomesAllergicToPenicillin(kim);
        ward.sign(ward.person("carter"), Ward.cetirizine(10));
        ward.lot("tramadol-50-mg-capsule", "TRM-2611", 200);
        early =
                ward.sign(
                        ward.person("my duyen"),
                        Ward.tramadol(42).toBuilder().setRepeats(2).setAsWritten(true).build(),
                        Ward.cetirizine(21).toBuilder().setRepeats(1).build());
        ward.handOut(early);
        var grant = ward.person("grant");
        expired = ward.sign(grant, Ward.cetirizine(30), Ward.amoxicillin(21), Ward.cefuroxime(14));
        ward.deny(expired, 1);
        ward.expire(expired);
        denied = ward.sign(ward.person("adams"), Ward.cetirizine(10), Ward.amoxicillin(21));
        ward.deny(denied);
        Ui.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void opensWithWordsOnEveryControl(Pictures.Picture picture) {
        Pictures.take(server, picture);
    }
}
