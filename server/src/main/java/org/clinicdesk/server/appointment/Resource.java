package org.clinicdesk.server.appointment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Watched;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// A room or a piece of equipment that services ask for by its type. A room has the id of the room; one that nobody asks
/// for by type needs no row.
@Entity
public class Resource implements Watched {

    @Id private UUID id;

    @Version private long version;

    private UUID siteId;

    @Enumerated(EnumType.STRING)
    private ResourceKind kind;

    private String type;
    private String name;
    private boolean active;

    @SuppressWarnings("NullAway.Init")
    protected Resource() {}

    public Resource(
            UUID id, UUID siteId, ResourceKind kind, String type, String name, boolean active) {
        this.id = id;
        this.siteId = siteId;
        this.kind = kind;
        this.type = type;
        this.name = name;
        this.active = active;
    }

    void set(String type, String name, boolean active) {
        this.type = type;
        this.name = name;
        this.active = active;
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
        return List.of(Resources.TOPIC);
    }

    UUID siteId() {
        return siteId;
    }

    ResourceKind kind() {
        return kind;
    }

    String type() {
        return type;
    }

    String name() {
        return name;
    }

    boolean active() {
        return active;
    }
}
