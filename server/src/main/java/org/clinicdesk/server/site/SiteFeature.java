package org.clinicdesk.server.site;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.site.v1.SiteServiceGrpc;

import java.util.List;

/// The clinic and its places. Desks get them when they open.
public final class SiteFeature implements Feature {

    private final Sites sites;
    private final SiteApi api;

    public SiteFeature(Platform platform) {
        this.sites = new Sites(platform.db());
        this.api = new SiteApi(platform.db(), platform.clock(), sites);
    }

    public Sites sites() {
        return sites;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Clinic.class, Site.class, Room.class, Service.class);
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(SiteServiceGrpc.getServiceDescriptor())
                        .unary(SiteServiceGrpc.getListSitesMethod(), api::list)
                        .unary(SiteServiceGrpc.getSetSiteMethod(), api::set)
                        .bind());
    }
}
