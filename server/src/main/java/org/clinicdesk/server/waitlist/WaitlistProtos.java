package org.clinicdesk.server.waitlist;

import org.clinicdesk.server.appointment.Appointment;
import org.clinicdesk.server.appointment.Appointments;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.patient.People;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.waitlist.Matching.Proposal;
import org.clinicdesk.server.waitlist.Offers.Open;
import org.clinicdesk.server.waitlist.Waitlist.Line;
import org.clinicdesk.waitlist.v1.Offer;
import org.clinicdesk.waitlist.v1.WaitingEntry;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

/// The waiting list as the contract answers it.
final class WaitlistProtos {

    private final Waitlist waitlist;
    private final Appointments appointments;

    WaitlistProtos(Waitlist waitlist, Appointments appointments) {
        this.waitlist = waitlist;
        this.appointments = appointments;
    }

    WaitingEntry proto(WaitlistEntry entry, Patient patient) {
        var answer =
                WaitingEntry.newBuilder()
                        .setId(entry.id().toString())
                        .setVersion(entry.version())
                        .setPerson(People.line(patient))
                        .setPhone(patient.phones().stream().findFirst().orElse(""))
                        .setWanted(proto(entry.wanted()))
                        .setAskedAt(Protos.timestamp(entry.askedAt()))
                        .setAskedBy(entry.askedBy().toString())
                        .setState(state(entry));
        entry.bookedAppointmentId().map(UUID::toString).ifPresent(answer::setBookedAppointmentId);
        entry.withdrawReason()
                .map(why ->
                        org.clinicdesk.waitlist.v1.WithdrawReason.valueOf(
                                "WITHDRAW_REASON_" + why.name()))
                .ifPresent(answer::setWithdrawReason);
        entry.appointmentId()
                .map(appointments::current)
                .filter(Appointment::expected)
                .ifPresent(visit ->
                        answer.setAppointmentId(visit.id().toString())
                                .setAppointmentStart(Protos.timestamp(visit.span().start())));
        return answer.build();
    }

    private org.clinicdesk.waitlist.v1.WaitingState state(WaitlistEntry entry) {
        return switch (entry.state()) {
            case WAITING ->
                    waitlist.expired(entry)
                            ? org.clinicdesk.waitlist.v1.WaitingState.WAITING_STATE_EXPIRED
                            : org.clinicdesk.waitlist.v1.WaitingState.WAITING_STATE_WAITING;
            case BOOKED -> org.clinicdesk.waitlist.v1.WaitingState.WAITING_STATE_BOOKED;
            case WITHDRAWN -> org.clinicdesk.waitlist.v1.WaitingState.WAITING_STATE_WITHDRAWN;
        };
    }

    private static org.clinicdesk.waitlist.v1.Wanted proto(Wanted wanted) {
        var answer =
                org.clinicdesk.waitlist.v1.Wanted.newBuilder()
                        .setServiceId(wanted.service().toString())
                        .setMinutes((int) wanted.length().toMinutes())
                        .setUrgency(
                                org.clinicdesk.waitlist.v1.Urgency.valueOf(
                                        "URGENCY_" + wanted.urgency().name()))
                        .setSpecialty(wanted.specialty())
                        .setFromMinute(wanted.fromMinute())
                        .setToMinute(wanted.toMinute())
                        .setEarliest(text(wanted.earliest()))
                        .setLatest(text(wanted.latest()))
                        .setNote(wanted.note());
        wanted.practitioners().stream()
                .sorted()
                .forEach(id -> answer.addPractitionerIds(id.toString()));
        wanted.weekdays().stream().sorted().forEach(day -> answer.addWeekdays(day.getValue()));
        return answer.build();
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    org.clinicdesk.waitlist.v1.FreedSlot proto(Proposal proposal) {
        var slot = proposal.slot();
        var answer =
                org.clinicdesk.waitlist.v1.FreedSlot.newBuilder()
                        .setId(slot.id().toString())
                        .setPractitionerId(slot.practitionerId().toString())
                        .setStart(Protos.timestamp(proposal.time().start()))
                        .setEnd(Protos.timestamp(proposal.time().end()))
                        .setFreedAt(Protos.timestamp(slot.freedAt()));
        if (proposal.offer() != null) {
            answer.setOffer(proto(proposal.offer()));
        }
        for (var match : proposal.matches()) {
            answer.addMatchesBuilder()
                    .setEntry(proto(match.line()))
                    .setStart(Protos.timestamp(match.visit().start()))
                    .setEnd(Protos.timestamp(match.visit().end()));
        }
        return answer.build();
    }

    WaitingEntry proto(Line line) {
        return proto(line.entry(), line.patient());
    }

    static Offer proto(Open open) {
        var offer = open.offer();
        var kept = open.kept();
        return Offer.newBuilder()
                .setId(offer.id().toString())
                .setSlotId(offer.slotId().toString())
                .setEntryId(offer.entryId().toString())
                .setStart(Protos.timestamp(offer.span().start()))
                .setEnd(Protos.timestamp(offer.span().end()))
                .setBy(kept.by())
                .setWorkstation(kept.workstation())
                .setExpiresAt(Protos.timestamp(kept.expiresAt()))
                .setSecondsLeft((int) Duration.between(kept.now(), kept.expiresAt()).toSeconds())
                .setMine(kept.mine())
                .build();
    }
}
