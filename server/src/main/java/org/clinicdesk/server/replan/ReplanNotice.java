package org.clinicdesk.server.replan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.appointment.Appointment;
import org.clinicdesk.server.platform.Watched;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// What somebody was told of his visit, and how often he was tried.
@Entity
class ReplanNotice implements Watched {

    @Id private UUID id;

    @Version private long version;

    private UUID absenceId;
    private UUID appointmentId;
    private UUID siteId;
    private @Nullable String told;
    private @Nullable String missed;
    private int attempts;
    private Instant triedAt;
    private UUID triedBy;

    @SuppressWarnings("NullAway.Init")
    protected ReplanNotice() {}

    ReplanNotice(UUID id, UUID absence, Appointment visit, Instant at, UUID by) {
        this.id = id;
        this.absenceId = absence;
        this.appointmentId = visit.id();
        this.siteId = visit.siteId();
        this.triedAt = at;
        this.triedBy = by;
    }

    /// @param what as [Row#outcome] writes it
    void tell(String what, Instant at, UUID by) {
        told = what;
        missed = null;
        attempt(at, by);
    }

    void miss(String what, Instant at, UUID by) {
        missed = what;
        attempt(at, by);
    }

    private void attempt(Instant at, UUID by) {
        attempts++;
        triedAt = at;
        triedBy = by;
    }

    boolean told(String what) {
        return what.equals(told);
    }

    boolean missed(String what) {
        return what.equals(missed);
    }

    boolean toldAnything() {
        return told != null;
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
        return List.of(ReplanAnswer.topic(siteId));
    }

    UUID appointmentId() {
        return appointmentId;
    }

    int attempts() {
        return attempts;
    }

    Instant triedAt() {
        return triedAt;
    }

    UUID triedBy() {
        return triedBy;
    }
}
