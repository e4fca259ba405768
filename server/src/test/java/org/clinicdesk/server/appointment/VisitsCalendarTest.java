package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.component.VEvent;

import org.clinicdesk.appointment.v1.GetVisitsCalendarRequest;
import org.clinicdesk.common.v1.File;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.sample.SampleClinic;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// A doctor's visits as a calendar, read back with the library. Each test has a week of its own.
@OnServer
class VisitsCalendarTest {

    private final TestServer server;
    private final FrontDesk desk;
    private final String doctor;
    private final String other;

    VisitsCalendarTest(TestServer server) {
        this.server = server;
        this.desk = new FrontDesk(server);
        this.doctor = desk.doctor(0);
        this.other = desk.doctor(1);
    }

    @Test
    void saysWhatWhereAndWhenAndNothingAboutThePerson() {
        var wish =
                desk.wish(desk.patient("Bí Mật"), doctor, at(7, "09:00"))
                        .setReason("Xét nghiệm HIV")
                        .setRoomId(desk.room(1));
        var visit = desk.book(wish);
        var file = export(doctor, 7, 7);
        var event = only(file);
        assertEquals("Consultation", event.getSummary().getValue());
        assertFalse(event.getLocation().getValue().isBlank());
        assertEquals(Protos.instant(visit.getStart()), event.getDateStart().getValue().toInstant());
        assertEquals(Protos.instant(visit.getEnd()), event.getDateEnd().getValue().toInstant());
        assertTrue(event.getStatus().isConfirmed());
        var text = file.getContent().toStringUtf8();
        for (var secret :
                List.of(
                        "Bí",
                        "Trương",
                        "HIV",
                        visit.getPerson().getNumber(),
                        visit.getPerson().getPatientId(),
                        visit.getId())) {
            assertFalse(text.contains(secret), secret);
        }
        assertEquals("visits-2026-11-30-2026-11-30.ics", file.getName());
    }

    @Test
    void aMovedVisitIsTheSameEventWithAHigherSequence() {
        var visit = desk.book(desk.patient("Dời"), doctor, at(14, "09:00"));
        var before = only(export(doctor, 14, 14));
        desk.move(visit, doctor, at(15, "10:00"), Duration.ZERO);
        var after = only(export(doctor, 14, 14));
        assertEquals(before.getUid().getValue(), after.getUid().getValue());
        assertTrue(after.getSequence().getValue() > before.getSequence().getValue());
        assertEquals(at(15, "10:00"), after.getDateStart().getValue().toInstant());
    }

    @Test
    void whatIsCancelledOrMissedIsCancelledAndKeepsNoTime() {
        var visit = desk.book(desk.patient("Hủy"), doctor, at(21, "09:00"));
        desk.cancel(visit);
        var event = only(export(doctor, 21, 21));
        assertTrue(event.getStatus().isCancelled());
        assertTrue(event.getTransparency().isTransparent());
    }

    @Test
    void whatWentToAnotherDoctorIsCancelledForTheFirst() {
        var visit = desk.book(desk.patient("Đổi bác sĩ"), doctor, at(28, "09:00"));
        desk.move(visit, other, at(28, "09:00"), Duration.ZERO);
        var his = only(export(doctor, 28, 28));
        var theirs = only(export(other, 28, 28));
        assertTrue(his.getStatus().isCancelled());
        assertTrue(theirs.getStatus().isConfirmed());
        assertNotEquals(his.getUid().getValue(), theirs.getUid().getValue());
    }

    @Test
    void aRequestedVisitIsTentative() {
        desk.book(desk.wish(desk.patient("Xin"), doctor, at(35, "09:00")).setRequested(true));
        assertTrue(only(export(doctor, 35, 35)).getStatus().isTentative());
    }

    @Test
    void nineOClockStaysNineOClockWhenTheClocksChange() {
        zone("Europe/Madrid");
        try {
            // On March 28, 2027 the clocks of Spain go forward.
            var friday = LocalDate.of(2027, 3, 26);
            var monday = LocalDate.of(2027, 3, 29);
            desk.book(desk.patient("Viernes"), doctor, nine(friday));
            desk.book(desk.patient("Lunes"), doctor, nine(monday));
            assertEquals(
                    List.of(
                            Instant.parse("2027-03-26T08:00:00Z"),
                            Instant.parse("2027-03-29T07:00:00Z")),
                    events(export(doctor, friday, monday)).stream()
                            .map(event -> event.getDateStart().getValue().toInstant())
                            .toList());
        } finally {
            zone(SampleClinic.ZONE.getId());
        }
    }

    @Test
    void refusesDaysOnWhichThereIsNothing() {
        assertEquals(
                "appointment/NOTHING_TO_EXPORT", Refusals.reason(() -> export(doctor, 300, 301)));
        assertEquals("until: date.range", Refusals.field(() -> export(doctor, 0, 366)));
    }

    private static Instant nine(LocalDate day) {
        return day.atTime(9, 0).atZone(ZoneId.of("Europe/Madrid")).toInstant();
    }

    /// Takes the clinic elsewhere, past the contract.
    private void zone(String zone) {
        server.change(() ->
                server.clinic()
                        .platform()
                        .db()
                        .session()
                        .createMutationQuery("update Clinic set zone = :zone")
                        .setParameter("zone", zone)
                        .executeUpdate());
    }

    private VEvent only(File file) {
        var events = events(file);
        assertEquals(1, events.size());
        return events.getFirst();
    }

    private static List<VEvent> events(File file) {
        return Biweekly.parse(file.getContent().toStringUtf8()).first().getEvents();
    }

    private File export(String of, int from, int until) {
        return export(of, FrontDesk.TODAY.plusDays(from), FrontDesk.TODAY.plusDays(until));
    }

    private File export(String of, LocalDate from, LocalDate until) {
        return desk.appointments()
                .getVisitsCalendar(
                        GetVisitsCalendarRequest.newBuilder()
                                .setPractitionerId(of)
                                .setFrom(from.toString())
                                .setUntil(until.toString())
                                .build())
                .getFile();
    }
}
