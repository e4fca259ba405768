package org.clinicdesk.server.roster;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.site.Room;
import org.clinicdesk.server.site.Site;
import org.clinicdesk.server.site.Sites;
import org.clinicdesk.server.staff.Staff;
import org.clinicdesk.server.staff.StaffMember;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells of the working time that is open once an absence does not hold any more, or once hours are longer than before,
/// or somebody can be booked who could not.
final class Reopening {

    /// How far ahead weekly hours that hold until further notice are looked at. Those who wait want to come sooner than
    /// that, and nobody proposes the same morning week after week.
    static final Duration HORIZON = Duration.ofDays(56);

    private static final Duration DAY = Duration.ofDays(1);

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
                    .forEach(this::tell);
        }
    }

    /// Changes the hours of somebody at a site, and tells what that opens from a day to another, the last included; of
    /// what begins on the last day, all of it.
    void after(UUID member, UUID site, LocalDate first, LocalDate last, Runnable change) {
        var today = roster.today();
        var from = first.isBefore(today) ? today : first;
        if (last.isBefore(from)) {
            change.run();
            return;
        }
        var before = hours(member, site, from, last);
        change.run();
        if (staff.bookable().stream().anyMatch(one -> one.id().equals(member))) {
            tell(member, site, Span.without(hours(member, site, from, last), before));
        }
    }

    /// Tells of all hours ahead of somebody who can be booked from now on.
    void of(StaffMember member) {
        var today = roster.today();
        sites.sites()
                .forEach(site ->
                        tell(
                                member.id(),
                                site.id(),
                                hours(
                                        member.id(),
                                        site.id(),
                                        today,
                                        today.plusDays(HORIZON.toDays()))));
    }

    private void tell(UUID member, UUID site, List<Span> open) {
        open.stream()
                .flatMap(span -> ahead(span).stream())
                .flatMap(this::days)
                .map(span -> new Reopened(member, site, null, span))
                .forEach(this::tell);
    }

    private List<Span> hours(UUID member, UUID site, LocalDate from, LocalDate last) {
        var looked = new Span(roster.day(from).start(), roster.day(last.plusDays(1)).end());
        var hours =
                roster.timetable(site, from, last.plusDays(1), member)
                        .hours(from, last.plusDays(1));
        return Span.common(hours.getOrDefault(member, List.of()), looked);
    }

    private void tell(Reopened time) {
        listeners.forEach(it -> it.accept(time));
    }

    /// Work round the clock meets at midnight and would be one time of many days.
    private Stream<Span> days(Span span) {
        if (Duration.between(span.start(), span.end()).compareTo(DAY) <= 0) {
            return Stream.of(span);
        }
        var last = roster.dayOf(span.end().minusNanos(1));
        return roster.dayOf(span.start())
                .datesUntil(last.plusDays(1))
                .flatMap(day -> Span.common(List.of(span), roster.day(day)).stream());
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
                                .flatMap(this::days)
                                .map(open ->
                                        new Reopened(
                                                each.getKey(),
                                                site,
                                                absence.roomId().orElse(null),
                                                open)));
    }
}
