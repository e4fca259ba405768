package org.clinicdesk.server.record;

import jakarta.persistence.Entity;

import org.clinicdesk.server.platform.Problem.Refusal;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// That a person takes an ingredient, or two together, without harm.
@Entity
public class Tolerance extends Entry {

    private String ingredient;
    private String partner;
    private String note;
    private Instant recordedAt;
    private UUID recordedBy;
    private @Nullable Instant struckAt;
    private @Nullable UUID struckBy;
    private String struckReason;

    @SuppressWarnings("NullAway.Init")
    protected Tolerance() {}

    /// @param partner INN of what is taken together with it; empty for it alone
    public Tolerance(
            UUID id,
            UUID patientId,
            String ingredient,
            String partner,
            String note,
            Instant at,
            UUID by) {
        super(id, patientId);
        this.ingredient = ingredient;
        this.partner = partner;
        this.note = note;
        this.recordedAt = at;
        this.recordedBy = by;
        this.struckReason = "";
    }

    /// It holds no longer. @throws Refusal ALREADY_STRUCK
    void strike(String reason, Instant at, UUID by) {
        if (struckAt != null) {
            throw new Refusal(RecordRefusal.ALREADY_STRUCK);
        }
        struckAt = at;
        struckBy = by;
        struckReason = reason;
    }

    /// Whether it says the same; of two together it does not matter which is named first.
    boolean same(String one, String other) {
        return ingredient.equals(one) && partner.equals(other)
                || !other.isEmpty() && ingredient.equals(other) && partner.equals(one);
    }

    /// INN.
    public String ingredient() {
        return ingredient;
    }

    /// INN of what is taken together with it; empty for it alone.
    public String partner() {
        return partner;
    }

    public String note() {
        return note;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public UUID recordedBy() {
        return recordedBy;
    }

    public boolean struck() {
        return struckAt != null;
    }

    public Optional<UUID> struckBy() {
        return Optional.ofNullable(struckBy);
    }

    public String struckReason() {
        return struckReason;
    }
}
