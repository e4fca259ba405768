package org.clinicdesk.client.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.GetDayRequest;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Threads;
import org.clinicdesk.queue.v1.PriorityGroup;
import org.clinicdesk.queue.v1.QueueEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A doctor's keys at the waiting list, against the real server.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class QueueViewTest {

    private SampleServer server;
    private Desk desk;
    private Scene scene;

    @BeforeEach
    void open() {
        Ui.start();
        server = SampleServer.start();
        desk = server.desk(server.settings(), Threads.ofToolkit());
        server.signIn(desk, "okafor");
        scene = Ui.show(desk, 1440, 900);
        Ui.key(scene, KeyCode.F6, false);
        Ui.await("somebody who waits", () -> list().getItems().size(), size -> size > 0);
    }

    @AfterEach
    void nothingThrown() {
        Ui.close(desk, scene);
        server.close();
        Ui.verify();
    }

    @Test
    void theListHasTheKeyboardFromTheStart() {
        Ui.await("the keyboard", () -> scene.getFocusOwner(), owner -> owner == list());
    }

    @Test
    void callsTheNextByKeyAndTakesItBackByPressingTheNotice() {
        Ui.key(scene, KeyCode.F9, false);
        awaitFeature("visit");
        Ui.press(scene, "shell-toast.undo");
        awaitFeature("queue");
        Ui.await(
                "back in the list",
                () -> list().getItems().stream().allMatch(QueueModel::waits),
                so -> so);
    }

    @Test
    void whoHasAVisitTodayIsCheckedInInsteadOfBeingAdded() {
        var reception = server.deskOf("linh");
        var appointments = AppointmentServiceGrpc.newBlockingV2Stub(reception.channel());
        var today =
                GetDayRequest.newBuilder()
                        .setDate(reception.today().toString())
                        .setSiteId(reception.site().getId())
                        .build();
        var expected = new CompletableFuture<Appointment>();
        reception
                .calls()
                .call(() -> appointments.getDay(today).getAppointmentsList())
                .then(visits ->
                        visits.stream()
                                .filter(visit ->
                                        visit.getStatus()
                                                == AppointmentStatus.APPOINTMENT_STATUS_BOOKED)
                                .findFirst()
                                .ifPresent(expected::complete));
        Ui.close(desk, scene);
        desk = server.desk(server.settings(), Threads.ofToolkit());
        server.signIn(desk, "linh");
        scene = Ui.show(desk, 1440, 900);
        Ui.run(() -> desk.patient().set(expected.join().getPerson()));
        Ui.key(scene, KeyCode.F6, false);
        Ui.await("somebody who waits", () -> list().getItems().size(), size -> size > 0);
        Ui.key(scene, KeyCode.W, false);
        Ui.find(scene, "queue-expected.0");
        Ui.picture(scene, Path.of("target", "screens", "queue-expected.png"));
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.await(
                "his visit in the queue",
                () ->
                        list().getItems().stream()
                                .anyMatch(entry ->
                                        entry.getAppointmentId().equals(expected.join().getId())),
                it -> it);
    }

    @Test
    void enterCallsWhoeverIsSelected() {
        Ui.key(scene, KeyCode.ENTER, false);
        awaitFeature("visit");
    }

    @Test
    void sendsBackFromTheListByKey() {
        Ui.key(scene, KeyCode.F9, false);
        awaitFeature("visit");
        Ui.run(() -> desk.navigator().go(Place.of("queue")));
        Ui.find(scene, "queue-list.send-back");
        Ui.key(scene, KeyCode.Z, true);
        Ui.await(
                "waiting again",
                () -> list().getItems().stream().allMatch(QueueModel::waits),
                so -> so);
    }

    @Test
    void asksBeforeAColleaguesPatientIsCalled() {
        Ui.key(scene, KeyCode.M, false);
        var me = desk.session().desk().getStaffId();
        Ui.await("everybody", () -> list().getItems().size(), size -> size > 1);
        Ui.run(() ->
                list().getItems().stream()
                        .filter(entry ->
                                QueueModel.waits(entry) && !entry.getPractitionerId().equals(me))
                        .findFirst()
                        .ifPresent(list().getSelectionModel()::select));
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.press(scene, "queue-call.cancel");
        Ui.await("no question", () -> Ui.lookup(scene, "queue-call") == null, gone -> gone);
        assertEquals("queue", desk.navigator().place().orElseThrow().feature());
    }

    @Test
    void showsTheTicketOnPaperByKey() {
        Ui.key(scene, KeyCode.P, true);
        Ui.await("a page", () -> Ui.lookup(scene, "ticket"), shown -> shown != null);
        Ui.key(scene, KeyCode.ESCAPE, false);
        Ui.await("the list", () -> Ui.lookup(scene, "ticket"), shown -> shown == null);
    }

    @Test
    void saysByKeyWhySomebodyGoesFirst() {
        Ui.key(scene, KeyCode.G, false);
        Ui.press(scene, "queue-group.PRIORITY_GROUP_PREGNANT");
        Ui.press(scene, "queue-groups.primary");
        Ui.await(
                "a group",
                () -> list().getItems().getFirst().getGroupsList(),
                groups -> groups.contains(PriorityGroup.PRIORITY_GROUP_PREGNANT));
    }

    @Test
    void marksByKeyWhoDidNotAnswer() {
        Ui.key(scene, KeyCode.F9, false);
        awaitFeature("visit");
        Ui.run(() -> desk.navigator().go(Place.of("queue")));
        Ui.find(scene, "queue-list.no-answer");
        Ui.key(scene, KeyCode.N, false);
        Ui.await("a missed call", () -> list().getItems().getFirst().getMissed(), n -> n == 1);
    }

    @Test
    void transfersByKeyWithAReason() {
        var size = Ui.on(() -> list().getItems().size());
        Ui.key(scene, KeyCode.T, false);
        Ui.type(scene, "queue-transfer.reason", "ECG");
        Ui.press(scene, "queue-transfer.primary");
        Ui.await("transferred", () -> list().getItems().getFirst().hasTransferred(), so -> so);
        assertEquals(size, Ui.on(() -> list().getItems().size()));
    }

    @Test
    void saysHowManyWaitAndForHowLong() {
        var summary = (Label) Ui.find(scene, "queue-list.summary");
        assertTrue(Ui.on(summary::getText).contains("8 min"), summary.getText());
    }

    @Test
    void nobodyElsesColumnIsShownAmongOnesOwn() {
        assertNull(
                Ui.on(() ->
                        list().getVisibleLeafColumns().stream()
                                .filter(column -> column.getText().equals("FOR"))
                                .findFirst()
                                .orElse(null)));
    }

    @SuppressWarnings("unchecked")
    private TableView<QueueEntry> list() {
        return (TableView<QueueEntry>) Ui.lookup(scene, "queue-list.entries");
    }

    private void awaitFeature(String feature) {
        Ui.await(feature, () -> desk.navigator().place().orElseThrow().feature(), feature::equals);
    }
}
