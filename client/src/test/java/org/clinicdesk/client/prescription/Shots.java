package org.clinicdesk.client.prescription;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.pharmacy.Ward;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.prescription.v1.Draft;
import org.clinicdesk.prescription.v1.OrderSet;
import org.clinicdesk.prescription.v1.OrderSetItem;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;
import org.clinicdesk.prescription.v1.SaveDraftRequest;
import org.clinicdesk.prescription.v1.SaveOrderSetRequest;
import org.clinicdesk.prescription.v1.WeightDose;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.record.Coding;
import org.clinicdesk.server.record.Measured;
import org.clinicdesk.server.record.Observation;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What is typed in more than one test.
final class Shots {

    private Shots() {}

    static void open(Desk desk, String patient) {
        var id = Patients.find(desk, patient);
        forget(desk, id);
        Ui.run(() ->
                desk.navigator()
                        .go(
                                Place.of("prescription", "write")
                                        .with("patient_id", id)
                                        .with("visit_id", "")));
    }

    /// What an earlier test wrote and did not sign.
    private static void forget(Desk desk, String id) {
        var request =
                SaveDraftRequest.newBuilder()
                        .setPatientId(id)
                        .setDraft(Draft.getDefaultInstance())
                        .build();
        var done = new CompletableFuture<Boolean>();
        desk.calls()
                .call(() ->
                        PrescriptionServiceGrpc.newBlockingV2Stub(desk.channel())
                                .saveDraft(request))
                .then(answer -> done.complete(true));
        done.join();
    }

    /// What is on screen with an id that begins so.
    static List<Node> withPrefix(Scene scene, String id) {
        return Ui.on(() ->
                Ui.nodes(scene.getRoot()).stream()
                        .filter(node -> node.getId() != null && node.getId().startsWith(id))
                        .filter(Ui::shown)
                        .toList());
    }

    /// What a laboratory found ten days ago.
    static void result(
            SampleServer server,
            String patientId,
            String loinc,
            String name,
            String value,
            String unit) {
        var clinic = server.server().clinic();
        var clock = clinic.platform().clock();
        var found =
                new Observation(
                        Ids.next(clock),
                        Ids.of(patientId),
                        new Coding(Coding.LOINC, loinc, name),
                        clock.instant().minus(Duration.ofDays(10)),
                        new Measured(value, new BigDecimal(value).doubleValue(), unit),
                        false);
        Call.system(
                "test",
                () ->
                        clinic.platform()
                                .db()
                                .write(() -> {
                                    clinic.features().record.records().addObservation(found);
                                    return null;
                                }));
    }

    /// Two lines of one's own, one of them by weight.
    static OrderSet protocol(Desk desk) {
        var request =
                SaveOrderSetRequest.newBuilder()
                        .setName("Sốt ở trẻ em")
                        .addItems(
                                OrderSetItem.newBuilder()
                                        .setOrder(Ward.amoxicillin(21))
                                        .setByWeight(
                                                WeightDose.newBuilder()
                                                        .setMgPerKg(15)
                                                        .setMaxMg(500)))
                        .addItems(OrderSetItem.newBuilder().setOrder(Ward.cetirizine(21)))
                        .build();
        var done = new CompletableFuture<OrderSet>();
        desk.calls()
                .call(() ->
                        PrescriptionServiceGrpc.newBlockingV2Stub(desk.channel())
                                .saveOrderSet(request))
                .then(answer -> done.complete(answer.getSet()));
        return done.join();
    }

    /// Fills the form; the line is not added.
    static void line(Scene scene, String medicine, String dose, String times, String days) {
        Ui.type(scene, "prescription-form.medicine", medicine);
        Ui.find(scene, "prescription-write.found-1");
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.await(
                "the dose",
                scene::getFocusOwner,
                owner ->
                        owner instanceof Node node
                                && "prescription-form.dose".equals(node.getId()));
        Ui.type(scene, "prescription-form.dose", dose);
        Ui.type(scene, "prescription-form.times", times);
        Ui.type(scene, "prescription-form.days", days);
    }
}
