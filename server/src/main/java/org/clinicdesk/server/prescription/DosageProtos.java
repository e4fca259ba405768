package org.clinicdesk.server.prescription;

import org.clinicdesk.contract.Course;
import org.clinicdesk.contract.Directions;
import org.clinicdesk.contract.Pack;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.server.drug.Spoken;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Lines and how they are taken, as the contract has them.
final class DosageProtos {

    /// In which pieces are counted out.
    private static final String PIECE = "tablet";

    private DosageProtos() {}

    /// @param words of who reads it
    static OrderLine order(OrderedMedicine ordered, Spoken words) {
        return OrderLine.newBuilder()
                .setMedicineId(ordered.medicineId())
                .setMedicine(words.medicine(ordered.medicineId(), ordered.medicine()))
                .setQuantity(ordered.quantity())
                .setRepeats(ordered.repeats())
                .setAsWritten(ordered.asWritten())
                .setReplaces(ordered.replaces() == null ? "" : ordered.replaces().toString())
                .setDosage(dosage(ordered.dosage()))
                .setPack(ordered.pack())
                .build();
    }

    /// A line that was kept as it came, as who reads it calls its medicine.
    static void say(OrderLine.Builder line, Spoken words) {
        line.setMedicine(words.medicine(line.getMedicineId(), line.getMedicine()));
    }

    static org.clinicdesk.prescription.v1.Dosage dosage(Dosage dosage) {
        var answer =
                org.clinicdesk.prescription.v1.Dosage.newBuilder()
                        .setDose(dosage.dose())
                        .setUnit(dosage.unit())
                        .setTiming(timing(dosage.timing()))
                        .setAsNeeded(dosage.asNeeded())
                        .setNeededFor(dosage.neededFor())
                        .setMaxDaily(dosage.maxDaily())
                        .setDays(dosage.days())
                        .setRoute(dosage.route())
                        .setInstructions(dosage.instructions())
                        .setDirections(dosage.directions())
                        .setDoseFrom(dosage.doseFrom());
        if (dosage.until() != null) {
            answer.setUntil(dosage.until().toString());
        }
        dosage.then().forEach(step -> answer.addThen(step(step)));
        return answer.build();
    }

    /// How many pieces a course takes, when so many of them are a unit of its dose; empty when it has no end.
    static OptionalInt pieces(Dosage dosage, double perUnit, LocalDate first) {
        var counted = dosage(dosage).toBuilder();
        counted.setUnit(PIECE)
                .setDose(counted.getDose() * perUnit)
                .setMaxDaily(counted.getMaxDaily() * perUnit);
        counted.getThenBuilderList().forEach(step -> step.setDose(step.getDose() * perUnit));
        return Course.quantity(counted.build(), first, Optional.empty());
    }

    private static org.clinicdesk.prescription.v1.TaperStep step(TaperStep step) {
        var answer =
                org.clinicdesk.prescription.v1.TaperStep.newBuilder()
                        .setDose(step.dose())
                        .setDays(step.days());
        if (step.timing() != null) {
            answer.setTiming(timing(step.timing()));
        }
        return answer.build();
    }

    private static org.clinicdesk.prescription.v1.Timing timing(Timing timing) {
        var answer =
                org.clinicdesk.prescription.v1.Timing.newBuilder().setWeekday(timing.weekday());
        switch (timing.kind()) {
            case TIMES_A_DAY -> answer.setTimesADay(timing.count());
            case EVERY_HOURS -> answer.setEveryHours(timing.count());
            case EVERY_DAYS -> answer.setEveryDays(timing.count());
        }
        return answer.build();
    }

    /// What is handed out, in a language: "2 × 100 ml".
    static String supply(OrderedMedicine ordered, Locale locale) {
        return Directions.in(locale)
                .supply(ordered.quantity(), ordered.dosage().unit(), ordered.packed());
    }

    /// What the patient reads, in a language.
    static String directions(Dosage dosage, Locale locale) {
        return Directions.in(locale).whole(dosage(dosage));
    }

    /// A line as it came.
    ///
    /// @param pack of its product; empty when it is not known
    /// @param field its path in the request
    static OrderedMedicine ordered(
            OrderLine line, Optional<Pack> pack, String field, LocalDate today) {
        var dosage = dosage(line.getDosage(), field + ".dosage");
        dosage.refuseContradictions(field + ".dosage", today);
        return new OrderedMedicine(
                line.getMedicineId(),
                line.getMedicine().strip(),
                dosage,
                quantity(line, pack, field, today),
                line.getRepeats(),
                line.getAsWritten(),
                line.getReplaces().isEmpty() ? null : Ids.of(line.getReplaces()),
                pack.map(Pack::written).orElse(""));
    }

    /// Lines that are still being written: what is to be handed out plays no part in what is checked.
    static List<OrderLine> counted(List<OrderLine> lines) {
        return lines.stream()
                .map(line ->
                        line.getQuantity() > 0 ? line : line.toBuilder().setQuantity(1).build())
                .toList();
    }

    /// As ordered, else what follows from the dosage.
    private static int quantity(
            OrderLine line, Optional<Pack> pack, String field, LocalDate today) {
        return line.getQuantity() > 0
                ? line.getQuantity()
                : Course.quantity(line.getDosage(), today, pack)
                        .orElseThrow(() -> new Invalid(field + ".quantity", "quantity.needed"));
    }

    private static Dosage dosage(org.clinicdesk.prescription.v1.Dosage dosage, String field) {
        return new Dosage(
                dosage.getDose(),
                dosage.getUnit().strip(),
                timing(dosage.getTiming()),
                dosage.getAsNeeded(),
                dosage.getNeededFor().strip(),
                dosage.getMaxDaily(),
                dosage.getDays(),
                until(dosage.getUntil(), field + ".until"),
                TaperStep.written(dosage.getThenList().stream().map(DosageProtos::step).toList()),
                dosage.getRoute().strip(),
                dosage.getInstructions().strip(),
                dosage.getDirections().strip(),
                dosage.getDoseFrom());
    }

    private static @Nullable LocalDate until(String text, String field) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new Invalid(field, "date.none");
        }
    }

    private static TaperStep step(org.clinicdesk.prescription.v1.TaperStep step) {
        return new TaperStep(
                step.getDose(), step.getDays(), step.hasTiming() ? timing(step.getTiming()) : null);
    }

    private static Timing timing(org.clinicdesk.prescription.v1.Timing timing) {
        return switch (timing.getHowCase()) {
            case TIMES_A_DAY ->
                    new Timing(Timing.Kind.TIMES_A_DAY, timing.getTimesADay(), timing.getWeekday());
            case EVERY_HOURS ->
                    new Timing(
                            Timing.Kind.EVERY_HOURS, timing.getEveryHours(), timing.getWeekday());
            case EVERY_DAYS ->
                    new Timing(Timing.Kind.EVERY_DAYS, timing.getEveryDays(), timing.getWeekday());
            case HOW_NOT_SET -> throw new Invalid("timing", "oneof.required");
        };
    }
}
