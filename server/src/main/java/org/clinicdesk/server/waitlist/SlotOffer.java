package org.clinicdesk.server.waitlist;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.Watched;
import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A freed time offered to somebody, or declined by him. It is open while its hold lasts.
@Entity
public class SlotOffer implements Watched {

    @Id private UUID id;

    @Version private long version;

    private UUID slotId;
    private UUID entryId;
    private UUID siteId;
    private UUID practitionerId;
    private Instant startsAt;
    private Instant endsAt;
    private @Nullable UUID holdId;

    @Enumerated(EnumType.STRING)
    private OfferState state;

    private Instant offeredAt;
    private UUID offeredBy;

    @SuppressWarnings("NullAway.Init")
    protected SlotOffer() {}

    private SlotOffer(
            UUID id, FreedSlot slot, WaitlistEntry entry, Span span, Instant at, UUID by) {
        this.id = id;
        this.slotId = slot.id();
        this.entryId = entry.id();
        this.siteId = slot.siteId();
        this.practitionerId = slot.practitionerId();
        this.startsAt = span.start();
        this.endsAt = span.end();
        this.state = OfferState.OFFERED;
        this.offeredAt = at;
        this.offeredBy = by;
    }

    /// @param span of the visit that he would have
    static SlotOffer open(
            UUID id,
            FreedSlot slot,
            WaitlistEntry entry,
            Span span,
            UUID hold,
            Instant at,
            UUID by) {
        var offer = new SlotOffer(id, slot, entry, span, at, by);
        offer.holdId = hold;
        return offer;
    }

    /// One that was declined before it was made.
    ///
    /// @param span what of the time
    static SlotOffer declined(
            UUID id, FreedSlot slot, WaitlistEntry entry, Span span, Instant at, UUID by) {
        var offer = new SlotOffer(id, slot, entry, span, at, by);
        offer.state = OfferState.DECLINED;
        return offer;
    }

    /// @throws Refusal OFFER_OVER
    void end(OfferState how) {
        if (state != OfferState.OFFERED) {
            throw new Refusal(WaitlistRefusal.OFFER_OVER);
        }
        state = how;
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
        return List.of(WaitlistEntry.topic(siteId));
    }

    UUID slotId() {
        return slotId;
    }

    UUID entryId() {
        return entryId;
    }

    UUID siteId() {
        return siteId;
    }

    UUID practitionerId() {
        return practitionerId;
    }

    Span span() {
        return new Span(startsAt, endsAt);
    }

    Optional<UUID> holdId() {
        return Optional.ofNullable(holdId);
    }

    OfferState state() {
        return state;
    }
}
