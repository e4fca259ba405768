package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.BookSeriesRequest;
import org.clinicdesk.appointment.v1.PinRequest;
import org.clinicdesk.appointment.v1.PinnedVisit;
import org.clinicdesk.appointment.v1.UnpinRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.watch.Watching;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

/// Visits that wait for a time.
@OnServer
class PinboardTest {

    private final TestServer server;
    private final FrontDesk desk;
    private final FrontDesk neighbour;
    private final String doctor;

    PinboardTest(TestServer server) {
        this.server = server;
        this.desk = new FrontDesk(server);
        this.neighbour = new FrontDesk(server);
        this.doctor = desk.doctor(0);
    }

    @Test
    void allDesksSeeWhatOnePinned() {
        var pin = pin(without("Thảo").setReason("Đau lưng"));
        assertEquals(30, pin.getMinutes());
        assertEquals("Đau lưng", pin.getReason());
        assertTrue(neighbour.day(30).getPinsList().contains(pin));
    }

    @Test
    void theDesksOfTheSiteAreTold() throws Exception {
        var topic = "pinboard/" + desk.site();
        var watching = new Watching(server.as("doctor"), topic);
        pin(without("Báo"));
        assertTrue(watching.hears(topic));
    }

    @Test
    void whoArrivesWaitsForNoTimeAnyMore() {
        var visit =
                desk.book(
                        desk.patient("Đến rồi"),
                        doctor,
                        server.clock().instant().plus(Duration.ofHours(2)));
        var pin = pin(visit);
        desk.checkIn(desk.onBoard(0, visit));
        assertEquals(List.of(), of(pin));
    }

    @Test
    void whoWasCheckedInByMistakeWaitsAgain() {
        var visit =
                desk.book(
                        desk.patient("Nhầm dòng"),
                        doctor,
                        server.clock().instant().plus(Duration.ofMinutes(150)));
        var pin = pin(visit);
        desk.undoCheckIn(desk.checkIn(desk.onBoard(0, visit)));
        assertEquals(1, of(pin).size());
    }

    @Test
    void whatWaitedBeforeItWasCancelledWaitsAgainWhenThatIsTakenBack() {
        var visit = desk.book(desk.patient("Hủy nhầm"), doctor, at(114, "09:00"));
        var pin = pin(visit);
        var cancelled = desk.cancel(visit);
        assertEquals(List.of(), of(pin));
        var back = desk.reinstate(cancelled);
        assertEquals(1, of(pin).size());
        desk.undo(back);
        assertEquals(List.of(), of(pin));
    }

    @Test
    void aPinnedVisitThatIsBookedIsOffTheBoard() {
        var pin = pin(without("Xong"));
        var wish = desk.wish(pin.getPerson().getPatientId(), doctor, at(7, "09:00"));
        neighbour.book(wish.setPinId(pin.getId()));
        assertEquals(List.of(), of(pin));
    }

    @Test
    void ofTwoWhoPlaceItOneIsRefused() {
        var pin = pin(without("Hai nơi"));
        var patient = pin.getPerson().getPatientId();
        desk.book(desk.wish(patient, doctor, at(8, "09:00")).setPinId(pin.getId()));
        var second = desk.wish(patient, doctor, at(8, "10:00")).setPinId(pin.getId());
        assertEquals("appointment/NOT_PINNED", Refusals.reason(() -> desk.book(second)));
        assertEquals(1, desk.day(8).getAppointmentsCount());
    }

    @Test
    void nobodyIsPlacedForSomebodyElse() {
        var pin = pin(without("Của mình"));
        var wish = desk.wish(desk.patient("Người khác"), doctor, at(98, "09:00"));
        assertEquals(
                "pin_id: pin.other_person",
                Refusals.field(() -> desk.book(wish.setPinId(pin.getId()))));
        assertEquals(1, of(pin).size());
    }

    @Test
    void whatIsBookedAlreadyIsMovedAndNotBookedOnceMore() {
        var visit = desk.book(desk.patient("Hai lượt"), doctor, at(98, "10:00"));
        var pin = pin(visit);
        var wish = desk.wish(pin.getPerson().getPatientId(), doctor, at(98, "11:00"));
        assertEquals(
                "pin_id: pin.booked", Refusals.field(() -> desk.book(wish.setPinId(pin.getId()))));
    }

    @Test
    void aPlacementTakenBackWaitsAgain() {
        var pin = pin(without("Trả lại"));
        var wish = desk.wish(pin.getPerson().getPatientId(), doctor, at(99, "09:00"));
        desk.undo(desk.book(wish.setPinId(pin.getId())));
        assertEquals(1, of(pin).size());
        desk.book(wish);
        assertEquals(List.of(), of(pin));
    }

