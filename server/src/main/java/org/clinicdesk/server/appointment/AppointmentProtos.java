package org.clinicdesk.server.appointment;

import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.GetDayResponse;
import org.clinicdesk.appointment.v1.Opening;
import org.clinicdesk.appointment.v1.ReminderOutcome;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.patient.People;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.queue.Limits;
import org.clinicdesk.server.roster.Span;
import org.clinicdesk.server.site.Room;
import org.clinicdesk.server.site.Service;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Visits as the contract shows them.
final class AppointmentProtos {

    private AppointmentProtos() {}

    /// @param ticket empty for somebody who is not in the queue
    static org.clinicdesk.appointment.v1.Appointment proto(
            Appointment appointment, Patient patient, String ticket, SeriesPlaces.Places places) {
        var answer =
                org.clinicdesk.appointment.v1.Appointment.newBuilder()
                        .setId(appointment.id().toString())
                        .setVersion(appointment.version())
                        .setPerson(People.line(patient))
                        .setPhone(patient.phones().stream().findFirst().orElse(""))
                        .setPersonNote(patient.note())
                        .setPractitionerId(appointment.practitionerId().toString())
                        .setRoomId(appointment.roomId().map(UUID::toString).orElse(""))
                        .setServiceId(appointment.serviceId().toString())
                        .setStart(Protos.timestamp(appointment.span().start()))
                        .setEnd(Protos.timestamp(appointment.span().end()))
                        .setStatus(
                                AppointmentStatus.valueOf(
                                        "APPOINTMENT_STATUS_" + appointment.status().name()))
                        .setReason(appointment.reason())
                        .setTicket(ticket)
                        .setConfirmation(
                                org.clinicdesk.appointment.v1.Confirmation.valueOf(
                                        "CONFIRMATION_" + appointment.confirmation().name()))
                        .setOverbooked(appointment.overbooked())
                        .setOverbookReason(appointment.overbookReason().orElse(""))
                        .setOverbookedBy(text(appointment.overbookedBy()))
                        .setCancelledLate(appointment.cancelledLate())
                        .setSeriesId(text(appointment.seriesId()))
                        .setFollowUpId(text(appointment.followUpId()))
                        .setSiteId(appointment.siteId().toString())
                        .setPredecessorId(text(appointment.predecessorId()))
                        .setSuccessorId(text(appointment.successorId()));
        places.of(appointment)
                .ifPresent(place ->
                        answer.setSeriesNumber(place.number()).setSeriesVisits(place.visits()));
        for (var other : appointment.others().all()) {
            if (other.kind() == ResourceKind.PRACTITIONER) {
                answer.addAlsoPractitionerIds(other.id().toString());
            } else {
                answer.addResourceIds(other.id().toString());
            }
        }
        appointment
                .cancelReason()
                .map(why ->
                        org.clinicdesk.appointment.v1.CancelReason.valueOf(
                                "CANCEL_REASON_" + why.name()))
                .ifPresent(answer::setCancelReason);
        appointment.askedToArrive().map(Protos::timestamp).ifPresent(answer::setAskedToArrive);
        appointment.arrivedAt().map(Protos::timestamp).ifPresent(answer::setArrivedAt);
        appointment.inRoomAt().map(Protos::timestamp).ifPresent(answer::setInRoomAt);
        appointment.finishedAt().map(Protos::timestamp).ifPresent(answer::setFinishedAt);
        return answer.build();
    }

    static GetDayResponse.Column proto(DayBoard.Column column) {
        var answer =
                GetDayResponse.Column.newBuilder()
                        .setPractitionerId(column.practitionerId().toString())
                        .setName(column.name())
                        .setSpecialty(column.specialty());
        column.hours().forEach(span -> answer.addHours(proto(span)));
        return answer.build();
    }

    static GetDayResponse.ClosedRoom closed(
            UUID room, List<org.clinicdesk.server.roster.Span> spans) {
        var answer = GetDayResponse.ClosedRoom.newBuilder().setRoomId(room.toString());
        spans.forEach(span -> answer.addClosed(proto(span)));
        return answer.build();
    }

