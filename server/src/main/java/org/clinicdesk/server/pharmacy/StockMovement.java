package org.clinicdesk.server.pharmacy;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/// One change of a lot; it never changes itself.
@Entity
@Immutable
public class StockMovement {

    /// Why stock changes.
    enum Reason {
        RECEIVED,
        DISPENSED,
        CORRECTED,
        DESTROYED
    }

    @Id private UUID id;

    private UUID lotId;
    private int quantity;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    private @Nullable UUID dispenseId;
    private @Nullable UUID staffId;
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected StockMovement() {}

    /// @param quantity below zero for what goes out
    /// @param dispenseId what was handed out, if it was
    /// @param staffId null when the system itself entered it
    StockMovement(
            UUID id,
            UUID lotId,
            int quantity,
            Reason reason,
            @Nullable UUID dispenseId,
            @Nullable UUID staffId,
            Instant at) {
        this.id = id;
        this.lotId = lotId;
        this.quantity = quantity;
        this.reason = reason;
        this.dispenseId = dispenseId;
        this.staffId = staffId;
        this.at = at;
    }

    UUID lotId() {
        return lotId;
    }

    int quantity() {
        return quantity;
    }

    Reason reason() {
        return reason;
    }
}
