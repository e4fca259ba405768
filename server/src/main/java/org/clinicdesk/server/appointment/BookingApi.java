package org.clinicdesk.server.appointment;

import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.appointment.v1.BookResponse;
import org.clinicdesk.appointment.v1.BookSeriesRequest;
import org.clinicdesk.appointment.v1.BookSeriesResponse;
import org.clinicdesk.appointment.v1.CancelRequest;
import org.clinicdesk.appointment.v1.CancelResponse;
import org.clinicdesk.appointment.v1.CorrectRequest;
import org.clinicdesk.appointment.v1.CorrectResponse;
import org.clinicdesk.appointment.v1.HoldRequest;
import org.clinicdesk.appointment.v1.HoldResponse;
import org.clinicdesk.appointment.v1.MoveRequest;
import org.clinicdesk.appointment.v1.MoveResponse;
import org.clinicdesk.appointment.v1.OverbookRequest;
import org.clinicdesk.appointment.v1.OverbookResponse;
import org.clinicdesk.appointment.v1.ReleaseHoldRequest;
import org.clinicdesk.appointment.v1.ReleaseHoldResponse;
import org.clinicdesk.appointment.v1.RescheduleRequest;
import org.clinicdesk.appointment.v1.RescheduleResponse;
import org.clinicdesk.appointment.v1.Scope;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.roster.Span;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What of AppointmentService takes a time or gives one up.
final class BookingApi {

    private final Db db;
    private final Appointments appointments;
    private final Scheduling scheduling;
    private final Series series;
    private final Holds holds;
    private final Claims claims;
    private final Pinboard pinboard;
    private final FollowUps followUps;
    private final Wishes wishes;
    private final Patients patients;
    private final AppointmentLines lines;

    BookingApi(
            Db db,
            Appointments appointments,
            Scheduling scheduling,
            Series series,
            Holds holds,
            Claims claims,
            Pinboard pinboard,
            FollowUps followUps,
            Wishes wishes,
            Patients patients,
            AppointmentLines lines) {
        this.db = db;
        this.appointments = appointments;
        this.scheduling = scheduling;
        this.series = series;
        this.holds = holds;
        this.claims = claims;
        this.pinboard = pinboard;
        this.followUps = followUps;
        this.wishes = wishes;
        this.patients = patients;
        this.lines = lines;
    }

    BookResponse book(BookRequest request) {
        var wish = wishes.of(request);
        var appointment = holds.having(held(request.getHoldId()), () -> scheduling.book(wish));
        settle(request, appointment);
        return BookResponse.newBuilder().setAppointment(lines.changed(appointment)).build();
    }

    OverbookResponse overbook(OverbookRequest request) {
        var wish = wishes.of(request.getBooking());
        var appointment = scheduling.overbook(wish, request.getReason().strip());
        settle(request.getBooking(), appointment);
        return OverbookResponse.newBuilder().setAppointment(lines.changed(appointment)).build();
    }

    BookSeriesResponse bookSeries(BookSeriesRequest request) {
        var wish = wishes.of(request.getFirst());
        var booked = series.book(wish, request.getEveryWeeks(), request.getTimes());
        booked.rows().stream()
                .filter(row -> row.refused() == null)
                .findFirst()
                .ifPresent(row -> place(request.getFirst(), row.visit()));
        end(request.getFirst().getHoldId());
        var answer = BookSeriesResponse.newBuilder().setSeriesId(booked.id().toString());
        booked.rows().forEach(row -> answer.addRows(lines.row(row)));
        return answer.build();
    }

    private void settle(BookRequest request, Appointment appointment) {
        place(request, appointment);
        end(request.getHoldId());
        if (!request.getFollowUpId().isEmpty()) {
            followUps.book(db.get(FollowUp.class, Ids.of(request.getFollowUpId())), appointment);
        }
    }

    /// Takes the pinned visit off that a booking came from. @throws Invalid when that is not of this person, here
    private void place(BookRequest request, Appointment appointment) {
        if (request.getPinId().isEmpty()) {
            return;
        }
        var pinned = db.get(PinnedVisit.class, Ids.of(request.getPinId()));
        if (!pinned.patientId().equals(appointment.patientId())
                || !pinned.siteId().equals(appointment.siteId())) {
            throw new Invalid("pin_id", "pin.other_person");
        }
        if (pinned.appointmentId().isPresent()) {
            throw new Invalid("pin_id", "pin.booked");
        }
        pinboard.place(pinned, appointment);
    }

