package org.clinicdesk.client.record;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.patient.v1.GetPatientRequest;
import org.clinicdesk.patient.v1.Patient;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.record.v1.Allergy;
import org.clinicdesk.record.v1.AllergyAnswer;
import org.clinicdesk.record.v1.Condition;
import org.clinicdesk.record.v1.ConfirmAllergiesRequest;
import org.clinicdesk.record.v1.GetRecordRequest;
import org.clinicdesk.record.v1.GetRecordResponse;
import org.clinicdesk.record.v1.Medication;
import org.clinicdesk.record.v1.Observation;
import org.clinicdesk.record.v1.RecordServiceGrpc;
import org.clinicdesk.record.v1.StrikeToleranceRequest;
import org.clinicdesk.record.v1.StruckAs;
import org.clinicdesk.record.v1.TakeBackAnswerRequest;
import org.clinicdesk.record.v1.TakeBackAnswerResponse;
import org.clinicdesk.record.v1.Tolerance;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The record of one person as it was read last, and what can be said of allergies.
final class ChartModel {

    /// LOINC: systolic and diastolic pressure, heart rate, temperature, respiratory rate, oxygen saturation, weight,
    /// height.
    private static final List<String> SIGNS =
            List.of(
                    "8480-6", "8462-4", "8867-4", "8310-5", "9279-1", "59408-5", "29463-7",
                    "8302-2");

    private final Desk desk;
    private final String patientId;
    private final RecordServiceGrpc.RecordServiceBlockingV2Stub records;
    private final ReadOnlyObjectWrapper<@Nullable GetRecordResponse> record =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PersonLine> person =
            new ReadOnlyObjectWrapper<>();
    private final Optional<Screen> followUps;
    private final Lane reads = new Lane();
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    ChartModel(Desk desk, String patientId) {
        this.desk = desk;
        this.patientId = patientId;
        this.records = RecordServiceGrpc.newBlockingV2Stub(desk.channel());
        this.followUps = desk.part(Place.of("followup", "panel").with("patient_id", patientId));
    }

    /// `null` until it was read: nothing may then be said of allergies, not even that there are none.
    ReadOnlyObjectProperty<@Nullable GetRecordResponse> record() {
        return record.getReadOnlyProperty();
    }

    /// Whose record it is; `null` until it is known.
    ReadOnlyObjectProperty<@Nullable PersonLine> person() {
        return person.getReadOnlyProperty();
    }

    /// When the person is to be seen again; empty for those who may not see it.
    Optional<Screen> followUps() {
        return followUps;
    }

    /// Asks when the person is to be seen again.
    void seeAgain() {
        var line = person.get();
        if (line != null) {
            desk.seeAgain(line).ifPresent(Runnable::run);
        }
    }

    /// Finds out whose record it is, for a screen on which nothing else says so.
    void readPerson() {
        var chosen = desk.patient().get();
        if (chosen != null && chosen.getPatientId().equals(patientId)) {
            person.set(chosen);
        } else if (desk.may(PatientServiceGrpc.getGetPatientMethod())) {
            var patients = PatientServiceGrpc.newBlockingV2Stub(desk.channel());
            var request = GetPatientRequest.newBuilder().setId(patientId).build();
            desk.calls()
                    .call(() -> patients.getPatient(request).getPatient())
                    .then(patient -> person.set(line(patient)));
        }
    }

    private static PersonLine line(Patient patient) {
        var known = patient.getPerson();
        var name =
                known.getFamilyFirst()
                        ? known.getFamily() + " " + known.getGiven()
                        : known.getGiven() + " " + known.getFamily();
        return PersonLine.newBuilder()
                .setPatientId(patient.getId())
                .setNumber(patient.getNumber())
                .setName(name.strip())
                .setBirthDate(known.getBirthDate())
                .setBirthDateEstimated(known.getBirthDateEstimated())
                .setGender(known.getGender())
                .build();
    }

    Busy busy() {
        return busy;
    }

    String patientId() {
        return patientId;
    }

    boolean mayAddAllergy() {
        return desk.may(RecordServiceGrpc.getAddAllergyMethod());
    }

    boolean mayStrike() {
        return desk.may(RecordServiceGrpc.getStrikeAllergyMethod());
    }

    boolean mayConfirm() {
        return desk.may(RecordServiceGrpc.getConfirmAllergiesMethod());
    }

    void refresh() {
        var request = GetRecordRequest.newBuilder().setPatientId(patientId).build();
        desk.calls().call(() -> records.getRecord(request)).latest(reads).then(record::set);
        followUps.ifPresent(part -> part.refresh().run());
    }

    /// The person was asked and knows of none but those that are shown.
    void confirm() {
        var shown = record.get();
        if (shown == null) {
            return;
        }
        var request =
                ConfirmAllergiesRequest.newBuilder()
                        .setPatientId(patientId)
                        .addAllAllergyIds(allergies(shown).stream().map(Allergy::getId).toList())
                        .build();
        desk.calls()
                .call(() -> records.confirmAllergies(request))
                .once(requestId)
                .busy(busy)
                .refused(
                        "ALLERGIES_CHANGED",
                        problem -> {
                            desk.explain(problem);
                            refresh();
                        })
                .then(answer -> {
                    requestId = RequestId.fresh();
                    refresh();
                    confirmed(answer.getAnswer());
                });
    }

