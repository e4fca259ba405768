package org.clinicdesk.server.prescription;

/// Short ways to say how something is taken.
final class Dosages {

    private Dosages() {}

    static Dosage tablets(double dose, Timing timing, int days) {
        return new Dosage(dose, "tablet", timing, false, "", 0, days, null, "", "oral", "", "", 0);
    }
}
