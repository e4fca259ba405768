package org.clinicdesk.server.site;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.site.v1.ListSitesRequest;
import org.clinicdesk.site.v1.ListSitesResponse;
import org.clinicdesk.site.v1.SetSiteRequest;
import org.clinicdesk.site.v1.SetSiteResponse;

import java.time.Clock;
import java.util.List;

/// SiteService of the contract.
final class SiteApi {

    private final Db db;
    private final Clock clock;
    private final Sites sites;

    SiteApi(Db db, Clock clock, Sites sites) {
        this.db = db;
        this.clock = clock;
        this.sites = sites;
    }

    ListSitesResponse list(ListSitesRequest request) {
        var answer = ListSitesResponse.newBuilder();
        every().forEach(site -> answer.addSites(proto(site)));
        return answer.build();
    }

    private List<Site> every() {
        return db.session().createQuery("from Site order by name, id", Site.class).list();
    }

    SetSiteResponse set(SetSiteRequest request) {
        var said = request.getSite();
        var name = said.getName().strip();
        refuseName(said.getId(), name);
        Site site;
        if (said.getId().isEmpty()) {
            site = new Site(Ids.next(clock), name, said.getAddress().strip());
            sites.add(site);
        } else {
            site = db.get(Site.class, Ids.of(said.getId()), said.getVersion());
            refuseLast(site, said.getActive());
            if (site.active() && !said.getActive()) {
                sites.close(site);
            }
            site.set(name, said.getAddress().strip(), said.getActive());
        }
        db.session().flush();
        return SetSiteResponse.newBuilder().setSite(proto(site)).build();
    }

    private void refuseName(String id, String name) {
        if (every().stream()
                .anyMatch(other ->
                        !other.id().toString().equals(id) && other.name().equalsIgnoreCase(name))) {
            throw new Invalid("site.name", "name.taken");
        }
    }

    /// A clinic has one place at least: desks stand somewhere.
    private void refuseLast(Site site, boolean active) {
        if (!active && sites.sites().stream().allMatch(site::equals)) {
            throw new Refusal(SiteRefusal.LAST_SITE);
        }
    }

    private static org.clinicdesk.site.v1.Site proto(Site site) {
        return org.clinicdesk.site.v1.Site.newBuilder()
                .setId(site.id().toString())
                .setVersion(site.version())
                .setName(site.name())
                .setAddress(site.address())
                .setActive(site.active())
                .build();
    }
}