    private static Optional<UUID> held(String hold) {
        return hold.isEmpty() ? Optional.empty() : Optional.of(Ids.of(hold));
    }

    private void end(String hold) {
        if (!hold.isEmpty()) {
            holds.end(Ids.of(hold));
        }
    }

    MoveResponse move(MoveRequest request) {
        var appointment = appointments.get(Ids.of(request.getId()), request.getVersion());
        patients.living(appointment.patientId());
        var practitioner = wishes.practitioner(request.getPractitionerId());
        var span = span(appointment, Protos.instant(request.getStart()), request.getMinutes());
        var room =
                request.hasRoomId()
                        ? RoomWish.of(wishes.room(request.getRoomId(), appointment.siteId()))
                        : RoomWish.AS_IT_IS;
        var others =
                holds.having(
                        held(request.getHoldId()),
                        () ->
                                series.move(
                                        appointment,
                                        practitioner,
                                        span,
                                        room,
                                        scope(request.getScope())));
        end(request.getHoldId());
        var answer = MoveResponse.newBuilder().setAppointment(lines.changed(appointment));
        others.forEach(row -> answer.addOthers(lines.row(row)));
        return answer.build();
    }

    RescheduleResponse reschedule(RescheduleRequest request) {
        var old = appointments.get(Ids.of(request.getId()), request.getVersion());
        patients.living(old.patientId());
        var practitioner = wishes.practitioner(request.getPractitionerId());
        var span = span(old, Protos.instant(request.getStart()), request.getMinutes());
        var next =
                holds.having(
                        held(request.getHoldId()),
                        () -> scheduling.reschedule(old, practitioner, span));
        end(request.getHoldId());
        return RescheduleResponse.newBuilder()
                .setAppointment(lines.changed(next))
                .setOld(lines.changed(old))
                .build();
    }

    private static Span span(Appointment appointment, Instant start, int minutes) {
        var length =
                minutes == 0
                        ? Duration.between(appointment.span().start(), appointment.span().end())
                        : Duration.ofMinutes(minutes);
        return new Span(start, start.plus(length));
    }

    CancelResponse cancel(CancelRequest request) {
        var appointment = appointments.get(Ids.of(request.getId()), request.getVersion());
        var why =
                CancelReason.valueOf(
                        request.getReason().name().substring("CANCEL_REASON_".length()));
        var others = series.cancel(appointment, why, scope(request.getScope()));
        var answer = CancelResponse.newBuilder().setAppointment(lines.changed(appointment));
        others.forEach(other -> answer.addOthers(lines.changed(other)));
        return answer.build();
    }

    private static Series.Scope scope(Scope scope) {
        return switch (scope) {
            case SCOPE_FOLLOWING -> Series.Scope.FOLLOWING;
            case SCOPE_ALL -> Series.Scope.ALL;
            case SCOPE_UNSPECIFIED, UNRECOGNIZED -> Series.Scope.THIS;
        };
    }

    CorrectResponse correct(CorrectRequest request) {
        var appointment = appointments.get(Ids.of(request.getId()), request.getVersion());
        patients.living(appointment.patientId());
        scheduling.correct(appointment, wishes.of(request, appointment));
        return CorrectResponse.newBuilder().setAppointment(lines.changed(appointment)).build();
    }

    HoldResponse hold(HoldRequest request) {
        var subject = wishes.of(request);
        scheduling.refusePast(subject.span());
        var length =
                request.getSeconds() == 0
                        ? appointments.rules().hold()
                        : Duration.ofSeconds(request.getSeconds());
        var held =
                holds.having(
                        held(request.getInsteadOfId()),
                        () -> holds.take(subject, claims.fresh(subject), length));
        return HoldResponse.newBuilder().setHold(AppointmentProtos.proto(held)).build();
    }

    ReleaseHoldResponse releaseHold(ReleaseHoldRequest request) {
        holds.end(Ids.of(request.getId()));
        return ReleaseHoldResponse.getDefaultInstance();
    }
}
