package org.clinicdesk.server.appointment;

import org.clinicdesk.server.appointment.Claim.Choice;
import org.clinicdesk.server.appointment.Claim.Terms;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
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

    /// A visit, or a time held for one.
    ///
    /// @param patient null when nobody was chosen yet
    /// @param practitioners the first one first
    /// @param named rooms and equipment asked for by name, or found before
    /// @param asked the room that no other one can stand for; null when any of the kind will do
    /// @param roomless whether it is to have no room, not even the one of its doctor
    /// @param except the visit that gives its time up for this one
    record Subject(
            UUID site,
            UUID service,
            Span span,
            List<UUID> practitioners,
            @Nullable UUID patient,
            Others named,
            @Nullable UUID asked,
            boolean roomless,
            @Nullable UUID except) {

        Subject(
                UUID site,
                UUID service,
                Span span,
                List<UUID> practitioners,
                @Nullable UUID patient,
                Others named,
                @Nullable UUID except) {
            this(site, service, span, practitioners, patient, named, null, false, except);
        }

        static Subject of(Appointment appointment) {
            return of(appointment, appointment.standing());
        }

        /// A visit as it was, or is to be.
        static Subject of(Appointment appointment, Standing standing) {
            return new Subject(
                    appointment.siteId(),
                    standing.serviceId(),
                    standing.span(),
                    standing.practitioners(),
                    appointment.patientId(),
                    standing.things(),
                    appointment.id());
        }

        /// A visit that is new: nothing gives its time up for it.
        static Subject fresh(Appointment appointment) {
            return of(appointment).except(null);
        }

        private long rooms() {
            return named.ids(ResourceKind.ROOM).size();
        }

        /// Its people alone.
        Subject bare() {
            return new Subject(
                    site, service, span, practitioners, patient, Others.NONE, null, true, except);
        }

        Subject named(Others others) {
            return new Subject(
                    site, service, span, practitioners, patient, others, null, roomless, except);
        }

        /// Not in the room of its doctor.
        Subject seatless() {
            return new Subject(
                    site, service, span, practitioners, patient, named, asked, true, except);
        }

        Subject except(@Nullable UUID other) {
            return new Subject(
                    site, service, span, practitioners, patient, named, asked, roomless, other);
        }

        /// In its room, with its first doctor, for what it is for in truth.
        Subject corrected(Correction right, Optional<UUID> room) {
            var doctors = new ArrayList<>(List.of(practitioners.getFirst()));
            doctors.addAll(right.practitioners());
            return new Subject(
                    site,
                    right.service(),
                    span,
                    doctors,
                    patient,
                    Others.of(ResourceKind.ROOM, room.stream().toList())
                            .and(Others.of(ResourceKind.EQUIPMENT, right.equipment())),
                    null,
                    room.isEmpty(),
                    except);
        }

        /// With another first doctor, at another time.
        Subject moved(UUID practitioner, Span to) {
            var doctors = new ArrayList<>(practitioners);
            doctors.set(0, practitioner);
            if (Set.copyOf(doctors).size() < doctors.size()) {
                throw new Invalid("practitioner_id", "practitioner.twice");
            }
            return new Subject(site, service, to, doctors, patient, named, asked, roomless, except);
        }

        UUID practitioner() {
            return practitioners.getFirst();
        }

        /// Without some of its rooms.
        Subject without(Predicate<UUID> room) {
            var rest =
                    named.all().stream()
                            .filter(other ->
                                    other.kind() != ResourceKind.ROOM || !room.test(other.id()))
                            .toList();
            return new Subject(
                    site,
                    service,
                    span,
                    practitioners,
                    patient,
                    new Others(rest),
                    asked,
                    roomless,
                    except);
        }

        /// With another room instead of the one it has, or with none.
        Subject roomed(Optional<UUID> before, RoomWish wish) {
            if (!wish.said()) {
                return this;
            }
            var rest =
                    named.all().stream()
                            .filter(other -> before.filter(other.id()::equals).isEmpty())
                            .toList();
            var room = Optional.ofNullable(wish.room()).stream().toList();
            return new Subject(
                    site,
                    service,
                    span,
                    practitioners,
                    patient,
                    Others.of(ResourceKind.ROOM, room).and(new Others(rest)),
                    wish.room(),
                    wish.none(),
                    except);
        }
    }

    /// A visit at a new time: hours and caps are judged.
    ///
    /// @param onTop whether its doctors may have another visit then
    Claim fresh(Subject subject, boolean onTop) {
        return claim(subject, onTop, Terms.NEW);
    }

    /// A visit at a new time that leaves a room which is closed: of each room it had, another one like it will do.
    Claim leaving(Subject subject, UUID closed) {
        var left =
                new Others(
                        subject.named.all().stream()
                                .filter(other -> !other.id().equals(closed))
                                .toList());
        if (left.equals(subject.named)) {
            return fresh(subject, false);
        }
        var claim = fresh(subject.named(left).seatless(), false);
        if (rooms(claim) >= subject.rooms()) {
            return claim;
        }
        var choices = new ArrayList<>(claim.choices());
        choices.add(
                new Choice(
                        ResourceKind.ROOM,
                        resources.like(subject.site, closed),
                        subject.span,
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

    /// A visit that goes elsewhere: the room that it has only because its doctor sits there stays behind.
    Subject elsewhere(Subject visit) {
        return needsRoom(visit.service)
                ? visit
                : seat(visit).map(room -> visit.without(room::equals)).orElse(visit);
    }

    /// The same, to another doctor: in his room, or in none.
    Subject elsewhere(Subject visit, UUID practitioner) {
        return visit.practitioner().equals(practitioner) || needsRoom(visit.service)
                ? elsewhere(visit)
                : visit.without(_ -> true);
    }

    /// Where its first doctor sits then.
    private Optional<UUID> seat(Subject subject) {
        return roster.seat(subject.practitioner(), subject.site, subject.span.start())
                .map(Roster.Seat::roomId);
    }

    /// Whether visits of a service cannot do without a room.
    boolean needsRoom(UUID service) {
        return resources.visitType(service).stream()
                .flatMap(type -> type.needs().stream())
                .anyMatch(need -> need.kind() == ResourceKind.ROOM);
    }

    /// What was agreed once and is to be had again, with the rooms and the equipment it had; instead of what is not used any
    /// more, what the service needs.
    Claim again(Subject subject, boolean onTop) {
        var left = inUse(subject);
        return left.named.equals(subject.named)
                ? asItWas(subject, onTop, Terms.AGREED)
                : claim(left, onTop, Terms.AGREED);
    }

    /// What somebody was given up for who is there now.
    Claim present(Subject subject, boolean onTop) {
        return asItWas(inUse(subject), onTop, Terms.PRESENT);
    }

    private Subject inUse(Subject subject) {
        return subject.named(
                new Others(subject.named.all().stream().filter(resources::inUse).toList()));
    }

    private Claim asItWas(Subject subject, boolean onTop, Terms terms) {
        var uses = people(subject);
        subject.named.all().forEach(other -> uses.add(use(other.kind(), other.id(), subject)));
        return new Claim(subject.site, subject.span, uses, List.of(), subject.except, onTop, terms);
    }

    /// What was agreed elsewhere.
    Claim entered(Subject subject) {
        return claim(subject, false, Terms.ENTERED);
    }

    /// What visits at a site would take, for many of them: what there is of each type is read once.
    Demands demands(UUID site) {
        return new Demands(site);
    }

    /// What visits of services would take.
    final class Demands {

        private final UUID site;
        private final Map<VisitType.Need, List<UUID>> candidates = new HashMap<>();

        private Demands(UUID site) {
            this.site = site;
        }

        Demand of(UUID service, Duration length, @Nullable UUID patient) {
            return of(service, length, patient, List.of());
        }

        /// @param more that it needs beside what the service does
        Demand of(
                UUID service, Duration length, @Nullable UUID patient, List<VisitType.Need> more) {
            var type = resources.visitType(service);
            var needs =
                    Stream.concat(type.stream().flatMap(it -> it.needs().stream()), more.stream());
            return new Demand(
                    site,
                    length,
                    type.map(it -> it.details().before()).orElse(Duration.ZERO),
                    type.map(it -> it.details().after()).orElse(Duration.ZERO),
                    patient,
                    List.of(),
                    List.of(),
                    needs.map(need ->
                                    candidates.computeIfAbsent(
                                            need, it -> resources.ofType(site, it)))
                            .toList());
        }
    }

    private Claim claim(Subject subject, boolean onTop, Terms terms) {
        var uses = people(subject);
        var named = new ArrayList<>(subject.named.all());
        var choices = new ArrayList<Choice>();
        for (var need :
                resources.visitType(subject.service).map(VisitType::needs).orElse(List.of())) {
            var given = given(named, need, subject);
            given.ifPresent(named::remove);
            if (given.isPresent()
                    && (subject.except == null || given.get().id().equals(subject.asked))) {
                uses.add(use(need.kind(), given.get().id(), subject));
            } else {
                choices.add(choice(need, subject, given.map(Others.Other::id)));
            }
        }
        named.forEach(other -> uses.add(use(other.kind(), other.id(), subject)));
        if (terms == Terms.NEW && !subject.roomless && !roomed(uses, choices)) {
            seat(subject)
                    .map(room -> new Choice(ResourceKind.ROOM, List.of(room), subject.span, true))
                    .ifPresent(choices::add);
        }
        return new Claim(subject.site, subject.span, uses, choices, subject.except, onTop, terms);
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
                .min(Comparator.comparing(other -> !other.id().equals(subject.asked)));
    }

    private static Use use(ResourceKind kind, UUID id, Subject subject) {
        return new Use(kind, id, subject.span);
    }

    /// Its doctors, the first one first, with the buffers of the service, and its patient.
    private List<Use> people(Subject subject) {
        var uses = new ArrayList<Use>();
        var busy =
                resources
                        .visitType(subject.service)
                        .map(type -> type.withBuffers(subject.span))
                        .orElse(subject.span);
        for (var practitioner : subject.practitioners) {
            uses.add(new Use(ResourceKind.PRACTITIONER, practitioner, busy));
        }
        if (subject.patient != null) {
            uses.add(use(ResourceKind.PATIENT, subject.patient, subject));
        }
        return uses;
    }

    /// What was found before comes first, and is exchanged only when it is taken.
    private Choice choice(VisitType.Need need, Subject subject, Optional<UUID> before) {
        var candidates = new ArrayList<>(resources.ofType(subject.site, need));
        before.ifPresent(id -> {
            candidates.remove(id);
            candidates.addFirst(id);
        });
        if (before.isEmpty() && need.kind() == ResourceKind.ROOM) {
            seat(subject).filter(candidates::remove).ifPresent(candidates::addFirst);
        }
        return new Choice(need.kind(), candidates, subject.span, false);
    }

    /// A room named by a person will do for any room.
    private boolean meets(Others.Other other, VisitType.Need need) {
        return other.kind() == need.kind()
                && (need.kind() == ResourceKind.ROOM
                        || resources
                                .find(other.id())
                                .filter(it -> it.type().equals(need.type()))
                                .isPresent());
    }
}
