package org.clinicdesk.server.waitlist;

import static org.clinicdesk.server.appointment.FrontDesk.TODAY;
import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.MarkNoShowRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.Bookables;
import org.clinicdesk.server.appointment.FrontDesk;
import org.clinicdesk.server.watch.Watching;
import org.clinicdesk.waitlist.v1.ReinstateWaitingRequest;
import org.clinicdesk.waitlist.v1.UpdateWaitingRequest;
import org.clinicdesk.waitlist.v1.Urgency;
import org.clinicdesk.waitlist.v1.WaitingEntry;
import org.clinicdesk.waitlist.v1.WaitingState;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// Who waits, in which order, and what suits whom. Each test waits for a day of its own.
@OnServer
class WaitlistTest {

    private final TestServer server;
    private final WaitingDesk here;
    private final FrontDesk desk;
    private final String doctor;
    private final String colleague;

    WaitlistTest(TestServer server) {
        this.server = server;
        this.here = new WaitingDesk(server);
        this.desk = here.desk;
        this.doctor = desk.doctor(0);
        this.colleague = desk.doctor(1);
    }

    @Test
    void theMoreUrgentGoFirstThenWhoAskedFirst() {
        var routine = here.waits("Thường", 7);
        server.clock().move(Duration.ofSeconds(1));
        var second = here.waits("Thường sau", 7);
        var urgent = here.waits("Gấp", 7, wanted -> wanted.setUrgency(Urgency.URGENCY_URGENT));
        var asap = here.waits("Ngay", 7, wanted -> wanted.setUrgency(Urgency.URGENCY_ASAP));
        here.freed(doctor, 7, "09:00");
        var order = ids(asap, urgent, routine, second);
        assertEquals(order, here.proposed(7));
        assertEquals(
                order,
                here.waiting().stream().map(WaitingEntry::getId).filter(order::contains).toList());
    }

    @Test
    void aChangedWishKeepsItsPlace() {
        var first = here.waits("Trước", 8);
        server.clock().move(Duration.ofSeconds(1));
        var second = here.waits("Sau", 8);
        var changed =
                here.list()
                        .updateWaiting(
                                UpdateWaitingRequest.newBuilder()
                                        .setId(first.getId())
                                        .setVersion(first.getVersion())
                                        .setWanted(here.wanted(8).setNote("Gọi sau 16:00"))
                                        .build())
                        .getEntry();
        assertEquals("Gọi sau 16:00", changed.getWanted().getNote());
        assertEquals(first.getAskedAt(), changed.getAskedAt());
        here.freed(doctor, 8, "09:00");
        assertEquals(ids(first, second), here.proposed(8));
    }

    @Test
    void onlyThoseWhomTheTimeSuitsAreProposed() {
        var weekday = TODAY.plusDays(9).getDayOfWeek().getValue();
        var suits =
                here.waits(
                        "Hợp",
                        9,
                        wanted ->
                                wanted.addPractitionerIds(doctor)
                                        .addWeekdays(weekday)
                                        .setFromMinute(9 * 60)
                                        .setToMinute(9 * 60 + 30));
        here.waits("Người khác", 9, wanted -> wanted.addPractitionerIds(colleague));
        here.waits("Ngày khác", 9, wanted -> wanted.addWeekdays(weekday % 7 + 1));
        here.waits("Chiều", 9, wanted -> wanted.setFromMinute(13 * 60));
        here.waits("Sớm hơn", 9, wanted -> wanted.setToMinute(9 * 60));
        here.waits("Hôm sau", 10);
        here.waits("Khoa khác", 9, wanted -> wanted.setSpecialty("Khoa không có"));
        here.freed(doctor, 9, "09:00");
        assertEquals(ids(suits), here.proposed(9));
    }

    @Test
    void whoIsBusyAtThatTimeIsNotProposed() {
        var busy = here.waits("Bận", 11);
        var free = here.waits("Rảnh", 11);
        desk.book(busy.getPerson().getPatientId(), colleague, at(11, "09:10"));
        here.freed(doctor, 11, "09:00");
        assertEquals(ids(free), here.proposed(11));
    }

