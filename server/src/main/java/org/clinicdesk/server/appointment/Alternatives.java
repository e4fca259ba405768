package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;
import org.clinicdesk.server.staff.StaffMember;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
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

/// Finds other times for many visits at once, the best first. A hint, not a promise: nothing is locked.
///
/// - Only doctors of the same specialty are looked at, at the site of the visit; where none is written, only the doctor
///   himself. Nobody is to come earlier than he thought on shorter notice than the clinic has set.
/// - What can be booked is what [Bookings] would grant: hours, caps, buffers, the patient's other visits, rooms and
///   equipment, doctors beside the first, holds of other desks.
/// - Best is what is least far away. A minute earlier or later than the wall time of the visit counts one; a day, eight
///   hours, as long as a day of work; another doctor than the patient's two hours, or one, if the patient has seen him more
///   than once; the half of the day that he does not usually come in, two hours. So a colleague on the same day at about
///   the same time comes before the own doctor on another day, and both before either at quite another time.
/// - Where only a room is closed, another one like it will do: the same time with the same doctor is then the best.
/// - The first, which is taken unasked when all are accepted, is on an earlier day only if there is no other.
/// - The three of one visit differ in doctor or day, so that there is something to choose from.
/// - The best are given out in the order of the visits, each once, and count in the caps: whoever accepts all of them gets
///   all of them. The second and third of a visit overlap with nothing that is offered to another one.
public final class Alternatives {

    private static final int MOST = 3;
    private static final int DAYS_BEFORE = 14;
    private static final int DAYS_AFTER = 42;

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final Caps caps;
    private final Claims claims;

