package org.clinicdesk.server.site;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Watched;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// A kind of visit, with its usual length.
@Entity
public class Service implements Watched {

    private static final String TOPIC = "services";

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

    /// @param active whether new visits of it can be booked
    public void set(String name, Duration length, boolean active) {
        this.name = name;
        this.minutes = (int) length.toMinutes();
        this.active = active;
    }

    @Override
    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Duration length() {
        return Duration.ofMinutes(minutes);
    }

    public boolean active() {
        return active;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Collection<String> topics() {
        return List.of(TOPIC);
    }
}
