package org.clinicdesk.client.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.CutLine;
import org.clinicdesk.client.OnePrinter;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Threads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.concurrent.TimeUnit;

/// A doctor's hands on the keyboard, against the real server.
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class PrescriptionViewTest {

    private static SampleServer server;
    private Desk desk;
    private Scene scene;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        Ui.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        desk = server.desk(server.settings(), Threads.ofToolkit());
        server.signIn(desk, "okafor");
        scene = Ui.show(desk, 1440, 900);
    }

    @AfterEach
    void nothingThrown() {
        Ui.close(desk, scene);
        Ui.verify();
    }

    @Test
    void prescribesByKeyboardAlone() {
        var printer = new OnePrinter();
        Ui.run(() -> desk.paper().printsWith(printer));
        prescribe("thi anh", "clarithromycin 500 mg tab");
        Ui.find(scene, "prescription-write.override-0");
        assertTrue(disabled("prescription-write.sign"));
        while (Ui.lookup(scene, "prescription-write.override-0") != null
                || disabled("prescription-write.sign")) {
            Ui.key(scene, KeyCode.O, true);
            Ui.find(scene, "prescription-override");
            Ui.key(scene, KeyCode.SPACE, false);
            Ui.type(scene, "prescription-override.note", "Theo dõi CK");
            Ui.key(scene, KeyCode.ENTER, false);
            if (Ui.lookup(scene, "prescription-confirm.primary") != null) {
                Ui.press(scene, "prescription-confirm.primary");
            }
        }
        Ui.key(scene, KeyCode.ENTER, true);
        Ui.find(scene, "prescription-paper.page-1");
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.awaitTrue("the printer", () -> !printer.printed().isEmpty());
        Ui.find(scene, "prescription-write.back");
        assertEquals(
                "%PDF",
                new String(
                        printer.printed().getFirst(),
                        0,
                        4,
                        java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void threeLinesAreTypedInThreeGoes() {
        Shots.open(desk, "ibanez");
        var before = System.nanoTime();
        typed("cetirizine 10 mg tab 1 x1 10d", 0);
        typed("omeprazole 20 mg cap 1 x1 14d", 1);
        typed("paracetamol 500 mg tab 1tab q6h 5d", 2);
        Ui.await(
                "the check",
                () -> Ui.lookup(scene, "prescription-write.sign").isDisabled(),
                off -> !off);
        Ui.key(scene, KeyCode.ENTER, true);
        Ui.find(scene, "prescription-paper.page-1");
        assertTrue(System.nanoTime() - before < 30_000_000_000L);
    }

    @Test
    void whoeverTypesFasterThanIsFoundLosesNothing() {
        Shots.open(desk, "ibanez");
        awaitFocus("prescription-form.medicine");
        Ui.run(() -> {
            Ui.write(scene, "cetirizine 10 mg tab 1 x1 10d\n\n");
            Ui.write(scene, "omeprazole 20 mg cap 1 x1 14d\n\n");
            Ui.write(scene, "paracetamol 500 mg tab 1tab q6h 5d\n\n");
        });
        Ui.find(scene, "prescription-write.line-2");
        assertEquals(
                List.of(
                        "Cetirizine 10 mg tablet",
                        "Omeprazole 20 mg capsule",
                        "Paracetamol 500 mg tablet"),
                List.of(0, 1, 2).stream().map(this::name).toList());
        var field = (TextField) Ui.lookup(scene, "prescription-form.medicine");
        assertEquals("", Ui.on(field::getText));
        awaitFocus("prescription-form.medicine");
    }

    private String name(int index) {
        var line = (javafx.scene.Parent) Ui.lookup(scene, "prescription-write.line-" + index);
        return Ui.on(() ->
                Ui.nodes(line).stream()
                        .filter(node -> node.getStyleClass().contains("strong"))
                        .map(node -> ((Label) node).getText())
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void whoeverTypesOnAfterEnterMeansTheWholeOfIt() {
        Shots.open(desk, "ibanez");
        awaitFocus("prescription-form.medicine");
        Ui.run(() -> {
            Ui.write(scene, "cetirizine\n");
            ((TextField) scene.getFocusOwner()).setText("omeprazole 20 mg cap");
        });
        Ui.find(scene, "prescription-write.found-1");
        var field = (TextField) Ui.lookup(scene, "prescription-form.medicine");
        assertEquals("omeprazole 20 mg cap", Ui.on(field::getText));
    }

    private void typed(String line, int index) {
        Ui.type(scene, "prescription-form.medicine", line);
        Ui.find(scene, "prescription-write.found-1");
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.await(
                "the quantity",
                scene::getFocusOwner,
                owner ->
                        owner instanceof javafx.scene.Node node
                                && "prescription-form.quantity".equals(node.getId()));
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.find(scene, "prescription-write.line-" + index);
    }

    @Test
    void addingAndClearingByTheirKeysGoBackToTheMedicine() {
        Shots.open(desk, "carter");
        Ui.type(scene, "prescription-form.medicine", "cetirizine 10 mg tab 1 x1 10d");
        Ui.find(scene, "prescription-write.found-1");
        Ui.key(scene, KeyCode.ENTER, false);
        awaitFocus("prescription-form.quantity");
        Ui.key(scene, KeyCode.N, true);
        Ui.find(scene, "prescription-write.line-0");
        awaitFocus("prescription-form.medicine");
        Ui.type(scene, "prescription-form.medicine", "omeprazole 20 mg cap 1 x1");
        Ui.find(scene, "prescription-write.found-1");
        Ui.key(scene, KeyCode.ENTER, false);
        awaitFocus("prescription-form.days");
        Ui.key(scene, KeyCode.N, true);
        Ui.find(scene, "prescription-form.days.error");
        awaitFocus("prescription-form.days");
        Ui.press(scene, "prescription-write.clear");
        awaitFocus("prescription-form.medicine");
    }

    private void awaitFocus(String id) {
        Ui.await(
                "the keyboard in " + id,
                scene::getFocusOwner,
                owner -> owner instanceof javafx.scene.Node node && id.equals(node.getId()));
    }

    @Test
    void theKeyOfUndoBringsARemovedLineBack() {
        prescribe("lopez munoz", "paracetamol 500 mg tab");
        Ui.press(scene, "prescription-write.remove-0");
        Ui.await("no line", () -> Ui.lookup(scene, "prescription-write.line-0"), it -> it == null);
        Ui.key(scene, KeyCode.Z, true);
        Ui.find(scene, "prescription-write.line-0");
    }

    @Test
    void inALowWindowTheLinesAreSeenFirst() {
        Ui.close(desk, scene);
        desk = server.desk(server.settings(), Threads.ofToolkit());
        server.signIn(desk, "okafor");
        scene = Ui.show(desk, 1100, 760);
        Shots.open(desk, "ibanez");
        Ui.find(scene, "prescription-form.dose");
        typed("cetirizine 10 mg tab 1 x1 10d", 0);
        typed("omeprazole 20 mg cap 1 x1 14d", 1);
        typed("paracetamol 500 mg tab 1tab q6h 5d", 2);
        Ui.await(
                "the form folded",
                () -> Ui.lookup(scene, "prescription-form.dose"),
                it -> it == null);
        var last = Ui.find(scene, "prescription-write.line-2");
        var foot = Ui.find(scene, "prescription-write.sign");
        assertTrue(
                Ui.on(() ->
                        last.localToScene(last.getBoundsInLocal()).getMaxY()
                                < foot.localToScene(foot.getBoundsInLocal()).getMinY()));
        awaitFocus("prescription-form.medicine");
        Ui.key(scene, KeyCode.N, true);
        Ui.find(scene, "prescription-form.dose");
    }

    @Test
    void theLeastUsualDoseIsNotMadeTooLittle() {
        Shots.open(desk, "noah");
        Shots.line(scene, "paracetamol 24 mg/ml", "1", "3", "3");
        Ui.key(scene, KeyCode.D, true);
        Ui.find(scene, "prescription-weight.usual");
        Ui.type(scene, "prescription-weight.kg", "14");
        var result =
                Ui.await(
                        "the dose",
                        () -> ((Label) Ui.lookup(scene, "prescription-weight.result")).getText(),
                        text -> text.contains("6 ml"));
        assertTrue(result.contains("144"), result);
    }

    /// 25 to 40 mg/kg twice a day are usual: three times are another day's dose.
    @Test
    void theDayIsJudgedBesideTheDose() {
        Shots.open(desk, "noah");
        Shots.line(scene, "amoxicillin 50 mg/ml", "1", "3", "5");
        Ui.key(scene, KeyCode.D, true);
        Ui.find(scene, "prescription-weight.usual");
        Ui.type(scene, "prescription-weight.kg", "14");
        Ui.type(scene, "prescription-weight.per-kg", "40");
        Ui.await(
                "the dose of a day",
                () -> ((Label) Ui.lookup(scene, "prescription-weight.result")).getText(),
                text -> text.contains("mg/kg) a day"));
        assertTrue(heading().contains("usual 50–80"), heading());
        Ui.type(scene, "prescription-weight.per-kg", "25");
        Ui.await("the usual", () -> heading().contains("usual 50–80"), there -> !there);
    }

    @Test
    void showsThePatientWhatHeWillReadInHisLanguage() {
        Shots.open(desk, "thi anh");
        Ui.await(
                "the person",
                () ->
                        Ui.lookup(scene, "prescription-write.preview") instanceof Label label
                                ? label.getText()
                                : "",
                text -> text.contains("Vietnamese"));
        Shots.line(scene, "paracetamol 500 mg tab", "1", "3", "5");
        Ui.await(
                "the sentence",
                () -> ((Label) Ui.lookup(scene, "prescription-write.preview")).getText(),
                text -> text.contains("Mỗi lần 1 viên, ngày 3 lần, trong 5 ngày"));
        assertEquals(
                "1 tablet 3 times a day, for 5 days, by mouth.",
                Ui.on(() -> ((Label) Ui.lookup(scene, "prescription-write.reads")).getText()));
        Ui.press(scene, "prescription-write.add");
        var line = (Parent) Ui.find(scene, "prescription-write.line-0");
        var said = Ui.on(() -> labels(line));
        assertTrue(said.contains("1 tablet 3 times a day, for 5 days, by mouth."), said);
        assertTrue(said.contains("Mỗi lần 1 viên, ngày 3 lần, trong 5 ngày"), said);
        Ui.press(scene, "prescription-write.remove-0");
    }

    @Test
    void theWeightOfTodayIsInSightFromThenOn() {
        Shots.open(desk, "noah");
        Shots.line(scene, "paracetamol 24 mg/ml", "1", "3", "3");
        Ui.key(scene, KeyCode.D, true);
        Ui.find(scene, "prescription-weight.usual");
        Ui.type(scene, "prescription-weight.kg", "31,5");
        Ui.press(scene, "prescription-weight.primary");
        if (Ui.lookup(scene, "prescription-weight.primary") != null) {
            Ui.press(scene, "prescription-weight.primary");
        }
        Ui.await(
                "the weight",
                () -> labels((Parent) Ui.lookup(scene, "prescription-write.person")),
                text -> text.contains("31.5 kg today"));
        Ui.press(scene, "prescription-write.clear");
    }

    private static String labels(Parent parent) {
        return Ui.nodes(parent).stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList()
                .toString();
    }

    @Test
    void nobodyIsToldThatAllIsCheckedWhileAllergiesWereNeverAsked() {
        prescribe("perez ortega", "cetirizine 10 mg tab");
        var open =
                Ui.await(
                        "what is open",
                        () ->
                                Ui.lookup(scene, "prescription-write.open") instanceof Label label
                                        ? label.getText()
                                        : "",
                        text -> !text.isEmpty());
        assertEquals("Nobody asked about allergies", open);
        var says = (Label) Ui.lookup(scene, "prescription-write.obstacle");
        assertEquals(
                "Ready to sign, but not all of it could be checked: 1 medicine",
                Ui.on(says::getText));
        assertFalse(disabled("prescription-write.sign"));
    }

    @Test
    void afterClearEveryLineMayBeChanged() {
        prescribe("lopez munoz", "paracetamol 500 mg tab");
        Ui.press(scene, "prescription-write.edit-0");
        Ui.find(scene, "prescription-write.clear");
        Ui.press(scene, "prescription-write.clear");
        Ui.find(scene, "prescription-write.edit-0");
        assertFalse(disabled("prescription-write.edit-0"));
    }

    @Test
    void whatFollowsFromTheDoseKeepsUpWithIt() {
        Shots.open(desk, "ibanez");
        Ui.type(scene, "prescription-form.medicine", "cetirizine 10 mg tab 1 x1 10d");
        Ui.find(scene, "prescription-write.found-1");
        Ui.key(scene, KeyCode.ENTER, false);
        awaitFocus("prescription-form.quantity");
        Ui.type(scene, "prescription-form.quantity", "15");
        Ui.await("for ten days", this::proposed, text -> text.contains("10"));
        Ui.type(scene, "prescription-form.days", "20");
        Ui.await("for twenty days", this::proposed, text -> text.contains("20"));
    }

    @Test
    void whatIsTypedWhileNoServerAnswersIsFoundAsSoonAsOneDoes() {
        Ui.close(desk, scene);
        var line = new CutLine();
        desk = server.desk(Threads.ofToolkit(), line);
        server.signIn(desk, "okafor");
        scene = Ui.show(desk, 1440, 900);
        Shots.open(desk, "ibanez");
        awaitFocus("prescription-form.medicine");
        Ui.find(scene, "prescription-write.history");
        Ui.find(scene, "prescription-write.person");
        line.cut();
        Ui.run(() -> Ui.write(scene, "cetirizine 10 mg tab 1 x1 10d\n"));
        Ui.find(scene, "prescription-write.lost");
        assertEquals(
                List.of(),
                Ui.on(() -> List.copyOf(desk.notices().shown())),
                "nobody asks whether it was done");
        line.mend();
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.find(scene, "prescription-write.found-1");
        assertNull(Ui.lookup(scene, "prescription-write.lost"));
        Ui.press(scene, "prescription-write.clear");
        line.cut();
        Ui.type(scene, "prescription-form.medicine", "omeprazole 20 mg cap 1 x1 14d");
        Ui.find(scene, "prescription-write.lost");
        line.mend();
        Patients.find(desk, "ibanez");
        Ui.find(scene, "prescription-write.found-1");
        Ui.press(scene, "prescription-write.clear");
    }

    @Test
    void theKeyThatSignsWaitsForTheCheck() {
        Shots.open(desk, "carter");
        awaitFocus("prescription-form.medicine");
        Ui.run(() -> {
            Ui.write(scene, "cetirizine 10 mg tab 1 x1 10d\n\n");
            Ui.strokeAtOnce(scene, KeyCode.ENTER, true);
        });
        Ui.find(scene, "prescription-paper.page-1");
    }

    @Test
    void whatNobodySawIsNotSigned() {
        Shots.open(desk, "quang huy");
        awaitFocus("prescription-form.medicine");
        Ui.run(() -> {
            Ui.write(scene, "omeprazole 20 mg cap 1 x1 14d\n\n");
            Ui.write(scene, "warfarin 3 mg tab 1 x1 30d\n\n");
            Ui.strokeAtOnce(scene, KeyCode.ENTER, true);
        });
        Ui.await(
                "the check",
                () -> desk.notices().shown().stream().map(it -> it.text()).toList().toString(),
                text -> text.contains(desk.texts().get("prescription.sign.look-first")));
        assertNull(Ui.lookup(scene, "prescription-paper.page-1"));
        Ui.find(scene, "prescription-write.line-1");
    }

    @Test
    void aNoticeLeavesTheSignatureFree() {
        prescribe("lopez munoz", "paracetamol 500 mg tab");
        Ui.press(scene, "prescription-write.remove-0");
        Ui.key(scene, KeyCode.Z, true);
        Ui.press(scene, "prescription-write.remove-0");
        var toast = Ui.find(scene, "shell-toast.undo");
        var sign = Ui.find(scene, "prescription-write.sign");
        assertTrue(Ui.on(() -> bottom(toast.getParent()) <= top(sign)));
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMaxY();
    }

    private static double top(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMinY();
    }

    @Test
    void whatIsTakenAsNeededAsksOnlyHowOften() {
        Shots.open(desk, "carter");
        Ui.type(scene, "prescription-form.medicine", "nitroglycerin 0.5 1 sl prn");
        Ui.find(scene, "prescription-write.found-1");
        Ui.key(scene, KeyCode.ENTER, false);
        awaitFocus("prescription-form.times");
        assertEquals("1", text("prescription-form.dose"));
        assertTrue(text("prescription-form.medicine").startsWith("Glyceryl trinitrate"));
        Ui.press(scene, "prescription-write.clear");
    }

    private String text(String id) {
        var field = (TextField) Ui.lookup(scene, id);
        return Ui.on(field::getText);
    }

    private String proposed() {
        return ((Label) Ui.lookup(scene, "prescription-write.proposed")).getText();
    }

    @Test
    void theEmptyFormEndsNothing() {
        Shots.open(desk, "thi anh");
        Ui.press(scene, "prescription-write.renew-0");
        Ui.await("the pill", () -> heading().contains(ends()), there -> there);
        Ui.press(scene, "prescription-write.clear");
        Ui.await("no pill", () -> heading().contains(ends()), there -> !there);
    }

    private String ends() {
        return desk.texts().get("prescription.replaces");
    }

    private String heading() {
        return scene.getRoot().lookupAll(".pill").stream()
                .map(pill -> ((Label) pill).getText())
                .toList()
                .toString();
    }

    private void prescribe(String patient, String medicine) {
        Shots.open(desk, patient);
        Shots.line(scene, medicine, "1", "2", "7");
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.find(scene, "prescription-write.line-0");
    }

    private boolean disabled(String id) {
        return Ui.on(() -> ((Button) Ui.lookup(scene, id)).isDisabled());
    }
}
