package org.clinicdesk.server.appointment;

import org.clinicdesk.server.appointment.Claim.Choice;
import org.clinicdesk.server.appointment.Claim.Terms;
import org.clinicdesk.server.roster.Roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Works out what a visit at a time keeps busy: its doctors with the buffers of the service, its patient, what was asked for
/// by name, one of each kind of resource that the service needs beside it, and where no room was spoken of the one in which
/// the doctor sits, if it is free.
final class Claims {

    private final Resources resources;
    private final Roster roster;

    Claims(Resources resources, Roster roster) {
        this.resources = resources;
        this.roster = roster;
    }

    /// A visit at a new time: hours and caps are judged.
    Claim fresh(Subject subject) {
        return fresh(subject, Set.of());
    }

    /// The same for one that may stand on top of another.
    ///
    /// @param onTop its doctors who may have another visit then
    Claim fresh(Subject subject, Set<UUID> onTop) {
        return claim(subject, onTop, Terms.NEW);
    }

    /// A visit at a new time that leaves a room which is closed: of each room it had, another one like it will do.
    Claim leaving(Subject subject, UUID closed) {
        var left =
                new Others(
                        subject.named().all().stream()
                                .filter(other -> !other.id().equals(closed))
                                .toList());
        if (left.equals(subject.named())) {
            return fresh(subject);
        }
        var claim = fresh(subject.named(left).seatless());
        if (rooms(claim) >= subject.rooms()) {
            return claim;
        }
        var choices = new ArrayList<>(claim.choices());
        choices.add(
                new Choice(
                        ResourceKind.ROOM,
                        resources.like(subject.site(), closed),
                        subject.span(),
                        false));
        return new Claim(
                claim.site(),
                claim.visit(),
                claim.uses(),
                choices,
                claim.except(),
                claim.onTop(),
                claim.terms());
    }

    private static long rooms(Claim claim) {
        return claim.uses(ResourceKind.ROOM).count()
                + claim.choices().stream()
                        .filter(choice -> choice.kind() == ResourceKind.ROOM)
                        .count();
    }

    /// A visit put right, in its time: in its room too, unless what it is for in truth needs one of another kind, or what it
    /// was thought to be for was all it had the room for.
    Claim corrected(Appointment visit, Correction right, Set<UUID> onTop) {
        var before = visit.serviceId();
        var room =
                visit.roomId()
                        .filter(id ->
                                right.service().equals(before)
                                        || fits(id, before, right.service()));
        var subject = Subject.of(visit).corrected(right, room, visit.roomId().isEmpty());
        return claim(subject, onTop, Terms.KEPT);
    }

    private boolean fits(UUID room, UUID before, UUID service) {
        return needsRoom(service) ? isNeeded(room, service) : !isNeeded(room, before);
    }

    private boolean isNeeded(UUID room, UUID service) {
        return roomNeeds(service).anyMatch(need -> isOf(room, need));
    }

    /// A visit that goes elsewhere: the room that it has only because its doctor sits there stays behind.
    Subject elsewhere(Subject visit) {
        return needsRoom(visit.service())
                ? visit
                : seat(visit).map(room -> visit.without(room::equals)).orElse(visit);
    }

    /// The same, to another doctor: in his room, or in none, unless a room was asked for.
    Subject elsewhere(Appointment appointment, UUID practitioner) {
        var visit = Subject.of(appointment);
        return visit.practitioner().equals(practitioner)
                        || appointment.roomAsked()
                        || needsRoom(visit.service())
                ? elsewhere(visit)
                : visit.without(_ -> true);
    }

    /// Where its first doctor sits then, if that room is used.
    private Optional<UUID> seat(Subject subject) {
        return roster.seat(subject.practitioner(), subject.site(), subject.span().start())
                .map(Roster.Seat::roomId)
                .filter(room -> resources.inUse(new Others.Other(ResourceKind.ROOM, room)));
    }

    /// Whether visits of a service cannot do without a room.
    boolean needsRoom(UUID service) {
        return roomNeeds(service).findAny().isPresent();
    }

    private Stream<VisitType.Need> roomNeeds(UUID service) {
        return resources.visitType(service).stream()
                .flatMap(type -> type.needs().stream())
                .filter(need -> need.kind() == ResourceKind.ROOM);
    }

