package org.clinicdesk.client.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.DoctorLimits;
import org.clinicdesk.appointment.v1.Resource;
import org.clinicdesk.appointment.v1.VisitType;
import org.clinicdesk.client.SampleServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// What administrators type about what is bookable.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SetupModelsTest {

    private static SampleServer server;

    private final AtomicInteger saved = new AtomicInteger();

    @BeforeAll
    static void start() {
        server = SampleServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static SetupModel setup() {
        return new SetupModel(server.deskOf("quynh"));
    }

    private static TypesModel types() {
        var all = setup();
        var model = new TypesModel(all);
        all.read();
        return model;
    }

    private static VisitType type(TypesModel model, String name) {
        return model.rows().stream()
                .filter(type -> type.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNewTypeIsListedWithItsPriceAndNeeds() {
        var model = types();
        model.add();
        var draft = model.edited().draft();
        draft.text("name").set("Đo chức năng hô hấp");
        model.price().shown().set("250.000");
        var need = model.offered().getFirst();
        model.need(need, true);
        model.save(saved::incrementAndGet);
        assertEquals(1, saved.get());
        var type = type(types(), "Đo chức năng hô hấp");
        assertEquals(250_000, type.getPriceMinor());
        assertEquals("VND", type.getCurrency());
        assertEquals(need, type.getNeeds(0));
        assertTrue(type.getActive());
    }

    @Test
    void aNameThatIsTakenIsToldAtItsField() {
        var model = types();
        model.add();
        model.edited().draft().text("name").set("consultation");
        model.save(saved::incrementAndGet);
        assertTrue(model.edited().draft().errors().containsKey("name"));
        assertEquals(0, saved.get());
    }

    @Test
    void aPriceThatIsNoneIsToldAtItsFieldAndKept() {
        var model = types();
        model.begin(type(model, "Consultation"));
        model.price().shown().set("12,5");
        model.save(saved::incrementAndGet);
        assertTrue(model.edited().draft().errors().containsKey("price_minor"));
        assertEquals("12,5", model.price().shown().get());
    }

    @Test
    void whoIsSecondKeepsWhatHeTypedAndSeesWhatChanged() {
        var first = types();
        var second = types();
        first.begin(type(first, "Vaccination"));
        second.begin(type(second, "Vaccination"));
        first.edited().draft().text("minutes").set("20");
        first.edited().draft().text("colour").set("#C62828");
        first.save(() -> {});
        second.edited().draft().text("minutes").set("25");
        second.edited().draft().text("preparation").set("Nhịn ăn");
        second.save(saved::incrementAndGet);
        assertEquals(0, saved.get());
        assertEquals(2, second.edited().changed().size());
        assertEquals("minutes", second.edited().clashes().getFirst().field().getName());
        assertEquals("25", second.edited().draft().text("minutes").get());
        second.save(saved::incrementAndGet);
        assertEquals(0, saved.get(), "a clash is decided first");
        second.edited().keepMine(second.edited().clashes().getFirst());
        second.save(saved::incrementAndGet);
        var now = type(types(), "Vaccination");
        assertEquals(25, now.getMinutes());
        assertEquals("#C62828", now.getColour());
        assertEquals("Nhịn ăn", now.getPreparation());
    }

    @Test
    void aPriceStaysAsItIsWhenSomethingElseIsSaved() {
        var model = types();
        var before = type(model, "Ultrasound");
        model.begin(before);
        assertEquals("350000", model.price().shown().get());
        model.edited().draft().text("minutes").set("35");
        model.save(saved::incrementAndGet);
        assertEquals(1, saved.get());
        assertEquals(before.getPriceMinor(), type(types(), "Ultrasound").getPriceMinor());
    }

    private static ResourcesModel resources() {
        var all = setup();
        var model = new ResourcesModel(all);
        all.read();
        return model;
    }

    @Test
    void aNewRoomIsListedAndItsTypeIsProposed() {
        var model = resources();
        model.add();
        model.edited().draft().text("name").set("Phòng xe lăn");
        model.edited().draft().text("type").set("wheelchair room");
        model.save(saved::incrementAndGet);
        assertEquals(1, saved.get());
        assertTrue(resources().types().contains("wheelchair room"));
        assertTrue(
                resources().rows().stream()
                        .map(Resource::getName)
                        .anyMatch("Phòng xe lăn"::equals));
    }

    @Test
    void aRoomWithoutATypeIsToldAtItsField() {
        var model = resources();
        model.add();
        model.edited().draft().text("name").set("Phòng trống");
        model.save(saved::incrementAndGet);
        assertTrue(model.edited().draft().errors().containsKey("type"));
    }

    private static DoctorsModel doctors() {
        var all = setup();
        var model = new DoctorsModel(all);
        all.read();
        return model;
    }

    private static DoctorLimits doctor(int index) {
        return doctors().rows().get(index);
    }

    @Test
    void whatIsEmptyIsAsTheClinicHasItAndNoneIsNone() {
        var model = doctors();
        assertTrue(model.usual().getDayVisits() > 0);
        model.begin(doctor(0));
        assertEquals("", model.typed().hours().get());
        model.typed().hours().set("7:30");
        model.typed().overbooked().set("0");
        model.save(saved::incrementAndGet);
        var now = doctor(0);
        assertEquals(450, now.getDayMinutes());
        assertEquals(-1, now.getDayOverbooked());
        assertEquals(0, now.getDayVisits());
        model.begin(now);
        assertEquals("7:30", model.typed().hours().get());
        assertEquals("0", model.typed().overbooked().get());
    }

    @Test
    void aZeroThatWouldMeanTheClinicsValueIsToldAtItsField() {
        var model = doctors();
        model.begin(doctor(1));
        model.typed().visits().set("0");
        model.save(saved::incrementAndGet);
        assertTrue(model.edited().draft().errors().containsKey("day_visits"));
        assertEquals(0, saved.get());
    }

    @Test
    void theSecondWordAboutADoctorKeepsWhatWasTyped() {
        var first = doctors();
        var second = doctors();
        first.begin(doctor(2));
        second.begin(doctor(2));
        first.typed().visits().set("12");
        first.save(() -> {});
        second.typed().slot().set("20");
        second.save(saved::incrementAndGet);
        assertEquals(0, saved.get());
        assertEquals("12", second.typed().visits().get());
        assertEquals("20", second.typed().slot().get());
        second.save(saved::incrementAndGet);
        assertEquals(1, saved.get());
    }

    private static WaitingModel waiting() {
        var all = setup();
        var model = new WaitingModel(all);
        all.read();
        return model;
    }

    @Test
    void tooLongIsMoreThanLong() {
        var model = waiting();
        model.edited().draft().text("long_minutes").set("40");
        model.edited().draft().text("too_long_minutes").set("40");
        model.save();
        assertTrue(model.edited().draft().errors().containsKey("too_long_minutes"));
        model.edited().draft().text("too_long_minutes").set("50");
        model.save();
        assertFalse(model.dirty());
        assertEquals("40", waiting().edited().draft().text("long_minutes").get());
    }

    @Test
    void whoMayNotShowTheWallIsNotOfferedIt() {
        assertTrue(server.deskOf("linh").wall().isPresent());
        assertFalse(server.deskOf("okafor").wall().isPresent());
        assertNotNull(server.deskOf("quynh"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "350.000;VND;350000",
                "350000;VND;350000",
                "12.50;USD;1250",
                "12,5;EUR;1250",
                "1,234.56;USD;123456",
                "12.5;VND;12.5",
                "-3;USD;-3",
                "12 VND;VND;12 VND"
            })
    void aPriceIsHeldInTheSmallestUnit(String typed, String currency, String held) {
        assertEquals(held, Price.minor(typed, currency));
    }

    @ParameterizedTest
    @CsvSource({"8,480", "7:30,450", "7.5,450", "480,?", "0,?", "x,?", "24,1440"})
    void hoursAreHeldInMinutes(String typed, String held) {
        assertEquals(held, HoursText.minutes(typed));
    }
}
