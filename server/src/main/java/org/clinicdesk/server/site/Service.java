package org.clinicdesk.server.site;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import java.time.Duration;
import java.util.UUID;

/// A kind of visit, with its usual length.
@Entity
public class Service {

    @Id private UUID id;

    @Version private long version;

    private String name;
    private int minutes;
    private boolean active;

    @SuppressWarnings("NullAway.Init")
    protected Service() {}

    public Service(UUID id, String name, Duration length) {
        this.id = id;
        this.name = name;
        this.minutes = (int) length.toMinutes();
        this.active = true;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Duration length() {
        return Duration.ofMinutes(minutes);
    }
}