    /// What was agreed once and is to be had again, with the rooms and the equipment it had; instead of what is not used any
    /// more, what the service needs.
    Claim again(Subject subject, Set<UUID> onTop) {
        var left = inUse(subject);
        return left.named().equals(subject.named())
                ? asItWas(subject, onTop, Terms.AGREED)
                : claim(left, onTop, Terms.AGREED);
    }

    /// What somebody was given up for who is there now.
    Claim present(Subject subject, Set<UUID> onTop) {
        return asItWas(inUse(subject), onTop, Terms.PRESENT);
    }

    private Subject inUse(Subject subject) {
        return subject.named(
                new Others(subject.named().all().stream().filter(resources::inUse).toList()));
    }

    private Claim asItWas(Subject subject, Set<UUID> onTop, Terms terms) {
        var uses = people(subject);
        subject.named().all().forEach(other -> uses.add(use(other.kind(), other.id(), subject)));
        return new Claim(
                subject.site(), subject.span(), uses, List.of(), subject.except(), onTop, terms);
    }

    /// What was agreed elsewhere.
    Claim entered(Subject subject) {
        return claim(subject, Set.of(), Terms.ENTERED);
    }

    /// What visits at a site would take, for many of them: what there is of each type is read once.
    Demands demands(UUID site) {
        return new Demands(resources, site);
    }

    private Claim claim(Subject subject, Set<UUID> onTop, Terms terms) {
        var uses = people(subject);
        var named = new ArrayList<>(subject.named().all());
        var choices = new ArrayList<Choice>();
        for (var need :
                resources.visitType(subject.service()).map(VisitType::needs).orElse(List.of())) {
            var given = given(named, need, subject);
            given.ifPresent(named::remove);
            if (given.isPresent()
                    && (subject.except() == null || given.get().id().equals(subject.asked()))) {
                uses.add(use(need.kind(), given.get().id(), subject));
            } else {
                choices.add(choice(need, subject, given.map(Others.Other::id)));
            }
        }
        named.forEach(other -> uses.add(use(other.kind(), other.id(), subject)));
        if (terms.seated() && !subject.roomless() && !roomed(uses, choices)) {
            seat(subject)
                    .map(room -> new Choice(ResourceKind.ROOM, List.of(room), subject.span(), true))
                    .ifPresent(choices::add);
        }
        return new Claim(
                subject.site(), subject.span(), uses, choices, subject.except(), onTop, terms);
    }

    private static boolean roomed(List<Use> uses, List<Choice> choices) {
        return Stream.concat(uses.stream().map(Use::kind), choices.stream().map(Choice::kind))
                .anyMatch(ResourceKind.ROOM::equals);
    }

    /// What was asked for goes before what was found.
    private Optional<Others.Other> given(
            List<Others.Other> named, VisitType.Need need, Subject subject) {
        return named.stream()
                .filter(other -> meets(other, need))
                .min(Comparator.comparing(other -> !other.id().equals(subject.asked())));
    }

    private static Use use(ResourceKind kind, UUID id, Subject subject) {
        return new Use(kind, id, subject.span());
    }

    /// Its doctors, the first one first, with the buffers of the service, and its patient.
    private List<Use> people(Subject subject) {
        var uses = new ArrayList<Use>();
        var busy =
                resources
                        .visitType(subject.service())
                        .map(type -> type.withBuffers(subject.span()))
                        .orElse(subject.span());
        for (var practitioner : subject.practitioners()) {
            uses.add(new Use(ResourceKind.PRACTITIONER, practitioner, busy));
        }
        if (subject.patient() != null) {
            uses.add(use(ResourceKind.PATIENT, subject.patient(), subject));
        }
        return uses;
    }

    /// What was found before comes first, and is exchanged only when it is taken.
    private Choice choice(VisitType.Need need, Subject subject, Optional<UUID> before) {
        var candidates = new ArrayList<>(resources.ofType(subject.site(), need));
        before.ifPresent(id -> {
            candidates.remove(id);
            candidates.addFirst(id);
        });
        if (before.isEmpty() && need.kind() == ResourceKind.ROOM) {
            seat(subject).filter(candidates::remove).ifPresent(candidates::addFirst);
        }
        return new Choice(need.kind(), candidates, subject.span(), false);
    }

    /// A room named by a person will do for any room.
    private boolean meets(Others.Other other, VisitType.Need need) {
        return other.kind() == need.kind()
                && (need.kind() == ResourceKind.ROOM || isOf(other.id(), need));
    }

    private boolean isOf(UUID id, VisitType.Need need) {
        return resources.find(id).filter(it -> it.type().equals(need.type())).isPresent();
    }
}
