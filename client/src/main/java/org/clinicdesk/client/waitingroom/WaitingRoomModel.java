package org.clinicdesk.client.waitingroom;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.waitingroom.v1.Announcement;
import org.clinicdesk.waitingroom.v1.ListCallsRequest;
import org.clinicdesk.waitingroom.v1.WaitingRoomServiceGrpc;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which tickets are called, the last call first.
final class WaitingRoomModel {

    /// So long a call stands out.
    private static final Duration FRESH = Duration.ofSeconds(20);

    private final Desk desk;
    private final WaitingRoomServiceGrpc.WaitingRoomServiceBlockingV2Stub stub;
    private final ObservableList<Announcement> calls = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper lost = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper fresh = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Instant> now;
    private final Lane reads = new Lane();
    private final Runnable ring;
    private Set<Announcement> heard = new HashSet<>();
    private boolean first = true;
    private Instant freshUntil = Instant.MIN;

    /// @param ring told of each new call; never of those that are there at the start
    WaitingRoomModel(Desk desk, Runnable ring) {
        this.desk = desk;
        this.ring = ring;
        this.stub = WaitingRoomServiceGrpc.newBlockingV2Stub(desk.channel());
        this.now = new ReadOnlyObjectWrapper<>(desk.clock().instant());
    }

    ObservableList<Announcement> calls() {
        return calls;
    }

    /// Whether what is shown may be old, for the server does not answer.
    ReadOnlyBooleanProperty lost() {
        return lost.getReadOnlyProperty();
    }

    /// Whether the last call was just made.
    ReadOnlyBooleanProperty fresh() {
        return fresh.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    /// Lets time pass. While nothing can be read it is tried again.
    void tick() {
        now.set(desk.clock().instant());
        fresh.set(now.get().isBefore(freshUntil));
        if (lost.get()) {
            read();
        }
    }

    void read() {
        var site = desk.site().getId();
        if (site.isEmpty()) {
            return;
        }
        var wish = ListCallsRequest.newBuilder().setSiteId(site).build();
        desk.calls()
                .call(() -> stub.listCalls(wish))
                .latest(reads)
                .refused(_ -> lost.set(true))
                .then(answer -> show(answer.getCallsList()));
    }

    private void show(List<Announcement> read) {
        lost.set(false);
        var isNew = !first && !heard.containsAll(read);
        first = false;
        heard = new HashSet<>(read);
        calls.setAll(read);
        if (isNew) {
            freshUntil = desk.clock().instant().plus(FRESH);
            ring.run();
        }
        now.set(desk.clock().instant());
        fresh.set(now.get().isBefore(freshUntil));
    }
}
