package org.clinicdesk.server.appointment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Watched;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// How somebody likes to see the board, under one of his function keys. A key has one row for good: what is saved there
/// next takes the place of what was there, and what is removed only stands there unused.
@Entity
public class BoardView implements Watched {

    @Id private UUID id;

    @Version private long version;

    private UUID staffId;
    private int keyNumber;
    private String name;
    private UUID siteId;
    private boolean week;
    private boolean byRoom;

    /// Ids with spaces between, in the order of the columns; empty for all.
    private String columnIds;

    private int zoom;
    private boolean active;
    private Instant savedAt;

    /// What is seen.
    ///
    /// @param columns doctors or rooms; none: all
    record Shown(
            String name, UUID site, boolean week, boolean byRoom, List<String> columns, int zoom) {}

    @SuppressWarnings("NullAway.Init")
    protected BoardView() {}

    BoardView(UUID id, UUID staff, int key, Shown shown, Instant at) {
        this.id = id;
        this.staffId = staff;
        this.keyNumber = key;
        save(shown, at);
    }

    final void save(Shown shown, Instant at) {
        name = shown.name;
        siteId = shown.site;
        week = shown.week;
        byRoom = shown.byRoom;
        columnIds = String.join(" ", shown.columns);
        zoom = shown.zoom;
        active = true;
        savedAt = at;
    }

    void remove(Instant at) {
        active = false;
        savedAt = at;
    }

    Shown shown() {
        var columns = columnIds.isEmpty() ? List.<String>of() : Arrays.asList(columnIds.split(" "));
        return new Shown(name, siteId, week, byRoom, columns, zoom);
    }

    int key() {
        return keyNumber;
    }

    boolean active() {
        return active;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    /// Nobody looks at somebody else's, and his own he reads when he opens the board.
    @Override
    public Collection<String> topics() {
        return List.of();
    }
}
