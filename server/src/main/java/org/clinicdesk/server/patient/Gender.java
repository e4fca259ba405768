package org.clinicdesk.server.patient;

/// FHIR AdministrativeGender.
public enum Gender {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
}
