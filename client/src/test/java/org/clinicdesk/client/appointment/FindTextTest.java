package org.clinicdesk.client.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.appointment.v1.ResourceKind;
import org.clinicdesk.appointment.v1.VisitType.Need;
import org.clinicdesk.client.appointment.FindModel.Part;
import org.clinicdesk.client.appointment.FindModel.Who;
import org.clinicdesk.session.v1.Desk.Service;
import org.clinicdesk.session.v1.Desk.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What somebody types who looks for a time, on a Monday.
class FindTextTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Who CARDIOLOGY = new Who("", "Cardiology", "Cardiology");
    private static final Who DUC = new Who("1", "", "Dr. Trần Minh Đức");
    private static final Who HA = new Who("2", "", "Dr. Lê Thu Hà");

    private final FindText text =
            new FindText(
                    FindWords.read(),
                    new FindText.Known(
                            List.of(
                                    new Who("", "", "Any doctor"),
                                    CARDIOLOGY,
                                    new Who("", "General practice", "General practice"),
                                    DUC,
                                    HA),
                            List.of(service("Consultation"), service("Ultrasound")),
                            List.of(need("ultrasound"), need("wheelchair room")),
                            List.of(Site.newBuilder().setName("Riverside").build())),
                    TODAY);

    private static Service service(String name) {
        return Service.newBuilder().setName(name).build();
    }

    private static Need need(String type) {
        return Need.newBuilder().setKind(ResourceKind.RESOURCE_KIND_ROOM).setType(type).build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30 min cardiology morning not tue wheelchair",
                "30min Cardiologist, mornings, not on Tuesdays, wheelchair room",
                "half an hour cardio morning except tuesday wheelchair",
                "30 phút tim mạch buổi sáng trừ thứ ba xe lăn",
                "30 phut tim mach sang khong thu 3 xe lan",
                "nửa tiếng bác sĩ tim mạch, sáng, ngoài trừ T3, phòng xe lăn",
                "30 min cardiología mañana no martes silla de ruedas",
                "media hora con cardiólogo por la mañana, excepto los martes, silla de ruedas"
            })
    void understandsTheSameInEveryLanguage(String said) {
        var understood = text.of(said);
        assertEquals(List.of(), understood.unknown());
        assertEquals(Optional.of(CARDIOLOGY), understood.who());
        assertEquals(30, understood.minutes());
        assertEquals(Optional.of(Part.MORNING), understood.part());
        assertEquals(Set.of(), understood.on());
        assertEquals(Set.of(DayOfWeek.TUESDAY), understood.notOn());
        assertEquals(Optional.of("wheelchair room"), understood.thing().map(Need::getType));
    }

    @Test
    void whatIsNotSaidIsLeftOpen() {
        assertEquals(Understood.NOTHING, text.of("  "));
    }

    @Test
    void severalDaysAreLeftOutTogether() {
        var understood = text.of("fri, not mon or thu");
        assertEquals(Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), understood.notOn());
        assertEquals(Set.of(DayOfWeek.FRIDAY), understood.on());
    }

    @Test
    void aDoctorIsNamedByAnyOfHisNames() {
        assertEquals(Optional.of(DUC), text.of("duc").who());
        assertEquals(Optional.of(HA), text.of("bs lê thu hà").who());
    }

    @Test
    void aServiceGoesBeforeAThingOfTheSameName() {
        var understood = text.of("siêu âm 45'");
        assertEquals(Optional.of("Ultrasound"), understood.service().map(Service::getName));
        assertEquals(45, understood.minutes());
    }

    @Test
    void daysAreReadInManyWays() {
        assertEquals(Optional.of(TODAY.plusDays(1)), text.of("tomorrow").from());
        assertEquals(Optional.of(TODAY.plusDays(1)), text.of("desde mañana").from());
        assertEquals(Optional.of(TODAY.plusDays(7)), text.of("tuần sau").from());
        assertEquals(Optional.of(TODAY.plusWeeks(2)), text.of("in 2 weeks").from());
        assertEquals(Optional.of(LocalDate.of(2026, 12, 1)), text.of("from 1/12").from());
        assertEquals(Optional.of(LocalDate.of(2027, 3, 4)), text.of("4.3.2027").from());
        assertEquals(Optional.of(TODAY.plusDays(3)), text.of("from thursday").from());
    }

    @Test
    void hoursAreMinutesToo() {
        assertEquals(60, text.of("1 hour").minutes());
        assertEquals(60, text.of("1h").minutes());
    }

    @Test
    void aSiteIsNamed() {
        assertEquals(Optional.of("Riverside"), text.of("riverside").site().map(Site::getName));
    }

    @Test
    void whatMeansNothingHereIsTold() {
        assertEquals(List.of("zumba", "77:99"), text.of("zumba 20 min 77:99").unknown());
    }
}
