package org.clinicdesk.server.waitlist;

import static org.clinicdesk.server.appointment.FrontDesk.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.roster.v1.AbsenceKind;
import org.clinicdesk.roster.v1.AddAbsenceRequest;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.RosterServiceGrpc.RosterServiceBlockingStub;
import org.clinicdesk.roster.v1.VoidAbsenceRequest;
import org.clinicdesk.roster.v1.WallTime;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.Bookables;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.roster.Span;
import org.clinicdesk.waitlist.v1.FreedSlot;
import org.clinicdesk.waitlist.v1.Offer;
import org.clinicdesk.waitlist.v1.WaitingEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// A morning that is free again is a sequence of visits for several people. Each test frees a morning of its own.
@OnServer
class SequenceTest {

    private final TestServer server;
    private final WaitingDesk here;
    private final WaitingDesk neighbour;
    private final RosterServiceBlockingStub head;
    private final String doctor;

    SequenceTest(TestServer server) {
        this.server = server;
        this.here = new WaitingDesk(server);
        this.neighbour = new WaitingDesk(server);
        this.head = RosterServiceGrpc.newBlockingStub(server.as("human-resources"));
        this.doctor = here.desk.doctor(1);
    }

    @Test
    void thereIsAVisitForEachOneAfterTheOther() {
        var people = waits(7, 30, 45, 15);
        reopen(7);
        assertEquals(List.of("08:00-08:30", "08:30-09:15", "09:15-09:30"), here.times(7));
        assertEquals(ids(people), meant(7));
    }

    @Test
    void allOfThemAreOfferedAtOnce() {
        waits(8, 30, 30, 30);
        reopen(8);
        var slots = here.proposals(8);
        here.offer(slots.get(0));
        neighbour.offer(slots.get(1));
        here.offer(slots.get(2));
        var after = neighbour.proposals(8);
        assertEquals(List.of("08:00-08:30", "08:30-09:00", "09:00-09:30"), here.times(8));
        assertTrue(after.stream().allMatch(FreedSlot::hasOffer));
        assertEquals(
                List.of(false, true, false),
                after.stream().map(slot -> slot.getOffer().getMine()).toList());
        slots.forEach(slot -> assertEquals(3, slot.getMatchesCount()));
    }

    @Test
    void noMoreAreAskedThanTheDoctorsDayHasRoomFor() {
        var bookables = new Bookables(server);
        bookables.set(Bookables.limits(doctor).setDayVisits(2));
        try {
            waits(105, 30, 30, 30);
            reopen(105);
            assertEquals(2, here.proposals(105).size());
            here.offer(here.proposals(105).get(0));
            here.offer(here.proposals(105).get(1));
            assertTrue(here.proposals(105).stream().allMatch(FreedSlot::hasOffer));
        } finally {
            bookables.set(Bookables.limits(doctor));
        }
    }

    @Test
    void theSameTimeIsOfferedToOne() {
        waits(9, 30, 30);
        reopen(9);
        var first = here.proposals(9).getFirst();
        here.offer(first);
        assertEquals(
                "waitlist/OFFERED",
                Refusals.reason(() -> neighbour.offer(first, first.getMatches(1))));
    }

    @Test
    void whoSaysNoIsAskedForAnotherPartOfIt() {
        var people = waits(10, 30, 30);
        reopen(10);
        here.decline(here.proposals(10).getFirst());
        assertEquals(List.of("08:00-08:30", "08:30-09:00"), here.times(10));
        assertEquals(List.of(people.get(1).getId(), people.get(0).getId()), meant(10));
        assertFalse(
                here.proposals(10).getFirst().getMatchesList().stream()
                        .anyMatch(it -> it.getEntry().getId().equals(people.get(0).getId())));
    }

    @Test
    void whatIsLeftOfAVisitIsNoOtherTime() {
        waits(11, 20);
        here.freed(doctor, 11, "09:00");
        assertEquals(List.of("09:00-09:20"), here.times(11));
        here.decline(here.proposals(11).getFirst());
        assertEquals(List.of(), here.times(11));
    }

    @Test
    void anOfferThatIsGivenUpLeavesTheOthers() {
        waits(14, 30, 30);
        reopen(14);
        var slots = here.proposals(14);
        var offer = here.offer(slots.get(0));
        neighbour.book(neighbour.offer(slots.get(1)));
        here.book(offer);
        assertEquals(List.of(), here.times(14));
    }

    @ParameterizedTest
    @ValueSource(longs = {15, 16, 17})
    void whateverIsProposedCanBeOfferedToAllAtOnce(long day) {
        var random = new Random(day);
        var lengths = random.ints(9, 2, 10).map(five -> 5 * five).toArray();
        waits((int) day, lengths);
        reopen((int) day);
        var slots = here.proposals((int) day);
        apart(slots.stream().map(slot -> span(slot)).toList());
        assertEquals(slots.size(), new HashSet<>(meant((int) day)).size());
        for (var slot : slots) {
            var offer = here.offer(slot);
            assertEquals(slot.getMatches(0).getStart(), offer.getStart());
            assertEquals(slot.getMatches(0).getEnd(), offer.getEnd());
        }
    }

