package org.clinicdesk.server.drug;

import java.util.List;

/// A line of a prescription.
///
/// @param later how it is taken in other steps of a course whose dose changes, each checked by itself
public record Order(int line, MedicineUse medicine, List<Dosing> later) {
    public Order {
        later = List.copyOf(later);
    }

    public Order(int line, MedicineUse medicine) {
        this(line, medicine, List.of());
    }
}
