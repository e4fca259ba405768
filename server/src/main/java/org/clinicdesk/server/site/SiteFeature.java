package org.clinicdesk.server.site;

import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;

import java.util.List;

/// The clinic and its places. Desks get them when they open.
public final class SiteFeature implements Feature {

    private final Sites sites;

    public SiteFeature(Platform platform) {
        this.sites = new Sites(platform.db());
    }

    public Sites sites() {
        return sites;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Clinic.class, Site.class, Room.class, Service.class);
    }
}
