package org.clinicdesk.server.pharmacy;

import org.clinicdesk.pharmacy.v1.DispenseRequest;
import org.clinicdesk.pharmacy.v1.DispenseResponse;
import org.clinicdesk.pharmacy.v1.GetDispensingRequest;
import org.clinicdesk.pharmacy.v1.GetDispensingResponse;
import org.clinicdesk.pharmacy.v1.GetDispensingResponse.EarlyRefill;
import org.clinicdesk.pharmacy.v1.GetDispensingResponse.LineLots;
import org.clinicdesk.pharmacy.v1.ListOpenRequest;
import org.clinicdesk.pharmacy.v1.ListOpenResponse;
import org.clinicdesk.pharmacy.v1.ListStockRequest;
import org.clinicdesk.pharmacy.v1.ListStockResponse;
import org.clinicdesk.pharmacy.v1.ReceiveStockRequest;
import org.clinicdesk.pharmacy.v1.ReceiveStockResponse;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.Spoken;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.prescription.Prescription;
import org.clinicdesk.server.prescription.PrescriptionProtos;
import org.clinicdesk.server.prescription.Prescriptions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/// PharmacyService of the contract.
final class PharmacyApi {

    /// Nobody dispenses further down a list than this.
    private static final int MOST = 200;

    private final Db db;
    private final Patients patients;
    private final Prescriptions prescriptions;
    private final CounterChecks checks;
    private final Dispensary dispensary;
    private final Stock stock;
    private final Supplier<Knowledge> knowledge;

    PharmacyApi(
            Db db,
            Patients patients,
            Prescriptions prescriptions,
            CounterChecks checks,
            Dispensary dispensary,
            Stock stock,
            Supplier<Knowledge> knowledge) {
        this.db = db;
        this.patients = patients;
        this.prescriptions = prescriptions;
        this.checks = checks;
        this.dispensary = dispensary;
        this.stock = stock;
        this.knowledge = knowledge;
    }

    ListOpenResponse listOpen(ListOpenRequest request) {
        var open = prescriptions.open(stock.today(), MOST);
        readPeople(open);
        var answer = ListOpenResponse.newBuilder();
        open.forEach(prescription -> answer.addPrescriptions(proto(prescription)));
        return answer.build();
    }

    /// In one query; #proto finds them in the session then.
    private void readPeople(List<Prescription> open) {
        db.session()
                .createQuery("from Patient where id in (:ids)", Patient.class)
                .setParameterList(
                        "ids", open.stream().map(Prescription::patientId).distinct().toList())
                .list();
    }

    GetDispensingResponse getDispensing(GetDispensingRequest request) {
        var prescription = prescriptions.get(Ids.of(request.getPrescriptionId()));
        Call.current().concerns(prescription.patientId());
        var answer = GetDispensingResponse.newBuilder().setPrescription(proto(prescription));
        var early = checks.early(prescription);
        early.forEach(it -> answer.addEarly(proto(it)));
        dispensary
                .show(prescription, early, Call.current().caller().staffId())
                .forEach(finding ->
                        answer.addFindings(PrescriptionProtos.finding(finding, words())));
        dispensary.offers(prescription).forEach(offer -> answer.addLots(proto(offer)));
        return answer.build();
    }

    DispenseResponse dispense(DispenseRequest request) {
        var wish =
                new Dispensary.Wish(
                        Ids.of(request.getPrescriptionId()),
                        request.getVersion(),
                        request.getItemsList().stream().map(PharmacyApi::item).toList(),
                        request.getOverridesList().stream()
                                .map(PrescriptionProtos::answer)
                                .toList());
        var handed = dispensary.dispense(wish, Call.current().caller().staffId());
        Call.current().concerns(handed.prescription().patientId());
        db.session().flush();
        var answer = DispenseResponse.newBuilder().setPrescription(proto(handed.prescription()));
        handed.lots().forEach(lot -> answer.addLots(proto(lot)));
        return answer.build();
    }

    ListStockResponse listStock(ListStockRequest request) {
        var answer = ListStockResponse.newBuilder();
        stock.search(request.getText()).forEach(lot -> answer.addLots(proto(lot)));
        return answer.build();
    }

    ReceiveStockResponse receiveStock(ReceiveStockRequest request) {
        var number = request.getLotNumber().strip();
        var expires = date(request.getExpiresOn());
        var lot = stock.receive(request.getProductId(), number, expires, request.getQuantity());
        db.session().flush();
        return ReceiveStockResponse.newBuilder().setLot(proto(lot)).build();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new Invalid("expires_on", "date.none");
        }
    }

    private static Dispensary.Item item(DispenseRequest.Item item) {
        return new Dispensary.Item(
                Ids.of(item.getLineId()), Ids.of(item.getLotId()), item.getQuantity());
    }

    private org.clinicdesk.prescription.v1.Prescription proto(Prescription prescription) {
        return PrescriptionProtos.prescription(
                prescription, patients.get(prescription.patientId()), stock.today(), words());
    }

    /// It is stored as its doctor read it, in a language that may be another one.
    private Spoken words() {
        return knowledge.get().spoken(Call.current().locale());
    }

    private static EarlyRefill proto(CounterChecks.Early early) {
        return EarlyRefill.newBuilder()
                .setLineId(early.line().id().toString())
                .setFindingKey(early.finding().key())
                .setLast(early.left().last().toString())
                .setDays(early.left().days())
                .setLeft(early.left().left())
                .setControlled(early.controlled())
                .build();
    }

    private LineLots proto(Dispensary.Offer offer) {
        var answer =
                LineLots.newBuilder()
                        .setLineId(offer.line().id().toString())
                        .setExpiredLots(offer.expired())
                        .setOtherStrengthLots(offer.otherStrength());
        offer.lots().forEach(lot -> answer.addLots(proto(lot)));
        return answer.build();
    }

    private org.clinicdesk.pharmacy.v1.Lot proto(Lot lot) {
        return org.clinicdesk.pharmacy.v1.Lot.newBuilder()
                .setId(lot.id().toString())
                .setVersion(lot.version())
                .setProductId(lot.productId())
                .setProductName(words().medicine(lot.productId(), lot.productName()))
                .setLotNumber(lot.lotNumber())
                .setExpiresOn(lot.expiresOn().toString())
                .setOnHand(lot.onHand())
                .build();
    }
}
