package org.clinicdesk.client.prescription;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.patient.v1.GetPatientRequest;
import org.clinicdesk.patient.v1.Patient;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.prescription.v1.GetUsualDoseRequest;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;
import org.clinicdesk.prescription.v1.UsualDose;
import org.clinicdesk.record.v1.GetRecordRequest;
import org.clinicdesk.record.v1.GetRecordResponse;
import org.clinicdesk.record.v1.RecordServiceGrpc;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;

/// Who the prescription is for, and what is known of his health.
final class PersonModel {

    private final Desk desk;
    private final String patientId;
    private final PatientServiceGrpc.PatientServiceBlockingV2Stub patients;
    private final RecordServiceGrpc.RecordServiceBlockingV2Stub records;
    private final PrescriptionServiceGrpc.PrescriptionServiceBlockingV2Stub prescriptions;
    private final ReadOnlyObjectWrapper<@Nullable Patient> patient = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable GetRecordResponse> record =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Boolean> unread = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<ByWeight.@Nullable Weight> weighed =
            new ReadOnlyObjectWrapper<>();
    private final Lane patientLane = new Lane();
    private final Lane recordLane = new Lane();
    private final Lane usualLane = new Lane();

    PersonModel(Desk desk, String patientId) {
        this.desk = desk;
        this.patientId = patientId;
        this.patients = PatientServiceGrpc.newBlockingV2Stub(desk.channel());
        this.records = RecordServiceGrpc.newBlockingV2Stub(desk.channel());
        this.prescriptions = PrescriptionServiceGrpc.newBlockingV2Stub(desk.channel());
        read();
    }

    ReadOnlyObjectProperty<@Nullable Patient> patient() {
        return patient.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable GetRecordResponse> record() {
        return record.getReadOnlyProperty();
    }

    /// Whether the record could not be read: that no allergy is shown then does not mean that there is none.
    ReadOnlyObjectProperty<Boolean> unread() {
        return unread.getReadOnlyProperty();
    }

    /// What was typed as the weight of today; `null` while nothing was. It enters the record with the signature.
    ReadOnlyObjectProperty<ByWeight.@Nullable Weight> weighed() {
        return weighed.getReadOnlyProperty();
    }

    /// Takes a weight for that of today, unless the record has the same.
    void weigh(BigDecimal kg) {
        var known = recordedWeight();
        if (known.isPresent() && known.get().kg().compareTo(kg) == 0) {
            weighed.set(null);
        } else {
            weighed.set(new ByWeight.Weight(kg, desk.today()));
        }
    }

    /// The weight of today, else the newest of the record.
    Optional<ByWeight.Weight> weight() {
        return Optional.ofNullable(weighed.get()).or(this::recordedWeight);
    }

    Optional<ByWeight.Weight> recordedWeight() {
        return Optional.ofNullable(record.get())
                .flatMap(it -> ByWeight.Weight.of(it, desk.session().zone()));
    }

    /// Whether a weight is hardly that of this person.
    Optional<Weighing.Doubt> doubt(BigDecimal kg) {
        var birth =
                Optional.ofNullable(patient.get())
                        .map(it -> it.getPerson().getBirthDate())
                        .orElse("");
        return Weighing.doubt(kg, birth, recordedWeight().orElse(null), desk.today());
    }

    void read() {
        desk.calls()
                .call(() ->
                        patients.getPatient(
                                GetPatientRequest.newBuilder().setId(patientId).build()))
                .latest(patientLane)
                .refused(desk::explainUnread)
                .then(answer -> show(answer.getPatient()));
        desk.calls()
                .call(() ->
                        records.getRecord(
                                GetRecordRequest.newBuilder().setPatientId(patientId).build()))
                .latest(recordLane)
                .refused(this::failed)
                .then(answer -> {
                    unread.set(false);
                    record.set(answer);
                });
    }

    /// What is usual of a medicine for this person, where a table says it.
    void usualDose(String medicineId, String route, Consumer<UsualDose> show) {
        var request =
                GetUsualDoseRequest.newBuilder()
                        .setPatientId(patientId)
                        .setMedicineId(medicineId)
                        .setRoute(route)
                        .build();
        desk.calls()
                .call(() -> prescriptions.getUsualDose(request))
                .latest(usualLane)
                .then(answer -> {
                    if (answer.hasDose()) {
                        show.accept(answer.getDose());
                    }
                });
    }

    private void failed(Problem problem) {
        unread.set(true);
        desk.explainUnread(problem);
    }

    private void show(Patient read) {
        patient.set(read);
        desk.patient().set(line(read));
    }

    static PersonLine line(Patient patient) {
        var person = patient.getPerson();
        var name =
                person.getFamilyFirst()
                        ? person.getFamily() + " " + person.getGiven()
                        : person.getGiven() + " " + person.getFamily();
        return PersonLine.newBuilder()
                .setPatientId(patient.getId())
                .setNumber(patient.getNumber())
                .setName(name.strip())
                .setBirthDate(person.getBirthDate())
                .setBirthDateEstimated(person.getBirthDateEstimated())
                .setGender(person.getGender())
                .build();
    }
}
