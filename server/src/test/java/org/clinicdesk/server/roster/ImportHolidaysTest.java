package org.clinicdesk.server.roster;

import static org.clinicdesk.server.roster.RosterDesk.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;

import org.clinicdesk.roster.v1.Absence;
import org.clinicdesk.roster.v1.ImportHolidaysRequest;
import org.clinicdesk.roster.v1.ImportHolidaysResponse;
import org.clinicdesk.roster.v1.VoidAbsenceRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.FrontDesk;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Public holidays from a calendar file. Each test has days of its own.
@OnServer
class ImportHolidaysTest {

    private static final String YEARLY = "RRULE:FREQ=YEARLY\r\n";
    private static final String USUAL = "08:00-12:00 13:00-17:00";

    private final TestServer server;
    private final RosterDesk head;

    ImportHolidaysTest(TestServer server) {
        this.server = server;
        this.head = new RosterDesk(server, "head-doctor");
    }

    @Test
    void aWholeDayOfTheCalendarClosesTheClinic() {
        var day = TODAY.plusWeeks(60);
        var answer = bring(event("quoc-khanh", "Quốc khánh", day, day.plusDays(2), ""));
        assertEquals(List.of("Quốc khánh"), names(answer));
        assertEquals("", head.open(head.doctor(0), day));
        assertEquals("", head.open(head.doctor(1), day.plusDays(1)));
        assertEquals(USUAL, head.open(head.doctor(0), day.plusDays(2)));
    }

    @Test
    void controlCharactersOfACalendarAreLeftOut() {
        var day = TODAY.plusWeeks(59);
        var answer = bring(event("nul", "Tết\0 Nguyên\u0007 đán", day, day.plusDays(1), ""));
        assertEquals(List.of("Tết Nguyên đán"), names(answer));
    }

    @Test
    void aCancelledEventClosesNothing() {
        var day = TODAY.plusWeeks(58);
        var answer = bring(event("off", "Đã hủy", day, day.plusDays(1), "STATUS:CANCELLED\r\n"));
        assertEquals(List.of(), names(answer));
        assertEquals(USUAL, head.open(head.doctor(0), day));
    }

    @Test
    void theSameCalendarTwiceDoublesNothing() {
        var day = TODAY.plusWeeks(61);
        var calendar = event("twice", "Día de la Madre", day, day.plusDays(1), "");
        bring(calendar);
        var again = bring(calendar);
        assertEquals(0, again.getHolidaysCount());
        assertEquals(1, again.getKnown());
    }

    @Test
    void whatTheCalendarCorrectsIsMoved() {
        var day = TODAY.plusWeeks(63);
        bring(event("tet", "Tết", day, day.plusDays(1), ""));
        var calendar = event("tet", "Tết", day.plusDays(1), day.plusDays(2), "");
        var answer = bring(calendar);
        assertEquals(1, answer.getHolidaysCount());
        assertEquals(1, answer.getCorrected());
        assertEquals(0, answer.getKnown());
        assertEquals(USUAL, head.open(head.doctor(0), day));
        assertEquals("", head.open(head.doctor(0), day.plusDays(1)));
        var again = bring(calendar);
        assertEquals(0, again.getHolidaysCount());
        assertEquals(1, again.getKnown());
    }

    @Test
    void whatSomebodyTookOutStaysOut() {
        var day = TODAY.plusWeeks(62);
        var calendar = event("out", "Here we work", day, day.plusDays(1), "");
        var holiday = bring(calendar).getHolidays(0);
        head.stub()
                .voidAbsence(
                        VoidAbsenceRequest.newBuilder()
                                .setId(holiday.getId())
                                .setVersion(holiday.getVersion())
                                .setReason("open")
                                .build());
        assertEquals(0, bring(calendar).getHolidaysCount());
        assertEquals(USUAL, head.open(head.doctor(0), day));
    }

    @Test
    void aYearlyHolidayComesEveryYear() {
        var day = LocalDate.of(2020, 3, 17);
        var answer =
                bring(event("yearly", "Yearly", day, day.plusDays(1), "RRULE:FREQ=YEARLY\r\n"));
        assertEquals(
                List.of("2027-03-17", "2028-03-17"),
                answer.getHolidaysList().stream().map(a -> a.getTime().getFirstDay()).toList());
    }

    @Test
    void timesOfDayAndWhatIsOverArePassedOver() {
        var over = event("over", "Over", TODAY.minusDays(9), TODAY.minusDays(8), "");
        var noon =
                """
                BEGIN:VEVENT\r
                UID:noon\r
                SUMMARY:Lunch\r
                DTSTART:20270120T120000Z\r
                DTEND:20270120T130000Z\r
                END:VEVENT\r
                """;
        var answer = bring(over + noon);
        assertEquals(0, answer.getHolidaysCount());
        assertEquals(2, answer.getPassedOver());
        assertEquals(
                List.of(
                        "Over " + TODAY.minusDays(9) + " WHY_OVER",
                        "Lunch 2027-01-20 WHY_TIME_OF_DAY"),
                answer.getPassedList().stream()
                        .map(one -> one.getName() + " " + one.getDate() + " " + one.getWhy())
                        .toList());
    }

