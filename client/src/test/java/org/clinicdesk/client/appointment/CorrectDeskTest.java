package org.clinicdesk.client.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.Confirmation;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// What a booked visit is for is put right at the desk, and that is taken back. Each test has a week of its own.
class CorrectDeskTest {

    private static final int AT = 9 * 60;
    private static SampleServer server;
    private static int weeks;

    private final AtomicInteger saved = new AtomicInteger();
    private Desk desk;
    private Board board;

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
        desk = server.deskOf("linh");
        board = Board.of(desk);
        board.day().go(desk.today().plusWeeks(6 + weeks++));
    }

    private Visit booked(int column, String person) {
        board.day().place(column, AT);
        var booking = board.booking(() -> {}).orElseThrow();
        booking.whom().query().set(person);
        booking.whom().chooseHighlighted();
        booking.book();
        return at(column);
    }

    private Visit at(int column) {
        return board.day().day().get().at(column, AT).orElseThrow();
    }

    private CorrectModel correct(Visit visit) {
        return new CorrectModel(board.day(), board.actions(), visit.appointment());
    }

    @Test
    void whatWasMistypedIsPutRightAndTakenBack() {
        var visit = booked(0, "grace kim");
        board.actions().confirm(visit.appointment(), Confirmation.CONFIRMATION_CONFIRMED);
        var model = correct(at(0));
        model.draft().text("reason").set("Back pain");
        model.early().set(15);
        var before = model.service().get();
        model.services().stream()
                .filter(one -> !one.equals(before))
                .filter(one -> board.day().offered().needs(one.getId()).isEmpty())
                .findFirst()
                .ifPresent(model.service()::set);
        model.save(saved::incrementAndGet);
        assertEquals("", model.refused().get());
        assertEquals(1, saved.get());
        var right = at(0).appointment();
        assertEquals("Back pain", right.getReason());
        assertNotEquals(before.getId(), right.getServiceId());
        assertTrue(right.hasAskedToArrive());
        assertEquals(Confirmation.CONFIRMATION_CONFIRMED, right.getConfirmation());
        board.actions().undos().undo();
        var back = at(0).appointment();
        assertEquals("", back.getReason());
        assertEquals(before.getId(), back.getServiceId());
        assertFalse(back.hasAskedToArrive());
    }

    @Test
    void aDoctorWhoIsBusyDoesNotJoinAndWhatWasTypedStays() {
        booked(1, "oliver grant");
        var busy = at(1).appointment().getPractitionerId();
        var model = correct(booked(0, "grace kim"));
        model.draft().text("reason").set("Two doctors");
        model.beside()
                .setAll(
                        model.practitioners().stream()
                                .filter(one -> one.getId().equals(busy))
                                .toList());
        model.save(saved::incrementAndGet);
        assertEquals(0, saved.get());
        assertTrue(model.refused().get().startsWith(desk.session().practitioner(busy)));
        assertEquals("", at(0).appointment().getReason());
        model.beside().clear();
        model.save(saved::incrementAndGet);
        assertEquals("Two doctors", at(0).appointment().getReason());
    }

    @Test
    void severalDoctorsAndAPieceOfEquipmentAreAddedAndTakenOutAgain() {
        var model = correct(booked(0, "grace kim"));
        var two = model.practitioners().subList(0, 2);
        var piece = model.allEquipment().getFirst();
        model.beside().setAll(two);
        model.equipment().add(piece);
        model.save(saved::incrementAndGet);
        assertEquals("", model.refused().get());
        var right = at(0).appointment();
        assertEquals(
                two.stream().map(one -> one.getId()).collect(Collectors.toSet()),
                Set.copyOf(right.getAlsoPractitionerIdsList()));
        assertTrue(right.getResourceIdsList().contains(piece));
        var again = correct(at(0));
        assertEquals(Set.copyOf(two), Set.copyOf(again.beside()));
        assertEquals(List.of(piece), again.equipment());
        again.beside().remove(two.getFirst());
        again.equipment().clear();
        again.save(saved::incrementAndGet);
        var left = at(0).appointment();
        assertEquals(List.of(two.getLast().getId()), left.getAlsoPractitionerIdsList());
        assertFalse(left.getResourceIdsList().contains(piece));
    }

    @Test
    void whatWasRightIsToldOfToNobody() {
        var visit = booked(0, "grace kim");
        var told = desk.notices().shown().size();
        correct(visit).save(saved::incrementAndGet);
        assertEquals(1, saved.get());
        assertEquals(told, desk.notices().shown().size());
    }
}