    @Test
    void aTimeWhoseRoomIsBlockedIsNotProposed() {
        var rooms = new Bookables(server);
        var service = rooms.serviceInRoom("Nội soi", desk.room(2));
        here.waits("Soi", 43, wanted -> wanted.setServiceId(service));
        here.freed(doctor, 43, "09:00");
        assertEquals(1, here.proposed(43).size());
        rooms.block(desk.room(2), TODAY.plusDays(43), "08:00", "12:00");
        assertEquals(List.of(), here.proposed(43));
    }

    @Test
    void aTimeWhoseEquipmentIsOutOfUseIsNotProposed() {
        var things = new Bookables(server);
        var scope = things.equipment("scope", "Ống soi");
        var service = things.serviceWith("Soi dạ dày", "scope");
        here.waits("Dạ dày", 44, wanted -> wanted.setServiceId(service));
        here.freed(doctor, 44, "09:00");
        assertEquals(1, here.proposed(44).size());
        things.set(scope.toBuilder().setActive(false));
        assertEquals(List.of(), here.proposed(44));
    }

    /// He keeps the room that he was booked into by name, though his service needs none.
    @Test
    void whoseRoomIsBlockedThenIsNotProposedSooner() {
        var patient = desk.patient("Xe lăn");
        var later = desk.book(desk.wish(patient, doctor, at(45, "15:00")).setRoomId(desk.room(3)));
        here.add(patient, here.wanted(45), later.getId());
        here.freed(doctor, 45, "09:00");
        assertEquals(1, here.proposed(45).size());
        new Bookables(server).block(desk.room(3), TODAY.plusDays(45), "08:00", "12:00");
        assertEquals(List.of(), here.proposed(45));
    }

    @Test
    void aLongerVisitIsProposedOnlyWhereItFits() {
        var longer = here.waits("Lâu", 14, wanted -> wanted.setMinutes(60));
        desk.book(desk.patient("Kế tiếp"), doctor, at(14, "09:30"));
        here.freed(doctor, 14, "09:00");
        assertEquals(List.of(), here.proposed(14));
        here.freed(doctor, 14, "10:30");
        assertEquals(ids(longer), here.proposed(14));
    }

    @Test
    void whoIsBookedByHandWaitsOnForWhatIsSooner() {
        var entry = here.waits("Chờ tiếp", 35);
        var visit = desk.book(entry.getPerson().getPatientId(), doctor, at(35, "14:00"));
        var listed =
                here.waiting().stream()
                        .filter(it -> it.getId().equals(entry.getId()))
                        .findFirst()
                        .orElseThrow();
        assertEquals(visit.getId(), listed.getAppointmentId());
        here.freed(colleague, 35, "16:00");
        assertEquals(List.of(), here.proposed(35));
        here.freed(colleague, 35, "09:00");
        assertEquals(ids(entry), here.proposed(35));
    }

    @Test
    void whoseVisitWasCancelledIsGivenTheNextOne() {
        var entry = here.waits("Lại hẹn", 36);
        var patient = entry.getPerson().getPatientId();
        desk.cancel(desk.book(patient, doctor, at(36, "14:00")));
        var second = desk.book(patient, doctor, at(36, "15:00"));
        assertEquals(second.getId(), here.of(entry).getFirst().getAppointmentId());
    }

    @Test
    void aTimeThatWasBookedAgainIsNotProposed() {
        here.waits("Chậm", 15);
        here.freed(doctor, 15, "09:00");
        assertEquals(1, here.proposals(15).size());
        desk.book(desk.patient("Nhanh"), doctor, at(15, "09:00"));
        assertEquals(List.of(), here.proposals(15));
    }

    @Test
    void aMovedVisitFreesItsTime() {
        var entry = here.waits("Dời", 16);
        var visit = desk.book(desk.patient("Đi"), doctor, at(16, "09:00"));
        desk.move(visit, doctor, at(17, "09:00"), Duration.ZERO);
        assertEquals(ids(entry), here.proposed(16));
    }

    @Test
    void aTimeFreedTwiceIsOneProposal() {
        here.waits("Một lần", 18);
        here.freed(doctor, 18, "09:00");
        here.freed(doctor, 18, "09:00");
        assertEquals(1, here.proposals(18).size());
    }

