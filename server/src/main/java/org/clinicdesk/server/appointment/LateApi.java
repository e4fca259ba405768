package org.clinicdesk.server.appointment;

import org.clinicdesk.appointment.v1.GetBookingRulesRequest;
import org.clinicdesk.appointment.v1.GetBookingRulesResponse;
import org.clinicdesk.appointment.v1.NoteReminderRequest;
import org.clinicdesk.appointment.v1.NoteReminderResponse;
import org.clinicdesk.appointment.v1.ReleaseRequest;
import org.clinicdesk.appointment.v1.ReleaseResponse;
import org.clinicdesk.appointment.v1.SetBookingRulesRequest;
import org.clinicdesk.appointment.v1.SetBookingRulesResponse;
import org.clinicdesk.appointment.v1.WithdrawReminderRequest;
import org.clinicdesk.appointment.v1.WithdrawReminderResponse;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Problem.Stale;
import org.clinicdesk.server.platform.Protos;

import java.time.Duration;

/// What of AppointmentService is about people who are not there: the rules, the calls, and the time given up.
final class LateApi {

    private final Db db;
    private final Appointments appointments;
    private final Reminders reminders;
    private final Releasing releasing;
    private final AppointmentLines lines;

    LateApi(
            Db db,
            Appointments appointments,
            Reminders reminders,
            Releasing releasing,
            AppointmentLines lines) {
        this.db = db;
        this.appointments = appointments;
        this.reminders = reminders;
        this.releasing = releasing;
        this.lines = lines;
    }

    GetBookingRulesResponse rules(GetBookingRulesRequest request) {
        return GetBookingRulesResponse.newBuilder()
                .setRules(AppointmentProtos.proto(appointments.rules()))
                .build();
    }

    SetBookingRulesResponse setRules(SetBookingRulesRequest request) {
        var said = request.getRules();
        var rules = appointments.rules();
        if (rules.version() != said.getVersion()) {
            throw new Stale(BookingRules.class, rules.id());
        }
        var release = said.getReleaseAfterMinutes();
        if (release > 0 && release < said.getLateAfterMinutes()) {
            throw new Invalid("rules.release_after_minutes", "before.late");
        }
        rules.set(
                Duration.ofMinutes(said.getLateAfterMinutes()),
                Duration.ofMinutes(release),
                AppointmentProtos.releaseAs(said.getReleaseAs()),
                new Caps.Limits(
                        said.getDayMinutes(),
                        said.getDayVisits(),
                        said.getSlotMinutes(),
                        Math.max(said.getDayOverbooked(), 0)),
                Duration.ofMinutes(said.getNoticeMinutes()));
        db.session().flush();
        return SetBookingRulesResponse.newBuilder()
                .setRules(AppointmentProtos.proto(rules))
                .build();
    }

    ReleaseResponse release(ReleaseRequest request) {
        var visit = appointments.get(Ids.of(request.getId()), request.getVersion());
        releasing.release(visit);
        return ReleaseResponse.newBuilder().setAppointment(lines.changed(visit)).build();
    }

    NoteReminderResponse note(NoteReminderRequest request) {
        var visit = appointments.get(Ids.of(request.getAppointmentId()));
        Call.current().concerns(visit.patientId());
        var noted =
                reminders.note(
                        visit,
                        AppointmentProtos.outcome(request.getOutcome()),
                        request.hasExpectedAt() ? Protos.instant(request.getExpectedAt()) : null);
        return NoteReminderResponse.newBuilder()
                .setReminder(AppointmentProtos.proto(noted))
                .build();
    }

    WithdrawReminderResponse withdraw(WithdrawReminderRequest request) {
        var reminder = reminders.withdraw(Ids.of(request.getId()), request.getVersion());
        Call.current().concerns(appointments.get(reminder.appointmentId()).patientId());
        return WithdrawReminderResponse.getDefaultInstance();
    }
}
