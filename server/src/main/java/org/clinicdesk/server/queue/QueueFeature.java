package org.clinicdesk.server.queue;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.queue.v1.QueueServiceGrpc;
import org.clinicdesk.server.patient.PatientFeature;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.server.roster.RosterFeature;

import java.util.List;

/// The waiting room.
public final class QueueFeature implements Feature {

    private final QueueEntries entries;
    private final QueueApi api;

    public QueueFeature(Platform platform, PatientFeature patient, RosterFeature roster) {
        this.entries =
                new QueueEntries(
                        platform.db(), platform.clock(), patient.patients(), roster.roster());
        this.api = new QueueApi(platform.db(), platform.clock(), entries);
    }

    public QueueEntries entries() {
        return entries;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(QueueEntry.class);
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(QueueServiceGrpc.getServiceDescriptor())
                        .unary(QueueServiceGrpc.getListQueueMethod(), api::list)
                        .unary(QueueServiceGrpc.getCallNextMethod(), api::callNext)
                        .unary(QueueServiceGrpc.getUndoCallMethod(), api::undoCall)
                        .unary(QueueServiceGrpc.getSetPriorityMethod(), api::setPriority)
                        .bind());
    }
}
