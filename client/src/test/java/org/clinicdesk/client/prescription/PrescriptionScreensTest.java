package org.clinicdesk.client.prescription;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.pharmacy.Ward;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.prescription.v1.EndedMedicine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PrescriptionScreensTest {

    /// What is signed stays: the same medicine for the same person again would rightly be stopped.
    private static final Iterator<String> UNMEDICATED =
            List.of("ibanez", "lopez munoz", "hoai an", "my duyen", "quang huy").iterator();

    private static SampleServer server;

    static Stream<Pictures.Picture> pictures() {
        return Stream.concat(
                Pictures.of(shots()),
                Stream.of(
                        new Shot("prescription-stop", "okafor", PrescriptionScreensTest::stopped)
                                .small(),
                        new Shot("prescription-typed", "okafor", PrescriptionScreensTest::typed)
                                .small(),
                        new Shot("prescription-slip", "okafor", PrescriptionScreensTest::slip)
                                .small(),
                        new Shot("prescription-dose", "okafor", PrescriptionScreensTest::dose)
                                .small(),
                        new Shot("prescription-once", "okafor", PrescriptionScreensTest::once)
                                .small(),
                        new Shot("prescription-lines", "okafor", PrescriptionScreensTest::lines)
                                .small(),
                        new Shot("prescription-history", "okafor", PrescriptionScreensTest::history)
                                .small()));
    }

    /// The same advice for several, and a controlled course that is ended soon after it began.
    private static void once(Desk desk, Scene scene) {
        Shots.open(desk, "rahman");
        for (var line :
                List.of(
                        "omeprazole 20 mg cap 1 x1 14d",
                        "paracetamol 500 mg tab 2 x3 10d",
                        "warfarin 3 mg tab 1 x1 30d")) {
            add(scene, line);
        }
        add(scene, "diazepam 5 mg tab 1 x3 30d");
        Ui.press(scene, "prescription-write.replace-for-0");
        Ui.awaitTrue(
                "a task", () -> !Shots.withPrefix(scene, "prescription-write.task-").isEmpty());
    }

    /// Written for somebody whom nobody asked about allergies.
    private static void lines(Desk desk, Scene scene) {
        Shots.open(desk, "perez ortega");
        for (var line :
                List.of(
                        "cetirizine 10 mg tab 1 x1 10d",
                        "omeprazole 20 mg cap 1 x1 14d",
                        "paracetamol 500 mg tab 1tab q6h 5d")) {
            add(scene, line);
        }
        Ui.find(scene, "prescription-write.open");
    }

    private static void add(Scene scene, String line) {
        Ui.type(scene, "prescription-form.medicine", line);
        Ui.find(scene, "prescription-write.found-1");
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.press(scene, "prescription-write.add");
    }

    /// What is handed out in packs, a part of a tablet, and a quantity that does not follow.
    private static void packs(Desk desk, Scene scene) {
        Shots.open(desk, "perez ortega");
        for (var line :
                List.of(
                        "insulin glargine 100 12u x1 30d",
                        "chloramphenicol eye drops 2 gtt q4h 7d",
                        "fentanyl 25mcg/h 1 q72h 15d",
                        "cetirizine 10 mg tab 1/2 x1 10d")) {
            add(scene, line);
        }
        Shots.line(scene, "desmopressin spray", "1", "2", "10");
        Ui.press(scene, "prescription-write.add");
        Ui.find(scene, "prescription-form.quantity.error");
    }

    private static Stream<Shot> shots() {
        return Stream.of(
                new Shot("prescription-packs", "okafor", PrescriptionScreensTest::packs),
                new Shot("prescription-doubled", "okafor", PrescriptionScreensTest::doubled),
                new Shot("prescription-once", "okafor", PrescriptionScreensTest::once),
                new Shot("prescription-weigh", "okafor", PrescriptionScreensTest::weigh),
                new Shot("prescription-stop", "okafor", PrescriptionScreensTest::stopped),
                new Shot("prescription-search", "okafor", PrescriptionScreensTest::search),
                new Shot("prescription-override", "okafor", PrescriptionScreensTest::override),
                new Shot("prescription-typed", "okafor", PrescriptionScreensTest::typed),
                new Shot("prescription-weight", "okafor", PrescriptionScreensTest::weight),
                new Shot("prescription-history", "okafor", PrescriptionScreensTest::history),
                new Shot(
                        "prescription-history-long",
                        "okafor",
                        (desk, scene) -> history(desk, scene, "perez ortega")),
                new Shot("prescription-pick", "okafor", PrescriptionScreensTest::pick),
                new Shot("prescription-deny", "okafor", PrescriptionScreensTest::deny),
                new Shot("prescription-tolerated", "okafor", PrescriptionScreensTest::tolerated),
                new Shot("prescription-sure", "okafor", PrescriptionScreensTest::sure),
                new Shot("prescription-ended", "okafor", PrescriptionScreensTest::ended),
                new Shot("prescription-denied", "okafor", PrescriptionScreensTest::denied),
                new Shot("prescription-end", "okafor", PrescriptionScreensTest::end),
                new Shot("prescription-keep", "okafor", PrescriptionScreensTest::keep),
                new Shot("prescription-set", "okafor", PrescriptionScreensTest::set),
                new Shot("prescription-instead", "okafor", PrescriptionScreensTest::instead),
                new Shot("prescription-task", "okafor", PrescriptionScreensTest::task),
                new Shot("prescription-strength", "okafor", PrescriptionScreensTest::strength),
                new Shot("prescription-slip", "okafor", PrescriptionScreensTest::slip),
                new Shot("prescription-dose", "okafor", PrescriptionScreensTest::dose),
                new Shot("prescription-paper", "okafor", PrescriptionScreensTest::paper));
    }

    /// A strength that nothing has, and a word that is none.
    private static void strength(Desk desk, Scene scene) {
        Shots.open(desk, "noah");
        Ui.type(scene, "prescription-form.medicine", "cefixime 75mg 1-2 q12h soonish 1 w");
        Ui.find(scene, "prescription-write.remark");
        Ui.find(scene, "prescription-write.not-understood");
    }

    /// A letter left out.
    private static void slip(Desk desk, Scene scene) {
        Shots.open(desk, "noah");
        Ui.type(scene, "prescription-form.medicine", "parcetamol 500 1 cada 8 horas 5 dias");
        Ui.find(scene, "prescription-write.remark");
        Ui.find(scene, "prescription-write.found-1");
    }

    /// Too much for a boy whom nobody has weighed.
    private static void dose(Desk desk, Scene scene) {
        Shots.open(desk, "noah");
        Shots.line(scene, "paracetamol 500 mg tab", "2-3", "2", "5");
        Ui.press(scene, "prescription-write.add");
        Ui.find(scene, "prescription-write.change-dose-0");
    }

    private static void search(Desk desk, Scene scene) {
        Shots.open(desk, "thi anh");
        Ui.type(scene, "prescription-form.medicine", "augment");
        Ui.find(scene, "prescription-write.found-1");
    }

    private static void typed(Desk desk, Scene scene) {
        Shots.open(desk, "thi anh");
        Ui.type(
                scene,
                "prescription-form.medicine",
                "prednisolone 8 x1 5d prn:đau_khớp max16 r2 > 4 5d > 2 5d q2d");
        Ui.find(scene, "prescription-write.found-0");
        Ui.find(scene, "prescription-write.understood");
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.type(scene, "prescription-form.dose", "2");
    }

    /// A boy of ten: what is usual is offered, typed is his weight alone, and it is taken too often.
    private static void weight(Desk desk, Scene scene) {
        Shots.open(desk, "noah");
        Ui.type(scene, "prescription-form.medicine", "paracetamol 500 mg tab x6 5d");
        Ui.find(scene, "prescription-write.found-0");
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.press(scene, "prescription-write.by-weight");
        Ui.awaitTrue(
                "what is usual",
                () ->
                        !((TextField) Ui.find(scene, "prescription-weight.per-kg"))
                                .getText()
                                .isEmpty());
        Ui.type(scene, "prescription-weight.kg", "31");
        Ui.type(scene, "prescription-weight.per-kg", "15");
    }

    /// A protocol by weight, for a boy whom nobody has weighed.
    private static void weigh(Desk desk, Scene scene) {
        Shots.open(desk, "noah");
        Ui.press(scene, "prescription-write.protocols");
        Ui.find(scene, "prescription-pick.rows");
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.type(scene, "prescription-weigh.kg", "310");
        Ui.press(scene, "prescription-weigh.primary");
    }

    /// What he takes already, in another strength.
    private static void doubled(Desk desk, Scene scene) {
        Shots.open(desk, "henry adams");
        Shots.line(scene, "metformin 850 mg tab", "1", "2", "90");
        Ui.press(scene, "prescription-write.add");
        Ui.find(scene, "prescription-write.replace-for-0");
    }

    private static void history(Desk desk, Scene scene) {
        history(desk, scene, "rahman");
    }

    private static void history(Desk desk, Scene scene, String who) {
        Shots.open(desk, who);
        Ui.press(scene, "prescription-write.history");
        Ui.find(scene, "prescription-history.rows");
        Ui.run(() -> readsTheDays(scene));
    }

    /// Where the line of time begins, where it ends, and today, none over another.
    private static void readsTheDays(Scene scene) {
        var days =
                Ui.nodes(Ui.lookup(scene, "prescription-history.scale")).stream()
                        .filter(Text.class::isInstance)
                        .map(day -> day.localToScene(day.getLayoutBounds()))
                        .sorted(Comparator.comparing(Bounds::getMinX))
                        .toList();
        assertTrue(days.size() >= 3, days.toString());
        for (var i = 1; i < days.size(); i++) {
            assertTrue(days.get(i - 1).getMaxX() + 4 <= days.get(i).getMinX(), days.toString());
        }
    }

    private static void pick(Desk desk, Scene scene) {
        Shots.open(desk, "thi anh");
        Ui.press(scene, "prescription-write.previous");
        Ui.find(scene, "prescription-pick.rows");
    }

    /// Two lines of one prescription that nobody has handed out.
    private static void deny(Desk desk, Scene scene) {
        Shots.open(desk, "quang huy");
        Ui.press(scene, "prescription-write.deny-0");
        Ui.type(scene, "prescription-deny.reason", "no");
        Ui.press(scene, "prescription-deny.primary");
    }

    private static void tolerated(Desk desk, Scene scene) {
        Shots.open(desk, "thi anh");
        Shots.line(scene, "amoxicillin 500 mg cap", "1", "3", "7");
        Ui.press(scene, "prescription-write.tolerated-0");
        Ui.type(scene, "prescription-tolerated.note", "đã dùng tháng 3");
    }

    /// What is contraindicated is asked twice.
    private static void sure(Desk desk, Scene scene) {
        tolerated(desk, scene);
        Ui.press(scene, "prescription-tolerated.primary");
        Ui.find(scene, "prescription-tolerated-confirm.primary");
    }

    private static void ended(Desk desk, Scene scene) {
        Shots.open(desk, "quang huy");
        Ui.run(() ->
                EndedDialog.tell(
                        desk,
                        List.of(
                                ended("Simvastatin 20 mg tablet", "", "BACK"),
                                ended("Amlodipine 5 mg tablet", "R-000004", "TAKEN_AGAIN"))));
        Ui.find(scene, "prescription-ended.cancel");
    }

    private static EndedMedicine ended(String medicine, String number, String outcome) {
        return EndedMedicine.newBuilder()
                .setMedicine(medicine)
                .setPrescriptionNumber(number)
                .setOutcome(EndedMedicine.Outcome.valueOf("OUTCOME_" + outcome))
                .build();
    }

    private static void denied(Desk desk, Scene scene) {
        Shots.open(desk, "my duyen");
        Ui.awaitTrue(
                "what was entered in error",
                () -> !Shots.withPrefix(scene, "prescription-write.denied-").isEmpty());
        Ui.press(scene, "prescription-write.history");
        Ui.find(scene, "prescription-history.rows");
    }

    private static void end(Desk desk, Scene scene) {
        Shots.open(desk, "thi anh");
        Ui.press(scene, "prescription-write.stop-0");
        Ui.type(scene, "prescription-stop.reason", "x");
        Ui.press(scene, "prescription-stop.primary");
    }

    private static void keep(Desk desk, Scene scene) {
        Shots.open(desk, "thi anh");
        Shots.line(scene, "paracetamol 500 mg tab", "1", "3", "5");
        Ui.press(scene, "prescription-write.add");
        Ui.press(scene, "prescription-write.keep-0");
        Ui.type(scene, "prescription-keep.per-kg", "15");
    }

    /// A kept set with a dose by weight and one that cannot be kept so.
    private static void set(Desk desk, Scene scene) {
        Shots.open(desk, "thi anh");
        Ui.press(scene, "prescription-write.protocols");
        Ui.press(scene, "prescription-pick.change-0");
        Ui.type(scene, "prescription-set-1.dose", "");
        Ui.type(scene, "prescription-set-0.most", "x");
        Ui.press(scene, "prescription-set.primary");
    }

    private static void instead(Desk desk, Scene scene) {
        Shots.open(desk, "thi anh");
        Shots.line(scene, "clarithromycin 500 mg tab", "1", "2", "7");
        Ui.press(scene, "prescription-write.add");
        Ui.press(scene, "prescription-write.use-0-0");
        Ui.await(
                "the dose of the other medicine",
                scene::getFocusOwner,
                owner ->
                        owner instanceof Node node
                                && "prescription-form.dose".equals(node.getId()));
    }

    /// What is to be watched becomes a task.
    private static void task(Desk desk, Scene scene) {
        Shots.open(desk, "thi anh");
        Shots.line(scene, "warfarin 2.5 mg tab", "1", "1", "30");
        Ui.press(scene, "prescription-write.add");
        Ui.awaitTrue(
                "a task", () -> !Shots.withPrefix(scene, "prescription-write.task-").isEmpty());
    }

    private static void stopped(Desk desk, Scene scene) {
        Shots.open(desk, "thi anh");
        Shots.line(scene, "clarithromycin 500 mg tab", "1", "2", "7");
        Ui.press(scene, "prescription-write.phrase-after-meals");
        Ui.press(scene, "prescription-write.add");
        Ui.type(scene, "prescription-form.medicine", "Cao dược liệu");
        Ui.find(scene, "prescription-write.found-0");
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.press(scene, "prescription-write.add");
        Ui.find(scene, "prescription-write.override-0");
    }

    private static void override(Desk desk, Scene scene) {
        stopped(desk, scene);
        Ui.press(scene, "prescription-write.override-0");
        Ui.find(scene, "prescription-override");
    }

    private static void paper(Desk desk, Scene scene) {
        Shots.open(desk, UNMEDICATED.next());
        Shots.line(scene, "paracetamol 500 mg tab", "1", "3", "5");
        Ui.press(scene, "prescription-write.add");
        Ui.await(
                "the check",
                () -> Ui.lookup(scene, "prescription-write.sign").isDisabled(),
                off -> !off);
        Ui.press(scene, "prescription-write.sign");
        Ui.find(scene, "prescription-paper.page-1");
    }

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        var ward = new Ward(server);
        ward.sign(ward.person("quang huy"), Ward.cetirizine(21), Ward.amoxicillin(21));
        ward.sign(
                ward.person("rahman"),
                Ward.line("diazepam-5-mg-tablet", "Diazepam 5 mg tablet", 90).toBuilder()
                        .setDosage(Ward.cetirizine(90).getDosage().toBuilder().setDays(30))
                        .build());
        ward.deny(ward.sign(ward.person("my duyen"), Ward.cetirizine(21)));
        var henry = ward.person("henry adams").getPatientId();
        Shots.result(server, henry, "2160-0", "Creatinine", "112", "umol/L");
        Shots.result(server, henry, "2823-3", "Potassium", "5.1", "mmol/L");
        Shots.result(server, henry, "4548-4", "Haemoglobin A1c", "7.1", "%");
        Shots.result(server, henry, "1742-6", "Alanine aminotransferase", "24", "U/L");
        Shots.protocol(server.deskOf("okafor"));
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
