package org.clinicdesk.client.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.pharmacy.v1.MedicineHistory;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.FindingKind;
import org.clinicdesk.prescription.v1.OverrideReason;
import org.clinicdesk.prescription.v1.Tier;
import org.clinicdesk.record.v1.Medication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// What is written is changed, left out, replaced and taken up once more, against the real server.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SecondThoughtsTest {

    private static SampleServer server;
    private Desk desk;

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
        desk = server.deskOf("okafor");
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    private PrescriptionModel model(String name) {
        return new PrescriptionModel(desk, Patients.find(desk, name), "");
    }

    private static void add(PrescriptionModel model, String line) {
        model.draft().medicine().set(line);
        model.search().choose();
        assertTrue(model.written().add(), model.draft().errors().toString());
    }

    private static Medication taken(PrescriptionModel model, String name) {
        return model.record().orElseThrow().getMedicationsList().stream()
                .filter(it -> it.getActive() && it.getText().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLineThatWasRemovedComesBack() {
        var model = model("carter");
        add(model, "cetirizine 10 mg tab 1 x1 10d");
        add(model, "paracetamol 500 mg tab 1 x3 5d");
        var lines = List.copyOf(model.written().lines());
        model.written().remove(0);
        assertEquals(lines.subList(1, 2), model.written().lines());
        desk.undos().undo();
        assertEquals(lines, model.written().lines());
        desk.undos().undo();
        assertEquals(lines.subList(0, 1), model.written().lines());
    }

    @Test
    void whatWasAddedIsTakenBackWithAWordOfWhatItWas() {
        var model = model("lopez munoz");
        add(model, "cetirizine 10 mg tab 1 x1 10d");
        add(model, "paracetamol 500 mg tab 1 x3 5d");
        model.written().edit(0);
        model.draft().get("days").set("5");
        assertTrue(model.written().add());
        desk.undos().undo();
        assertEquals(10, model.written().lines().getFirst().getDosage().getDays());
        assertEquals("Cetirizine 10 mg tablet is as it was before", said());
        desk.undos().undo();
        assertEquals(1, model.written().lines().size());
        assertEquals("Paracetamol 500 mg tablet was taken out again", said());
        model.written().remove(0);
        desk.undos().undo();
        desk.undos().undo();
        assertEquals(List.of(), model.written().lines());
        assertEquals("Cetirizine 10 mg tablet was taken out again", said());
    }

    @Test
    void whatIsLeftBehindIsNotTakenBackElsewhere() {
        var model = model("perez ortega");
        add(model, "cetirizine 10 mg tab 1 x1 10d");
        desk.navigator().go(Place.of("patient"));
        desk.undos().undo();
        assertEquals(1, model.written().lines().size());
    }

    private String said() {
        return desk.notices().shown().getLast().text();
    }

    @Test
    void aLineDoesNotComeBackIntoWhatIsSigned() {
        var model = model("ibanez");
        add(model, "cetirizine 10 mg tab 1 x1 10d");
        add(model, "paracetamol 500 mg tab 1 x3 5d");
        model.written().remove(0);
        model.sign();
        assertNotNull(model.signing().signed().get());
        desk.undos().undo();
        assertEquals(1, model.written().lines().size());
    }

    @Test
    void whatIsReplacedIsTakenBack() {
        var model = model("henry adams");
        add(model, "diazepam 5 mg tab 1 x3 30d");
        var taken = model.record().orElseThrow().getMedicationsList().getFirst();
        var finding = Finding.newBuilder().setLine(0).build();
        model.written().replaceBy(finding, taken);
        assertTrue(model.written().replaces(finding));
        desk.undos().undo();
        assertFalse(model.written().replaces(finding));
        assertEquals(taken.getText() + " is no longer replaced", said());
        assertEquals(1, model.written().lines().size());
    }

    @Test
    void theSameAdviceIsSaidOnce() {
        var model = model("my duyen");
        add(model, "omeprazole 20 mg cap 1 x1 14d");
        add(model, "amoxicillin 500 mg cap 1 x3 7d");
        add(model, "paracetamol 500 mg tab 2 x3 10d");
        add(model, "warfarin 3 mg tab 1 x1 30d");
        var passive =
                model.check().findings().stream()
                        .filter(it -> it.getKind() == FindingKind.FINDING_KIND_INTERACTION)
                        .filter(it -> it.getTier() == Tier.TIER_PASSIVE)
                        .toList();
        var advice = Advice.of(passive);
        assertTrue(advice.size() < passive.size(), passive.toString());
        assertEquals(
                advice.size(),
                advice.stream()
                        .map(it ->
                                it.first().getLine()
                                        + it.first().getManagement()
                                        + it.first().getEffect())
                        .distinct()
                        .count());
        var several =
                advice.stream().filter(it -> it.findings().size() > 1).findFirst().orElseThrow();
        several.findings().forEach(it -> assertTrue(several.partners().contains(it.getObject())));
    }

    @Test
    void aTaskForSeveralIsMadeOnceAndTakenBackWithTheLine() {
        var model = model("kim");
        add(model, "omeprazole 20 mg cap 1 x1 14d");
        add(model, "warfarin 3 mg tab 1 x1 30d");
        var advice =
                Advice.of(model.check().findings()).stream()
                        .filter(it -> Tasks.asks(it.first()))
                        .findFirst()
                        .orElseThrow();
        model.tasks().make(advice, () -> {});
        assertTrue(model.tasks().of(advice).isPresent());
        model.written().remove(1);
        assertTrue(model.tasks().of(advice).isEmpty());
        assertTrue(
                desk.notices().shown().stream()
                        .anyMatch(it ->
                                it.text()
                                        .startsWith(
                                                desk.texts()
                                                        .get("prescription.task.taken-back", ""))));
    }

    @Test
    void theLastStepThatIsTakenBackIsTheTaskAndNotItsLine() {
        var model = model("quang huy");
        add(model, "omeprazole 20 mg cap 1 x1 14d");
        add(model, "warfarin 3 mg tab 1 x1 30d");
        var advice =
                Advice.of(model.check().findings()).stream()
                        .filter(it -> Tasks.asks(it.first()))
                        .findFirst()
                        .orElseThrow();
        model.tasks().make(advice, () -> {});
        desk.undos().undo();
        assertTrue(model.tasks().of(advice).isEmpty());
        assertEquals(2, model.written().lines().size());
        assertTrue(said().startsWith("Task taken back"), said());
        model.tasks().make(advice, () -> {});
        assertTrue(model.tasks().of(advice).isPresent(), "it can be made once more");
        desk.undos().undo();
        desk.undos().undo();
        assertEquals(1, model.written().lines().size());
    }

    @Test
    void saysWhoPrescribedWhatIsReplacedAndHowMuchIsLeft() {
        var model = model("henry adams");
        add(model, "diazepam 5 mg tab 1 x3 30d");
        answerAll(model);
        model.sign();
        assertNotNull(model.signing().signed().get());
        var again = model("henry adams");
        var earlier = again.past().earlier(taken(again, "Diazepam")).orElseThrow();
        assertEquals(30, earlier.left(desk.today()));
        assertEquals(25, earlier.left(desk.today().plusDays(5)));
        var words = earlier.words(desk.texts(), desk);
        assertTrue(words.contains("Okafor"), words);
        assertTrue(words.contains("90"), words);
        assertTrue(words.contains("30 days"), words);
        assertTrue(earlier.early(desk.today().plusDays(5)));
        assertFalse(earlier.early(desk.today().plusDays(25)));
        var course =
                MedicineHistory.newBuilder()
                        .addIngredients("diazepam")
                        .setControlled(true)
                        .setPrescriptionLineId(earlier.line().getId())
                        .setSince(desk.today().toString())
                        .setUntil(desk.today().plusDays(5).toString())
                        .build();
        var second =
                MedicineHistory.newBuilder()
                        .addIngredients("diazepam")
                        .setControlled(true)
                        .setSince(desk.today().plusDays(5).toString())
                        .build();
        assertEquals(25, again.past().tooEarly(second, List.of(course, second)));
        assertEquals(0, again.past().tooEarly(course, List.of(course, second)));
    }

    private static void answerAll(PrescriptionModel model) {
        model.check()
                .unanswered()
                .forEach(finding ->
                        model.check()
                                .answer(
                                        finding,
                                        OverrideReason.OVERRIDE_REASON_SPECIALIST_ADVICE,
                                        "theo chuyên khoa"));
    }

    @Test
    void anAlternativeIsAProductWhereThereIsOne() {
        var model = model("nguyen thi anh");
        add(model, "amoxicillin 500 mg cap 1 x3 7d");
        var finding = model.check().unanswered().getFirst();
        var inn = finding.getAlternativeInns(0);
        model.written().useInstead(finding, inn);
        assertTrue(model.draft().medicineId().startsWith("product:"), model.draft().medicineId());
        assertEquals("oral", model.draft().get("route").get());
        assertFalse(model.draft().get("unit").get().isEmpty());
        assertTrue(model.written().lines().isEmpty());
    }

    @Test
    void whatCameWithTheRecordIsRenewedWithUnitAndRoute() {
        var model = model("van hung");
        var warfarin = taken(model, "Warfarin");
        assertTrue(warfarin.getPrescriptionLineId().isEmpty());
        assertTrue(model.written().renew(warfarin, true));
        assertEquals("tablet", model.draft().get("unit").get());
        assertEquals("oral", model.draft().get("route").get());
    }

    /// A course "until a day" renewed as "until stopped" would be an antibiotic without an end.
    @Test
    void howLongIsAskedAnewOfACourseThatHadALastDay() {
        var model = model("hoai an");
        add(model, "cetirizine 10 mg tab 1 x1 u" + lastDay());
        model.sign();
        var again = model("hoai an");
        assertTrue(again.written().renew(taken(again, "Cetirizine"), true));
        assertEquals("", again.draft().get("days").get());
        assertEquals("", again.draft().get("quantity").get());
        assertFalse(again.written().add());
        assertEquals("days", again.draft().errors().get("days"));
        again.draft().get("days").set("5");
        assertEquals("5", again.draft().get("quantity").get());
        again.written().clearDraft();
    }

    private String lastDay() {
        var day = desk.today().plusDays(7);
        return day.getDayOfMonth() + "/" + day.getMonthValue();
    }

    @Test
    void theWeightOfTodayIsThereAgain() {
        var model = model("noah");
        add(model, "cetirizine 10 mg tab 1 x1 10d");
        model.person().weigh(new BigDecimal("14.6"));
        var again = model("noah");
        assertEquals(new BigDecimal("14.6"), again.person().weight().orElseThrow().kg());
    }

    @Test
    void anotherLanguageHasItsOwnSignBeforeTheDecimals() {
        assertEquals("5,5", Amounts.shown(5.5, Locale.of("vi")));
        assertEquals("5.5", Amounts.shown(5.5, Locale.of("en")));
        assertEquals("1000", Amounts.shown(1000, Locale.of("es")));
    }

    @Test
    void theFormOfAMedicineIsUnderstoodInTheLanguagesOfTheDesk() {
        finds("amoxicilina jarabe", "suspension");
        finds("omeprazol viên nang", "capsule");
        finds("paracetamol siro", "oral");
        finds("ibuprofeno 400 mg comp 1 c8h 5d", "Ibuprofen 400 mg tablet");
        finds("diclofenaco supositorio", "suppository");
        finds("salbutamol inhalador", "inhaler");
    }

    private void finds(String typed, String product) {
        var model = model("carter");
        model.draft().medicine().set(typed);
        var hits = model.search().hits();
        assertTrue(
                hits.stream().anyMatch(it -> it.getName().contains(product)),
                typed + ": " + hits.stream().map(it -> it.getName()).toList());
        model.draft().clear();
    }

    @Test
    void aCourseJustBegunHasItsLengthOnTheLineOfTime() {
        var today = LocalDate.of(2026, 11, 28);
        var course =
                MedicineHistory.newBuilder()
                        .setSince("2026-11-23")
                        .setUntil("2026-12-22")
                        .setActive(true)
                        .build();
        var axis = TimeAxis.of(List.of(course), today);
        assertEquals(LocalDate.of(2026, 10, 28), axis.first());
        assertEquals(LocalDate.of(2026, 12, 22), axis.last());
        assertTrue(axis.at(axis.last()) - axis.at(LocalDate.of(2026, 11, 23)) > 0.4);
        assertEquals(List.of(YearMonth.of(2026, 11), YearMonth.of(2026, 12)), axis.ticks());
    }

    @Test
    void theLineOfTimeIsNeverLongerThanAYearAndAHalf() {
        var today = LocalDate.of(2026, 11, 28);
        var old = MedicineHistory.newBuilder().setSince("2019").setUntil("2031-01-01").build();
        var axis = TimeAxis.of(List.of(old), today);
        assertEquals(today.minusMonths(12), axis.first());
        assertEquals(today.plusMonths(6), axis.last());
        assertTrue(axis.ticks().size() <= 6, axis.ticks().toString());
    }
}
