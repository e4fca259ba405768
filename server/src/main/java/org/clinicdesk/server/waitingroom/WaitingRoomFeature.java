package org.clinicdesk.server.waitingroom;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.server.queue.QueueFeature;
import org.clinicdesk.server.site.SiteFeature;
import org.clinicdesk.waitingroom.v1.WaitingRoomServiceGrpc;

import java.util.List;

/// The screen in the waiting room.
public final class WaitingRoomFeature implements Feature {

    private final WaitingRoomApi api;

    public WaitingRoomFeature(SiteFeature site, QueueFeature queue) {
        this.api = new WaitingRoomApi(site.sites(), queue.board());
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(WaitingRoomServiceGrpc.getServiceDescriptor())
                        .unary(WaitingRoomServiceGrpc.getListCallsMethod(), api::list)
                        .bind());
    }
}
