package org.clinicdesk.server.site;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import java.util.UUID;

/// A place of the clinic.
@Entity
public class Site {

    @Id private UUID id;

    @Version private long version;

    private String name;
    private String address;
    private boolean active;

    @SuppressWarnings("NullAway.Init")
    protected Site() {}

    public Site(UUID id, String name, String address) {
        this.id = id;
        this.name = name;
        this.address = address;
        this.active = true;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String address() {
        return address;
    }
}
