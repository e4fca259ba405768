package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

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

    long rooms() {
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
        return new Subject(site, service, span, practitioners, patient, named, asked, true, except);
    }

    Subject except(@Nullable UUID other) {
        return new Subject(
                site, service, span, practitioners, patient, named, asked, roomless, other);
    }

    /// With its first doctor, for what it is for in truth.
    ///
    /// @param room that it keeps
    Subject corrected(Correction right, Optional<UUID> room, boolean roomless) {
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
                roomless,
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