    @Test
    void aMoveTakenBackWaitsAgain() {
        var visit = desk.book(desk.patient("Dời lại"), doctor, at(100, "09:00"));
        var pin = pin(visit);
        var moved = desk.move(visit, doctor, at(100, "10:00"), Duration.ZERO);
        assertEquals(List.of(), of(pin));
        var later = desk.move(moved, doctor, at(100, "11:00"), Duration.ZERO);
        var back = desk.undo(later);
        assertEquals(List.of(), of(pin));
        desk.undo(back);
        assertEquals(1, of(pin).size());
    }

    @Test
    void aSeriesOfWhichNoneCouldBeBookedLeavesItWaiting() {
        var pin = pin(without("Cả đợt"));
        var night =
                desk.wish(pin.getPerson().getPatientId(), doctor, at(101, "22:00"))
                        .setPinId(pin.getId());
        var _ =
                desk.appointments()
                        .bookSeries(
                                BookSeriesRequest.newBuilder()
                                        .setFirst(night)
                                        .setEveryWeeks(1)
                                        .setTimes(2)
                                        .build());
        assertEquals(1, of(pin).size());
    }

    @Test
    void aBookingTakenBackIsNoVisitThatWaits() {
        var visit = desk.book(desk.patient("Đặt nhầm"), doctor, at(102, "09:00"));
        var pin = pin(visit);
        desk.undo(visit);
        assertEquals(List.of(), of(pin));
    }

    @Test
    void aBookedVisitKeepsItsTimeUntilItIsPlaced() {
        var visit = desk.book(desk.patient("Giữ chỗ"), doctor, at(9, "09:00"));
        var pin = pin(visit);
        assertEquals(visit.getId(), pin.getAppointmentId());
        var wish = desk.wish(desk.patient("Khác"), doctor, at(9, "09:00"));
        assertEquals("appointment/SLOT_TAKEN", Refusals.reason(() -> desk.book(wish)));
        desk.move(visit, doctor, at(9, "11:00"), Duration.ZERO);
        assertEquals(List.of(), of(pin));
        desk.book(wish);
    }

    /// Whoever is first: what is over does not wait for a time.
    @Test
    void aPinAtTheMomentOfACancellationIsNotLeftBehind() {
        for (var number = 0; number < 8; number++) {
            var time = "%02d:%02d".formatted(8 + number / 2, number % 2 * 30);
            var visit = desk.book(desk.patient("Cùng lúc"), doctor, at(119, time));
            try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
                desks.submit(() -> pin(visit));
                desks.submit(() -> neighbour.cancel(visit));
            }
            assertTrue(
                    desk.day(119).getPinsList().stream()
                            .noneMatch(pin -> pin.getAppointmentId().equals(visit.getId())));
        }
    }

    @Test
    void aVisitWaitsOnce() {
        var visit = desk.book(desk.patient("Một lần"), doctor, at(10, "09:00"));
        pin(visit);
        assertEquals("appointment/ALREADY_PINNED", Refusals.reason(() -> pin(visit)));
    }

    @Test
    void whatIsCancelledIsOffTheBoardAndCannotBePinned() {
        var visit = desk.book(desk.patient("Hủy"), doctor, at(11, "09:00"));
        var pin = pin(visit);
        var cancelled = desk.cancel(visit);
        assertEquals(List.of(), of(pin));
        assertEquals("appointment/NOT_MOVABLE", Refusals.reason(() -> pin(cancelled)));
    }

    @Test
    void aVisitTakenOffStaysWhereItIs() {
        var visit = desk.book(desk.patient("Thôi"), doctor, at(12, "09:00"));
        var pin = pin(visit);
        unpin(pin);
        assertEquals(visit, desk.onBoard(12, visit));
        pin(visit);
    }

    @Test
    void nothingIsTakenOffTwice() {
        var pin = pin(without("Gỡ"));
        unpin(pin);
        assertEquals("platform/STALE", Refusals.reason(() -> unpin(pin)));
    }

    @Test
    void refusesAPinOfNobody() {
        var request = without("Ai").setPatientId("").build();
        assertEquals("patient_id: string.uuid", Refusals.field(() -> pin(request)));
    }

    private PinRequest.Builder without(String given) {
        return PinRequest.newBuilder()
                .setSiteId(desk.site())
                .setPatientId(desk.patient(given))
                .setServiceId(desk.service("Consultation"));
    }

    private PinnedVisit pin(Appointment visit) {
        return pin(PinRequest.newBuilder().setAppointmentId(visit.getId()));
    }

    private PinnedVisit pin(PinRequest.Builder request) {
        return pin(request.build());
    }

    private PinnedVisit pin(PinRequest request) {
        return desk.appointments().pin(request).getPin();
    }

    private void unpin(PinnedVisit pin) {
        var _ =
                desk.appointments()
                        .unpin(
                                UnpinRequest.newBuilder()
                                        .setId(pin.getId())
                                        .setVersion(pin.getVersion())
                                        .build());
    }

    private List<PinnedVisit> of(PinnedVisit pin) {
        return desk.day(0).getPinsList().stream()
                .filter(one -> one.getId().equals(pin.getId()))
                .toList();
    }
}
