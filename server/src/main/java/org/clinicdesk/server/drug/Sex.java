package org.clinicdesk.server.drug;

/// As it matters to medicines.
public enum Sex {
    FEMALE,
    MALE
}
