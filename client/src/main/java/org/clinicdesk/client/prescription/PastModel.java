package org.clinicdesk.client.prescription;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.contract.Course;
import org.clinicdesk.contract.Directions;
import org.clinicdesk.pharmacy.v1.ListMedicineHistoryRequest;
import org.clinicdesk.pharmacy.v1.ListMedicineHistoryResponse;
import org.clinicdesk.pharmacy.v1.MedicineHistory;
import org.clinicdesk.pharmacy.v1.PharmacyServiceGrpc;
import org.clinicdesk.prescription.v1.EndedMedicine;
import org.clinicdesk.prescription.v1.ListOrderSetsRequest;
import org.clinicdesk.prescription.v1.ListPrescriptionsRequest;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.OrderSet;
import org.clinicdesk.prescription.v1.OrderSetItem;
import org.clinicdesk.prescription.v1.Prescription;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;
import org.clinicdesk.prescription.v1.SaveOrderSetRequest;
import org.clinicdesk.prescription.v1.SaveProtocolRequest;
import org.clinicdesk.prescription.v1.StopMedicineRequest;
import org.clinicdesk.prescription.v1.StrikeLineRequest;
import org.clinicdesk.prescription.v1.StrikeOrderSetRequest;
import org.clinicdesk.prescription.v1.StrikePrescriptionRequest;
import org.clinicdesk.prescription.v1.StrikeProtocolRequest;
import org.clinicdesk.record.v1.Medication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What was prescribed before, to this person or again and again: previous prescriptions, favourites, protocols.
final class PastModel {

    /// By the id of the medicine.
    private final Map<String, String> stopReasons = new HashMap<>();

    private final Desk desk;
    private final String patientId;
    private final PrescriptionServiceGrpc.PrescriptionServiceBlockingV2Stub prescriptions;
    private final PharmacyServiceGrpc.PharmacyServiceBlockingV2Stub pharmacy;
    private final ObservableList<Prescription> previous = FXCollections.observableArrayList();
    private final ObservableList<OrderSet> sets = FXCollections.observableArrayList();
    private final Lane previousLane = new Lane();
    private final Lane setsLane = new Lane();
    private final Busy busy = new Busy();

    PastModel(Desk desk, String patientId) {
        this.desk = desk;
        this.patientId = patientId;
        this.prescriptions = PrescriptionServiceGrpc.newBlockingV2Stub(desk.channel());
        this.pharmacy = PharmacyServiceGrpc.newBlockingV2Stub(desk.channel());
        readPrevious();
        readSets();
    }

    /// Newest first.
    ObservableList<Prescription> previous() {
        return previous;
    }

    /// By name.
    ObservableList<OrderSet> sets() {
        return sets;
    }

    Busy busy() {
        return busy;
    }

    void readPrevious() {
        var request = ListPrescriptionsRequest.newBuilder().setPatientId(patientId).build();
        desk.calls()
                .call(() -> prescriptions.listPrescriptions(request))
                .latest(previousLane)
                .refused(desk::explainUnread)
                .then(answer -> previous.setAll(answer.getPrescriptionsList()));
    }

    void readSets() {
        desk.calls()
                .call(() -> prescriptions.listOrderSets(ListOrderSetsRequest.getDefaultInstance()))
                .latest(setsLane)
                .then(answer -> sets.setAll(answer.getSetsList()));
    }

    /// How a medicine of the record was ordered; empty when it was not ordered here.
    Optional<OrderLine> order(String prescriptionLineId) {
        return previous.stream()
                .flatMap(prescription -> prescription.getLinesList().stream())
                .filter(line -> line.getId().equals(prescriptionLineId))
                .map(Prescription.Line::getOrder)
                .findFirst();
    }

