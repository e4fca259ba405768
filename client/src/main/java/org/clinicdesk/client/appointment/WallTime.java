package org.clinicdesk.client.appointment;

import com.google.protobuf.Timestamp;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.Span;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// Instants as minutes of a day on the wall clock of the clinic.
record WallTime(ZoneId zone) {

    static Instant instant(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }

    LocalDate date(Timestamp timestamp) {
        return LocalDate.ofInstant(instant(timestamp), zone);
    }

    /// Cut at both midnights of the day.
    Minutes minutes(Timestamp start, Timestamp end, LocalDate date) {
        return new Minutes(cut(start, date), cut(end, date));
    }

    Minutes minutes(Span span, LocalDate date) {
        return minutes(span.getStart(), span.getEnd(), date);
    }

    Minutes minutes(Appointment visit, LocalDate date) {
        return minutes(visit.getStart(), visit.getEnd(), date);
    }

    private int cut(Timestamp timestamp, LocalDate date) {
        return Math.clamp(minute(instant(timestamp), date), 0, Minutes.DAY);
    }

    /// Before or after the day it lies outside `0..1440`.
    int minute(Instant instant, LocalDate date) {
        var at = instant.atZone(zone);
        var days = (int) (at.toLocalDate().toEpochDay() - date.toEpochDay());
        return days * Minutes.DAY + at.getHour() * 60 + at.getMinute();
    }

    Instant instant(LocalDate date, int minute) {
        return date.atTime(LocalTime.MIN).plusMinutes(minute).atZone(zone).toInstant();
    }
}
