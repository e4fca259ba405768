package org.clinicdesk.server.report;

import java.time.LocalTime;
import java.util.List;
import java.util.SortedMap;

/// The figures of a day.
///
/// @param byPractitioner each who has anything to tell, by name
/// @param byHour visits by the hour of arrival, in the clinic's wall time
record Figures(
        List<OfPractitioner> byPractitioner,
        SortedMap<LocalTime, Visits> byHour,
        long newPatients,
        List<OfPrescriber> prescribed,
        List<OfMedicine> dispensed) {

    record OfPractitioner(String name, Visits visits) {}

    /// @param medicines lines of the prescriptions
    record OfPrescriber(String name, long prescriptions, long medicines) {}

    /// @param items how often it was handed out
    /// @param units how much, such as tablets
    record OfMedicine(String name, long items, long units) {}

    Visits visits() {
        return Visits.all(byPractitioner.stream().map(OfPractitioner::visits).toList());
    }

    long prescriptions() {
        return prescribed.stream().mapToLong(OfPrescriber::prescriptions).sum();
    }

    long dispensedItems() {
        return dispensed.stream().mapToLong(OfMedicine::items).sum();
    }

    /// Whether nothing happened at all.
    boolean none() {
        return byPractitioner.isEmpty()
                && byHour.isEmpty()
                && newPatients == 0
                && prescribed.isEmpty()
                && dispensed.isEmpty();
    }
}
