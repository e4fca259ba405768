package org.clinicdesk.server.pharmacy;

import io.grpc.StatusRuntimeException;

import org.clinicdesk.pharmacy.v1.DispenseRequest;
import org.clinicdesk.pharmacy.v1.DispenseResponse;
import org.clinicdesk.pharmacy.v1.GetDispensingRequest;
import org.clinicdesk.pharmacy.v1.GetDispensingResponse;
import org.clinicdesk.pharmacy.v1.ListOpenRequest;
import org.clinicdesk.pharmacy.v1.ListStockRequest;
import org.clinicdesk.pharmacy.v1.Lot;
import org.clinicdesk.pharmacy.v1.PharmacyServiceGrpc;
import org.clinicdesk.pharmacy.v1.PharmacyServiceGrpc.PharmacyServiceBlockingStub;
import org.clinicdesk.pharmacy.v1.ReceiveStockRequest;
import org.clinicdesk.prescription.v1.Dosage;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.FindingKind;
import org.clinicdesk.prescription.v1.GetCheckRequest;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.Override;
import org.clinicdesk.prescription.v1.OverrideReason;
import org.clinicdesk.prescription.v1.Prescription;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc.PrescriptionServiceBlockingStub;
import org.clinicdesk.prescription.v1.SignPrescriptionRequest;
import org.clinicdesk.prescription.v1.StopLineRequest;
import org.clinicdesk.prescription.v1.Tier;
import org.clinicdesk.prescription.v1.Timing;
import org.clinicdesk.record.v1.AddAllergyRequest;
import org.clinicdesk.record.v1.AllergyType;
import org.clinicdesk.record.v1.ReactionSeverity;
import org.clinicdesk.record.v1.RecordServiceGrpc;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.patient.Gender;
import org.clinicdesk.server.patient.PartialDate;
import org.clinicdesk.server.patient.Person;
import org.clinicdesk.server.patient.PersonName;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Short ways to prescribe, to fill the shelf and to hand out.
public final class PharmacyFixture {

    private static final AtomicInteger LOT = new AtomicInteger();

    private final TestServer server;
    private final PharmacyServiceBlockingStub pharmacist;
    private final PrescriptionServiceBlockingStub doctor;

    public PharmacyFixture(TestServer server) {
        this.server = server;
        this.pharmacist = PharmacyServiceGrpc.newBlockingStub(server.as("pharmacist"));
        this.doctor = PrescriptionServiceGrpc.newBlockingStub(server.as("doctor"));
    }

    public UUID patient() {
        var id = new UUID[1];
        server.change(() ->
                id[0] =
                        server.clinic()
                                .features()
                                .patient
                                .patients()
                                .register(
                                        new Person(
                                                new PersonName("Ruiz Sanz", "Inés", false),
                                                new PartialDate("1973-04-30"),
                                                false,
                                                Gender.FEMALE,
                                                List.of(),
                                                "",
                                                "",
                                                "es",
                                                "",
                                                ""))
                                .id());
        return id[0];
    }

    public void becomesAllergicToPenicillin(UUID patient) {
        RecordServiceGrpc.newBlockingStub(server.as("doctor"))
                .addAllergy(
                        AddAllergyRequest.newBuilder()
                                .setPatientId(patient.toString())
                                .setSubstance("Penicilina")
                                .setAgent("group:penicillins")
                                .setType(AllergyType.ALLERGY_TYPE_ALLERGY)
                                .setReaction("anafilaxia")
                                .setSeverity(ReactionSeverity.REACTION_SEVERITY_SEVERE)
                                .build());
    }

    /// Three a day for a week.
    public OrderLine amoxicillin() {
        return amoxicillin(21);
    }

    /// What the pharmacist is shown.
    public List<Finding> look(Prescription prescription) {
        return get(prescription).getFindingsList();
    }

    /// All of the only line, with an answer to all that was found.
    public void handOut(Prescription prescription, List<Finding> found) {
        var order = prescription.getLines(0).getOrder();
        var ignored =
                dispense(
                        wish(
                                        prescription,
                                        0,
                                        lot(order.getMedicineId(), order.getQuantity()),
                                        order.getQuantity())
                                .addAllOverrides(answers(found)));
    }

    static OrderLine ibuprofen(int quantity) {
        return line("product:ibuprofen-400-mg-tablet", "Ibuprofen 400 mg tablet", quantity);
    }

    static OrderLine amoxicillin(int quantity) {
        return line("product:amoxicillin-500-mg-capsule", "Amoxicillin 500 mg capsule", quantity);
    }

    public static OrderLine line(String medicineId, String medicine, int quantity) {
        return OrderLine.newBuilder()
                .setMedicineId(medicineId)
                .setMedicine(medicine)
                .setQuantity(quantity)
                .setDosage(
                        Dosage.newBuilder()
                                .setDose(1)
                                .setUnit("tablet")
                                .setTiming(Timing.newBuilder().setTimesADay(3))
                                .setDays(7)
                                .setRoute("oral"))
                .build();
    }

    Prescription sign(OrderLine... lines) {
        return sign(patient(), lines);
    }

    /// The doctor answers whatever interrupts.
    public Prescription sign(UUID patient, OrderLine... lines) {
        var checked =
                doctor.getCheck(
                        GetCheckRequest.newBuilder()
                                .setPatientId(patient.toString())
                                .addAllLines(Arrays.asList(lines))
                                .build());
        return doctor.signPrescription(
                        SignPrescriptionRequest.newBuilder()
                                .setPatientId(patient.toString())
                                .addAllLines(Arrays.asList(lines))
                                .addAllOverrides(answers(checked.getFindingsList()))
                                .setMedicationsVersion(checked.getMedicationsVersion())
                                .build())
                .getPrescription();
    }