    static org.clinicdesk.appointment.v1.BookingRules proto(BookingRules rules) {
        var usual = rules.usual();
        return org.clinicdesk.appointment.v1.BookingRules.newBuilder()
                .setVersion(rules.version())
                .setLateAfterMinutes((int) rules.lateAfter().toMinutes())
                .setReleaseAfterMinutes(
                        rules.releaseAfter().map(Duration::toMinutes).orElse(0L).intValue())
                .setReleaseAs(
                        org.clinicdesk.appointment.v1.ReleaseAs.valueOf(
                                "RELEASE_AS_" + rules.releaseAs().name()))
                .setDayMinutes(usual.minutes())
                .setDayVisits(usual.visits())
                .setSlotMinutes(usual.slotMinutes())
                .setDayOverbooked(orNone(usual.overbooked()))
                .setNoticeMinutes((int) rules.notice().toMinutes())
                .build();
    }

    static ReleaseAs releaseAs(org.clinicdesk.appointment.v1.ReleaseAs as) {
        return ReleaseAs.valueOf(as.name().substring("RELEASE_AS_".length()));
    }

    static org.clinicdesk.appointment.v1.Reminder proto(Reminders.Noted noted) {
        var reminder = noted.reminder();
        var answer =
                org.clinicdesk.appointment.v1.Reminder.newBuilder()
                        .setId(reminder.id().toString())
                        .setVersion(reminder.version())
                        .setAppointmentId(reminder.appointmentId().toString())
                        .setOutcome(
                                ReminderOutcome.valueOf(
                                        "REMINDER_OUTCOME_" + reminder.outcome().name()))
                        .setAt(Protos.timestamp(reminder.notedAt()))
                        .setBy(noted.by());
        reminder.expectedAt().map(Protos::timestamp).ifPresent(answer::setExpectedAt);
        return answer.build();
    }

    static Reminder.Outcome outcome(ReminderOutcome outcome) {
        return Reminder.Outcome.valueOf(outcome.name().substring("REMINDER_OUTCOME_".length()));
    }

