package org.clinicdesk.server.appointment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.Watched;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A visit that waits for a time, seen by all desks of its site.
@Entity
public class PinnedVisit implements Watched {

    @Id private UUID id;

    @Version private long version;

    private UUID siteId;
    private UUID patientId;
    private @Nullable UUID practitionerId;
    private UUID serviceId;
    private int minutes;
    private String reason;
    private @Nullable UUID appointmentId;
    private Instant pinnedAt;
    private @Nullable UUID pinnedBy;
    private @Nullable Instant endedAt;

    /// The visit that it became, or whose change took it off; null when somebody took it off by hand.
    private @Nullable UUID placedAs;

    private @Nullable Integer placedChange;

    /// The booked visit while this waits: the database refuses a second one.
    private @Nullable UUID waitingAppointmentId;

    /// What is to get a time.
    ///
    /// @param practitioner null for any doctor
    /// @param appointment the booked visit that keeps its time until then, or null
    record Wanted(
            UUID site,
            UUID patient,
            @Nullable UUID practitioner,
            UUID service,
            Duration length,
            String reason,
            @Nullable UUID appointment) {}

    @SuppressWarnings("NullAway.Init")
    protected PinnedVisit() {}

    PinnedVisit(UUID id, Wanted wanted, Instant at, @Nullable UUID by) {
        this.id = id;
        this.siteId = wanted.site;
        this.patientId = wanted.patient;
        this.practitionerId = wanted.practitioner;
        this.serviceId = wanted.service;
        this.minutes = (int) wanted.length.toMinutes();
        this.reason = wanted.reason;
        this.appointmentId = wanted.appointment;
        this.waitingAppointmentId = wanted.appointment;
        this.pinnedAt = at;
        this.pinnedBy = by;
    }

    /// @throws Refusal NOT_PINNED when it was placed or taken off before
    void end(Instant now) {
        if (endedAt != null) {
            throw new Refusal(AppointmentRefusal.NOT_PINNED);
        }
        endedAt = now;
        waitingAppointmentId = null;
    }

    /// Comes off with the latest change of a visit. @throws Refusal NOT_PINNED
    void end(Appointment placed, Instant now) {
        end(now);
        placedAs = placed.id();
        placedChange = placed.changes();
    }

    /// Waits again, for what took it off was taken back.
    void waitAgain() {
        endedAt = null;
        placedAs = null;
        placedChange = null;
        waitingAppointmentId = appointmentId;
    }

    void correct(Appointment visit) {
        serviceId = visit.serviceId();
        reason = visit.reason();
    }

    boolean waits() {
        return endedAt == null;
    }

    UUID siteId() {
        return siteId;
    }

    /// The topic of the board of a site.
    static String topic(UUID site) {
        return "pinboard/" + site;
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
        return List.of(topic(siteId));
    }

    UUID patientId() {
        return patientId;
    }

    Optional<UUID> practitionerId() {
        return Optional.ofNullable(practitionerId);
    }

    UUID serviceId() {
        return serviceId;
    }

    int minutes() {
        return minutes;
    }

    String reason() {
        return reason;
    }

    Optional<UUID> appointmentId() {
        return Optional.ofNullable(appointmentId);
    }

    Instant pinnedAt() {
        return pinnedAt;
    }

    Optional<UUID> pinnedBy() {
        return Optional.ofNullable(pinnedBy);
    }
}