    static List<Override> answers(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.getTier() == Tier.TIER_INTERRUPTIVE)
                .map(finding ->
                        Override.newBuilder()
                                .setFindingKey(finding.getKey())
                                .setReason(reason(finding))
                                .setNote("la tomó en marzo")
                                .build())
                .toList();
    }

    private static OverrideReason reason(Finding finding) {
        return finding.getKind() == FindingKind.FINDING_KIND_EARLY_REFILL
                ? OverrideReason.OVERRIDE_REASON_DOSE_RAISED
                : OverrideReason.OVERRIDE_REASON_TOLERATED_BEFORE;
    }

    Prescription stop(Prescription prescription, int line) {
        return doctor.stopLine(
                        StopLineRequest.newBuilder()
                                .setPrescriptionId(prescription.getId())
                                .setVersion(prescription.getVersion())
                                .setLineId(prescription.getLines(line).getId())
                                .setReason("náuseas")
                                .build())
                .getPrescription();
    }

    /// As if it had been signed too long ago.
    void tooOld(Prescription prescription) {
        update(
                "update prescription set valid_until = :at where id = :id",
                LocalDate.parse("2026-11-22"),
                prescription);
    }

    /// As if what was handed out today had been so much earlier.
    void handedOutEarlier(Prescription prescription, Duration before) {
        update(
                "update dispensing set at = :at where prescription_id = :id",
                server.clock().instant().minus(before),
                prescription);
    }

    private void update(String sql, Object at, Prescription prescription) {
        server.change(() ->
                server.clinic()
                        .platform()
                        .db()
                        .session()
                        .createNativeMutationQuery(sql)
                        .setParameter("at", at)
                        .setParameter("id", UUID.fromString(prescription.getId()))
                        .executeUpdate());
    }

    /// A new lot of ibuprofen 400 mg tablets.
    Lot lot(int quantity) {
        return lot("product:ibuprofen-400-mg-tablet", quantity);
    }

    public Lot lot(String product, int quantity) {
        return pharmacist
                .receiveStock(
                        ReceiveStockRequest.newBuilder()
                                .setProductId(product)
                                .setLotNumber("D-%04d".formatted(LOT.incrementAndGet()))
                                .setExpiresOn("2028-01-31")
                                .setQuantity(quantity)
                                .build())
                .getLot();
    }

    /// A lot of the sample's shelf.
    Lot shelf(String number) {
        return pharmacist
                .listStock(ListStockRequest.newBuilder().setText(number).build())
                .getLots(0);
    }

    int onHand(Lot lot) {
        return server.inDatabase(() ->
                server.clinic()
                        .platform()
                        .db()
                        .get(org.clinicdesk.server.pharmacy.Lot.class, UUID.fromString(lot.getId()))
                        .onHand());
    }

    List<String> open() {
        return pharmacist
                .listOpen(ListOpenRequest.getDefaultInstance())
                .getPrescriptionsList()
                .stream()
                .map(Prescription::getId)
                .toList();
    }

    GetDispensingResponse get(Prescription prescription) {
        return pharmacist.getDispensing(
                GetDispensingRequest.newBuilder().setPrescriptionId(prescription.getId()).build());
    }

    /// Asks for so much of a line from a lot.
    public static DispenseRequest.Builder wish(
            Prescription prescription, int line, Lot lot, int quantity) {
        return and(
                DispenseRequest.newBuilder()
                        .setPrescriptionId(prescription.getId())
                        .setVersion(prescription.getVersion()),
                prescription,
                line,
                lot,
                quantity);
    }

    static DispenseRequest.Builder and(
            DispenseRequest.Builder wish,
            Prescription prescription,
            int line,
            Lot lot,
            int quantity) {
        return wish.addItems(
                DispenseRequest.Item.newBuilder()
                        .setLineId(prescription.getLines(line).getId())
                        .setLotId(lot.getId())
                        .setQuantity(quantity));
    }

    public DispenseResponse dispense(DispenseRequest.Builder wish) {
        return pharmacist.dispense(wish.build());
    }

    String refusal(DispenseRequest.Builder wish) {
        return Refusals.reason(() -> dispense(wish));
    }

    /// "done", or why it was refused; all at the same time.
    List<String> atOnce(List<DispenseRequest.Builder> wishes) throws InterruptedException {
        var outcomes = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls =
                    wishes.stream()
                            .map(wish -> (Callable<DispenseResponse>) () -> dispense(wish))
                            .toList();
            for (var answer : threads.invokeAll(calls)) {
                try {
                    answer.get();
                    outcomes.add("done");
                } catch (ExecutionException e) {
                    outcomes.add(Refusals.reason((StatusRuntimeException) e.getCause()));
                }
            }
        }
        return outcomes.stream().sorted().toList();
    }

    /// What the operator's check finds.
    List<String> faults() {
        return server.inDatabase(() ->
                server.clinic()
                        .platform()
                        .db()
                        .session()
                        .doReturningWork(connection -> {
                            var faults = new ArrayList<String>();
                            for (var check : server.clinic().features().checks()) {
                                try (var query = connection.createStatement();
                                        var rows = query.executeQuery(check.sql())) {
                                    while (rows.next()) {
                                        faults.add(check.name() + ": " + rows.getString(1));
                                    }
                                } catch (SQLException e) {
                                    throw new SQLException(check.name(), e);
                                }
                            }
                            return faults;
                        }));
    }
}