    /// The signed line that a medicine of the record comes from.
    ///
    /// @param firstDay of the course
    /// @param lastDay of the course; empty when it is taken until stopped
    record Earlier(
            Prescription prescription,
            Prescription.Line line,
            Optional<LocalDate> firstDay,
            Optional<LocalDate> lastDay) {

        /// Days of the course that are left, today counted.
        long left(LocalDate today) {
            return lastDay.map(last -> ChronoUnit.DAYS.between(today, last) + 1)
                    .filter(days -> days > 0)
                    .orElse(0L);
        }

        /// Whether more is left on a day than who renews in good time leaves: a quarter.
        boolean early(LocalDate day) {
            return firstDay.isPresent()
                    && lastDay.isPresent()
                    && left(day) * 4 > ChronoUnit.DAYS.between(firstDay.get(), lastDay.get()) + 1;
        }

        /// "Prescribed on 23 Nov 2026 by Dr. Amara Okafor: 90 tablets. 25 days of it are left."
        String words(Texts texts, Desk desk) {
            var at = prescription.getSignedAt();
            var day =
                    Instant.ofEpochSecond(at.getSeconds())
                            .atZone(desk.session().zone())
                            .toLocalDate();
            var days = left(desk.today());
            var order =
                    texts.get(
                            "prescription.earlier",
                            texts.dates().date(day),
                            prescription.getPrescriberName(),
                            Directions.in(texts.locale()).supply(line.getOrder()));
            return days > 0 ? order + " " + texts.get("prescription.earlier.left", days) : order;
        }
    }

    /// Empty for a medicine that was not ordered here.
    Optional<Earlier> earlier(Medication taken) {
        return earlier(
                taken.getPrescriptionLineId(), taken.getSince(), TimeAxis.date(taken.getUntil()));
    }

    /// Of a course that may have been ended since; it would have lasted as it was ordered.
    Optional<Earlier> earlier(MedicineHistory course) {
        var ordered =
                order(course.getPrescriptionLineId())
                        .flatMap(order ->
                                TimeAxis.date(course.getSince())
                                        .flatMap(day -> Course.lastDay(order.getDosage(), day)));
        return earlier(course.getPrescriptionLineId(), course.getSince(), ordered);
    }

    private Optional<Earlier> earlier(String lineId, String since, Optional<LocalDate> lastDay) {
        return previous.stream()
                .flatMap(prescription ->
                        prescription.getLinesList().stream()
                                .filter(line -> line.getId().equals(lineId))
                                .map(line ->
                                        new Earlier(
                                                prescription, line, TimeAxis.date(since), lastDay)))
                .findFirst();
    }

    /// Days that were left of earlier courses of the same controlled medicine when one began; 0 where it was time.
    long tooEarly(MedicineHistory course, List<MedicineHistory> all) {
        var since = TimeAxis.date(course.getSince());
        if (since.isEmpty() || !course.getControlled() || course.getEnteredInError()) {
            return 0;
        }
        var day = since.get();
        return all.stream()
                .filter(it -> !it.equals(course) && !it.getEnteredInError())
                .filter(it ->
                        !Collections.disjoint(it.getIngredientsList(), course.getIngredientsList()))
                .flatMap(it -> earlier(it).stream())
                .filter(it -> it.firstDay().filter(first -> first.isBefore(day)).isPresent())
                .filter(it -> it.early(day))
                .mapToLong(it -> it.left(day))
                .max()
                .orElse(0);
    }

    /// A line that may still be marked as entered in error: nothing of it was handed out, so nobody can have taken it.
    record Deniable(Prescription prescription, Prescription.Line line) {

        /// Whether the same holds of all the others, and there are others.
        boolean wholeToo() {
            return prescription.getLinesCount() > 1
                    && prescription.getLinesList().stream().allMatch(it -> it.getDispensed() == 0);
        }
    }

    /// Empty for a medicine that was not ordered here.
    Optional<Deniable> deniable(String prescriptionLineId) {
        return previous.stream()
                .flatMap(prescription ->
                        prescription.getLinesList().stream()
                                .filter(line -> line.getId().equals(prescriptionLineId))
                                .filter(line -> !line.getEnteredInError())
                                .filter(line -> line.getDispensed() == 0)
                                .map(line -> new Deniable(prescription, line)))
                .findFirst();
    }

    /// Marks a line as one that should never have been; the others hold on.
    ///
    /// @param done told what became of that which it had ended
    void denyLine(Deniable deniable, String reason, Consumer<List<EndedMedicine>> done) {
        var request =
                StrikeLineRequest.newBuilder()
                        .setPrescriptionId(deniable.prescription.getId())
                        .setVersion(deniable.prescription.getVersion())
                        .setLineId(deniable.line.getId())
                        .setReason(reason.strip())
                        .build();
        deny(() -> prescriptions.strikeLine(request).getEndedList(), done);
    }

