package org.clinicdesk.server.waitlist;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.MarkNoShowRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.FrontDesk;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.waitlist.v1.FreedSlot;
import org.clinicdesk.waitlist.v1.OfferRequest;
import org.clinicdesk.waitlist.v1.WaitingEntry;
import org.clinicdesk.waitlist.v1.WaitingState;
import org.clinicdesk.waitlist.v1.WaitlistServiceGrpc;
import org.clinicdesk.waitlist.v1.WithdrawOfferRequest;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// Freed times are offered to one person at a time. Each test offers a time of a day of its own.
@OnServer
class OfferTest {

    private final TestServer server;
    private final WaitingDesk here;
    private final WaitingDesk neighbour;
    private final FrontDesk desk;
    private final String doctor;

    OfferTest(TestServer server) {
        this.server = server;
        this.here = new WaitingDesk(server);
        this.neighbour = new WaitingDesk(server);
        this.desk = here.desk;
        this.doctor = desk.doctor(0);
    }

    @Test
    void anOfferIsShownAtEveryDeskWithItsCountdown() {
        var entry = here.waits("Gọi", 7);
        here.offer(freed(7), entry);
        var mine = here.proposals(7).getFirst().getOffer();
        var theirs = neighbour.proposals(7).getFirst().getOffer();
        assertTrue(mine.getMine());
        assertFalse(theirs.getMine());
        assertEquals(entry.getId(), theirs.getEntryId());
        assertTrue(theirs.getSecondsLeft() > 290 && theirs.getSecondsLeft() <= 300);
    }

    @Test
    void aTimeIsOfferedToOnePersonAtATime() {
        var first = here.waits("Một", 8);
        var second = here.waits("Hai", 8);
        var slot = freed(8);
        var offer = here.offer(slot, first);
        for (var other : List.of(here, neighbour)) {
            var info = Refusals.info(() -> other.offer(slot, second));
            assertEquals("OFFERED", info.getReason());
            assertEquals("Linh Mai", info.getMetadataOrThrow("by"));
            assertEquals(
                    Protos.instant(offer.getExpiresAt()).toString(),
                    info.getMetadataOrThrow("until"));
        }
    }

