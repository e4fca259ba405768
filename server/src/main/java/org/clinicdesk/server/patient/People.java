package org.clinicdesk.server.patient;

import org.clinicdesk.common.v1.PersonLine;

/// People as other features show them: one line each.
public final class People {

    private People() {}

    public static PersonLine line(Patient patient) {
        return line(Hit.of(patient));
    }

    static PersonLine line(Hit hit) {
        return PersonLine.newBuilder()
                .setPatientId(hit.id().toString())
                .setNumber(hit.number())
                .setName(hit.name().full())
                .setBirthDate(hit.birthDate().text())
                .setBirthDateEstimated(hit.birthDateEstimated())
                .setGender(proto(hit.gender()))
                .build();
    }

    static org.clinicdesk.common.v1.Gender proto(Gender gender) {
        return org.clinicdesk.common.v1.Gender.valueOf("GENDER_" + gender.name());
    }
}
