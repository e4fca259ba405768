package org.clinicdesk.server.drug;

/// A line of a prescription that is being written: `line` is its index.
public record Order(int line, MedicineUse medicine) {}