    @Test
    void whatCannotBeSoonerThanTheVisitHeHasIsNotProposed() {
        var patient = desk.patient("Có hẹn");
        var visit = desk.book(patient, doctor, at(21, "10:00"));
        var wanted = here.wanted(21).clearEarliest().clearLatest().addPractitionerIds(doctor);
        var entry = here.add(patient, wanted, visit.getId());
        assertEquals(visit.getId(), entry.getAppointmentId());
        here.freed(doctor, 21, "11:00");
        assertFalse(here.proposed(21).contains(entry.getId()));
        here.freed(doctor, 21, "09:00");
        assertTrue(here.proposed(21).contains(entry.getId()));
        here.withdraw(entry);
    }

    @Test
    void whoseLaterVisitIsCancelledWaitsForAnyTime() {
        var patient = desk.patient("Hủy rồi");
        var visit = desk.book(patient, doctor, at(28, "10:00"));
        var entry = here.add(patient, here.wanted(28), visit.getId());
        desk.cancel(visit);
        here.freed(doctor, 28, "15:00");
        assertEquals(List.of(entry.getId(), entry.getId()), here.proposed(28));
    }

    @Test
    void whoMissedTheLaterVisitWaitsNoMore() {
        var patient = desk.patient("Lỡ hẹn");
        var visit = desk.book(patient, desk.doctor(2), at(0, "10:30"));
        var entry = here.add(patient, here.wanted(0), visit.getId());
        server.clock().move(Duration.ofHours(8));
        try {
            var request =
                    MarkNoShowRequest.newBuilder()
                            .setId(visit.getId())
                            .setVersion(visit.getVersion())
                            .build();
            var _ = desk.appointments().markNoShow(request);
            assertFalse(here.waiting().stream().anyMatch(it -> it.getId().equals(entry.getId())));
            assertEquals(WaitingState.WAITING_STATE_EXPIRED, here.of(entry).getFirst().getState());
        } finally {
            server.clock().move(Duration.ofHours(-8));
        }
    }

    @Test
    void whoseLastDayIsOverWaitsNoMore() {
        var entry = here.waits("Hết hạn", 0);
        server.clock().move(Duration.ofDays(1));
        try {
            var later = new WaitingDesk(server);
            assertFalse(later.waiting().stream().anyMatch(it -> it.getId().equals(entry.getId())));
            assertEquals(WaitingState.WAITING_STATE_EXPIRED, later.of(entry).getFirst().getState());
        } finally {
            server.clock().move(Duration.ofDays(-1));
        }
    }

    @Test
    void nobodyWaitsTwiceForTheSame() {
        var entry = here.waits("Hai lần", 22);
        assertEquals(
                "waitlist/ALREADY_WAITING",
                Refusals.reason(
                        () -> here.add(entry.getPerson().getPatientId(), here.wanted(22), "")));
    }

    @Test
    void whoIsTakenOffComesBackToHisPlace() {
        var first = here.waits("Trở lại", 23);
        server.clock().move(Duration.ofSeconds(1));
        var second = here.waits("Ở lại", 23);
        here.freed(doctor, 23, "09:00");
        var off = here.withdraw(first);
        assertEquals(WaitingState.WAITING_STATE_WITHDRAWN, off.getState());
        assertEquals(ids(second), here.proposed(23));
        var request =
                ReinstateWaitingRequest.newBuilder()
                        .setId(off.getId())
                        .setVersion(off.getVersion())
                        .build();
        var back = here.list().reinstateWaiting(request).getEntry();
        assertEquals(WaitingState.WAITING_STATE_WAITING, back.getState());
        assertEquals(ids(first, second), here.proposed(23));
    }

    @Test
    void refusesADayThatIsOverAndAPartOfTheDayThatIsTooShort() {
        assertEquals("wanted.latest: date.past", Refusals.field(() -> here.waits("Hôm qua", -1)));
        assertEquals(
                "wanted.to_minute: time.order",
                Refusals.field(() ->
                        here.waits(
                                "Ngắn", 24, wanted -> wanted.setFromMinute(600).setToMinute(620))));
    }

    @Test
    void theDesksOfTheSiteAreToldOfAFreedTime() throws Exception {
        var topic = "waitlist/" + desk.site();
        var visit = desk.book(desk.patient("Báo"), doctor, at(25, "09:00"));
        var watching = new Watching(server.as("doctor"), topic);
        desk.cancel(visit);
        assertTrue(watching.hears(topic));
    }

    private static List<String> ids(WaitingEntry... entries) {
        return List.of(entries).stream().map(WaitingEntry::getId).toList();
    }
}
