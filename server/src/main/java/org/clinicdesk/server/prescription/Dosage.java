package org.clinicdesk.server.prescription;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

import org.clinicdesk.server.drug.Dosing;
import org.clinicdesk.server.drug.Quantity;
import org.clinicdesk.server.drug.Unit;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// How a medicine is taken.
///
/// @param dose amount at a time, in `unit`
/// @param neededFor what it is needed for, in the patient's language; empty when not said
/// @param maxDaily at most so much a day when it is taken as needed; 0: what `timing` allows
/// @param days 0: to the last day, or until stopped
/// @param until the last day, of a course that is given by its end
/// @param taper the [TaperStep]s after the first `days`, one a line
/// @param route "oral"
/// @param instructions what the patient reads besides, in his language
/// @param directions what he reads in place of the sentence made of all this; empty: that sentence
/// @param doseFrom the least at a time where it is a range, of which `dose` is the most; 0: it is none
@Embeddable
public record Dosage(
        double dose,
        String unit,
        @Embedded Timing timing,
        boolean asNeeded,
        String neededFor,
        double maxDaily,
        int days,
        @Column(name = "last_day") @Nullable LocalDate until,
        String taper,
        String route,
        String instructions,
        String directions,
        double doseFrom) {

    /// What follows the first `days`, in order.
    public List<TaperStep> then() {
        return TaperStep.read(taper);
    }

    /// The last day of a course that begins on a day; empty: until stopped.
    Optional<LocalDate> lastDay(LocalDate first) {
        if (until != null) {
            return Optional.of(until);
        }
        return days == 0 ? Optional.empty() : Optional.of(first.plusDays(wholeDays() - 1L));
    }

    /// The days of the course with all its steps; 0 unless it is given in days.
    int wholeDays() {
        return days + then().stream().mapToInt(TaperStep::days).sum();
    }

    /// The most of it a day, on average, in `unit`.
    double daily() {
        var timed = dose * timing.daily();
        return asNeeded && maxDaily > 0 ? Math.min(timed, maxDaily) : timed;
    }

    /// As the checks see it, begun on a day: of a dose that changes the step in which most is taken a day.
    Dosing dosing(LocalDate first) {
        return dosings(first).getFirst();
    }

    /// As the checks see it, begun on a day: each step with its own dose and timing, that in which most is taken a day
    /// first. A unit they do not know says nothing.
    List<Dosing> dosings(LocalDate first) {
        var counted = Unit.named(unit).orElse(null);
        if (counted == null) {
            return List.of(Dosing.NOT_SAID);
        }
        var steps = new ArrayList<>(List.of(new TaperStep(dose, Math.max(days, 1), timing)));
        for (var step : then()) {
            var before = steps.getLast().timing();
            steps.add(step.timing() == null ? step.timed(before) : step);
        }
        return steps.stream()
                .sorted(Comparator.<TaperStep>comparingDouble(this::daily).reversed())
                .map(step -> dosing(step, counted, first))
                .distinct()
                .toList();
    }

    private Dosing dosing(TaperStep step, Unit counted, LocalDate first) {
        var when = Objects.requireNonNull(step.timing());
        var hours = when.kind() == Timing.Kind.EVERY_HOURS;
        var whole =
                lastDay(first)
                        .map(last -> (int) ChronoUnit.DAYS.between(first, last) + 1)
                        .orElse(null);
        return new Dosing(
                List.of(new Quantity(step.dose(), counted)),
                hours && maxDaily == 0 ? null : Double.valueOf(timesADay(step)),
                hours ? Double.valueOf(when.count()) : null,
                asNeeded,
                once(),
                whole,
                taper.isEmpty() ? whole : Integer.valueOf(step.days()),
                false,
                false,
                List.of());
    }

    /// A single dose.
    private boolean once() {
        return wholeDays() == 1 && timing.equals(Timing.timesADay(1));
    }

    private double daily(TaperStep step) {
        return step.dose() * timesADay(step);
    }

    private double timesADay(TaperStep step) {
        var times = Objects.requireNonNull(step.timing()).daily();
        return maxDaily > 0 && step.dose() > 0 ? Math.min(times, maxDaily / step.dose()) : times;
    }

    /// Refuses what could be read in two ways.
    ///
    /// @param field path of the dosage in the request
    /// @throws Invalid
    void refuseContradictions(String field, LocalDate today) {
        if (until != null) {
            refuse(until.isBefore(today), field + ".until", "date.past");
            refuse(days > 0, field + ".until", "until.and_days");
        }
        refuse(!taper.isEmpty() && days == 0, field + ".then", "then.without_days");
        refuse(
                timing.weekday() > 0 && !timing.weekly(),
                field + ".timing.weekday",
                "weekday.not_weekly");
        refuse(!asNeeded && !neededFor.isEmpty(), field + ".needed_for", "needed_for.regular");
        refuse(!asNeeded && maxDaily > 0, field + ".max_daily", "max_daily.regular");
        refuse(doseFrom >= dose, field + ".dose_from", "dose_from.not_below_dose");
        refuse(maxDaily > 0 && maxDaily < dose, field + ".max_daily", "max_daily.below_dose");
    }

    private static void refuse(boolean wrong, String field, String reason) {
        if (wrong) {
            throw new Invalid(field, reason);
        }
    }

    /// In short, for the list of what is taken: "1 tablet × 3/day, 7 days, oral".
    String shortForm() {
        var least = doseFrom > 0 ? plain(doseFrom) + "-" : "";
        var text = new StringBuilder(least + plain(dose)).append(' ').append(unit);
        text.append(timing.kind() == Timing.Kind.TIMES_A_DAY ? " × " : " ");
        text.append(timing.shortForm());
        if (asNeeded) {
            text.append(" if needed");
        }
        if (maxDaily > 0) {
            text.append(", max. ").append(plain(maxDaily)).append(" a day");
        }
        if (days > 0) {
            text.append(", ").append(days).append(" days");
        }
        then().forEach(step ->
                text.append(" → ")
                        .append(plain(step.dose()))
                        .append(", ")
                        .append(step.days())
                        .append(" days"));
        if (until != null) {
            text.append(", until ").append(until);
        }
        return text.append(", ").append(route).toString();
    }

    private static String plain(double dose) {
        return BigDecimal.valueOf(dose).stripTrailingZeros().toPlainString();
    }
}
