package org.clinicdesk.server.prescription;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;
import org.clinicdesk.server.card.IssuedCodes;
import org.clinicdesk.server.drug.DrugFeature;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Check;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.server.record.Records;
import org.clinicdesk.server.site.Sites;
import org.clinicdesk.server.visit.Visits;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Prescriptions.
public final class PrescriptionFeature implements Feature {

    private final Prescriptions prescriptions;
    private final PrescriptionChecks checks;
    private final PrescriptionApi api;
    private final DraftApi drafts;
    private final RulesApi rules;
    private final OrderSetApi sets;
    private final ShownAlerts shown;

    public PrescriptionFeature(
            Platform platform,
            Sites sites,
            Patients patients,
            DrugFeature drug,
            Records records,
            IssuedCodes codes,
            Visits visits) {
        var clock = platform.clock();
        prescriptions = new Prescriptions(platform.db());
        checks = new PrescriptionChecks(clock, sites, patients, records, drug, prescriptions);
        visits.keepIf(prescriptions::inVisit);
        var ending = new Ending(clock, records, prescriptions, checks);
        var written = new Drafts(platform.db(), clock);
        shown = new ShownAlerts(platform.db(), clock);
        drafts = new DraftApi(patients, written, drug::knowledge);
        rules = new RulesApi(platform.db(), prescriptions);
        sets =
                new OrderSetApi(
                        platform.db(),
                        new OrderSets(platform.db(), clock),
                        drug::knowledge,
                        checks);
        api =
                new PrescriptionApi(
                        platform.db(),
                        patients,
                        visits,
                        records,
                        drug::knowledge,
                        checks,
                        prescriptions,
                        new Signing(
                                clock,
                                records,
                                drug::knowledge,
                                checks,
                                prescriptions,
                                codes,
                                ending,
                                written,
                                shown),
                        new Printing(sites, records, prescriptions, drug::knowledge),
                        ending,
                        shown);
    }

    public Prescriptions prescriptions() {
        return prescriptions;
    }

    /// How medicines of the record were ordered, by the ids of their lines.
    public Map<UUID, org.clinicdesk.prescription.v1.Dosage> ordered(Collection<UUID> lineIds) {
        return prescriptions.ordered(lineIds).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                each -> DosageProtos.dosage(each.getValue().dosage())));
    }

    public PrescriptionChecks prescriptionChecks() {
        return checks;
    }

    public ShownAlerts shownAlerts() {
        return shown;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(
                Prescription.class,
                PrescriptionLine.class,
                PrescriptionDraft.class,
                PrescribingRules.class,
                OrderSet.class);
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(PrescriptionServiceGrpc.getServiceDescriptor())
                        .unary(PrescriptionServiceGrpc.getGetCheckMethod(), api::check)
                        .unary(PrescriptionServiceGrpc.getGetUsualDoseMethod(), api::usualDose)
                        .unary(PrescriptionServiceGrpc.getSignPrescriptionMethod(), api::sign)
                        .unary(PrescriptionServiceGrpc.getGetPrescriptionMethod(), api::get)
                        .unary(PrescriptionServiceGrpc.getListPrescriptionsMethod(), api::list)
                        .unary(PrescriptionServiceGrpc.getStopLineMethod(), api::stop)
                        .unary(PrescriptionServiceGrpc.getGetPrescriptionPaperMethod(), api::paper)
                        .unary(PrescriptionServiceGrpc.getStopMedicineMethod(), api::stopMedicine)
                        .unary(PrescriptionServiceGrpc.getStrikePrescriptionMethod(), api::strike)
                        .unary(PrescriptionServiceGrpc.getStrikeLineMethod(), api::strikeLine)
                        .unary(PrescriptionServiceGrpc.getSaveDraftMethod(), drafts::save)
                        .unary(PrescriptionServiceGrpc.getGetDraftMethod(), drafts::get)
                        .unary(PrescriptionServiceGrpc.getListOrderSetsMethod(), sets::list)
                        .unary(PrescriptionServiceGrpc.getSaveOrderSetMethod(), sets::save)
                        .unary(PrescriptionServiceGrpc.getStrikeOrderSetMethod(), sets::strike)
                        .unary(PrescriptionServiceGrpc.getSaveProtocolMethod(), sets::saveProtocol)
                        .unary(
                                PrescriptionServiceGrpc.getStrikeProtocolMethod(),
                                sets::strikeProtocol)
                        .unary(PrescriptionServiceGrpc.getGetPrescribingRulesMethod(), rules::get)
                        .unary(PrescriptionServiceGrpc.getSetPrescribingRulesMethod(), rules::set)
                        .bind());
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.audited("prescription", "Prescription"),
                new Check(
                        "no line of a prescription is dispensed beyond its quantity",
                        "select 'line ' || cast(id as varchar(60)) from prescription_line"
                                + " where dispensed < 0 or dispensed > quantity"),
                new Check(
                        "what a line says replaced it is a later prescription of the same person",
                        """
                        select 'line ' || cast(l.id as varchar(60)) from prescription_line l
                        join prescription p on p.id = l.prescription_id
                        where l.replaced_by <> '' and not exists (
                          select 1 from prescription n join prescription_line nl on nl.prescription_id = n.id
                          join medication m on m.id = nl.replaces
                          where n.number = l.replaced_by and n.patient_id = p.patient_id
                            and m.prescription_line_id = l.id)\
                        """),
                new Check(
                        "every line of a prescription is a medication of the record",
                        "select 'line ' || cast(l.id as varchar(60)) from prescription_line l where"
                            + " not exists (select 1 from medication m where m.prescription_line_id"
                            + " = l.id)"),
                new Check(
                        "what was entered in error is marked so in the record, and only that",
                        """
                        select 'medication ' || cast(m.id as varchar(60)) from medication m
                        join prescription_line l on l.id = m.prescription_line_id
                        where m.in_error <> l.in_error\
                        """),
                new Check(
                        "a prescription was entered in error when all its lines were, and only"
                                + " then",
                        """
                        select 'prescription ' || cast(p.id as varchar(60)) from prescription p
                        where (p.status = 'ENTERED_IN_ERROR') = (exists
                          (select 1 from prescription_line l
                           where l.prescription_id = p.id and not l.in_error))\
                        """),
                new Check(
                        "every finding that interrupted was answered",
                        "select 'prescription ' || cast(prescription_id as varchar(60)) from"
                                + " prescription_finding where tier = 'INTERRUPTIVE' and answer is"
                                + " null"),
                new Check(
                        "an open prescription has something left to hand out, and only that",
                        "select 'prescription ' || cast(p.id as varchar(60)) from prescription p"
                            + " where (p.status in ('SIGNED', 'PARTLY_DISPENSED')) <> (exists"
                            + " (select 1 from prescription_line l where l.prescription_id = p.id"
                            + " and l.stopped_at is null and l.dispensed < l.quantity))"),
                new Check(
                        "every prescription has its code",
                        "select 'prescription ' || cast(p.id as varchar(60)) from prescription p"
                                + " where not exists (select 1 from issued_code c where"
                                + " c.prescription_id = p.id and c.code = p.code)"));
    }
}