    /// Marks a prescription, with all its lines, as one that should never have been.
    ///
    /// @param done told what became of that which it had ended
    void deny(Prescription prescription, String reason, Consumer<List<EndedMedicine>> done) {
        var request =
                StrikePrescriptionRequest.newBuilder()
                        .setPrescriptionId(prescription.getId())
                        .setVersion(prescription.getVersion())
                        .setReason(reason.strip())
                        .build();
        deny(() -> prescriptions.strikePrescription(request).getEndedList(), done);
    }

    private void deny(
            Calls.Work<List<EndedMedicine>> striking, Consumer<List<EndedMedicine>> done) {
        desk.calls()
                .call(striking)
                .once(RequestId.fresh())
                .busy(busy)
                .refused(this::notDenied)
                .then(ended -> {
                    readPrevious();
                    done.accept(ended);
                });
    }

    /// Somebody else was there before: shows what is there now.
    private void notDenied(Problem problem) {
        readPrevious();
        desk.explain(problem);
    }

    void history(Consumer<ListMedicineHistoryResponse> show) {
        var request = ListMedicineHistoryRequest.newBuilder().setPatientId(patientId).build();
        desk.calls().call(() -> pharmacy.listMedicineHistory(request)).then(show::accept);
    }

    /// What was typed of a medicine that is to be stopped, and was not: the dialog was left, or the server refused.
    String stopReason(String medicationId) {
        return stopReasons.getOrDefault(medicationId, "");
    }

    void keepStopReason(String medicationId, String typed) {
        stopReasons.put(medicationId, typed);
    }

    void stop(String medicationId, String reason, Runnable done) {
        var request =
                StopMedicineRequest.newBuilder()
                        .setPatientId(patientId)
                        .setMedicationId(medicationId)
                        .setReason(reason.strip())
                        .build();
        desk.calls()
                .call(() -> prescriptions.stopMedicine(request))
                .once(RequestId.fresh())
                .busy(busy)
                .then(answer -> {
                    stopReasons.remove(medicationId);
                    done.run();
                });
    }

    /// Keeps lines under a name; as a protocol of the clinic, or one's own.
    void keep(String name, List<OrderSetItem> items, boolean clinic, Runnable done) {
        save(OrderSet.newBuilder().setClinic(clinic).setName(name).addAllItems(items).build())
                .then(answer -> kept(done));
    }

    /// Changes a set that was kept. When somebody else did meanwhile, nothing is changed and the sets are read again.
    void change(OrderSet set, String name, List<OrderSetItem> items, Runnable done) {
        save(set.toBuilder().setName(name).clearItems().addAllItems(items).build())
                .refused(this::notChanged)
                .then(answer -> kept(done));
    }

    /// A protocol and a set of one's own are saved alike, by whom they belong to.
    private Calls.Call<OrderSet> save(OrderSet set) {
        var own =
                SaveOrderSetRequest.newBuilder()
                        .setId(set.getId())
                        .setVersion(set.getVersion())
                        .setName(set.getName())
                        .addAllItems(set.getItemsList())
                        .build();
        var protocol =
                SaveProtocolRequest.newBuilder()
                        .setId(set.getId())
                        .setVersion(set.getVersion())
                        .setName(set.getName())
                        .addAllItems(set.getItemsList())
                        .build();
        return desk.calls()
                .call(() ->
                        set.getClinic()
                                ? prescriptions.saveProtocol(protocol).getSet()
                                : prescriptions.saveOrderSet(own).getSet())
                .once(RequestId.fresh());
    }

    private void notChanged(Problem problem) {
        readSets();
        desk.explain(problem);
    }

    private void kept(Runnable done) {
        readSets();
        done.run();
    }

    boolean mayChangeProtocols() {
        return desk.may(PrescriptionServiceGrpc.getSaveProtocolMethod());
    }

    boolean mayChange(OrderSet set) {
        return !set.getClinic() || mayChangeProtocols();
    }

    void strike(OrderSet set) {
        var own =
                StrikeOrderSetRequest.newBuilder()
                        .setId(set.getId())
                        .setVersion(set.getVersion())
                        .build();
        var protocol =
                StrikeProtocolRequest.newBuilder()
                        .setId(set.getId())
                        .setVersion(set.getVersion())
                        .build();
        desk.calls()
                .call(() ->
                        set.getClinic()
                                ? prescriptions.strikeProtocol(protocol)
                                : prescriptions.strikeOrderSet(own))
                .once(RequestId.fresh())
                .refused(this::notChanged)
                .then(answer -> readSets());
    }
}
