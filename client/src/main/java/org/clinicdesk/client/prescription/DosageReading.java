package org.clinicdesk.client.prescription;

import org.clinicdesk.prescription.v1.Dosage;
import org.clinicdesk.prescription.v1.Timing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Reads the dosage from what stands in the form, as far as it can be read.
///
/// @param text a part of the form, without blanks around it
record DosageReading(UnaryOperator<String> text, boolean asNeeded, LocalDate today) {

    /// A unit and a route that mean nothing to the checks: they are not known yet.
    private static final String NOT_YET = "unknown";

    private static final int MOST_REPEATS = 12;

    private String part(String name) {
        return text.apply(name);
    }

    Optional<Amounts.Amount> amount() {
        return Amounts.amount(part("dose"));
    }

    Optional<Timing> timing() {
        return Shorthand.timing(part("times"));
    }

    Optional<Shorthand.Length> length() {
        return Shorthand.length(part("days"), today);
    }

    Optional<Integer> repeats() {
        var repeats = part("repeats").isEmpty() ? "0" : part("repeats");
        return Amounts.whole(repeats, 0, MOST_REPEATS).stream().boxed().findFirst();
    }

    /// The limit of a day: nothing, or at least one dose.
    Optional<Double> max() {
        if (part("max").isEmpty()) {
            return Optional.of(0.0);
        }
        return Amounts.dose(part("max"))
                .filter(most ->
                        amount().map(Amounts.Amount::most)
                                .filter(dose -> most.compareTo(dose) < 0)
                                .isEmpty())
                .map(most -> most.doubleValue());
    }

    /// Steps follow days, not a last day and not "until stopped".
    boolean tapers() {
        return part("then").isEmpty()
                || Shorthand.taper(part("then"), today).isPresent()
                        && length().filter(length -> length.days() > 0).isPresent();
    }

    /// The dosage, as soon as it is complete.
    Optional<Dosage> whole() {
        return part("route").isEmpty() ? Optional.empty() : by(part("route"));
    }

    /// The same whatever the route: as much as a quantity follows from.
    Optional<Dosage> counted() {
        return by(route());
    }

    private String route() {
        return part("route").isEmpty() ? NOT_YET : part("route");
    }

    private Optional<Dosage> by(String route) {
        var amount = amount();
        var timing = timing();
        var length = length();
        if (amount.isEmpty()
                || timing.isEmpty()
                || length.isEmpty()
                || part("unit").isEmpty()
                || !tapers()) {
            return Optional.empty();
        }
        var dosage =
                Dosage.newBuilder()
                        .setDose(amount.get().most().doubleValue())
                        .setDoseFrom(amount.get().least().doubleValue())
                        .setUnit(part("unit"))
                        .setTiming(timing.get())
                        .setDays(length.get().days())
                        .setRoute(route)
                        .setInstructions(part("instructions"))
                        .setDirections(part("directions"));
        length.get().until().ifPresent(day -> dosage.setUntil(day.toString()));
        Shorthand.taper(part("then"), today).ifPresent(dosage::addAllThen);
        if (asNeeded) {
            dosage.setAsNeeded(true).setNeededFor(part("for"));
            max().ifPresent(dosage::setMaxDaily);
        }
        return Optional.of(dosage.build());
    }

    /// What the checks can do with a medicine whose dosage is not complete: they know its route, or nothing but it.
    Dosage notYet() {
        return Dosage.newBuilder()
                .setDose(1)
                .setUnit(NOT_YET)
                .setTiming(Timing.newBuilder().setTimesADay(1))
                .setRoute(route())
                .build();
    }
}
