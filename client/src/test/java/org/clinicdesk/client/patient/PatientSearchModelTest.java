package org.clinicdesk.client.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.patient.v1.PatientHit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PatientSearchModelTest {

    private static SampleServer server;
    private Desk desk;
    private PatientSearchModel model;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void sitDown() {
        desk = server.deskOf("linh");
        model = new PatientSearchModel(desk);
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void findsWithoutAccents() {
        model.query().set("nguyen thi anh");
        assertEquals("Nguyễn Thị Ánh", model.hits().getFirst().getPerson().getName());
    }

    @Test
    void choosesTheBestAndReadsIt() {
        model.query().set("nguyen thi anh");
        assertEquals("+84 90 412 7781", model.shown().get().getPerson().getPhones(0));
        assertEquals(Set.of("patient/" + model.chosen().orElseThrow()), model.topics());
    }

    @Test
    void keepsTheChoiceWhenTheListIsReadAgain() {
        model.query().set("nguyen");
        model.selected().set(model.hits().get(2));
        var chosen = model.chosen();
        model.refresh();
        assertEquals(chosen, model.chosen());
    }

    @Test
    void saysHowManyWereFound() {
        model.query().set("nguyen thi anh");
        assertEquals("1 person", model.note().get());
    }

    @Test
    void emptiesWithTheField() {
        model.query().set("nguyen");
        model.query().set("");
        assertEquals(0, model.hits().size());
        assertNull(model.shown().get());
    }

    @Test
    void opensTheRecord() {
        model.query().set("nguyen thi anh");
        model.open(model.hits().getFirst());
        assertEquals(
                Optional.of(PatientFeature.record(model.chosen().orElseThrow())),
                desk.navigator().place());
    }

    @Test
    void registersWhoWasNotFoundUnderTheNameTyped() {
        model.query().set("Zoe");
        model.register();
        assertEquals(
                Optional.of(Place.of("patient", "register").with("name", "Zoe")),
                desk.navigator().place());
    }

    /// Somebody with one visit today that is to come.
    private PatientHit expected() {
        model.query().set("nguyen");
        return model.hits().stream()
                .filter(hit -> model.today().arriving(hit.getPerson().getPatientId()).size() == 1)
                .filter(hit -> model.today().of(hit.getPerson().getPatientId()).size() == 1)
                .findFirst()
                .orElseThrow();
    }

    private AppointmentStatus status(PatientHit hit) {
        return model.today().of(hit.getPerson().getPatientId()).getFirst().getStatus();
    }

    @Test
    void checksInOnTheRowAndTakesItBack() {
        var hit = expected();
        model.selected().set(hit);
        model.checkIn(id -> {
            throw new AssertionError("There is nothing to choose");
        });
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, status(hit));
        desk.notices().shown().getLast().undo().orElseThrow().run();
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, status(hit));
    }

    @Test
    void changesTheStatusOnTheRow() {
        var hit = expected();
        var visit = model.today().of(hit.getPerson().getPatientId()).getFirst();
        model.today().run(VisitStep.CANCEL, visit);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_CANCELLED, status(hit));
        var gone = model.today().of(hit.getPerson().getPatientId()).getFirst();
        assertEquals(List.of(VisitStep.REINSTATE), model.today().steps(gone));
        model.today().run(VisitStep.REINSTATE, gone);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, status(hit));
    }
}
