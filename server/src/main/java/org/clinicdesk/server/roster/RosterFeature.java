package org.clinicdesk.server.roster;

import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.site.SiteFeature;

import java.util.List;

/// Working hours. Desks see them as the columns of the day board.
public final class RosterFeature implements Feature {

    private final Roster roster;

    public RosterFeature(Platform platform, SiteFeature site) {
        this.roster = new Roster(platform.db(), platform.clock(), site.sites());
    }

    public Roster roster() {
        return roster;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(WorkingHours.class);
    }
}
