package org.clinicdesk.server.pharmacy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Watched;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// So much of one product from one batch. [Stock] is where it is changed, so that its movements keep up.
@Entity
public class Lot implements Watched {

    /// What a batch is known by.
    ///
    /// @param productId "product:..."
    /// @param expiresOn the last day on which it may be handed out
    record Batch(String productId, String productName, String lotNumber, LocalDate expiresOn) {}

    @Id private UUID id;

    @Version private long version;

    private String productId;
    private String productName;
    private String lotNumber;
    private LocalDate expiresOn;
    private int onHand;

    @SuppressWarnings("NullAway.Init")
    protected Lot() {}

    Lot(UUID id, Batch batch) {
        this.id = id;
        this.productId = batch.productId();
        this.productName = batch.productName();
        this.lotNumber = batch.lotNumber();
        this.expiresOn = batch.expiresOn();
    }

    /// @throws ArithmeticException when it would be more than can be counted
    /// @throws IllegalArgumentException when it would be less than nothing
    void move(int quantity) {
        var now = Math.addExact(onHand, quantity);
        if (now < 0) {
            throw new IllegalArgumentException("A lot below zero");
        }
        onHand = now;
    }

    public boolean expired(LocalDate today) {
        return today.isAfter(expiresOn);
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Collection<String> topics() {
        return List.of(Stock.TOPIC);
    }

    public String productId() {
        return productId;
    }

    public String productName() {
        return productName;
    }

    public String lotNumber() {
        return lotNumber;
    }

    public LocalDate expiresOn() {
        return expiresOn;
    }

    public int onHand() {
        return onHand;
    }
}
