package org.clinicdesk.client.appointment;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.patient.v1.GetPatientRequest;
import org.clinicdesk.patient.v1.Patient;
import org.clinicdesk.patient.v1.PatientServiceGrpc;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks up a person by id.
record Someone(Desk desk) {

    void find(String patientId, Consumer<PersonLine> then) {
        var patients = PatientServiceGrpc.newBlockingV2Stub(desk.channel());
        var request = GetPatientRequest.newBuilder().setId(patientId).build();
        desk.calls()
                .call(() -> patients.getPatient(request))
                .then(answer -> then.accept(line(answer.getPatient())));
    }

    private static PersonLine line(Patient patient) {
        var person = patient.getPerson();
        var names =
                person.getFamilyFirst()
                        ? Stream.of(person.getFamily(), person.getGiven())
                        : Stream.of(person.getGiven(), person.getFamily());
        return PersonLine.newBuilder()
                .setPatientId(patient.getId())
                .setNumber(patient.getNumber())
                .setName(names.filter(part -> !part.isEmpty()).collect(Collectors.joining(" ")))
                .setBirthDate(person.getBirthDate())
                .setBirthDateEstimated(person.getBirthDateEstimated())
                .setGender(person.getGender())
                .build();
    }
}
