package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.rpc.ErrorInfo;

import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.appointment.v1.BookingRules;
import org.clinicdesk.appointment.v1.CorrectRequest;
import org.clinicdesk.appointment.v1.GetBookingRulesRequest;
import org.clinicdesk.appointment.v1.GetSetupRequest;
import org.clinicdesk.appointment.v1.GetSetupResponse;
import org.clinicdesk.appointment.v1.SetBookingRulesRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.roster.WorkingHours;
import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// How much a doctor is given on a day: 8 hours, 15 visits and a visit for each half hour of his, unless he has limits of
/// his own. Each test has days of its own.
@OnServer
class CapsTest {

    private final TestServer server;
    private final FrontDesk desk;
    private final Bookables bookables;
    private final String doctor;

    CapsTest(TestServer server) {
        this.server = server;
        this.desk = new FrontDesk(server);
        this.bookables = new Bookables(server);
        this.doctor = desk.doctor(0);
    }

    @Test
    void refusesTheSixteenthVisitOfADay() {
        fill(7, doctor, 15, 10);
        var info = refused(wish(doctor, at(7, "16:00"), 10));
        assertEquals("visits 15 " + doctor, said(info));
    }

    @Test
    void refusesMoreVisitsThanTheHoursHaveSlotsFor() {
        var busy = desk.doctor(1);
        bookables.set(Bookables.limits(busy).setSlotMinutes(160));
        fill(8, busy, 3, 10);
        assertEquals("slots 3 " + busy, said(refused(wish(busy, at(8, "16:00"), 10))));
        bookables.set(Bookables.limits(busy));
        desk.book(wish(busy, at(8, "16:00"), 10));
    }

    @Test
    void refusesMoreHoursThanTheCap() {
        var slow = desk.doctor(2);
        bookables.set(Bookables.limits(slow).setDayMinutes(60));
        desk.book(wish(slow, at(9, "08:00"), 50));
        assertEquals("hours 60 " + slow, said(refused(wish(slow, at(9, "10:00"), 11))));
        desk.book(wish(slow, at(9, "10:00"), 10));
    }

    @Test
    void theLowerCapWins() {
        var one = desk.doctor(3);
        bookables.set(Bookables.limits(one).setDayVisits(2).setDayMinutes(600));
        fill(10, one, 2, 10);
        assertEquals("visits 2 " + one, said(refused(wish(one, at(10, "16:00"), 10))));
        bookables.set(Bookables.limits(one));
    }

    @Test
    void capsHoldForADoctorBesideTheFirstAndForAMove() {
        var second = desk.doctor(4);
        bookables.set(Bookables.limits(second).setDayVisits(1));
        desk.book(wish(second, at(11, "09:00"), 10));
        var wish = wish(doctor, at(11, "10:00"), 10);
        assertEquals("visits 1 " + second, said(refused(wish.addAlsoPractitionerIds(second))));
        var visit = desk.book(wish(doctor, at(11, "11:00"), 10));
        assertEquals(
                "appointment/CAP_REACHED",
                Refusals.reason(() -> desk.move(visit, second, at(11, "14:00"), Duration.ZERO)));
        bookables.set(Bookables.limits(second));
    }

    @Test
    void aVisitMovedWithinItsDayDoesNotCountTwice() {
        fill(12, doctor, 14, 10);
        var last = desk.book(wish(doctor, at(12, "15:00"), 10));
        desk.move(last, doctor, at(12, "16:00"), Duration.ZERO);
    }

    @Test
    void onADayThatHoldsMoreThanALoweredCapOnlyWhatAddsToItIsRefused() {
        var of = desk.doctor(3);
        var bookables = new Bookables(server);
        var first = desk.book(wish(of, at(13, "08:00"), 30));
        desk.book(wish(of, at(13, "10:00"), 30));
        bookables.set(Bookables.limits(of).setDayVisits(1).setDayMinutes(30));
        try {
            var later = desk.move(first, of, at(13, "14:00"), Duration.ZERO);
            var correct =
                    CorrectRequest.newBuilder()
                            .setId(later.getId())
                            .setVersion(later.getVersion())
                            .setServiceId(desk.service("Vaccination"))
                            .build();
            var right = desk.appointments().correct(correct).getAppointment();
            assertEquals(desk.service("Vaccination"), right.getServiceId());
            var longer = Duration.ofMinutes(45);
            assertEquals(
                    "appointment/CAP_REACHED",
                    Refusals.reason(() -> desk.move(right, of, at(13, "14:00"), longer)));
            refused(wish(of, at(13, "15:00"), 10));
        } finally {
            bookables.set(Bookables.limits(of));
        }
    }

    @Test
    void aCancelledVisitDoesNotCount() {
        fill(13, doctor, 14, 10);
        desk.cancel(desk.book(wish(doctor, at(13, "15:00"), 10)));
        desk.book(wish(doctor, at(13, "16:00"), 10));
    }

    @Test
    void aVisitOverMidnightCountsOnTheDayItStarts() {
        var night = desk.doctor(1);
        bookables.set(Bookables.limits(night).setDayVisits(1));
        worksNights(night);
        desk.book(wish(night, at(20, "23:45"), 30));
        assertEquals("visits 1 " + night, said(refused(wish(night, at(20, "22:00"), 30))));
        desk.book(wish(night, at(21, "00:30"), 30));
        bookables.set(Bookables.limits(night));
    }

