package org.clinicdesk.server.patient;

import org.clinicdesk.common.v1.PersonLine;

/// People as other features show them: one line each.
public final class People {

    private People() {}

    public static PersonLine line(Patient patient) {
        return PersonLine.newBuilder()
                .setPatientId(patient.id().toString())
                .setNumber(patient.number())
                .setName(patient.name().full())
                .setBirthDate(patient.birthDate().text())
                .setBirthDateEstimated(patient.birthDateEstimated())
                .setGender(proto(patient.gender()))
                .build();
    }

    static org.clinicdesk.common.v1.Gender proto(Gender gender) {
        return org.clinicdesk.common.v1.Gender.valueOf("GENDER_" + gender.name());
    }
}
