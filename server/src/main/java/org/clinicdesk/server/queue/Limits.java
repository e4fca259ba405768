package org.clinicdesk.server.queue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Watched;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// From how many minutes of waiting on the screens of a site warn.
@Entity
@Table(name = "queue_limits")
public class Limits implements Watched {

    /// Of the screens that show how long somebody waits, but not the queue.
    private static final String TOPIC = "queue-limits";

    @Id private UUID siteId;

    @Version private long version;

    private int longMinutes;
    private int tooLongMinutes;

    @SuppressWarnings("NullAway.Init")
    protected Limits() {}

    private Limits(UUID siteId) {
        this.siteId = siteId;
        set(15, 30);
    }

    /// Those of a site where nobody has set any.
    static Limits usual(UUID siteId) {
        return new Limits(siteId);
    }

    /// @param tooLongMinutes more than `longMinutes`
    final void set(int longMinutes, int tooLongMinutes) {
        if (longMinutes < 1 || tooLongMinutes <= longMinutes) {
            throw new IllegalArgumentException("limits " + longMinutes + ", " + tooLongMinutes);
        }
        this.longMinutes = longMinutes;
        this.tooLongMinutes = tooLongMinutes;
    }

    public int longMinutes() {
        return longMinutes;
    }

    public int tooLongMinutes() {
        return tooLongMinutes;
    }

    @Override
    public UUID id() {
        return siteId;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Collection<String> topics() {
        return List.of(QueueEntries.TOPIC, TOPIC);
    }
}