    /// Desks that take whatever they see first, again and again, of a list that changes under them.
    @Test
    void desksInARaceNeverOfferOneTimeToTwo() throws Exception {
        waits(18, 30, 20, 45, 30, 15, 60, 30, 20);
        reopen(18);
        var tries = new ArrayList<Callable<List<Offer>>>();
        for (var number = 0; number < 5; number++) {
            var racer = new WaitingDesk(server);
            var random = new Random(number);
            tries.add(() -> race(racer, random));
        }
        var made = new ArrayList<Offer>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var outcome : pool.invokeAll(tries)) {
                made.addAll(outcome.get());
            }
        }
        assertTrue(made.size() > 3, () -> made.size() + " offers");
        apart(made.stream().map(SequenceTest::span).toList());
        assertEquals(made.size(), made.stream().map(Offer::getEntryId).distinct().count());
    }

    private static List<Offer> race(WaitingDesk racer, Random random) {
        var made = new ArrayList<Offer>();
        for (var round = 0; round < 6; round++) {
            var open = racer.proposals(18).stream().filter(slot -> !slot.hasOffer()).toList();
            if (open.isEmpty()) {
                return made;
            }
            var slot = open.get(random.nextInt(open.size()));
            var to = slot.getMatches(random.nextInt(slot.getMatchesCount()));
            offered(racer, slot, to).ifPresent(made::add);
        }
        return made;
    }

    private static Optional<Offer> offered(WaitingDesk racer, FreedSlot slot, FreedSlot.Match to) {
        try {
            return Optional.of(racer.offer(slot, to));
        } catch (io.grpc.StatusRuntimeException refused) {
            assertTrue(
                    List.of("waitlist/OFFERED", "waitlist/NOT_SUITABLE")
                            .contains(Refusals.reason(refused)),
                    () -> Refusals.reason(refused));
            return Optional.empty();
        }
    }

    @Test
    void aPersonIsOfferedOneTimeByDesksInARace() throws Exception {
        var entry =
                here.waits(
                        "Hai ngày", 21, wanted -> wanted.setLatest(TODAY.plusDays(25).toString()));
        var tries = new ArrayList<Callable<Boolean>>();
        for (var day = 21; day < 25; day++) {
            here.freed(doctor, day, "09:00");
        }
        for (var day = 21; day < 25; day++) {
            var slot = here.proposals(day).getFirst();
            var racer = new WaitingDesk(server);
            tries.add(() -> offered(racer, slot, slot.getMatches(0)).isPresent());
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var won = 0;
            for (var outcome : pool.invokeAll(tries)) {
                won += outcome.get() ? 1 : 0;
            }
            assertEquals(1, won, entry.getId());
        }
    }

    private static void apart(List<Span> spans) {
        var ordered = spans.stream().sorted(java.util.Comparator.comparing(Span::start)).toList();
        for (var i = 1; i < ordered.size(); i++) {
            assertFalse(ordered.get(i - 1).overlaps(ordered.get(i)), ordered::toString);
        }
    }

    private static Span span(FreedSlot slot) {
        return new Span(Protos.instant(slot.getStart()), Protos.instant(slot.getEnd()));
    }

    private static Span span(Offer offer) {
        return new Span(Protos.instant(offer.getStart()), Protos.instant(offer.getEnd()));
    }

    /// For whom the times of a day are meant.
    private List<String> meant(int day) {
        return here.proposals(day).stream()
                .map(slot -> slot.getMatches(0).getEntry().getId())
                .toList();
    }

    private static List<String> ids(List<WaitingEntry> entries) {
        return entries.stream().map(WaitingEntry::getId).toList();
    }

    /// People who wait for visits of these lengths, in this order.
    private List<WaitingEntry> waits(int day, int... minutes) {
        var people = new ArrayList<WaitingEntry>();
        for (var length : minutes) {
            people.add(
                    here.waits(
                            "Dãy " + day,
                            day,
                            wanted -> wanted.addPractitionerIds(doctor).setMinutes(length)));
            server.clock().move(Duration.ofSeconds(1));
        }
        return people;
    }

    /// Blocks a morning and opens it again.
    private void reopen(int day) {
        var closed =
                head.addAbsence(
                                AddAbsenceRequest.newBuilder()
                                        .setKind(AbsenceKind.ABSENCE_KIND_BLOCKOUT)
                                        .setNote("Họp")
                                        .setPractitionerId(doctor)
                                        .setTime(
                                                WallTime.newBuilder()
                                                        .setFirstDay(TODAY.plusDays(day).toString())
                                                        .setFrom("08:00")
                                                        .setTo("12:00"))
                                        .build())
                        .getAbsence();
        var _ =
                head.voidAbsence(
                        VoidAbsenceRequest.newBuilder()
                                .setId(closed.getId())
                                .setVersion(closed.getVersion())
                                .setReason("Không họp nữa")
                                .build());
    }
}
