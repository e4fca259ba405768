package org.clinicdesk.server.site;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import java.util.UUID;

/// A room that visits take place in.
@Entity
public class Room {

    @Id private UUID id;

    @Version private long version;

    private UUID siteId;
    private String name;
    private boolean active;

    @SuppressWarnings("NullAway.Init")
    protected Room() {}

    public Room(UUID id, UUID siteId, String name) {
        this.id = id;
        this.siteId = siteId;
        this.name = name;
        this.active = true;
    }

    /// @param active whether visits take place in it
    public void set(String name, boolean active) {
        this.name = name;
        this.active = active;
    }

    public UUID id() {
        return id;
    }

    public UUID siteId() {
        return siteId;
    }

    public String name() {
        return name;
    }

    public boolean active() {
        return active;
    }
}
