package org.clinicdesk.server.appointment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.Watched;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// A visit that a doctor wants to see somebody at again, by a day. Visits point to the follow-up they are for; whether it
/// is booked is asked of them, so that it waits again by itself when its visit is cancelled.
@Entity
public class FollowUp implements Watched {

    @Id private UUID id;

    @Version private long version;

    private UUID siteId;
    private UUID patientId;
    private UUID practitionerId;
    private UUID serviceId;
    private LocalDate dueOn;
    private String reason;
    private Instant orderedAt;
    private UUID orderedBy;
    private @Nullable Instant withdrawnAt;

    /// What is to be done by when.
    public record Order(
            UUID site,
            UUID patient,
            UUID practitioner,
            UUID service,
            LocalDate due,
            String reason) {}

    @SuppressWarnings("NullAway.Init")
    protected FollowUp() {}

    FollowUp(UUID id, Order order, Instant at, UUID by) {
        this.id = id;
        this.siteId = order.site;
        this.patientId = order.patient;
        this.practitionerId = order.practitioner;
        this.serviceId = order.service;
        this.dueOn = order.due;
        this.reason = order.reason;
        this.orderedAt = at;
        this.orderedBy = by;
    }

    /// @throws Refusal FOLLOW_UP_OVER when it was withdrawn before
    void withdraw(Instant now) {
        refuseWithdrawn();
        withdrawnAt = now;
    }

    /// @throws Refusal FOLLOW_UP_OVER
    void refuseWithdrawn() {
        if (withdrawnAt != null) {
            throw new Refusal(AppointmentRefusal.FOLLOW_UP_OVER);
        }
    }

    boolean withdrawn() {
        return withdrawnAt != null;
    }

    /// The topic of the due list of a site.
    static String topic(UUID site) {
        return "follow-ups/" + site;
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
        return List.of(topic(siteId), Patient.topic(patientId));
    }

    UUID patientId() {
        return patientId;
    }

    UUID practitionerId() {
        return practitionerId;
    }

    UUID serviceId() {
        return serviceId;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    String reason() {
        return reason;
    }

    Instant orderedAt() {
        return orderedAt;
    }

    UUID orderedBy() {
        return orderedBy;
    }
}
