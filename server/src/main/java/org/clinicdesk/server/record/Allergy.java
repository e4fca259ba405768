package org.clinicdesk.server.record;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.clinicdesk.server.patient.Fold;
import org.clinicdesk.server.patient.PartialDate;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An allergy or intolerance of a person.
@Entity
public class Allergy extends Entry {

    /// FHIR AllergyIntolerance.type.
    public enum Type {
        ALLERGY,
        INTOLERANCE
    }

    /// FHIR AllergyIntolerance.verificationStatus, as far as it leaves an allergy to heed.
    public enum Certainty {
        UNCONFIRMED,
        PRESUMED,
        CONFIRMED
    }

    /// Why it holds no longer. All but the first take a label off the person.
    public enum StruckAs {
        ENTERED_IN_ERROR,
        TOLERATED,
        TEST_NEGATIVE,
        SIDE_EFFECT,
        OTHER,
        /// It was recorded anew, better known.
        AMENDED
    }

    /// How bad the reaction was.
    public enum Severity {
        UNKNOWN,
        MILD,
        MODERATE,
        SEVERE
    }

    /// What somebody is allergic to, and how it showed.
    ///
    /// @param substance as told
    /// @param agent "ing:amoxicillin", "group:penicillins", several joined by +, or empty when no check can heed it
    /// @param onset when it first showed
    public record Told(
            String substance,
            String agent,
            Type type,
            Certainty certainty,
            String reaction,
            Severity severity,
            PartialDate onset) {

        /// Of an onset that nobody knows.
        public Told(
                String substance,
                String agent,
                Type type,
                Certainty certainty,
                String reaction,
                Severity severity) {
            this(substance, agent, type, certainty, reaction, severity, new PartialDate(""));
        }
    }

    private String substance;
    private String agent;

    @Enumerated(EnumType.STRING)
    private Type type;

    @Enumerated(EnumType.STRING)
    private Certainty certainty;

    private String reaction;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    private String onset;
    private Instant recordedAt;
    private @Nullable UUID recordedBy;
    private @Nullable Instant struckAt;
    private @Nullable UUID struckBy;
    private String struckReason;

    @Enumerated(EnumType.STRING)
    private @Nullable StruckAs struckAs;

    @SuppressWarnings("NullAway.Init")
    protected Allergy() {}

    /// @param by null when it was imported
    public Allergy(UUID id, UUID patientId, Told told, Instant at, @Nullable UUID by) {
        super(id, patientId);
        this.substance = told.substance;
        this.agent = told.agent;
        this.type = told.type;
        this.certainty = told.certainty;
        this.reaction = told.reaction;
        this.severity = told.severity;
        this.onset = told.onset.text();
        this.recordedAt = at;
        this.recordedBy = by;
        this.struckReason = "";
    }

    /// Strikes it out; it stays readable. @throws Refusal ALREADY_STRUCK
    public void strike(StruckAs why, String reason, Instant at, @Nullable UUID by) {
        if (struck()) {
            throw new Refusal(RecordRefusal.ALREADY_STRUCK);
        }
        struckAt = at;
        struckBy = by;
        struckAs = why;
        struckReason = reason;
    }

    /// Whether the person told it, as far as it says now.
    boolean told() {
        return struckAs != StruckAs.ENTERED_IN_ERROR && struckAs != StruckAs.AMENDED;
    }

    /// Whether both say the same: one agent, or the same words.
    boolean same(Told told) {
        return agent.isEmpty() || told.agent.isEmpty()
                ? Fold.words(substance).equals(Fold.words(told.substance))
                : agent.equals(told.agent);
    }

    public boolean struck() {
        return struckAt != null;
    }

    public String substance() {
        return substance;
    }

    /// "ing:amoxicillin", "group:penicillins", or empty when no check can heed it.
    public String agent() {
        return agent;
    }

    public Type type() {
        return type;
    }

    public Certainty certainty() {
        return certainty;
    }

    public String reaction() {
        return reaction;
    }

    public Severity severity() {
        return severity;
    }

    public PartialDate onset() {
        return new PartialDate(onset);
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public Optional<UUID> recordedBy() {
        return Optional.ofNullable(recordedBy);
    }

    public Optional<Instant> struckAt() {
        return Optional.ofNullable(struckAt);
    }

    public Optional<UUID> struckBy() {
        return Optional.ofNullable(struckBy);
    }

    /// Empty while it holds.
    public Optional<StruckAs> struckAs() {
        return Optional.ofNullable(struckAs);
    }

    public String struckReason() {
        return struckReason;
    }
}
