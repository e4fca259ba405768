package org.clinicdesk.server.appointment;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One change of a visit: what it was, what it became, by whom. The first is the booking and has nothing before it.
@Entity
public class AppointmentHistory {

    /// @param number 1 is the booking
    @Embeddable
    public record Key(UUID appointmentId, int number) {}

    @EmbeddedId private Key key;

    private Instant at;

    /// Null when no member of the staff did it, such as an import.
    private @Nullable UUID staffId;

    @Embedded
    @AttributeOverride(name = "status", column = @Column(name = "old_status"))
    @AttributeOverride(name = "practitionerId", column = @Column(name = "old_practitioner_id"))
    @AttributeOverride(name = "roomId", column = @Column(name = "old_room_id"))
    @AttributeOverride(name = "startsAt", column = @Column(name = "old_starts_at"))
    @AttributeOverride(name = "endsAt", column = @Column(name = "old_ends_at"))
    @AttributeOverride(name = "others", column = @Column(name = "old_others"))
    @AttributeOverride(name = "confirmation", column = @Column(name = "old_confirmation"))
    @AttributeOverride(name = "overbooked", column = @Column(name = "old_overbooked"))
    @AttributeOverride(name = "cancelReason", column = @Column(name = "old_cancel_reason"))
    @AttributeOverride(name = "serviceId", column = @Column(name = "old_service_id"))
    @AttributeOverride(name = "reason", column = @Column(name = "old_reason"))
    @AttributeOverride(name = "earlyMinutes", column = @Column(name = "old_early_minutes"))
    private @Nullable Standing before;

    @Embedded
    @AttributeOverride(name = "status", column = @Column(name = "new_status"))
    @AttributeOverride(name = "practitionerId", column = @Column(name = "new_practitioner_id"))
    @AttributeOverride(name = "roomId", column = @Column(name = "new_room_id"))
    @AttributeOverride(name = "startsAt", column = @Column(name = "new_starts_at"))
    @AttributeOverride(name = "endsAt", column = @Column(name = "new_ends_at"))
    @AttributeOverride(name = "others", column = @Column(name = "new_others"))
    @AttributeOverride(name = "confirmation", column = @Column(name = "new_confirmation"))
    @AttributeOverride(name = "overbooked", column = @Column(name = "new_overbooked"))
    @AttributeOverride(name = "cancelReason", column = @Column(name = "new_cancel_reason"))
    @AttributeOverride(name = "serviceId", column = @Column(name = "new_service_id"))
    @AttributeOverride(name = "reason", column = @Column(name = "new_reason"))
    @AttributeOverride(name = "earlyMinutes", column = @Column(name = "new_early_minutes"))
    private Standing after;

    /// The number of the change that this one takes back; null for one of its own.
    private @Nullable Integer undoes;

    @SuppressWarnings("NullAway.Init")
    protected AppointmentHistory() {}

    AppointmentHistory(
            Key key,
            Instant at,
            @Nullable UUID staffId,
            @Nullable Standing before,
            Standing after,
            @Nullable Integer undoes) {
        this.key = key;
        this.at = at;
        this.staffId = staffId;
        this.before = before;
        this.after = after;
        this.undoes = undoes;
    }

    public Key key() {
        return key;
    }

    public Instant at() {
        return at;
    }

    public Optional<UUID> staffId() {
        return Optional.ofNullable(staffId);
    }

    public Optional<Standing> before() {
        return Optional.ofNullable(before);
    }

    public Standing after() {
        return after;
    }

    Optional<Integer> undoes() {
        return Optional.ofNullable(undoes);
    }
}
