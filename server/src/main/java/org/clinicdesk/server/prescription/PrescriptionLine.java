package org.clinicdesk.server.prescription;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// A line of a signed prescription: a medicine. It changes through its [Prescription] only.
@Entity
public class PrescriptionLine {

    @Id private UUID id;

    @ManyToOne
    @JoinColumn(name = "prescription_id")
    private Prescription prescription;

    private int number;

    @Embedded private OrderedMedicine ordered;

    private String ingredients;

    /// All that may be handed out, with the repeats.
    private int quantity;

    private int dispensed;
    private @Nullable Instant stoppedAt;
    private @Nullable UUID stoppedBy;
    private String stoppedReason;
    private String replacedBy;
    private boolean inError;

    @SuppressWarnings("NullAway.Init")
    protected PrescriptionLine() {}

    PrescriptionLine(
            UUID id,
            Prescription prescription,
            int number,
            OrderedMedicine ordered,
            List<String> ingredients) {
        this.id = id;
        this.prescription = prescription;
        this.number = number;
        this.ordered = ordered;
        this.ingredients = String.join("\n", ingredients);
        this.quantity = ordered.total();
        this.stoppedReason = "";
        this.replacedBy = "";
    }

    void stop(String reason, UUID by, Instant now) {
        stoppedAt = now;
        stoppedBy = by;
        stoppedReason = reason;
    }

    /// It holds again.
    void resume() {
        stoppedAt = null;
        stoppedBy = null;
        stoppedReason = "";
        replacedBy = "";
    }

    /// It should never have been. What was stopped before keeps the reason of that.
    void strike(String reason, UUID by, Instant now) {
        if (!stopped()) {
            stop(reason, by, now);
        }
        inError = true;
    }

    /// @param number of the prescription that renews or replaces it; empty for none
    void replacedBy(String number) {
        replacedBy = number;
    }

    void dispense(int quantity) {
        if (quantity < 1 || quantity > left()) {
            throw new IllegalArgumentException(quantity + " of " + left() + " left");
        }
        dispensed += quantity;
    }

    public UUID id() {
        return id;
    }

    public OrderedMedicine ordered() {
        return ordered;
    }

    /// How many pieces the whole course takes, when so many of them are a unit of its dose; empty when it has no end.
    public OptionalInt pieces(double perUnit, LocalDate signedOn) {
        return DosageProtos.pieces(ordered.dosage(), perUnit, signedOn);
    }

    /// When its prescription was signed.
    public Instant signedAt() {
        return prescription.signedAt();
    }

    /// INN names; empty when the checks do not know the medicine.
    public List<String> ingredients() {
        return ingredients.isEmpty() ? List.of() : Arrays.asList(ingredients.split("\n"));
    }

    public int dispensed() {
        return dispensed;
    }

    /// Units that may be handed out now: what is left of the quantity that was begun, or the next repeat; none of a line
    /// that was stopped.
    public int left() {
        return stopped()
                ? 0
                : Math.min(
                        ordered.quantity() - dispensed % ordered.quantity(), quantity - dispensed);
    }

    /// Repeats that were not begun.
    public int repeatsLeft() {
        var begun = Math.ceilDiv(dispensed, ordered.quantity());
        return stopped() ? 0 : ordered.repeats() - Math.max(0, begun - 1);
    }

    public boolean stopped() {
        return stoppedAt != null;
    }

    /// Whether it should never have been.
    public boolean inError() {
        return inError;
    }

    public Optional<UUID> stoppedBy() {
        return Optional.ofNullable(stoppedBy);
    }

    /// Empty while it holds.
    public String stoppedReason() {
        return stoppedReason;
    }

    /// Number of the prescription that renewed or replaced it; empty when none did.
    public String replacedBy() {
        return replacedBy;
    }

    /// Whether it was stopped, or its days are over. @param signedOn the day it was signed
    boolean over(LocalDate signedOn, LocalDate today) {
        return stopped()
                || ordered.dosage()
                        .lastDay(signedOn)
                        .filter(last -> last.isBefore(today))
                        .isPresent();
    }
}
