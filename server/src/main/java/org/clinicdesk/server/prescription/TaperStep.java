package org.clinicdesk.server.prescription;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A step of a course whose dose changes.
///
/// @param dose amount at a time, in the unit of the dosage
/// @param timing null: as before
public record TaperStep(double dose, int days, @Nullable Timing timing) {

    private static final int WITH_TIMING = 5;

    /// As it is kept: a step a line.
    static String written(List<TaperStep> steps) {
        return steps.stream().map(TaperStep::written).collect(Collectors.joining("\n"));
    }

    private String written() {
        var amount = dose + " " + days;
        return timing == null
                ? amount
                : amount
                        + " "
                        + timing.kind().name()
                        + " "
                        + timing.count()
                        + " "
                        + timing.weekday();
    }

    static List<TaperStep> read(String written) {
        return written.isEmpty()
                ? List.of()
                : Arrays.stream(written.split("\n")).map(TaperStep::step).toList();
    }

    private static TaperStep step(String line) {
        var words = line.split(" ");
        var timing =
                words.length < WITH_TIMING
                        ? null
                        : new Timing(
                                Timing.Kind.valueOf(words[2]),
                                Integer.parseInt(words[3]),
                                Integer.parseInt(words[4]));
        return new TaperStep(Double.parseDouble(words[0]), Integer.parseInt(words[1]), timing);
    }

    /// The same with a timing.
    TaperStep timed(@Nullable Timing other) {
        return new TaperStep(dose, days, other);
    }
}
