package org.clinicdesk.client.waitlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Notices;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.waitlist.v1.FreedSlot;
import org.clinicdesk.waitlist.v1.Urgency;
import org.clinicdesk.waitlist.v1.WaitingEntry;
import org.clinicdesk.waitlist.v1.Wanted;
import org.clinicdesk.waitlist.v1.WithdrawReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.DayOfWeek;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Two desks at the waiting list: two people wait, one time is free.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class WaitlistModelTest {

    private static final int DAYS = 7;

    private SampleServer server;
    private Desk desk;
    private FreedTimes others;
    private WaitingEntry urgent;
    private WaitingEntry routine;
    private WaitlistModel model;
    private OfferSteps steps;
    private WaitlistModel theirs;
    private OfferSteps theirSteps;
    private Desk neighbour;

    @BeforeEach
    void sitDown() {
        server = SampleServer.start();
        desk = server.deskOf("linh");
        neighbour = server.deskOf("linh");
        others = new FreedTimes(server.deskOf("linh"));
        routine = waits("Minh Khôi", Urgency.URGENCY_ROUTINE);
        urgent = waits("Hồng Nhung", Urgency.URGENCY_URGENT);
        others.frees(0, DAYS, "09:00");
        model = read(desk);
        steps = new OfferSteps(desk, model);
        theirs = read(neighbour);
        theirSteps = new OfferSteps(neighbour, theirs);
    }

    @AfterEach
    void leave() {
        server.close();
    }

    private WaitingEntry waits(String given, Urgency urgency) {
        return others.waits(others.person("Trần", given, "0901 234 567"), urgency, limits());
    }

    private Wanted.Builder limits() {
        var day = desk.today().plusDays(DAYS).toString();
        return Wanted.newBuilder().setEarliest(day).setLatest(day);
    }

    private static WaitlistModel read(Desk at) {
        var read = new WaitlistModel(at);
        read.read();
        return read;
    }

    private FreedSlot slot() {
        return model.slots().getFirst();
    }

    private String next() {
        return model.next(slot()).orElseThrow().getEntry().getId();
    }

    private Notices.Notice said(Desk at) {
        return at.notices().shown().getLast();
    }

    @Test
    void theFirstTimeAndItsFirstPersonAreChosen() {
        assertEquals(slot(), model.slot().get());
        assertEquals(urgent.getId(), next());
        assertEquals(
                List.of(urgent.getId(), routine.getId()),
                model.entries().stream().map(WaitingEntry::getId).toList());
    }

    @Test
    void enterOffersAndEnterBooks() {
        steps.next(slot());
        assertTrue(slot().getOffer().getMine());
        assertTrue(model.left(slot().getOffer()).toSeconds() > 290);
        steps.next(slot());
        assertTrue(said(desk).text().contains(urgent.getPerson().getName()));
        assertEquals(List.of(routine.getId()), ids(model));
        assertEquals(List.of(), model.slots());
        assertNull(model.slot().get());
    }

    @Test
    void anotherPersonOfTheTimeCanBeChosen() {
        model.person().set(routine.getId());
        steps.next(slot());
        assertEquals(routine.getId(), slot().getOffer().getEntryId());
    }

    @Test
    void anotherDeskSeesTheOfferAndItsEnterOnlySaysSo() {
        steps.next(slot());
        theirs.read();
        theirSteps.next(theirs.slots().getFirst());
        assertEquals(Notices.Kind.REMINDER, said(neighbour).kind());
        assertTrue(said(neighbour).text().contains("Linh Mai"));
        model.read();
        assertTrue(slot().getOffer().getMine());
    }

    @Test
    void whoeverIsLateIsToldByWhomAndUntilWhen() {
        steps.next(slot());
        theirSteps.next(theirs.slots().getFirst());
        assertEquals(Notices.Kind.PROBLEM, said(neighbour).kind());
        assertTrue(said(neighbour).text().contains("Linh Mai"));
        assertTrue(theirs.slots().getFirst().hasOffer());
    }

    @Test
    void aFreeEveningIsOfferedToSeveralAtOnce() {
        FreedTimes.works(server.deskOf("ortega"), 0, DAYS, "18:00", "20:00");
        model.read();
        theirs.read();
        var words = new Words(desk);
        assertEquals(
                List.of("09:00 – 09:30", "18:00 – 18:30", "18:30 – 19:00"),
                model.slots().stream().map(words::range).toList());
        model.slot().set(model.slots().get(2));
        steps.next(model.slots().get(2));
        assertEquals("18:30 – 19:00", words.range(model.slot().get()));
        theirSteps.next(theirs.slots().get(1));
        model.read();
        var offered = model.slots().stream().filter(FreedSlot::hasOffer).toList();
        assertEquals(
                List.of(urgent.getId(), routine.getId()),
                offered.stream().map(it -> it.getOffer().getEntryId()).toList());
        assertEquals(
                List.of(false, true), offered.stream().map(it -> it.getOffer().getMine()).toList());
        assertEquals("18:30 – 19:00", words.range(model.slot().get()));
    }

    @Test
    void whoDeclinesIsPassedOver() {
        steps.next(slot());
        steps.decline();
        assertFalse(slot().hasOffer());
        assertEquals(routine.getId(), next());
        steps.decline();
        assertEquals(List.of(), model.slots());
        assertEquals(2, model.entries().size());
    }

    @Test
    void whoIsNotReachedKeepsHisPlace() {
        steps.next(slot());
        steps.giveUp();
        assertFalse(slot().hasOffer());
        assertEquals(urgent.getId(), next());
    }

    @Test
    void aTimeThatIsGoneLeavesNothingChosen() {
        others.frees(0, DAYS, "11:00");
        model.read();
        assertEquals(2, model.slots().size());
        others.books(others.person("Lê", "Nhanh", "0900 000 002"), 0, DAYS, "09:00");
        model.read();
        assertEquals(1, model.slots().size());
        assertNull(model.slot().get());
    }

    @Test
    void theFirstTimeThatComesToAnEmptyListIsChosen() {
        steps.next(slot());
        steps.next(slot());
        assertNull(model.slot().get());
        others.frees(0, DAYS, "11:00");
        model.read();
        assertEquals(slot(), model.slot().get());
    }

    @Test
    void whoComesToTheListAgainHasTheFirstTimeChosen() {
        others.frees(0, DAYS, "11:00");
        model.read();
        others.books(others.person("Lê", "Nhanh", "0900 000 002"), 0, DAYS, "09:00");
        model.read();
        assertNull(model.slot().get());
        model.readOn();
        assertEquals(slot(), model.slot().get());
    }

    @Test
    void whoIsChosenStaysChosenWhenTheListGrows() {
        model.person().set(routine.getId());
        waits("Ngọc Ánh", Urgency.URGENCY_ASAP);
        model.read();
        assertEquals(routine.getId(), next());
        assertEquals(3, slot().getMatchesCount());
    }

    @Test
    void aPersonIsPutOnTheListWithWhatLimitsHim() {
        var person = others.person("Ñíguez", "María", "600 100 200");
        var wish = WishModel.of(desk, model, person, "");
        wish.urgency().set(Urgency.URGENCY_ASAP);
        wish.part().set(WishModel.Part.MORNING);
        wish.weekdays().add(DayOfWeek.MONDAY);
        wish.note().set(" móvil ");
        wish.save(() -> {});
        assertEquals("", wish.refused().get());
        var entry = model.entries().getFirst();
        assertEquals(person.getName(), entry.getPerson().getName());
        assertEquals(entry.getId(), model.entry().get().getId());
        assertEquals("móvil", entry.getWanted().getNote());
        assertEquals("Mon · 00:00 – 12:00", new Words(desk).limits(entry.getWanted()));
    }

    @Test
    void theLaterVisitOfAPersonGivesWay() {
        var person = others.person("Phạm", "Có Hẹn", "0900 000 003");
        var visit = others.books(person, 0, DAYS, "15:00");
        var wish = WishModel.of(desk, model, person, visit.getId());
        assertEquals(visit.getId(), wish.later().get().visit().orElseThrow().getId());
        wish.earliest().set(desk.today().plusDays(DAYS));
        wish.urgency().set(Urgency.URGENCY_ASAP);
        wish.save(() -> {});
        assertEquals(visit.getId(), model.entries().getFirst().getAppointmentId());
        model.read();
        steps.next(slot());
        steps.next(slot());
        assertNotNull(model.slot().get(), "The later time is free for the next");
        assertEquals("15:00 – 15:30", new Words(desk).range(slot()));
    }

    @Test
    void soonerIsSoonerThanTheNextVisitOfAPersonWhenNothingElseIsSaid() {
        var person = others.person("Phạm", "Hai Hẹn", "0900 000 004");
        var next = others.books(person, 0, DAYS, "15:00");
        others.books(person, 0, DAYS + 1, "15:00");
        var wish = WishModel.of(desk, model, person, "");
        assertEquals(next.getId(), wish.later().get().visit().orElseThrow().getId());
        wish.save(() -> {});
        assertEquals("", wish.refused().get());
        model.read();
        assertTrue(
                model.slots().stream()
                        .filter(it ->
                                it.getMatchesList().stream()
                                        .anyMatch(match ->
                                                match.getEntry().getPerson().equals(person)))
                        .allMatch(it -> it.getStart().getSeconds() < next.getStart().getSeconds()));
    }

    @Test
    void aBookingFromTheListIsTheLastStepToBeTakenBack() {
        var earlier = new boolean[1];
        desk.undos().add(() -> earlier[0] = true);
        steps.next(slot());
        steps.next(slot());
        assertEquals(List.of(routine.getId()), ids(model));
        desk.undos().undo();
        assertFalse(earlier[0]);
        assertEquals(List.of(urgent.getId(), routine.getId()), ids(model));
        assertEquals(urgent.getId(), next());
        assertEquals(slot(), model.slot().get());
        assertTrue(said(desk).text().contains("waits again"), said(desk).text());
        desk.undos().undo();
        assertTrue(earlier[0]);
    }

    @Test
    void aLaterVisitThatGaveWayHasItsTimeAgainWhenTheBookingIsTakenBack() {
        var person = others.person("Phạm", "Có Hẹn", "0900 000 003");
        var visit = others.books(person, 0, DAYS, "15:00");
        var wish = WishModel.of(desk, model, person, visit.getId());
        wish.urgency().set(Urgency.URGENCY_ASAP);
        wish.earliest().set(desk.today().plusDays(DAYS));
        wish.save(() -> {});
        model.read();
        steps.next(slot());
        steps.next(slot());
        said(desk).undo().orElseThrow().run();
        var back = model.entries().getFirst();
        assertEquals(visit.getId(), back.getAppointmentId());
        assertEquals(visit.getStart(), back.getAppointmentStart());
        assertEquals("09:00 – 09:30", new Words(desk).range(slot()));
    }

    @Test
    void whoWasPutOnTheListByMistakeIsTakenOffAgain() {
        var wish = WishModel.of(desk, model, others.person("Ñíguez", "María", "600 100 200"), "");
        wish.save(() -> {});
        assertEquals(3, model.entries().size());
        desk.undos().undo();
        assertEquals(2, model.entries().size());
    }

    @Test
    void whoWaitsForTheSameAlreadyIsRefusedInTheForm() {
        PersonLine person = urgent.getPerson();
        var wish = WishModel.of(desk, model, person, "");
        wish.save(() -> {});
        assertEquals(desk.texts().get("waitlist.refused.ALREADY_WAITING"), wish.refused().get());
    }

    @Test
    void aWishIsChangedAndKeepsWhatWasNotTouched() {
        var wish = WishModel.of(desk, model, urgent);
        wish.note().set("Gọi buổi tối");
        wish.save(() -> {});
        var changed = model.entries().getFirst();
        assertEquals(
                urgent.getWanted().toBuilder().setNote("Gọi buổi tối").build(),
                changed.getWanted());
    }

    @Test
    void whoIsTakenOffCanBePutBack() {
        var people = new EntrySteps(desk, model);
        people.withdraw(urgent, WithdrawReason.WITHDRAW_REASON_PATIENT);
        assertEquals(List.of(routine.getId()), ids(model));
        said(desk).undo().orElseThrow().run();
        assertEquals(List.of(urgent.getId(), routine.getId()), ids(model));
    }

    @Test
    void aNurseKeepsTheListButDoesNotBookFromIt() {
        var nurse = server.deskOf("banerjee");
        var list = read(nurse);
        assertEquals(2, list.entries().size());
        assertTrue(new EntrySteps(nurse, list).may());
        assertFalse(new OfferSteps(nurse, list).may());
    }

    private static List<String> ids(WaitlistModel of) {
        return of.entries().stream().map(WaitingEntry::getId).toList();
    }
}