    @Test
    void aHolidayThatComesAgainIsMovedWithAllItsDays() {
        var day = LocalDate.of(2020, 6, 15);
        bring(event("moved", "Moved", day, day.plusDays(1), YEARLY));
        var calendar = event("moved", "Moved", day.plusDays(2), day.plusDays(3), YEARLY);
        var answer = bring(calendar);
        assertEquals(List.of("2027-06-17", "2028-06-17"), days(answer));
        assertEquals(2, answer.getCorrected());
        assertEquals(0, answer.getGivenBack());
        assertEquals(USUAL, head.open(head.doctor(0), LocalDate.of(2027, 6, 15)));
        assertEquals("", head.open(head.doctor(0), LocalDate.of(2027, 6, 17)));
        assertEquals(2, bring(calendar).getKnown());
        var back = bring(event("moved", "Moved", day, day.plusDays(1), YEARLY));
        assertEquals(List.of("2027-06-15", "2028-06-15"), days(back));
    }

    @Test
    void oneDayOfAHolidayThatComesAgainIsMoved() {
        var day = LocalDate.of(2020, 7, 13);
        var yearly = event("once", "Once", day, day.plusDays(1), YEARLY);
        bring(yearly);
        var to = LocalDate.of(2027, 7, 14);
        var instead = "RECURRENCE-ID;VALUE=DATE:20270713\r\n";
        var answer = bring(yearly + event("once", "Once", to, to.plusDays(1), instead));
        assertEquals(List.of("2027-07-14"), days(answer));
        assertEquals(1, answer.getCorrected());
        assertEquals(USUAL, head.open(head.doctor(0), to.minusDays(1)));
        assertEquals("", head.open(head.doctor(0), to));
    }

    @Test
    void aDayOnWhichItDoesNotComeAnyMoreIsGivenBack() {
        var day = LocalDate.of(2020, 8, 16);
        bring(event("ends", "Ends", day, day.plusDays(1), YEARLY));
        var until = "RRULE:FREQ=YEARLY;UNTIL=20271231\r\n";
        var answer = bring(event("ends", "Ends", day, day.plusDays(1), until));
        assertEquals(0, answer.getHolidaysCount());
        assertEquals(1, answer.getGivenBack());
        assertEquals("", head.open(head.doctor(0), LocalDate.of(2027, 8, 16)));
        assertEquals(USUAL, head.open(head.doctor(0), LocalDate.of(2028, 8, 16)));
    }

    @Test
    void whatTheCalendarHasCancelledOrMovedFarAwayIsGivenBack() {
        var day = TODAY.plusWeeks(64);
        bring(event("gone", "Gone", day, day.plusDays(1), ""));
        var cancelled = bring(event("gone", "Gone", day, day.plusDays(1), "STATUS:CANCELLED\r\n"));
        assertEquals(1, cancelled.getGivenBack());
        assertEquals(USUAL, head.open(head.doctor(0), day));
        bring(event("gone", "Gone", day, day.plusDays(1), ""));
        assertEquals("", head.open(head.doctor(0), day));
        var last = TODAY.minusWeeks(1);
        assertEquals(1, bring(event("gone", "Gone", last, last.plusDays(1), "")).getGivenBack());
        assertEquals(USUAL, head.open(head.doctor(0), day));
    }

    private static List<String> days(ImportHolidaysResponse answer) {
        return answer.getHolidaysList().stream().map(a -> a.getTime().getFirstDay()).toList();
    }

    @Test
    void bookedVisitsAreToldFirst() {
        var front = new FrontDesk(server);
        var day = TODAY.plusWeeks(8);
        front.book(front.wish(front.patient("Lễ"), head.doctor(0), FrontDesk.at(56, "09:00")));
        var calendar = event("booked", "Booked", day, day.plusDays(1), "");
        assertEquals("roster/BOOKED", Refusals.reason(() -> bring(calendar)));
        assertEquals(USUAL, head.open(head.doctor(0), day));
        var answer = head.stub().importHolidays(request(calendar).setDespiteBooked(true).build());
        assertEquals(1, answer.getHitCount());
        assertEquals("", head.open(head.doctor(0), day));
    }

    @Test
    void whatIsNoCalendarIsRefused() {
        var picture =
                ImportHolidaysRequest.newBuilder()
                        .setCalendar(ByteString.copyFromUtf8("GIF89a"))
                        .build();
        assertEquals(
                "roster/NOT_A_CALENDAR",
                Refusals.reason(() -> head.stub().importHolidays(picture)));
    }

    private ImportHolidaysResponse bring(String events) {
        return head.stub().importHolidays(request(events).build());
    }

    private static ImportHolidaysRequest.Builder request(String events) {
        var calendar =
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n"
                        + events
                        + "END:VCALENDAR\r\n";
        return ImportHolidaysRequest.newBuilder().setCalendar(ByteString.copyFromUtf8(calendar));
    }

    private static String event(
            String uid, String name, LocalDate first, LocalDate after, String more) {
        var basic = DateTimeFormatter.BASIC_ISO_DATE;
        return "BEGIN:VEVENT\r\nUID:%s\r\nSUMMARY:%s\r\nDTSTART;VALUE=DATE:%s\r\nDTEND;VALUE=DATE:%s\r\n%sEND:VEVENT\r\n"
                .formatted(uid, name, basic.format(first), basic.format(after), more);
    }

    private static List<String> names(ImportHolidaysResponse answer) {
        return answer.getHolidaysList().stream().map(Absence::getNote).toList();
    }
}
