package org.clinicdesk.client.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Timestamp;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.appointment.v1.BookSeriesRequest;
import org.clinicdesk.appointment.v1.Confirmation;
import org.clinicdesk.appointment.v1.Scope;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.MistakenVisit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.concurrent.TimeUnit;

/// Somebody telephones: when is my visit, I want to move it, I cannot come.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class VisitsModelTest {

    private static SampleServer server;
    private Desk desk;
    private VisitsModel model;

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
        var search = new PatientSearchModel(desk);
        search.query().set("ho ngoc lan");
        model = search.visits();
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    private List<Appointment> ahead() {
        return model.visits().get().ahead();
    }

    private Appointment first() {
        return ahead().getFirst();
    }

    @Test
    void knowsWhatIsToComeEarliestFirst() {
        assertEquals(2, ahead().size());
        assertEquals("Tue 24 Nov, 09:00", model.steps().when(first()));
        assertFalse(model.steps().of(first()).contains(VisitStep.CHECK_IN));
    }

    @Test
    void confirmsAVisitToCome() {
        model.steps().run(VisitStep.CONFIRM, first());
        assertEquals(Confirmation.CONFIRMATION_CONFIRMED, first().getConfirmation());
        desk.undos().undo();
        assertFalse(first().getConfirmation() == Confirmation.CONFIRMATION_CONFIRMED);
    }

    @Test
    void whatIsCancelledGoesToWhatWasAndIsBookedAgainFromThere() {
        var visit = first();
        model.steps().run(VisitStep.CANCEL, visit);
        assertEquals(1, ahead().size());
        var gone = model.visits().get().past().getFirst();
        assertEquals(visit.getId(), gone.getId());
        assertEquals(List.of(VisitStep.REINSTATE), model.steps().of(gone));
        model.steps().run(VisitStep.REINSTATE, gone);
        assertEquals(visit.getId(), first().getId());
    }

    @Test
    void whatWasCancelledHereIsTakenBackWhereverOneIs() {
        model.steps().run(VisitStep.CANCEL_CLINIC, first());
        assertEquals(1, ahead().size());
        desk.undos().undo();
        assertEquals(2, ahead().size());
    }

    @Test
    void ofASeriesItIsAskedWhichVisitsAreMeantAndAllComeBack() {
        var like = first();
        var search = new PatientSearchModel(desk);
        search.query().set("emily carter");
        model = search.visits();
        var appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        var first =
                BookRequest.newBuilder()
                        .setSiteId(desk.site().getId())
                        .setPatientId(search.chosen().orElseThrow())
                        .setPractitionerId(like.getPractitionerId())
                        .setServiceId(like.getServiceId())
                        .setStart(
                                Timestamp.newBuilder()
                                        .setSeconds(
                                                desk.today()
                                                        .plusWeeks(3)
                                                        .atTime(10, 0)
                                                        .atZone(desk.session().zone())
                                                        .toEpochSecond()));
        var series =
                BookSeriesRequest.newBuilder().setFirst(first).setEveryWeeks(1).setTimes(3).build();
        desk.calls().call(() -> appointments.bookSeries(series)).then(answer -> {});
        model.refresh();
        var visits = ahead().stream().filter(it -> it.getSeriesVisits() == 3).toList();
        assertEquals(3, visits.size());
        assertTrue(VisitSteps.asks(VisitStep.CANCEL, visits.get(1)));
        assertFalse(VisitSteps.asks(VisitStep.CONFIRM, visits.get(1)));
        model.steps().cancel(VisitStep.CANCEL, visits.get(1), Scope.SCOPE_FOLLOWING);
        assertEquals(1, ahead().stream().filter(it -> it.getSeriesVisits() > 0).count());
        assertEquals("2 visits of Emily Carter cancelled", desk.notices().shown().getLast().text());
        desk.undos().undo();
        assertEquals(3, ahead().stream().filter(it -> it.getSeriesVisits() == 3).count());
    }

    @Test
    void whatWasBookedByMistakeIsNotAmongHisVisits() {
        var today = model.visits().get().today().size();
        var board = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        var wish =
                BookRequest.newBuilder()
                        .setSiteId(desk.site().getId())
                        .setPatientId(first().getPerson().getPatientId())
                        .setPractitionerId(first().getPractitionerId())
                        .setServiceId(first().getServiceId())
                        .setMinutes(15)
                        .setStart(
                                Timestamp.newBuilder()
                                        .setSeconds(
                                                desk.today()
                                                        .atTime(16, 45)
                                                        .atZone(desk.session().zone())
                                                        .toEpochSecond()))
                        .build();
        desk.calls()
                .call(() -> board.book(wish).getAppointment())
                .then(visit ->
                        desk.calls()
                                .call(
                                        new MistakenVisit(
                                                        desk,
                                                        visit.getPerson().getPatientId(),
                                                        visit.getId())
                                                ::takeBack)
                                .then(gone -> model.refresh()));
        assertEquals(today, model.visits().get().today().size());
    }

    @Test
    void goesToTheBoardWithTheVisitInTheHand() {
        assertTrue(model.mayMove(first()));
        model.move(first());
        var place = desk.navigator().place().orElseThrow();
        assertEquals("appointment", place.feature());
        assertEquals("move", place.view());
        assertEquals("2026-11-24", place.get("date"));
        assertEquals("540", place.get("minute"));
    }
}
