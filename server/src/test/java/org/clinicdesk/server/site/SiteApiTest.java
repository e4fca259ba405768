package org.clinicdesk.server.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.site.v1.ListSitesRequest;
import org.clinicdesk.site.v1.SetSiteRequest;
import org.clinicdesk.site.v1.Site;
import org.clinicdesk.site.v1.SiteServiceGrpc;
import org.clinicdesk.site.v1.SiteServiceGrpc.SiteServiceBlockingStub;
import org.junit.jupiter.api.Test;

import java.util.List;

/// The places of the clinic.
@OnServer
class SiteApiTest {

    private final TestServer server;
    private final SiteServiceBlockingStub sites;

    SiteApiTest(TestServer server) {
        this.server = server;
        this.sites =
                SiteServiceGrpc.newBlockingStub(
                        server.withToken(server.freshSignIn("quynh").getToken()));
    }

    @Test
    void aNewSiteIsThereForWhoeverSignsInNext() {
        var added = set(named("Cơ sở Quận 7").setAddress("12 Nguyễn Thị Thập"));
        assertEquals("12 Nguyễn Thị Thập", listed(added).getAddress());
        assertEquals(1, shown().stream().filter("Cơ sở Quận 7"::equals).count());
        set(added.toBuilder().setActive(false));
        assertFalse(shown().contains("Cơ sở Quận 7"));
        assertFalse(listed(added).getActive());
    }

    @Test
    void twoAreNotCalledTheSame() {
        set(named("Cơ sở Gò Vấp"));
        assertEquals("site.name: name.taken", Refusals.field(() -> set(named(" cơ sở gò vấp"))));
        assertEquals("site.name: string.min_len", Refusals.field(() -> set(named("  "))));
    }

    @Test
    void theLastOneStaysOpen() {
        var open = list().stream().filter(Site::getActive).toList();
        for (var other : open.subList(1, open.size())) {
            set(other.toBuilder().setActive(false));
        }
        var last = open.getFirst();
        assertEquals(
                "site/LAST_SITE", Refusals.reason(() -> set(last.toBuilder().setActive(false))));
    }

    @Test
    void ofTwoWhoChangeItTheSecondIsStale() {
        var site = set(named("Cơ sở Thủ Đức"));
        set(site.toBuilder().setAddress("1 Võ Văn Ngân"));
        assertEquals(
                "platform/STALE",
                Refusals.reason(() -> set(site.toBuilder().setAddress("2 Võ Văn Ngân"))));
    }

    private static Site.Builder named(String name) {
        return Site.newBuilder().setName(name).setActive(true);
    }

    private Site set(Site.Builder site) {
        return sites.setSite(SetSiteRequest.newBuilder().setSite(site).build()).getSite();
    }

    private List<Site> list() {
        return sites.listSites(ListSitesRequest.getDefaultInstance()).getSitesList();
    }

    private Site listed(Site site) {
        return list().stream()
                .filter(one -> one.getId().equals(site.getId()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> shown() {
        return server.freshSignIn("linh").getDesk().getSitesList().stream()
                .map(org.clinicdesk.session.v1.Desk.Site::getName)
                .toList();
    }
}
