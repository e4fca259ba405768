package org.clinicdesk.server.pharmacy;

import org.clinicdesk.pharmacy.v1.HistoryMark;
import org.clinicdesk.pharmacy.v1.ListMedicineHistoryRequest;
import org.clinicdesk.pharmacy.v1.ListMedicineHistoryResponse;
import org.clinicdesk.prescription.v1.PrescriptionStatus;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.Spoken;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.pharmacy.MedicineHistory.Row;
import org.clinicdesk.server.pharmacy.MedicineHistory.Supply;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.prescription.Prescription;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;

/// What of PharmacyService tells the history of what a person takes.
final class HistoryApi {

    private final Patients patients;
    private final MedicineHistory history;
    private final Supplier<Knowledge> knowledge;

    HistoryApi(Patients patients, MedicineHistory history, Supplier<Knowledge> knowledge) {
        this.patients = patients;
        this.history = history;
        this.knowledge = knowledge;
    }

    ListMedicineHistoryResponse list(ListMedicineHistoryRequest request) {
        var patient = patients.get(Ids.of(request.getPatientId()));
        Call.current().concerns(patient.id());
        var rows = history.of(patient.id());
        var today = history.today();
        var marks = new HistoryMarks(rows, today);
        var answer = ListMedicineHistoryResponse.newBuilder().setToday(today.toString());
        var words = knowledge.get().spoken(Call.current().locale());
        rows.forEach(row -> answer.addMedicines(proto(row, marks, today, words)));
        return answer.build();
    }

    private static org.clinicdesk.pharmacy.v1.MedicineHistory proto(
            Row row, HistoryMarks marks, LocalDate today, Spoken words) {
        var medication = row.medication();
        var answer =
                org.clinicdesk.pharmacy.v1.MedicineHistory.newBuilder()
                        .setMedicationId(medication.id().toString())
                        .setMedicine(
                                words.medicine(
                                        medication.taken().medicineId(), medication.taken().text()))
                        .addAllIngredients(row.inn())
                        .setDosage(medication.dosage())
                        .setSince(medication.since().text())
                        .setUntil(medication.lastDay().map(LocalDate::toString).orElse(""))
                        .setActive(medication.active(today))
                        .setStoppedReason(medication.stopReason())
                        .setEnteredInError(medication.inError())
                        .setPrescriptionLineId(
                                medication.prescriptionLineId().map(UUID::toString).orElse(""))
                        .setControlled(row.controlled());
        if (row.prescription() != null) {
            prescribed(answer, row.prescription(), today);
        }
        row.supplies().forEach(some -> answer.addSupplies(supply(row, some, marks)));
        marks.of(row)
                .forEach(mark ->
                        answer.addMarks(HistoryMark.valueOf("HISTORY_MARK_" + mark.name())));
        return answer.build();
    }

    private static void prescribed(
            org.clinicdesk.pharmacy.v1.MedicineHistory.Builder answer,
            Prescription prescription,
            LocalDate today) {
        answer.setPrescriptionId(prescription.id().toString())
                .setPrescriptionNumber(prescription.number())
                .setPrescriberName(prescription.prescriberName())
                .setStatus(
                        PrescriptionStatus.valueOf(
                                "PRESCRIPTION_STATUS_" + prescription.status(today).name()));
    }

    private static org.clinicdesk.pharmacy.v1.MedicineHistory.Supply supply(
            Row row, Supply supply, HistoryMarks marks) {
        return org.clinicdesk.pharmacy.v1.MedicineHistory.Supply.newBuilder()
                .setDate(supply.on().toString())
                .setQuantity(supply.quantity())
                .setDays(supply.days())
                .setEarly(marks.early(row, supply))
                .build();
    }
}