    @Test
    void ofManyDesksOneOffersATime() throws Exception {
        var people = new ArrayList<WaitingEntry>();
        for (var number = 0; number < 6; number++) {
            people.add(here.waits("Đua " + number, 9));
        }
        var slot = freed(9);
        var tries = new ArrayList<Callable<Boolean>>();
        people.forEach(entry -> {
            var racer = new WaitingDesk(server);
            tries.add(() -> wins(racer, slot, entry));
        });
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var won = 0;
            for (var outcome : pool.invokeAll(tries)) {
                won += outcome.get() ? 1 : 0;
            }
            assertEquals(1, won);
        }
    }

    private static boolean wins(WaitingDesk racer, FreedSlot slot, WaitingEntry entry) {
        try {
            racer.offer(slot, entry);
            return true;
        } catch (io.grpc.StatusRuntimeException refused) {
            assertEquals("waitlist/OFFERED", Refusals.reason(refused));
            return false;
        }
    }

    @Test
    void onePersonIsOfferedOneTime() {
        var entry = here.waits("Một chỗ", 10);
        var first = freed(10);
        here.freed(doctor, 10, "11:00");
        var second = here.proposals(10).getLast();
        here.offer(first, entry);
        assertEquals("waitlist/OFFERED", Refusals.reason(() -> neighbour.offer(second, entry)));
        assertEquals(1, here.proposals(10).size());
    }

    @Test
    void nobodyBooksWhatIsOffered() {
        var entry = here.waits("Giữ", 11);
        here.offer(freed(11), entry);
        var wish = neighbour.desk.wish(desk.patient("Chen"), doctor, at(11, "09:00"));
        assertEquals("appointment/SLOT_HELD", Refusals.reason(() -> neighbour.desk.book(wish)));
    }

    @Test
    void whoSaysNoIsPassedOver() {
        var first = here.waits("Từ chối", 14);
        server.clock().move(Duration.ofSeconds(1));
        var second = here.waits("Kế tiếp", 14);
        var slot = freed(14);
        here.offer(slot, first);
        assertEquals("waitlist/OFFERED", Refusals.reason(() -> neighbour.decline(slot, first)));
        here.decline(slot, first);
        assertFalse(here.proposals(14).getFirst().hasOffer());
        assertEquals(List.of(second.getId()), neighbour.proposed(14));
        neighbour.offer(slot, second);
        here.freed(doctor, 14, "10:00");
        assertTrue(here.proposed(14).contains(first.getId()));
    }

    @Test
    void whoIsDeclinedWithoutAnOfferIsPassedOverToo() {
        var entry = here.waits("Không cần", 15);
        var slot = freed(15);
        here.decline(slot, entry);
        assertEquals(List.of(), here.proposals(15));
    }

    @Test
    void anOfferGivenUpLeavesEverybodyInHisPlace() {
        var entry = here.waits("Không nghe máy", 16);
        var offer = here.offer(freed(16), entry);
        var request = WithdrawOfferRequest.newBuilder().setId(offer.getId()).build();
        assertEquals(
                "platform/NOT_FOUND",
                Refusals.reason(() -> neighbour.list().withdrawOffer(request)));
        var _ = here.list().withdrawOffer(request);
        var _ = here.list().withdrawOffer(request);
        assertFalse(here.proposals(16).getFirst().hasOffer());
        assertEquals(List.of(entry.getId()), here.proposed(16));
    }

    @Test
    void bookingConsumesTheOfferAndTheEntry() {
        var entry = here.waits("Nhận", 17);
        var offer = here.offer(freed(17), entry);
        assertEquals("waitlist/OFFERED", Refusals.reason(() -> neighbour.book(offer)));
        var booked = here.book(offer);
        assertEquals(WaitingState.WAITING_STATE_BOOKED, booked.getEntry().getState());
        var day = desk.day(17);
        assertEquals(List.of(), day.getHoldsList());
        var visit = standing(day.getAppointmentsList()).getFirst();
        assertEquals(visit.getId(), booked.getEntry().getBookedAppointmentId());
        assertEquals(entry.getPerson(), visit.getPerson());
        assertEquals(List.of(), here.proposals(17));
        assertEquals("waitlist/OFFER_OVER", Refusals.reason(() -> here.book(offer)));
    }

    @Test
    void theLaterVisitGivesWayAndItsTimeIsProposedToTheNext() {
        var patient = desk.patient("Đến sớm");
        var later = desk.book(patient, doctor, at(18, "15:00"));
        var entry = here.add(patient, here.wanted(18), later.getId());
        server.clock().move(Duration.ofSeconds(1));
        var next = here.waits("Người sau", 18, wanted -> wanted.setFromMinute(14 * 60));
        var booked = here.book(here.offer(freed(18), entry));
        var visits = standing(desk.day(18).getAppointmentsList());
        assertEquals(1, visits.size());
        assertEquals(later.getId(), visits.getFirst().getPredecessorId());
        assertEquals(booked.getStart(), visits.getFirst().getStart());
        assertEquals(Protos.timestamp(at(18, "15:00")), here.proposals(18).getFirst().getStart());
        assertEquals(List.of(next.getId()), here.proposed(18));
    }

    @Test
    void aBookingTakenBackPutsThePersonBackOnTheList() {
        var patient = desk.patient("Lầm");
        var later = desk.book(patient, doctor, at(21, "15:00"));
        var entry = here.add(patient, here.wanted(21), later.getId());
        var booked = here.book(here.offer(freed(21), entry));
        var id = booked.getEntry().getBookedAppointmentId();
        var visit =
                standing(desk.day(21).getAppointmentsList()).stream()
                        .filter(it -> it.getId().equals(id))
                        .findFirst()
                        .orElseThrow();
        var back = desk.undo(visit);
        assertEquals(later.getId(), back.getId());
        assertEquals(WaitingState.WAITING_STATE_WAITING, here.of(entry).getFirst().getState());
        assertEquals(List.of(entry.getId()), here.proposed(21));
    }

    @Test
    void theVisitThatTookThePlaceOfTheLaterOneGivesWayAndNoOther() {
        var patient = desk.patient("Dời rồi");
        var first = desk.book(patient, doctor, at(150, "15:00"));
        var entry = here.add(patient, here.wanted(147), first.getId());
        var later = desk.reschedule(first, at(148, "09:00"));
        var other = desk.book(patient, doctor, at(154, "09:00"));
        assertEquals(later.getId(), here.of(entry).getFirst().getAppointmentId());
        var offer = here.offer(freed(147), entry);
        var sooner = visit(147, here.book(offer).getEntry().getBookedAppointmentId());
        assertEquals(later.getId(), sooner.getPredecessorId());
        assertEquals(1, standing(desk.day(154).getAppointmentsList()).size());
        assertEquals(other, desk.onBoard(154, other));
        desk.undo(sooner);
        assertEquals(later.getId(), here.of(entry).getFirst().getAppointmentId());
    }

    @Test
    void whoseLaterVisitWasRescheduledAndMissedWaitsNoMore() {
        var patient = desk.patient("Dời và lỡ");
        var first = desk.book(patient, desk.doctor(2), at(155, "09:00"));
        var entry = here.add(patient, here.wanted(160).clearLatest(), first.getId());
        var later = desk.reschedule(first, at(155, "10:00"));
        server.clock().set(at(155, "11:00"));
        try {
            var then = new WaitingDesk(server);
            var request =
                    MarkNoShowRequest.newBuilder()
                            .setId(later.getId())
                            .setVersion(later.getVersion())
                            .build();
            var _ = then.desk.appointments().markNoShow(request);
            assertEquals(WaitingState.WAITING_STATE_EXPIRED, then.of(entry).getFirst().getState());
            assertTrue(then.waiting().stream().noneMatch(it -> it.getId().equals(entry.getId())));
        } finally {
            server.clock().set(TestServer.MONDAY_MORNING);
        }
    }

    private Appointment visit(int day, String id) {
        return desk.day(day).getAppointmentsList().stream()
                .filter(it -> it.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoHasAskedAnewSinceDoesNotWaitTwice() {
        var entry = here.waits("Hỏi lại", 105);
        var id = here.book(here.offer(freed(105), entry)).getEntry().getBookedAppointmentId();
        here.add(entry.getPerson().getPatientId(), here.wanted(105), "");
        desk.undo(
                desk.day(105).getAppointmentsList().stream()
                        .filter(it -> it.getId().equals(id))
                        .findFirst()
                        .orElseThrow());
        assertEquals(
                1,
                here.of(entry).stream()
                        .filter(it -> it.getState() == WaitingState.WAITING_STATE_WAITING)
                        .count());
    }

    /// The clock of the server stands still in a test; the database's goes on.
    @Test
    void anOfferEndsByTheClockOfTheDatabase() {
        var first = here.waits("Hết giờ", 22);
        var slot = freed(22);
        var offer = here.offer(slot, first, 1);
        LockSupport.parkNanos(Duration.ofMillis(1100).toNanos());
        assertFalse(here.proposals(22).getFirst().hasOffer());
        assertEquals("waitlist/OFFER_OVER", Refusals.reason(() -> here.book(offer)));
        neighbour.book(neighbour.offer(slot, first));
    }

    @Test
    void whatDoesNotSuitIsNotOffered() {
        var entry = here.waits("Ngày khác", 24);
        here.waits("Đúng ngày", 23);
        var slot = freed(23);
        assertEquals("waitlist/NOT_SUITABLE", Refusals.reason(() -> here.offer(slot, entry)));
    }

    @Test
    void whoIsTakenOffTheListIsOfferedNothingMore() {
        var entry = here.waits("Thôi", 25);
        var offer = here.offer(freed(25), entry);
        neighbour.withdraw(entry);
        assertEquals("waitlist/OFFER_OVER", Refusals.reason(() -> here.book(offer)));
        neighbour.desk.book(desk.patient("Trống"), doctor, at(25, "09:00"));
    }

    @Test
    void whoMayNotBookOffersNothing() {
        var entry = here.waits("Điều dưỡng", 28);
        var slot = freed(28);
        var list = WaitlistServiceGrpc.newBlockingStub(server.as("nurse"));
        var request =
                OfferRequest.newBuilder().setSlotId(slot.getId()).setEntryId(entry.getId()).build();
        assertEquals("platform/DENIED", Refusals.reason(() -> list.offer(request)));
    }

    /// The only time of a day that somebody gave up, at nine.
    private FreedSlot freed(int day) {
        here.freed(doctor, day, "09:00");
        return here.proposals(day).getFirst();
    }

    private static List<Appointment> standing(List<Appointment> visits) {
        return visits.stream()
                .filter(visit -> visit.getStatus() == AppointmentStatus.APPOINTMENT_STATUS_BOOKED)
                .toList();
    }
}
