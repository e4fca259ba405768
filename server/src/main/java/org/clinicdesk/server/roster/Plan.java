package org.clinicdesk.server.roster;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Watched;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Stands for all hours of a practitioner, so that of two who change them at once the second one is told.
@Entity
@Table(name = "roster_plan")
class Plan implements Watched {

    @Id private UUID staffId;

    @Version private long version;

    private int edits;

    @SuppressWarnings("NullAway.Init")
    protected Plan() {}

    Plan(UUID staffId) {
        this.staffId = staffId;
    }

    void countEdit() {
        edits++;
    }

    /// How often the hours were changed; what desks know as their version.
    int edits() {
        return edits;
    }

    UUID staffId() {
        return staffId;
    }

    @Override
    public UUID id() {
        return staffId;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Collection<String> topics() {
        return List.of(Roster.TOPIC);
    }
}
