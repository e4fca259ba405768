package org.clinicdesk.server.pharmacy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

import java.util.UUID;

/// So much of a line from a lot, handed out (FHIR MedicationDispense); it never changes.
@Entity
@Immutable
public class MedicationDispense {

    @Id private UUID id;

    private UUID dispensingId;
    private UUID lineId;
    private UUID lotId;
    private int quantity;

    @SuppressWarnings("NullAway.Init")
    protected MedicationDispense() {}

    MedicationDispense(UUID id, UUID dispensingId, UUID lineId, UUID lotId, int quantity) {
        this.id = id;
        this.dispensingId = dispensingId;
        this.lineId = lineId;
        this.lotId = lotId;
        this.quantity = quantity;
    }

    UUID id() {
        return id;
    }

    int quantity() {
        return quantity;
    }
}
