package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// How much of a medicine is taken, how often and what for; null and empty are "not said".
///
/// @param amounts at a time: one for each ingredient in the order they are named, or one for the whole
/// @param timesADay once a week is a seventh; of what is taken as needed the most
/// @param everyHours the interval, where it was said as such
/// @param once a single dose
/// @param days how long
/// @param daysAtDose how long of these this much: fewer where the dose changes on the way
/// @param renewal what is taken already goes on
/// @param start it is said to be begun
/// @param indications ids of conditions it is given for
public record Dosing(
        List<Quantity> amounts,
        @Nullable Double timesADay,
        @Nullable Double everyHours,
        boolean asNeeded,
        boolean once,
        @Nullable Integer days,
        @Nullable Integer daysAtDose,
        boolean renewal,
        boolean start,
        List<String> indications) {
    public static final Dosing NOT_SAID =
            new Dosing(List.of(), null, null, false, false, null, null, false, false, List.of());

    public Dosing {
        amounts = List.copyOf(amounts);
        indications = List.copyOf(indications);
    }

    /// The same as a renewal of what is taken.
    public Dosing renewed() {
        return new Dosing(
                amounts,
                timesADay,
                everyHours,
                asNeeded,
                once,
                days,
                daysAtDose,
                true,
                false,
                indications);
    }

    /// How often is said, and nothing of an end.
    boolean ongoing() {
        return !once && days == null && (timesADay != null || everyHours != null);
    }

    /// Doses a day; null when it was not said.
    @Nullable Double dosesADay() {
        if (timesADay != null) {
            return timesADay;
        }
        if (everyHours != null) {
            return Math.max(1, Math.floor(24 / everyHours))
                    * (everyHours > 24 ? 24 / everyHours : 1);
        }
        return once ? Double.valueOf(1) : null;
    }
}