    Alternatives(Db db, Clock clock, Roster roster, Resources resources) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.caps = new Caps(db);
        this.claims = new Claims(resources, roster);
    }

    /// A time that a visit could have instead.
    ///
    /// @param usual whether it is with a doctor whom the patient saw more than once
    public record Alternative(UUID practitioner, Span span, boolean usual) {}

    /// Whether a visit may go from one doctor to another.
    public static boolean interchangeable(StaffMember one, StaffMember other) {
        return one.id().equals(other.id())
                || !one.specialty().isBlank()
                        && one.specialty().strip().equalsIgnoreCase(other.specialty().strip());
    }

    /// Of each visit its best, at most three; none when nothing is free.
    ///
    /// @param closedRoom instead of which another one will do; null when no room is closed
    public Map<UUID, List<Alternative>> of(List<Appointment> visits, @Nullable UUID closedRoom) {
        if (visits.isEmpty()) {
            return Map.of();
        }
        var ordered =
                visits.stream()
                        .sorted(
                                Comparator.comparing((Appointment visit) -> visit.span().start())
                                        .thenComparing(Appointment::id))
                        .toList();
        return new Search(ordered, closedRoom).found();
    }

    private List<StaffMember> bookable() {
        return db.session()
                .createQuery(
                        "from StaffMember where bookable and active order by name, id",
                        StaffMember.class)
                .list();
    }

    /// One search over the same weeks for all visits: what does not change is read once.
    private final class Search {

        private final Free free;
        private final Map<UUID, Habits> habits;
        private final List<Wanted> wanted;
        private final LocalDate first;
        private final LocalDate last;

        private Search(List<Appointment> visits, @Nullable UUID closedRoom) {
            var now = clock.instant();
            var today = roster.today();
            var from = roster.dayOf(visits.getFirst().span().start()).minusDays(DAYS_BEFORE);
            first = from.isBefore(today) ? today : from;
            last = roster.dayOf(visits.getLast().span().start()).plusDays(DAYS_AFTER);
            var patients = visits.stream().map(Appointment::patientId).collect(Collectors.toSet());
            habits = Habits.of(db, roster, patients, now);
            var bookable = bookable();
            wanted = visits.stream().map(visit -> wanted(visit, bookable, closedRoom)).toList();
            var notice = db.session().find(BookingRules.class, BookingRules.ONLY).notice();
            free = new Free(db, roster, caps, now, notice, wanted, first, last);
        }

        private Wanted wanted(
                Appointment visit, List<StaffMember> bookable, @Nullable UUID closedRoom) {
            var subject = Subject.of(visit);
            var its =
                    bookable.stream()
                            .filter(one -> !visit.practitioners().contains(one.id()))
                            .filter(one -> interchangeable(own(visit), one));
            var self = bookable.stream().filter(one -> one.id().equals(visit.practitionerId()));
            return new Wanted(
                    visit,
                    Stream.concat(self, its).map(StaffMember::id).toList(),
                    Demand.of(
                            closedRoom == null
                                    ? claims.fresh(claims.elsewhere(subject))
                                    : claims.leaving(subject, closedRoom)));
        }

        private StaffMember own(Appointment visit) {
            return db.get(StaffMember.class, visit.practitionerId());
        }

        private Map<UUID, List<Alternative>> found() {
            var found = new HashMap<UUID, List<Alternative>>();
            wanted.forEach(one -> found.put(one.visit().id(), offers(one, List.of(), 1, true)));
            for (var one : wanted) {
                found.computeIfPresent(
                        one.visit().id(),
                        (_, best) -> best.isEmpty() ? best : offers(one, best, MOST, false));
            }
            return found;
        }

        /// Those there are, and more of them.
        ///
        /// @param most how many there are to be in the end
        /// @param counts whether the caps count the new ones
        private List<Alternative> offers(
                Wanted one, List<Alternative> before, int most, boolean counts) {
            var all = new ArrayList<>(before);
            while (all.size() < most) {
                var next = best(one, all);
                if (next.isEmpty()) {
                    break;
                }
                all.add(next.get());
                free.give(one, next.get(), counts);
            }
            return all;
        }

        private record Ranked(Alternative alternative, long distance) {}

        /// The nearest that differs in doctor or day from those there are.
        private Optional<Alternative> best(Wanted one, List<Alternative> but) {
            return but.isEmpty()
                    ? best(one, but, false).or(() -> best(one, but, true))
                    : best(one, but, true);
        }

        /// @param before whether it may be on an earlier day
        private Optional<Alternative> best(Wanted one, List<Alternative> but, boolean before) {
            var view = free.of(one);
            var day = roster.dayOf(one.visit().span().start());
            var gone = new HashSet<Pair>();
            but.forEach(other ->
                    gone.add(new Pair(other.practitioner(), roster.dayOf(other.span().start()))));
            Optional<Ranked> best = Optional.empty();
            for (var off = 0; off <= DAYS_AFTER + DAYS_BEFORE; off++) {
                var nearest =
                        Stream.of(day.minusDays(off), day.plusDays(off))
                                .distinct()
                                .filter(on -> before || !on.isBefore(day))
                                .filter(on -> !on.isBefore(first) && !on.isAfter(last))
                                .flatMap(on -> on(one, view, on, gone))
                                .min(order());
                best = Stream.concat(best.stream(), nearest.stream()).min(order());
                if (best.isPresent() && best.get().distance <= (off + 1L) * Wanted.DAY) {
                    break;
                }
            }
            return best.map(Ranked::alternative);
        }

        private Stream<Ranked> on(Wanted one, Free.View view, LocalDate day, Set<Pair> gone) {
            var likes = habits.getOrDefault(one.visit().patientId(), Habits.NONE);
            return one.doctors().stream()
                    .filter(doctor -> !gone.contains(new Pair(doctor, day)))
                    .flatMap(doctor ->
                            view.nearest(doctor, day)
                                    .map(span ->
                                            new Ranked(
                                                    new Alternative(
                                                            doctor,
                                                            span,
                                                            likes.doctors().contains(doctor)),
                                                    one.distance(
                                                            doctor, span, likes, roster.zone()))));
        }

        private static Comparator<Ranked> order() {
            return Comparator.comparingLong(Ranked::distance)
                    .thenComparing(one -> one.alternative.span().start())
                    .thenComparing(one -> one.alternative.practitioner());
        }

        private record Pair(UUID doctor, LocalDate day) {}
    }
}
