package org.clinicdesk.client.waitlist;

import com.google.protobuf.Timestamp;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.waitlist.v1.FreedSlot;
import org.clinicdesk.waitlist.v1.FreedSlot.Match;
import org.clinicdesk.waitlist.v1.ListProposalsRequest;
import org.clinicdesk.waitlist.v1.ListWaitingRequest;
import org.clinicdesk.waitlist.v1.Offer;
import org.clinicdesk.waitlist.v1.WaitingEntry;
import org.clinicdesk.waitlist.v1.WaitlistServiceGrpc;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The times that became free with whom they suit, and all who wait.
final class WaitlistModel {

    private final Desk desk;
    private final WaitlistServiceGrpc.WaitlistServiceBlockingV2Stub waitlist;
    private final ObservableList<FreedSlot> slots = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable FreedSlot> slot = new SimpleObjectProperty<>();
    private final ObservableList<WaitingEntry> entries = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable WaitingEntry> entry = new SimpleObjectProperty<>();
    private final StringProperty person = new SimpleStringProperty("");
    private final ObservableSet<String> topics = FXCollections.observableSet();
    private final ReadOnlyObjectWrapper<Instant> now;
    private final Map<String, Instant> until = new HashMap<>();
    private final Lane readingSlots = new Lane();
    private final Lane readingEntries = new Lane();
    private boolean advance = true;

    WaitlistModel(Desk desk) {
        this.desk = desk;
        this.waitlist = WaitlistServiceGrpc.newBlockingV2Stub(desk.channel());
        this.now = new ReadOnlyObjectWrapper<>(desk.clock().instant());
        topics.add("waitlist/" + site());
        slot.addListener((property, before, chosen) -> {
            if (before == null || chosen == null || !same(before, chosen)) {
                person.set("");
            }
        });
    }

    /// Times that became free, the earliest first.
    ObservableList<FreedSlot> slots() {
        return slots;
    }

    ObjectProperty<@Nullable FreedSlot> slot() {
        return slot;
    }

    /// Those who wait, in the order in which times are proposed.
    ObservableList<WaitingEntry> entries() {
        return entries;
    }

    ObjectProperty<@Nullable WaitingEntry> entry() {
        return entry;
    }

    /// Whom the chosen time is meant for, by the id of his entry; empty for the first.
    StringProperty person() {
        return person;
    }

    ObservableSet<String> topics() {
        return topics;
    }

    /// The time by which offers are counted down; [#tick] sets it.
    ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    String site() {
        return desk.site().getId();
    }

    /// Who is asked next for a time: to whom it is offered, else who was chosen, else the first.
    Optional<Match> next(FreedSlot of) {
        var wanted = of.hasOffer() ? of.getOffer().getEntryId() : person.get();
        return of.getMatchesList().stream()
                .filter(match -> match.getEntry().getId().equals(wanted))
                .findFirst()
                .or(() -> of.getMatchesList().stream().findFirst());
    }

    /// What is left of an offer; never less than nothing.
    Duration left(Offer offer) {
        var left = Duration.between(now.get(), until.getOrDefault(offer.getId(), now.get()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// Lets time pass. What ran out is read again.
    void tick() {
        var before = now.get();
        now.set(desk.clock().instant());
        var over =
                until.values().stream()
                        .anyMatch(end -> end.isAfter(before) && !end.isAfter(now.get()));
        if (over) {
            read();
        }
    }

    /// After a step of one's own, or when somebody comes here: when the chosen time is gone, the next one is chosen. A time
    /// that another desk took leaves none chosen: Enter must not offer one that nobody looked at.
    void readOn() {
        advance = true;
        read();
    }

    void read() {
        var proposals = ListProposalsRequest.newBuilder().setSiteId(site()).build();
        var waiting = ListWaitingRequest.newBuilder().setSiteId(site()).build();
        desk.calls()
                .call(() -> waitlist.listProposals(proposals).getSlotsList())
                .latest(readingSlots)
                .then(this::show);
        desk.calls()
                .call(() -> waitlist.listWaiting(waiting).getEntriesList())
                .latest(readingEntries)
                .then(this::showEntries);
    }

    private void show(List<FreedSlot> read) {
        var before = slot.get();
        var meant = person.get();
        var at = slots.indexOf(before);
        var first = advance || slots.isEmpty();
        now.set(desk.clock().instant());
        until.clear();
        read.stream()
                .filter(FreedSlot::hasOffer)
                .map(FreedSlot::getOffer)
                .forEach(offer ->
                        until.put(offer.getId(), now.get().plusSeconds(offer.getSecondsLeft())));
        slots.setAll(read);
        slot.set(
                same(before)
                        .or(() ->
                                first && !slots.isEmpty()
                                        ? Optional.of(
                                                slots.get(Math.clamp(at, 0, slots.size() - 1)))
                                        : Optional.empty())
                        .orElse(null));
        if (same(before).isPresent()) {
            person.set(meant);
        }
        advance = false;
        watchDays();
    }

    private Optional<FreedSlot> same(@Nullable FreedSlot before) {
        return before == null
                ? Optional.empty()
                : slots.stream().filter(it -> same(before, it)).findFirst();
    }

    /// A free morning is offered as several times.
    private static boolean same(FreedSlot one, FreedSlot other) {
        return one.getId().equals(other.getId()) && one.getStart().equals(other.getStart());
    }

    private void watchDays() {
        var days = new HashSet<String>();
        days.add("waitlist/" + site());
        slots.forEach(it -> days.add("day/" + date(it.getStart())));
        topics.retainAll(days);
        topics.addAll(days);
    }

    private void showEntries(List<WaitingEntry> read) {
        var before = entry.get();
        entries.setAll(read);
        entry.set(
                before == null
                        ? null
                        : entries.stream()
                                .filter(it -> it.getId().equals(before.getId()))
                                .findFirst()
                                .orElse(null));
    }

    static Instant instant(Timestamp at) {
        return Instant.ofEpochSecond(at.getSeconds(), at.getNanos());
    }

    LocalDate date(Timestamp at) {
        return LocalDate.ofInstant(instant(at), desk.session().zone());
    }
}