    private static String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse("");
    }

    static org.clinicdesk.appointment.v1.SlotHold proto(Holds.Held held) {
        var hold = held.hold();
        return org.clinicdesk.appointment.v1.SlotHold.newBuilder()
                .setId(hold.id().toString())
                .setPractitionerId(hold.practitionerId().toString())
                .setPatientId(text(hold.patientId()))
                .setStart(Protos.timestamp(hold.span().start()))
                .setEnd(Protos.timestamp(hold.span().end()))
                .setBy(held.by())
                .setWorkstation(hold.workstation())
                .setExpiresAt(Protos.timestamp(hold.expiresAt()))
                .setSecondsLeft((int) Duration.between(held.now(), hold.expiresAt()).toSeconds())
                .setMine(Holds.mine(hold))
                .addAllResourceIds(held.resources().stream().map(UUID::toString).toList())
                .build();
    }

    static org.clinicdesk.appointment.v1.PinnedVisit proto(PinnedVisit pinned, Patient patient) {
        return org.clinicdesk.appointment.v1.PinnedVisit.newBuilder()
                .setId(pinned.id().toString())
                .setVersion(pinned.version())
                .setPerson(People.line(patient))
                .setPractitionerId(text(pinned.practitionerId()))
                .setServiceId(pinned.serviceId().toString())
                .setMinutes(pinned.minutes())
                .setReason(pinned.reason())
                .setAppointmentId(text(pinned.appointmentId()))
                .setPinnedAt(Protos.timestamp(pinned.pinnedAt()))
                .setPinnedBy(text(pinned.pinnedBy()))
                .build();
    }

    static org.clinicdesk.appointment.v1.VisitType proto(Resources.Offered offered) {
        return proto(offered.service(), offered.type().details());
    }

    static org.clinicdesk.appointment.v1.VisitType proto(
            Service service, VisitType.Details details) {
        var answer =
                org.clinicdesk.appointment.v1.VisitType.newBuilder()
                        .setServiceId(service.id().toString())
                        .setVersion(service.version())
                        .setName(service.name())
                        .setMinutes((int) service.length().toMinutes())
                        .setActive(service.active())
                        .setColour(details.colour())
                        .setPreparation(details.preparation())
                        .setPriceMinor(details.priceMinor())
                        .setCurrency(details.currency())
                        .setBufferBeforeMinutes((int) details.before().toMinutes())
                        .setBufferAfterMinutes((int) details.after().toMinutes());
        for (var need : details.needs()) {
            answer.addNeedsBuilder().setKind(kind(need.kind())).setType(need.type());
        }
        return answer.build();
    }

    static org.clinicdesk.appointment.v1.Resource proto(Resource resource) {
        return org.clinicdesk.appointment.v1.Resource.newBuilder()
                .setId(resource.id().toString())
                .setVersion(resource.version() + 1)
                .setSiteId(resource.siteId().toString())
                .setKind(kind(resource.kind()))
                .setType(resource.type())
                .setName(resource.name())
                .setActive(resource.active())
                .build();
    }

    /// A room of which nothing is said.
    static org.clinicdesk.appointment.v1.Resource plain(Room room) {
        return org.clinicdesk.appointment.v1.Resource.newBuilder()
                .setId(room.id().toString())
                .setSiteId(room.siteId().toString())
                .setKind(org.clinicdesk.appointment.v1.ResourceKind.RESOURCE_KIND_ROOM)
                .setName(room.name())
                .setActive(true)
                .build();
    }

    /// @param name of the doctor
    /// @param limits null when nothing is said of him
    static org.clinicdesk.appointment.v1.DoctorLimits proto(
            UUID doctor, String name, @Nullable DoctorLimits limits) {
        var answer =
                org.clinicdesk.appointment.v1.DoctorLimits.newBuilder()
                        .setPractitionerId(doctor.toString())
                        .setName(name);
        if (limits != null) {
            var overbooked = limits.dayOverbooked();
            answer.setVersion(limits.version() + 1)
                    .setDayMinutes(orZero(limits.dayMinutes()))
                    .setDayVisits(orZero(limits.dayVisits()))
                    .setSlotMinutes(orZero(limits.slotMinutes()))
                    .setDayOverbooked(overbooked == null ? 0 : orNone(overbooked));
        }
        return answer.build();
    }

    /// What is 0 in the contract would be what nobody said.
    private static int orNone(int overbooked) {
        return overbooked == 0 ? -1 : overbooked;
    }

    private static int orZero(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    static org.clinicdesk.appointment.v1.DoctorLimits proto(Caps.Limits usual) {
        return org.clinicdesk.appointment.v1.DoctorLimits.newBuilder()
                .setDayMinutes(usual.minutes())
                .setDayVisits(usual.visits())
                .setSlotMinutes(usual.slotMinutes())
                .setDayOverbooked(orNone(usual.overbooked()))
                .build();
    }

    static org.clinicdesk.queue.v1.Limits proto(Limits waiting, long version) {
        return org.clinicdesk.queue.v1.Limits.newBuilder()
                .setLongMinutes(waiting.longMinutes())
                .setTooLongMinutes(waiting.tooLongMinutes())
                .setVersion(version)
                .build();
    }

    private static org.clinicdesk.appointment.v1.ResourceKind kind(ResourceKind kind) {
        return org.clinicdesk.appointment.v1.ResourceKind.valueOf("RESOURCE_KIND_" + kind.name());
    }

    static org.clinicdesk.appointment.v1.Span proto(Span span) {
        return org.clinicdesk.appointment.v1.Span.newBuilder()
                .setStart(Protos.timestamp(span.start()))
                .setEnd(Protos.timestamp(span.end()))
                .build();
    }

    static Opening proto(Openings.Opening opening) {
        return Opening.newBuilder()
                .setPractitionerId(opening.practitioner().toString())
                .setStart(Protos.timestamp(opening.span().start()))
                .setEnd(Protos.timestamp(opening.span().end()))
                .addAllResourceIds(opening.things().stream().map(UUID::toString).toList())
                .build();
    }

    static VisitType.Need need(org.clinicdesk.appointment.v1.VisitType.Need need) {
        var kind = need.getKind().name().substring("RESOURCE_KIND_".length());
        return new VisitType.Need(ResourceKind.valueOf(kind), need.getType().strip());
    }
}
