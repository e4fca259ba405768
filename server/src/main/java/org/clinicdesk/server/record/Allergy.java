package org.clinicdesk.server.record;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.clinicdesk.server.patient.Fold;
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
    /// @param agent "ing:amoxicillin", "group:penicillins", or empty when no check can heed it
    public record Told(
            String substance,
            String agent,
            Type type,
            Certainty certainty,
            String reaction,
            Severity severity) {}

    private String substance;
    private String agent;

    @Enumerated(EnumType.STRING)
    private Type type;

    @Enumerated(EnumType.STRING)
    private Certainty certainty;

    private String reaction;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    private Instant recordedAt;
    private @Nullable UUID recordedBy;
    private @Nullable Instant struckAt;
    private @Nullable UUID struckBy;
    private String struckReason;

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
        this.recordedAt = at;
        this.recordedBy = by;
        this.struckReason = "";
    }

    /// Strikes it out; it stays readable. @throws Refusal ALREADY_STRUCK
    public void strike(String reason, Instant at, @Nullable UUID by) {
        if (struck()) {
            throw new Refusal(RecordRefusal.ALREADY_STRUCK);
        }
        struckAt = at;
        struckBy = by;
        struckReason = reason;
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

    public Instant recordedAt() {
        return recordedAt;
    }

    public Optional<UUID> recordedBy() {
        return Optional.ofNullable(recordedBy);
    }

    public Optional<UUID> struckBy() {
        return Optional.ofNullable(struckBy);
    }

    /// Empty while it holds.
    public String struckReason() {
        return struckReason;
    }
}
