package org.clinicdesk.server.roster;

import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.site.Site;
import org.clinicdesk.server.site.Sites;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Sees that nobody gets hours at two sites at one time.
final class OtherSites {

    private final Roster roster;
    private final Sites sites;

    OtherSites(Roster roster, Sites sites) {
        this.roster = roster;
        this.sites = sites;
    }

    /// Changes the hours of somebody at a site from a day to another, the last included. Only what is new is judged: what lay
    /// over each other before can still be put right. @throws Refusal WORKS_ELSEWHERE
    void after(UUID member, UUID site, LocalDate first, LocalDate last, Runnable change) {
        var others = sites.sites().stream().filter(other -> !other.id().equals(site)).toList();
        if (others.isEmpty()) {
            change.run();
            return;
        }
        var farthest = first.plusDays(Absences.MOST_DAYS);
        var to = last.isAfter(farthest) ? farthest : last;
        var before = roster.hours(member, site, first, to);
        change.run();
        var gained = Span.without(roster.hours(member, site, first, to), before);
        if (!gained.isEmpty()) {
            others.forEach(
                    other -> refuse(gained, other, roster.hours(member, other.id(), first, to)));
        }
    }

    private void refuse(List<Span> gained, Site other, List<Span> hours) {
        gained.stream()
                .filter(span -> hours.stream().anyMatch(span::overlaps))
                .findFirst()
                .ifPresent(span -> {
                    throw new Refusal(
                            RosterRefusal.WORKS_ELSEWHERE,
                            Map.of(
                                    "site", other.name(),
                                    "day", roster.dayOf(span.start()).toString()));
                });
    }
}
