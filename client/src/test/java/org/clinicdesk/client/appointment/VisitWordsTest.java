package org.clinicdesk.client.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.common.v1.PersonLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;

/// What is said of a visit on hovering and at the side.
class VisitWordsTest {

    private static final About ULTRASOUND =
            new About("#00838F", "Nhịn ăn 6 giờ", List.of("Ultrasound 1"), "");

    private static SampleServer server;
    private static VisitWords words;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        words = new VisitWords(server.deskOf("linh"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Appointment.Builder booked() {
        return Appointment.newBuilder()
                .setId("a")
                .setPerson(PersonLine.newBuilder().setName("Hồ Ngọc Lan"))
                .setPhone("0903 555 017")
                .setPersonNote("Xe lăn")
                .setStatus(AppointmentStatus.APPOINTMENT_STATUS_BOOKED);
    }

    private static Visit visit(Appointment.Builder appointment, About about) {
        return new Visit(appointment.build(), 0, new Minutes(600, 620), 0, 1, about);
    }

    @Test
    void theCardTellsHowToReachThePersonAndWhatToPrepare() {
        var card = words.card(visit(booked(), ULTRASOUND));
        assertTrue(
                List.of("0903 555 017", "Xe lăn", "Nhịn ăn 6 giờ", "Ultrasound 1").stream()
                        .allMatch(card::contains),
                card);
    }

    @Test
    void whoWasSeenNeedsNoPreparationAnyMore() {
        var seen = booked().setStatus(AppointmentStatus.APPOINTMENT_STATUS_FULFILLED);
        assertFalse(words.card(visit(seen, ULTRASOUND)).contains("Nhịn ăn"));
    }

    @Test
    void anOverbookedVisitTellsWhyAndWhoAllowedIt() {
        var onTop =
                booked().setOverbooked(true)
                        .setOverbookReason("Severe pain")
                        .setOverbookedByName("Ella Novak");
        assertEquals(
                "Overbooked · Severe pain · Ella Novak",
                words.overbooked(visit(onTop, About.NOTHING)));
    }

    @Test
    void inARoomTheDoctorIsNamedFirst() {
        var about = new About("", "", List.of(), "Dr. Lê Thu Hà");
        assertEquals("Dr. Lê Thu Hà · Rash", words.why(visit(booked().setReason("Rash"), about)));
    }
}
