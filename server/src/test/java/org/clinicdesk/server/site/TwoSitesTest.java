package org.clinicdesk.server.site;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.appointment.v1.SearchOpeningsRequest;
import org.clinicdesk.roster.v1.DayMode;
import org.clinicdesk.roster.v1.GetRosterRequest;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.SetDayRequest;
import org.clinicdesk.roster.v1.Shift;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.Bookables;
import org.clinicdesk.server.appointment.FrontDesk;
import org.clinicdesk.site.v1.SetSiteRequest;
import org.clinicdesk.site.v1.Site;
import org.clinicdesk.site.v1.SiteServiceGrpc;
import org.junit.jupiter.api.Test;

/// A doctor who works at two places. Each test has a place and days of its own.
@OnServer
class TwoSitesTest {

    private final TestServer server;
    private final FrontDesk desk;
    private final String doctor;

    TwoSitesTest(TestServer server) {
        this.server = server;
        this.desk = new FrontDesk(server);
        this.doctor = desk.doctor(4);
    }

    private Site set(Site.Builder site) {
        return SiteServiceGrpc.newBlockingStub(
                        server.withToken(server.freshSignIn("quynh").getToken()))
                .setSite(SetSiteRequest.newBuilder().setSite(site).build())
                .getSite();
    }

    private Site opened(String name) {
        return set(Site.newBuilder().setName(name).setActive(true));
    }

    private void hours(String site, int day, String from, String to) {
        var roster = RosterServiceGrpc.newBlockingStub(server.as("head-doctor"));
        var date = FrontDesk.TODAY.plusDays(day).toString();
        var version =
                roster
                        .getRoster(
                                GetRosterRequest.newBuilder().setSiteId(site).setFrom(date).build())
                        .getRowsList()
                        .stream()
                        .filter(row -> row.getPractitionerId().equals(doctor))
                        .findFirst()
                        .orElseThrow()
                        .getVersion();
        var _ =
                roster.setDay(
                        SetDayRequest.newBuilder()
                                .setPractitionerId(doctor)
                                .setSiteId(site)
                                .setVersion(version)
                                .setDate(date)
                                .setMode(DayMode.DAY_MODE_INSTEAD)
                                .addShifts(Shift.newBuilder().setFrom(from).setTo(to))
                                .build());
    }

    private BookRequest.Builder wish(String site, int day, String time) {
        return desk.wish(desk.patient("Hai nơi"), doctor, at(day, time)).setSiteId(site);
    }

    private Appointment book(String site, int day, String time) {
        return desk.book(wish(site, day, time));
    }

    /// A morning here and an evening there are one day with room for both.
    @Test
    void hisDayHasRoomForTheVisitsOfBoth() {
        var evening = opened("Cơ sở Quận 3").getId();
        hours(desk.site(), 99, "08:00", "10:00");
        hours(evening, 99, "18:00", "20:00");
        var bookables = new Bookables(server);
        bookables.set(Bookables.limits(doctor).setSlotMinutes(60));
        try {
            book(desk.site(), 99, "08:00");
            book(desk.site(), 99, "09:00");
            var search =
                    SearchOpeningsRequest.newBuilder()
                            .setSiteId(evening)
                            .setServiceId(desk.service("Consultation"))
                            .addPractitionerIds(doctor)
                            .setFrom(FrontDesk.TODAY.plusDays(99).toString())
                            .setDays(1)
                            .build();
            assertTrue(desk.appointments().searchOpenings(search).getOpeningsCount() > 0);
            book(evening, 99, "18:00");
            book(evening, 99, "19:00");
            assertEquals(
                    "4",
                    Refusals.info(() -> book(evening, 99, "18:30")).getMetadataOrThrow("limit"));
        } finally {
            bookables.set(Bookables.limits(doctor));
        }
    }

    @Test
    void nobodyGetsHoursAtTwoPlacesAtOneTime() {
        var other = opened("Cơ sở Thủ Đức").getId();
        var info = Refusals.info(() -> hours(other, 106, "11:00", "14:00"));
        assertEquals("WORKS_ELSEWHERE", info.getReason());
        assertEquals(FrontDesk.TODAY.plusDays(106).toString(), info.getMetadataOrThrow("day"));
        // His break, and the evening.
        hours(other, 106, "12:00", "13:00");
        hours(other, 106, "17:00", "20:00");
        assertEquals(
                "roster/WORKS_ELSEWHERE",
                Refusals.reason(() -> hours(desk.site(), 106, "08:00", "18:00")));
        hours(desk.site(), 106, "08:00", "17:00");
    }

    @Test
    void aPlaceWithVisitsAheadStaysOpenAndAClosedOneTakesNone() {
        var added = opened("Cơ sở Bình Thạnh");
        hours(added.getId(), 98, "18:00", "20:00");
        var visit = book(added.getId(), 98, "18:00");
        assertEquals(
                "roster/BOOKED", Refusals.reason(() -> set(added.toBuilder().setActive(false))));
        desk.cancel(visit);
        set(added.toBuilder().setActive(false));
        assertEquals("site/SITE_CLOSED", Refusals.reason(() -> book(added.getId(), 98, "19:00")));
    }
}
