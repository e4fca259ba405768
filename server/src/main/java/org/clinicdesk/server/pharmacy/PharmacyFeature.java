package org.clinicdesk.server.pharmacy;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.pharmacy.v1.PharmacyServiceGrpc;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Check;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.server.prescription.PrescriptionFeature;
import org.clinicdesk.server.record.Records;
import org.clinicdesk.server.site.Sites;

import java.util.List;
import java.util.function.Supplier;

/// The pharmacy.
public final class PharmacyFeature implements Feature {

    private final Stock stock;
    private final PharmacyApi api;
    private final HistoryApi history;

    public PharmacyFeature(
            Platform platform,
            Sites sites,
            Patients patients,
            Supplier<Knowledge> knowledge,
            Records records,
            PrescriptionFeature prescription) {
        var prescriptions = prescription.prescriptions();
        this.stock = new Stock(platform.db(), platform.clock(), sites, knowledge);
        var past =
                new MedicineHistory(
                        platform.db(),
                        records,
                        prescriptions,
                        prescription.prescriptionChecks(),
                        knowledge);
        var checks = new CounterChecks(prescription.prescriptionChecks(), past);
        var dispensary =
                new Dispensary(
                        platform.db(),
                        platform.clock(),
                        patients,
                        stock,
                        records,
                        prescriptions,
                        checks,
                        prescription.shownAlerts(),
                        new Substitution(knowledge, prescription.prescriptionChecks()::day));
        this.api =
                new PharmacyApi(
                        platform.db(),
                        patients,
                        prescriptions,
                        checks,
                        dispensary,
                        stock,
                        knowledge);
        this.history = new HistoryApi(patients, past, knowledge);
    }

    public Stock stock() {
        return stock;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Lot.class, StockMovement.class, Dispensing.class, MedicationDispense.class);
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(PharmacyServiceGrpc.getServiceDescriptor())
                        .unary(PharmacyServiceGrpc.getListOpenMethod(), api::listOpen)
                        .unary(PharmacyServiceGrpc.getGetDispensingMethod(), api::getDispensing)
                        .unary(PharmacyServiceGrpc.getDispenseMethod(), api::dispense)
                        .unary(PharmacyServiceGrpc.getListMedicineHistoryMethod(), history::list)
                        .unary(PharmacyServiceGrpc.getListStockMethod(), api::listStock)
                        .unary(PharmacyServiceGrpc.getReceiveStockMethod(), api::receiveStock)
                        .bind());
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.audited("lot", "Lot"),
                new Check(
                        "stock is the sum of its movements",
                        """
                        select 'lot ' || cast(l.id as varchar(60)) from lot l
                        where l.on_hand <> (
                          select coalesce(sum(m.quantity), 0) from stock_movement m where m.lot_id = l.id)\
                        """),
                new Check(
                        "no stock is below zero",
                        "select 'lot ' || cast(l.id as varchar(60)) from lot l where l.on_hand <"
                                + " 0"),
                Check.audited("dispensing", "Dispensing"),
                new Check(
                        "what a line says was dispensed is what left the stock for it",
                        """
                        select 'line ' || cast(l.id as varchar(60)) from prescription_line l
                        where l.dispensed <> (
                          select coalesce(-sum(m.quantity), 0) from medication_dispense d
                          join stock_movement m on m.dispense_id = d.id and m.lot_id = d.lot_id
                          where d.line_id = l.id)\
                        """),
                new Check(
                        "what was handed out left the stock",
                        """
                        select 'dispense ' || cast(d.id as varchar(60)) from medication_dispense d
                        where not exists (
                          select 1 from stock_movement m
                          where m.dispense_id = d.id and m.lot_id = d.lot_id and m.quantity = -d.quantity)\
                        """),
                new Check(
                        "every finding that interrupted at the counter was answered",
                        """
                        select 'dispensing ' || cast(d.id as varchar(60)) from dispensing d
                        join dispensing_finding f on f.dispensing_id = d.id
                        where f.tier = 'INTERRUPTIVE' and f.answer is null
                          and not exists (
                            select 1 from prescription_finding p
                            where p.prescription_id = d.prescription_id and p.finding_key = f.finding_key
                              and p.answer is not null)\
                        """));
    }
}
