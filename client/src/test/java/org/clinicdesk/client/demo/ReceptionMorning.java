package org.clinicdesk.client.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.ListUpcomingRequest;
import org.clinicdesk.card.v1.CardServiceGrpc;
import org.clinicdesk.card.v1.GetCardRequest;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;

import java.util.Map;

/// The reception: finds, registers, books, prints the card, checks in by scan.
final class ReceptionMorning {

    /// Takes simvastatin and is allergic to penicillins; nobody waits for her doctor.
    static final String PATIENT = "Nguyễn Thị Ánh";

    static final String DOCTOR = "Dr. Lê Thu Hà";

    private final Hands hands;
    private final Witness witness;

    ReceptionMorning(Hands hands, Witness witness) {
        this.hands = hands;
        this.witness = witness;
    }

    Map<String, ClinicDay.Step> steps() {
        var steps = ClinicDay.steps();
        steps.put("reception: find a person as you type, without accents", this::find);
        steps.put("reception: the card of that person, printed (PDF, CR80)", this::card);
        steps.put("reception: book the next free time with the doctor", this::book);
        steps.put(
                "reception: register somebody new; the likely duplicate is shown first",
                this::register);
        steps.put("reception: scan the card: checked in", this::checkIn);
        return steps;
    }

    private void find() {
        hands.key(KeyCode.F3);
        hands.type("patient-search.query", "anh nguyen thi");
        hands.see("patient-search.found");
        hands.until("one person found", () -> hands.sees("patient-search.open"));
        hands.picture("01-find");
        assertEquals(1, found("anh nguyen thi"));
    }

    private void card() {
        hands.ctrl(KeyCode.P);
        hands.press("card-view.issue");
        hands.press("card-view.print");
        hands.see("card-paper.page-1");
        hands.picture("02-card");
        hands.press("card-paper.save");
        hands.press("card-paper.close");
        assertTrue(cardCode().startsWith("CD1-"));
    }

    private void book() {
        hands.key(KeyCode.F3);
        hands.ctrl(KeyCode.B);
        hands.see("appointment-day.grid");
        hands.keyUntil(KeyCode.F, this::atTheDoctor);
        hands.picture("03-board");
        hands.key(KeyCode.ENTER);
        hands.see("appointment-book.taken");
        hands.picture("04-book");
        hands.press("appointment-book.primary");
        hands.until(
                "an answer",
                () -> appointment() != null || hands.sees("appointment-book.instead-1"));
        if (appointment() == null) {
            hands.picture("04-taken");
            hands.press("appointment-book.instead-1");
            hands.press("appointment-book.primary");
        }
        hands.until("the booking", () -> appointment() != null);
    }

    private boolean atTheDoctor() {
        return hands.sees("appointment-selected.slot")
                && hands.text("appointment-selected.slot").contains(DOCTOR);
    }

    private void register() {
        hands.key(KeyCode.F3);
        hands.ctrl(KeyCode.N);
        hands.type("patient-form.family", "Võ");
        hands.type("patient-form.given", "Thị Mỹ Duyên");
        hands.press("patient-register.next");
        hands.type("patient-form.birth_date", "25/6/1983");
        hands.press("patient-register.next");
        hands.type("patient-form.phones", "+84 96 777 1234");
        hands.press("patient-register.next");
        hands.see("patient-register.somebody-else");
        hands.picture("05-duplicate");
        assertEquals(1, found("duyen vo thi my"));
        hands.press("patient-register.somebody-else");
        hands.until("the registration", () -> found("duyen vo thi my") == 2);
    }

    private void checkIn() {
        hands.key(KeyCode.F4);
        hands.see("appointment-day.grid");
        hands.scan(cardCode());
        hands.see("appointment-arrival.result");
        hands.picture("06-checked-in");
        hands.until(
                "the arrival",
                () -> appointment().getStatus() == AppointmentStatus.APPOINTMENT_STATUS_ARRIVED);
    }

    private String cardCode() {
        return CardServiceGrpc.newBlockingStub(witness.channel())
                .getCard(GetCardRequest.newBuilder().setPatientId(witness.patient()).build())
                .getCode();
    }

    /// Today's visit with the doctor; null while there is none.
    private Appointment appointment() {
        return AppointmentServiceGrpc.newBlockingStub(witness.channel())
                .listUpcoming(
                        ListUpcomingRequest.newBuilder().setPatientId(witness.patient()).build())
                .getAppointmentsList()
                .stream()
                .filter(appointment ->
                        appointment.getPractitionerId().equals(witness.practitioner(DOCTOR)))
                .findFirst()
                .orElse(null);
    }

    private int found(String text) {
        return PatientServiceGrpc.newBlockingStub(witness.channel())
                .searchPatients(SearchPatientsRequest.newBuilder().setText(text).build())
                .getHitsCount();
    }
}
