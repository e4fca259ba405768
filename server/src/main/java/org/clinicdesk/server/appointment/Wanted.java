package org.clinicdesk.server.appointment;

import org.clinicdesk.server.roster.Span;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// A visit that is to have another time.
///
/// @param doctors who may see the patient, his own first; the doctors beside the first are not among them
record Wanted(Appointment visit, List<UUID> doctors, Demand demand) {

    /// How far away a day is, in minutes: a day of work.
    static final long DAY = 480;

    private static final long OTHER_DOCTOR = 120;
    private static final long USUAL_DOCTOR = 60;
    private static final long OTHER_HALF = 120;

    /// How far a time is from what was agreed, in minutes; [Alternatives] says how it is counted.
    long distance(UUID doctor, Span span, Habits likes, ZoneId zone) {
        var was = visit.span().start().atZone(zone);
        var is = span.start().atZone(zone);
        var days = Math.abs(ChronoUnit.DAYS.between(was.toLocalDate(), is.toLocalDate()));
        var minutes = Math.abs(ChronoUnit.MINUTES.between(was.toLocalTime(), is.toLocalTime()));
        var other =
                doctor.equals(visit.practitionerId())
                        ? 0
                        : likes.doctors().contains(doctor) ? USUAL_DOCTOR : OTHER_DOCTOR;
        var half = likes.half() < 0 || likes.half() == Habits.half(is.getHour()) ? 0 : OTHER_HALF;
        return days * DAY + minutes + other + half;
    }
}
