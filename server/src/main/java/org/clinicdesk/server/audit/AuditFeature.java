package org.clinicdesk.server.audit;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.audit.v1.AuditServiceGrpc;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.server.site.Sites;

import java.util.List;

/// The audit trail.
public final class AuditFeature implements Feature {

    private final AuditApi api;

    public AuditFeature(Platform platform, Sites sites) {
        this.api = new AuditApi(platform.db(), sites);
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(AuditServiceGrpc.getServiceDescriptor())
                        .unary(AuditServiceGrpc.getListAuditMethod(), api::list)
                        .bind());
    }
}