    private void worksNights(String night) {
        server.change(() ->
                Arrays.stream(DayOfWeek.values())
                        .forEach(day ->
                                server.clinic()
                                        .features()
                                        .roster
                                        .roster()
                                        .add(
                                                new WorkingHours(
                                                        UUID.randomUUID(),
                                                        UUID.fromString(night),
                                                        UUID.fromString(desk.site()),
                                                        day,
                                                        LocalTime.of(20, 0),
                                                        LocalTime.of(2, 0),
                                                        FrontDesk.TODAY.plusDays(19)))));
    }

    @Test
    void theRefusalSaysWhatIsFreeInstead() {
        bookables.set(Bookables.limits(doctor).setDayVisits(1));
        desk.book(wish(doctor, at(15, "09:00"), 30));
        var free = free(refused(wish(doctor, at(15, "10:00"), 30)));
        assertTrue(free.contains(doctor + "/" + at(16, "10:00")), free::toString);
        assertFalse(free.stream().anyMatch(one -> one.startsWith(doctor + "/" + day(15))));
        assertTrue(free.stream().anyMatch(one -> one.endsWith("/" + at(15, "10:00"))));
        for (var opening : free) {
            var parts = opening.split("/");
            desk.book(wish(parts[0], Instant.parse(parts[1]), 30));
        }
        bookables.set(Bookables.limits(doctor));
    }

    @Test
    void whatIsFreeInsteadHasWhatTheVisitNeeds() {
        bookables.equipment("sweat", "Gắng sức");
        var service = bookables.serviceWith("Điện tim gắng sức", "sweat");
        bookables.set(Bookables.limits(doctor).setDayVisits(1));
        desk.book(wish(doctor, at(29, "09:00"), 30));
        desk.book(wish(desk.doctor(1), at(29, "10:00"), 30).setServiceId(service));
        var free = free(refused(wish(doctor, at(29, "10:00"), 30).setServiceId(service)));
        assertFalse(free.stream().anyMatch(one -> one.endsWith("/" + at(29, "10:00"))));
        assertTrue(free.stream().anyMatch(one -> one.contains("/" + day(29))), free::toString);
        for (var opening : free) {
            var parts = opening.split("/");
            desk.cancel(
                    desk.book(wish(parts[0], Instant.parse(parts[1]), 30).setServiceId(service)));
        }
        bookables.set(Bookables.limits(doctor));
    }

    @Test
    void theClinicSaysWhatADoctorIsGivenOfWhomNothingElseIsSaid() {
        var other = desk.doctor(2);
        var before = rules();
        bookables.set(Bookables.limits(other).setDayVisits(2));
        set(before.toBuilder().setDayVisits(1));
        try {
            desk.book(wish(doctor, at(30, "09:00"), 30));
            var refused = refused(wish(doctor, at(30, "10:00"), 30));
            assertEquals("visits", refused.getMetadataOrThrow("cap"));
            assertEquals("1", refused.getMetadataOrThrow("limit"));
            desk.book(wish(other, at(30, "09:00"), 30));
            desk.book(wish(other, at(30, "10:00"), 30));
        } finally {
            set(before.toBuilder().setVersion(rules().getVersion()));
            bookables.set(Bookables.limits(other));
        }
        desk.book(wish(doctor, at(30, "10:00"), 30));
    }

    @Test
    void theClinicMayAllowNoneOnTopOfOthers() {
        var before = rules();
        var none = set(before.toBuilder().setDayOverbooked(-1));
        assertEquals(-1, none.getDayOverbooked());
        assertEquals(-1, setup().getUsual().getDayOverbooked());
        set(before.toBuilder().setVersion(none.getVersion()));
        assertEquals(before.getDayOverbooked(), rules().getDayOverbooked());
    }

    @Test
    void refusesADayOfTheClinicOnWhichNobodyIsSeen() {
        var rules = rules().toBuilder();
        for (var wrong :
                List.of(
                        rules.clone().setDayMinutes(0),
                        rules.clone().setDayVisits(201),
                        rules.clone().setSlotMinutes(0),
                        rules.clone().setDayOverbooked(0))) {
            assertTrue(Refusals.field(() -> set(wrong)).startsWith("rules."), wrong::toString);
        }
    }

    private BookingRules rules() {
        return bookables
                .stub()
                .getBookingRules(GetBookingRulesRequest.getDefaultInstance())
                .getRules();
    }

    private BookingRules set(BookingRules.Builder rules) {
        return bookables
                .stub()
                .setBookingRules(SetBookingRulesRequest.newBuilder().setRules(rules).build())
                .getRules();
    }

    private GetSetupResponse setup() {
        return bookables
                .stub()
                .getSetup(GetSetupRequest.newBuilder().setSiteId(desk.site()).build());
    }

    private static String day(int days) {
        return FrontDesk.TODAY.plusDays(days).toString();
    }

    private static List<String> free(ErrorInfo info) {
        return List.of(info.getMetadataOrThrow("free").split(" "));
    }

    /// So many short visits, one after the other from eight o'clock.
    private void fill(int day, String of, int visits, int minutes) {
        for (var number = 0; number < visits; number++) {
            desk.book(
                    wish(
                            of,
                            at(day, "08:00").plus(Duration.ofMinutes((long) minutes * number)),
                            minutes));
        }
    }

    private BookRequest.Builder wish(String of, Instant start, int minutes) {
        return desk.wish(desk.patient("Ai đó"), of, start).setMinutes(minutes);
    }

    private ErrorInfo refused(BookRequest.Builder wish) {
        var info = Refusals.info(() -> desk.appointments().book(wish.build()));
        assertEquals("CAP_REACHED", info.getReason());
        return info;
    }

    private static String said(ErrorInfo info) {
        return String.join(
                " ",
                info.getMetadataOrThrow("cap"),
                info.getMetadataOrThrow("limit"),
                info.getMetadataOrThrow("practitioner"));
    }
}
