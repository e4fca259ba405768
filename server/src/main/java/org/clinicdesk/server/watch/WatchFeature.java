package org.clinicdesk.server.watch;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.server.platform.Callers;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.watch.v1.WatchServiceGrpc;

import java.util.List;
import java.util.function.Consumer;

/// Live updates.
public final class WatchFeature implements Feature, AutoCloseable {

    private final WatchApi api;

    /// @param onEnd told of sessions whose desk is not connected any more, outside a transaction
    public WatchFeature(Platform platform, Callers callers, Consumer<WatchEnded> onEnd) {
        this.api = new WatchApi(platform.changes(), callers, onEnd);
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(WatchServiceGrpc.getServiceDescriptor()).stream(
                                WatchServiceGrpc.getWatchMethod(), api::watch)
                        .bind());
    }

    /// As often as the heart beats.
    void beat() {
        api.beat();
    }

    @Override
    public void close() {
        api.close();
    }
}