    private void confirmed(AllergyAnswer answer) {
        var texts = desk.texts();
        desk.notices()
                .done(
                        texts.get(
                                answer.getNoneKnown()
                                        ? "record.answer.none"
                                        : "record.answer.no-other"),
                        "",
                        desk.undos()
                                .add(attempt ->
                                        attempt.call(
                                                taking(answer, texts.get("record.answer.at-once")),
                                                this::notTakenBack,
                                                _ -> {
                                                    refresh();
                                                    desk.notices()
                                                            .done(
                                                                    texts.get(
                                                                            "record.answer.undone"));
                                                })));
    }

    boolean mayTakeBack() {
        return desk.may(RecordServiceGrpc.getTakeBackAnswerMethod());
    }

    /// He was not asked after all, or said something else.
    void takeBack(AllergyAnswer answer, String reason) {
        taking(answer, reason.strip()).refused(this::notTakenBack).then(_ -> refresh());
    }

    private Calls.Call<TakeBackAnswerResponse> taking(AllergyAnswer answer, String reason) {
        var request =
                TakeBackAnswerRequest.newBuilder()
                        .setId(answer.getId())
                        .setVersion(answer.getVersion())
                        .setReason(reason)
                        .build();
        return desk.calls()
                .call(() -> records.takeBackAnswer(request))
                .once(RequestId.fresh())
                .busy(busy);
    }

    private void notTakenBack(Problem problem) {
        desk.explain(problem);
        refresh();
    }

    /// What was answered last and holds.
    static Optional<AllergyAnswer> answer(GetRecordResponse record) {
        return record.getAllergyAnswersList().stream()
                .filter(answer -> !answer.hasTakenBackAt())
                .findFirst();
    }

    static List<AllergyAnswer> formerAnswers(GetRecordResponse record) {
        return record.getAllergyAnswersList().stream()
                .filter(AllergyAnswer::hasTakenBackAt)
                .toList();
    }

    boolean mayStrikeTolerance() {
        return desk.may(RecordServiceGrpc.getStrikeToleranceMethod());
    }

    /// It is tolerated no longer. When somebody else was there before, what holds now is read.
    void strike(Tolerance tolerance, String reason) {
        var request =
                StrikeToleranceRequest.newBuilder()
                        .setId(tolerance.getId())
                        .setVersion(tolerance.getVersion())
                        .setReason(reason.strip())
                        .build();
        desk.calls()
                .call(() -> records.strikeTolerance(request))
                .once(RequestId.fresh())
                .busy(busy)
                .refused(problem -> {
                    desk.explain(problem);
                    refresh();
                })
                .then(_ -> refresh());
    }

    /// A visit written here, with its notes; empty where they may not be read.
    Optional<Place> notes(String visitId) {
        return visitId.isEmpty() || !desk.has("visit")
                ? Optional.empty()
                : Optional.of(Place.of("visit", "write").with("id", visitId));
    }

    void open(Place place) {
        desk.navigator().go(place);
    }

    /// Those that hold, worst reaction first.
    static List<Allergy> allergies(GetRecordResponse record) {
        return record.getAllergiesList().stream()
                .filter(allergy -> allergy.getStruckAs() == StruckAs.STRUCK_AS_UNSPECIFIED)
                .sorted(Comparator.comparing(Allergy::getSeverityValue).reversed())
                .toList();
    }

    /// Those struck out, the newest first.
    static List<Allergy> formerAllergies(GetRecordResponse record) {
        return record.getAllergiesList().stream()
                .filter(allergy -> allergy.getStruckAs() != StruckAs.STRUCK_AS_UNSPECIFIED)
                .sorted(
                        Comparator.<Allergy>comparingLong(it -> it.getStruckAt().getSeconds())
                                .reversed())
                .toList();
    }

    /// Without those that were entered in error.
    static List<Medication> medications(GetRecordResponse record, boolean active) {
        return record.getMedicationsList().stream()
                .filter(medication -> medication.getActive() == active)
                .filter(medication -> !medication.getEnteredInError())
                .toList();
    }

    /// Medicines that should never have been prescribed.
    static List<Medication> denied(GetRecordResponse record) {
        return record.getMedicationsList().stream().filter(Medication::getEnteredInError).toList();
    }

    static List<Condition> conditions(GetRecordResponse record, boolean active) {
        return record.getConditionsList().stream()
                .filter(condition -> condition.getActive() == active)
                .toList();
    }

    /// The newest of each kind: vital signs, or what a laboratory found.
    static List<Observation> latest(GetRecordResponse record, boolean vital) {
        var newest = new LinkedHashMap<String, Observation>();
        record.getObservationsList().stream()
                .filter(observation -> observation.getVital() == vital)
                .forEach(observation ->
                        newest.merge(
                                observation.getCode().getSystem()
                                        + "|"
                                        + observation.getCode().getCode()
                                        + "|"
                                        + (observation.getCode().getCode().isEmpty()
                                                ? observation.getCode().getDisplay()
                                                : ""),
                                observation,
                                (one, other) ->
                                        one.getAt().getSeconds() >= other.getAt().getSeconds()
                                                ? one
                                                : other));
        var latest = new ArrayList<>(newest.values());
        latest.sort(Comparator.comparingInt(ChartModel::place));
        return latest;
    }

    /// Vital signs in the order they are taken, whatever else behind them.
    private static int place(Observation observation) {
        var place = SIGNS.indexOf(observation.getCode().getCode());
        return place < 0 ? SIGNS.size() : place;
    }
}
