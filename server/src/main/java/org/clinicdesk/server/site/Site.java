package org.clinicdesk.server.site;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Watched;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// A place of the clinic.
@Entity
public class Site implements Watched {

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

    void set(String name, String address, boolean active) {
        this.name = name;
        this.address = address;
        this.active = active;
    }

    @Override
    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String address() {
        return address;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Collection<String> topics() {
        return List.of("sites");
    }

    boolean active() {
        return active;
    }
}
