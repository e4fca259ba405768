package org.clinicdesk.client.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Threads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayDeque;
import java.util.Deque;
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

    /// A desk whose server answers when the test says so.
    private final Deque<Runnable> under = new ArrayDeque<>();

    private PatientSearchModel slow() {
        var slow =
                server.desk(server.settings(), new Threads(under::add, Runnable::run, time -> {}));
        server.signIn(slow, "linh");
        desk = slow;
        return new PatientSearchModel(slow);
    }

    private void answerAll() {
        while (!under.isEmpty()) {
            under.poll().run();
        }
    }

    @Test
    void keysWaitForTheAnswerToAllThatIsTyped() {
        var typed = slow();
        typed.query().set("ng");
        answerAll();
        var earlier = typed.chosen().orElseThrow();
        typed.query().set("nguyen thi anh");
        typed.withChosen(id -> desk.navigator().go(PatientFeature.record(id)));
        assertEquals(Optional.empty(), desk.navigator().place());
        answerAll();
        var found = typed.hits().getFirst().getPerson();
        assertEquals("Nguyễn Thị Ánh", found.getName());
        assertNotEquals(earlier, found.getPatientId());
        assertEquals(
                Optional.of(PatientFeature.record(found.getPatientId())), desk.navigator().place());
    }

    @Test
    void whoTypesOnTakesTheKeyBack() {
        var typed = slow();
        typed.query().set("ng");
        typed.withChosen(id -> desk.navigator().go(PatientFeature.record(id)));
        typed.query().set("nguyen");
        answerAll();
        assertEquals(Optional.empty(), desk.navigator().place());
    }

    @Test
    void whoGoesElsewhereTakesTheKeyBack() {
        var typed = slow();
        typed.query().set("nguyen");
        typed.withChosen(id -> desk.navigator().go(PatientFeature.record(id)));
        desk.navigator().go(Place.of("patient", "register"));
        answerAll();
        assertEquals(Optional.of(Place.of("patient", "register")), desk.navigator().place());
    }

    @Test
    void checksInWhoWasTypedOnceHisVisitsAreKnown() {
        var visit = expected();
        var typed = slow();
        typed.query().set("o");
        answerAll();
        typed.query().set(visit.getPerson().getName());
        typed.checkIn(id -> {
            throw new AssertionError("There is nothing to choose");
        });
        answerAll();
        model = typed;
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, again(visit).getStatus());
        desk.notices().shown().getLast().undo().orElseThrow().run();
        answerAll();
    }

    @Test
    void choosesTheBestWheneverOtherLettersAreTyped() {
        model.query().set("nguyen");
        model.selected().set(model.hits().get(2));
        model.query().set("nguye");
        assertEquals(model.hits().getFirst(), model.selected().get());
    }

    /// The visit of somebody who has one today that is to come.
    private Appointment expected() {
        model.query().set("nguyen");
        return model.hits().stream()
                .map(hit -> model.today().arriving(hit.getPerson().getPatientId()))
                .filter(visits -> visits.size() == 1)
                .findFirst()
                .orElseThrow()
                .getFirst();
    }

    private Appointment again(Appointment visit) {
        return model.today().of(visit.getPerson().getPatientId()).stream()
                .filter(one -> one.getId().equals(visit.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void checksInOnTheRowAndTakesItBack() {
        var visit = expected();
        model.selected()
                .set(
                        model.hits().stream()
                                .filter(hit -> hit.getPerson().equals(visit.getPerson()))
                                .findFirst()
                                .orElseThrow());
        model.checkIn(id -> {
            throw new AssertionError("There is nothing to choose");
        });
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, again(visit).getStatus());
        desk.notices().shown().getLast().undo().orElseThrow().run();
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, again(visit).getStatus());
    }

    @Test
    void changesTheStatusOnTheRow() {
        var visit = expected();
        model.today().steps().run(VisitStep.CANCEL, visit);
        var gone = again(visit);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_CANCELLED, gone.getStatus());
        assertEquals(List.of(VisitStep.REINSTATE), model.today().steps().of(gone));
        model.today().steps().run(VisitStep.REINSTATE, gone);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, again(visit).getStatus());
    }
}
