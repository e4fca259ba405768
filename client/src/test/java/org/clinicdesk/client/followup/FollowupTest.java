package org.clinicdesk.client.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.FollowUp;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Optional;

/// A doctor orders, the desk books, both see what became of it.
class FollowupTest {

    private static SampleServer server;

    private Desk doctor;
    private Desk reception;
    private DueModel due;
    private BookModel booking;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        doctor = server.deskOf("okafor");
        reception = server.deskOf("linh");
        due = new DueModel(reception);
        booking = new BookModel(due);
    }

    private OrderModel order(String person, Interval after, String reason) {
        var order = new OrderModel(doctor, Known.find(doctor, person));
        order.interval().set(after);
        order.reason().set(reason);
        order.order(() -> {});
        assertEquals("", order.wrong().get());
        return order;
    }

    private Optional<FollowUp> listed(String reason) {
        due.until().set(Until.ALL);
        due.read();
        return due.followUps().stream().filter(it -> it.getReason().equals(reason)).findFirst();
    }

    private FollowUp choose(String reason) {
        var followUp = listed(reason).orElseThrow();
        due.chosen().set(followUp);
        return followUp;
    }

    private FollowUp inTheRecord(String person, String reason) {
        var model = new PersonModel(doctor, Known.find(doctor, person).getPatientId());
        model.read();
        return model.followUps().stream()
                .filter(it -> it.getReason().equals(reason))
                .findFirst()
                .orElseThrow();
    }

    private State state(FollowUp followUp) {
        return State.of(followUp, doctor.today());
    }

    @Test
    void theDoctorWhoOrdersIsTheOneToSee() {
        var order = order("grace kim", Interval.TWO_WEEKS, "Huyết áp");
        assertEquals(doctor.session().desk().getStaffId(), order.practitioner().get().getId());
        var followUp = listed("Huyết áp").orElseThrow();
        assertEquals(doctor.today().plusWeeks(2).toString(), followUp.getDue());
        assertEquals(State.ORDERED, state(followUp));
        assertEquals(State.ORDERED, state(inTheRecord("grace kim", "Huyết áp")));
    }

    @Test
    void aDayOfOnesOwnLetsGoOfTheInterval() {
        var order = new OrderModel(doctor, Known.find(doctor, "grace kim"));
        order.due().set(doctor.today().plusDays(10));
        assertEquals(Interval.OTHER, order.interval().get());
        order.due().set(doctor.today().minusDays(1));
        order.order(() -> {});
        assertFalse(order.wrong().get().isEmpty());
    }

    @Test
    void theNoticeTakesAnOrderBack() {
        order("oliver grant", Interval.WEEK, "Nhầm");
        doctor.notices().shown().getLast().undo().orElseThrow().run();
        assertTrue(listed("Nhầm").isEmpty());
        assertEquals(State.WITHDRAWN, state(inTheRecord("oliver grant", "Nhầm")));
    }

    @Test
    void whatIsDueTodayIsOnTheListAtOnceAndWhatIsNotIsNot() {
        var order = new OrderModel(doctor, Known.find(doctor, "oliver grant"));
        order.due().set(doctor.today());
        order.reason().set("Hôm nay");
        order.order(() -> {});
        order("oliver grant", Interval.WEEK, "Tuần sau");
        due.read();
        assertTrue(due.followUps().stream().anyMatch(it -> it.getReason().equals("Hôm nay")));
        assertTrue(due.followUps().stream().noneMatch(it -> it.getReason().equals("Tuần sau")));
        assertEquals(State.DUE, state(listed("Hôm nay").orElseThrow()));
    }

    @Test
    void isBookedInOneStepOnItsDayAndTakenBack() {
        order("grace kim", Interval.MONTH, "Xét nghiệm lại");
        var followUp = choose("Xét nghiệm lại");
        var first = booking.openings().getFirst();
        assertEquals(followUp.getPractitionerId(), first.getPractitionerId());
        assertTrue(
                !java.time.Instant.ofEpochSecond(first.getStart().getSeconds())
                        .atZone(reception.session().zone())
                        .toLocalDate()
                        .isBefore(doctor.today().plusMonths(1)));
        booking.book(0);
        assertTrue(listed("Xét nghiệm lại").isEmpty());
        var booked = inTheRecord("grace kim", "Xét nghiệm lại");
        assertEquals(State.BOOKED, state(booked));
        assertEquals(first.getStart(), booked.getAppointmentStart());
        reception.undos().undo();
        assertTrue(listed("Xét nghiệm lại").isPresent());
    }

    @Test
    void anyDoctorWillDoWhenTheDeskSaysSo() {
        order("oliver grant", Interval.MONTH, "Ai cũng được");
        choose("Ai cũng được");
        booking.anybody().set(true);
        assertTrue(
                booking.openings().stream().map(it -> it.getPractitionerId()).distinct().count()
                        > 1);
        var first = booking.openings().getFirst();
        booking.shift(1);
        assertTrue(
                booking.openings().getFirst().getStart().getSeconds()
                        > first.getStart().getSeconds());
    }

    @Test
    void whatAnotherDeskBookedFirstIsToldAndReadAnew() {
        order("grace kim", Interval.HALF_YEAR, "Hai bàn");
        choose("Hai bàn");
        var other = new DueModel(server.deskOf("linh"));
        var second = new BookModel(other);
        other.until().set(Until.ALL);
        other.chosen()
                .set(
                        other.followUps().stream()
                                .filter(it -> it.getReason().equals("Hai bàn"))
                                .findFirst()
                                .orElseThrow());
        second.book(1);
        var told = reception.notices().shown().size();
        booking.book(0);
        assertEquals(told + 1, reception.notices().shown().size());
        assertTrue(listed("Hai bàn").isEmpty());
    }

    @Test
    void onlyWhoMayOrdersAndWithdraws() {
        var person = Known.find(reception, "grace kim");
        assertTrue(reception.seeAgain(person).isEmpty());
        assertTrue(doctor.seeAgain(person).isPresent());
        order("grace kim", Interval.YEAR, "Rút lại");
        var followUp = inTheRecord("grace kim", "Rút lại");
        assertFalse(new WithdrawModel(reception, () -> {}).may(followUp));
        var withdrawing = new WithdrawModel(doctor, () -> {});
        assertTrue(withdrawing.may(followUp));
        withdrawing.withdraw(followUp);
        assertEquals(State.WITHDRAWN, state(inTheRecord("grace kim", "Rút lại")));
    }
}
