package org.clinicdesk.server.roster;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.site.Room;
import org.clinicdesk.server.site.Site;
import org.clinicdesk.server.site.Sites;
import org.clinicdesk.server.staff.Staff;
import org.clinicdesk.server.staff.StaffMember;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells of the working time that is open again once an absence does not hold any more.
final class Reopening {

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final Sites sites;
    private final Staff staff;
    private final List<Consumer<Reopened>> listeners = new ArrayList<>();

    Reopening(Db db, Clock clock, Roster roster, Sites sites, Staff staff) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.sites = sites;
        this.staff = staff;
    }

    void onReopened(Consumer<Reopened> listener) {
        listeners.add(listener);
    }

    /// Gives an absence back, and tells what that opens: what another absence still closes is not among it.
    void after(Absence absence, Runnable giveBack) {
        var held = absence.holds();
        giveBack.run();
        if (held) {
            absence.time().in(roster.zone()).flatMap(this::ahead).stream()
                    .flatMap(span -> sites(absence).flatMap(site -> opened(absence, site, span)))
                    .forEach(time -> listeners.forEach(it -> it.accept(time)));
        }
    }

    private Optional<Span> ahead(Span span) {
        var now = clock.instant();
        return Span.without(List.of(span), List.of(new Span(Instant.EPOCH, now))).stream()
                .findFirst();
    }

    private Stream<UUID> sites(Absence absence) {
        return absence.roomId()
                .map(room -> db.get(Room.class, room).siteId())
                .or(absence::siteId)
                .map(Stream::of)
                .orElseGet(() -> sites.sites().stream().map(Site::id));
    }

    private Stream<Reopened> opened(Absence absence, UUID site, Span span) {
        var last = roster.dayOf(span.end().minusNanos(1));
        var hours = roster.hours(site, roster.dayOf(span.start()), last);
        var bookable = staff.bookable().stream().map(StaffMember::id).collect(Collectors.toSet());
        return hours.entrySet().stream()
                .filter(each -> bookable.contains(each.getKey()))
                .filter(each -> absence.staffId().map(each.getKey()::equals).orElse(true))
                .flatMap(each ->
                        Span.common(each.getValue(), span).stream()
                                .map(open ->
                                        new Reopened(
                                                each.getKey(),
                                                site,
                                                absence.roomId().orElse(null),
                                                open)));
    }
}
