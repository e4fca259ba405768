package org.clinicdesk.server.record;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.clinicdesk.server.patient.PartialDate;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A medicine a person takes or took.
@Entity
public class Medication extends Entry {

    /// Where it is known from.
    public enum Source {
        IMPORT,
        PRESCRIPTION
    }

    @Embedded private Taken taken;

    private String dosage;
    private String since;
    private @Nullable LocalDate lastDay;
    private boolean active;
    private String stopReason;
    private boolean inError;

    @Enumerated(EnumType.STRING)
    private Source source;

    private @Nullable UUID prescriptionLineId;

    @SuppressWarnings("NullAway.Init")
    protected Medication() {}

    private Medication(
            UUID id, UUID patientId, Taken taken, String dosage, PartialDate since, Source source) {
        super(id, patientId);
        this.taken = taken;
        this.dosage = dosage;
        this.since = since.text();
        this.active = true;
        this.stopReason = "";
        this.source = source;
    }

    /// One that another system tells of. @param active whether it says that the person still takes it
    public static Medication imported(
            UUID id,
            UUID patientId,
            Taken taken,
            String dosage,
            PartialDate since,
            boolean active) {
        var medication = new Medication(id, patientId, taken, dosage, since, Source.IMPORT);
        medication.active = active;
        return medication;
    }

    /// One prescribed here. @param lastDay null: until it is stopped
    public static Medication prescribed(
            UUID id,
            UUID patientId,
            Taken taken,
            String dosage,
            LocalDate since,
            @Nullable LocalDate lastDay,
            UUID prescriptionLine) {
        var medication =
                new Medication(
                        id,
                        patientId,
                        taken,
                        dosage,
                        new PartialDate(since.toString()),
                        Source.PRESCRIPTION);
        medication.lastDay = lastDay;
        medication.prescriptionLineId = prescriptionLine;
        return medication;
    }

    /// From this day on it is not taken any more.
    void stop(String reason, LocalDate day) {
        active = false;
        lastDay = day;
        stopReason = reason;
    }

    /// What ended it should never have been. @param until null: until it is stopped
    void resume(@Nullable LocalDate until) {
        active = true;
        lastDay = until;
        stopReason = "";
    }

    /// It should never have been prescribed.
    void strike(String reason, LocalDate day) {
        if (active(day)) {
            lastDay = day;
        }
        active = false;
        inError = true;
        stopReason = reason;
    }

    /// Whether the person takes it on a day: a course of seven days ends without anybody stopping it.
    public boolean active(LocalDate today) {
        return active && (lastDay == null || !lastDay.isBefore(today));
    }

    /// Whether its days are over without anybody having stopped it.
    public boolean ranOut(LocalDate today) {
        return active && lastDay != null && lastDay.isBefore(today);
    }

    public Taken taken() {
        return taken;
    }

    public String dosage() {
        return dosage;
    }

    public PartialDate since() {
        return new PartialDate(since);
    }

    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(lastDay);
    }

    public String stopReason() {
        return stopReason;
    }

    /// Whether it should never have been prescribed: he did not take it, as far as this says.
    public boolean inError() {
        return inError;
    }

    public Source source() {
        return source;
    }

    public Optional<UUID> prescriptionLineId() {
        return Optional.ofNullable(prescriptionLineId);
    }
}
