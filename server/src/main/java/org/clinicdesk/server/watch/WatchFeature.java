package org.clinicdesk.server.watch;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.server.platform.Callers;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.watch.v1.WatchServiceGrpc;

import java.util.List;

/// Live updates.
public final class WatchFeature implements Feature, AutoCloseable {

    private final WatchApi api;

    public WatchFeature(Platform platform, Callers callers) {
        this.api = new WatchApi(platform.changes(), callers);
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(WatchServiceGrpc.getServiceDescriptor()).stream(
                                WatchServiceGrpc.getWatchMethod(), api::watch)
                        .bind());
    }

    @Override
    public void close() {
        api.close();
    }
}
