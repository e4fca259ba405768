package org.clinicdesk.server.drug;

/// A medicine that was taken until lately, and may act still.
///
/// @param daysAgo since the last day on which it was taken; 0: it ends now
/// @param ranOut nobody stopped it: it may be taken from what is left
public record EndedMedicine(MedicineUse medicine, int daysAgo, boolean ranOut) {
    public EndedMedicine {
        if (daysAgo < 0) {
            throw new IllegalArgumentException("it has not ended");
        }
    }
}
