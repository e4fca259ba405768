package org.clinicdesk.server.replan;

import org.clinicdesk.server.appointment.Alternatives;
import org.clinicdesk.server.appointment.Alternatives.Alternative;
import org.clinicdesk.server.appointment.Appointment;
import org.clinicdesk.server.appointment.CancelReason;
import org.clinicdesk.server.appointment.Departures;
import org.clinicdesk.server.appointment.Replanning;
import org.clinicdesk.server.appointment.Status;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.replan.ReplanAnswer.Kind;
import org.clinicdesk.server.replan.Row.State;
import org.clinicdesk.server.roster.Closures;
import org.clinicdesk.server.roster.Closures.Closure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which visits an absence hits or hit, and where each stands.
final class Replans {

    private final Closures closures;
    private final Replanning replanning;
    private final Alternatives alternatives;
    private final Answers answers;

    Replans(Closures closures, Replanning replanning, Alternatives alternatives, Answers answers) {
        this.closures = closures;
        this.replanning = replanning;
        this.alternatives = alternatives;
        this.answers = answers;
    }

    /// An absence with something left to do at a site.
    record Left(Closure closure, int open, int toTell) {

        private boolean nothing() {
            return open == 0 && toTell == 0;
        }
    }

    Closure closure(UUID absence) {
        return closures.get(absence);
    }

    /// By the time that was hit.
    List<Row> rows(Closure closure) {
        var rows = new HashMap<UUID, Row>();
        var hit = closure.holds() ? closures.hit(closure) : Set.<UUID>of();
        var left = left(closure);
        var visits = new HashSet<>(hit);
        left.forEach(one -> visits.add(one.visit()));
        var known = new Known(answers.byVisit(closure.id()), answers.notices(visits));
        expected(hit, known).forEach(row -> rows.put(row.visit().id(), row));
        left.stream()
                .filter(one -> !hit.contains(one.visit()))
                .flatMap(one -> left(one, closure, known).stream())
                .forEach(row -> rows.put(row.visit().id(), row));
        return rows.values().stream()
                .sorted(
                        Comparator.comparing((Row row) -> row.span().start())
                                .thenComparing(row -> row.visit().id()))
                .toList();
    }

    /// What was decided about an absence, and told to its people, by visit.
    private record Known(Map<UUID, ReplanAnswer> answers, Map<UUID, ReplanNotice> notices) {}

    private List<Row> expected(Set<UUID> hit, Known known) {
        var pinned = replanning.pinned(hit);
        return replanning.all(hit).stream()
                .filter(replanning::expected)
                .map(visit -> {
                    var kept = Answers.of(known.answers, visit.id(), Kind.KEPT);
                    var state =
                            pinned.contains(visit.id())
                                    ? State.PINNED
                                    : kept.isPresent() ? State.KEPT : State.OPEN;
                    return new Row(
                            visit,
                            visit.practitionerId(),
                            visit.span(),
                            visit,
                            state,
                            kept.orElse(null),
                            known.notices.get(visit.id()));
                })
                .toList();
    }

    /// One that was booked by mistake was never there, and one that came back after the absence ended is where it was:
    /// of him only matters what he was told.
    private Optional<Row> left(Departures.Left left, Closure closure, Known known) {
        var visit = replanning.get(left.visit());
        var latest = replanning.latest(visit);
        var notice = known.notices.get(visit.id());
        var told = notice != null && notice.toldAnything();
        var mistake = visit.cancelReason().filter(CancelReason.MISTAKE::equals).isPresent();
        var back =
                closure.roomId() == null
                        && latest.status() != Status.CANCELLED
                        && latest.span().equals(left.span())
                        && latest.practitionerId().equals(left.practitioner());
        if ((mistake || back) && !told) {
            return Optional.empty();
        }
        var state =
                latest.status() == Status.CANCELLED
                        ? State.CANCELLED
                        : back ? State.KEPT : State.MOVED;
        return Optional.of(
                new Row(
                        visit,
                        left.practitioner(),
                        left.span(),
                        latest,
                        state,
                        known.answers.get(visit.id()),
                        notice));
    }

    /// Of the open ones, what they could have instead.
    Map<UUID, List<Alternative>> alternatives(Closure closure, List<Row> rows) {
        return alternatives.of(
                rows.stream().filter(row -> row.state() == State.OPEN).map(Row::visit).toList(),
                closure.roomId());
    }

    /// The absences ahead with something left to do at a site, the earliest first: also where the visits were moved by hand,
    /// or the absence was given back when people were moved for it already.
    List<Left> unfinished(UUID site) {
        var back = closures.givenBack();
        var begun = answers.begun(back.stream().map(Closure::id).collect(Collectors.toSet()));
        return Stream.concat(
                        closures.ahead().stream(),
                        back.stream().filter(closure -> begun.contains(closure.id())))
                .filter(closure -> !closures.hit(closure).isEmpty() || !left(closure).isEmpty())
                .map(closure -> left(closure, site))
                .filter(one -> !one.nothing())
                .sorted(Comparator.comparing(one -> one.closure.span().start()))
                .toList();
    }

    private List<Departures.Left> left(Closure closure) {
        var resource = closure.staffId() != null ? closure.staffId() : closure.roomId();
        var of = new Departures.Of(resource, closure.siteId());
        return replanning.departures().since(of, closure.span(), closure.since());
    }

    private Left left(Closure closure, UUID site) {
        var open = 0;
        var toTell = 0;
        for (var row : rows(closure)) {
            if (row.visit().siteId().equals(site)) {
                open += row.state() == State.OPEN ? 1 : 0;
                toTell += row.concernsPerson() && !row.told() ? 1 : 0;
            }
        }
        return new Left(closure, open, toTell);
    }

    /// Visits that an absence hits now, in the order asked for. Refuses those that are not among them.
    ///
    /// @param open only those about which nothing was decided
    /// @throws Refusal NOT_OPEN when only open ones are wanted, else NOT_ACCEPTED
    List<Appointment> hit(Closure closure, List<UUID> wanted, boolean open) {
        var found = new ArrayList<Appointment>();
        var refused = new HashMap<UUID, String>();
        var states = new HashMap<UUID, Row>();
        rows(closure).forEach(row -> states.put(row.visit().id(), row));
        for (var id : wanted) {
            var row = states.get(id);
            if (row != null && (row.state() == State.OPEN || !open && hit(row))) {
                found.add(row.visit());
            } else {
                refused.put(id, ReplanRefusal.NOT_OPEN.name());
            }
        }
        if (!refused.isEmpty()) {
            throw (open ? ReplanRefusal.NOT_OPEN : ReplanRefusal.NOT_ACCEPTED).naming(refused);
        }
        return found;
    }

    private static boolean hit(Row row) {
        return row.latest() == row.visit()
                && (row.state() == State.KEPT || row.state() == State.PINNED);
    }
}
