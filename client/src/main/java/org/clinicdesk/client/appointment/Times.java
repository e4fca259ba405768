package org.clinicdesk.client.appointment;

import com.google.protobuf.Timestamp;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.session.v1.Desk.Practitioner;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/// Times and names of visits in the words of the board.
final class Times {

    private Times() {}

    static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60 % 24, minute % 60);
    }

    static String range(Minutes time) {
        return clock(time.from()) + " – " + clock(time.to());
    }

    static String start(Desk desk, Appointment visit) {
        return desk.texts().dates().time(Day.instant(visit.getStart()), desk.session().zone());
    }

    static String at(Desk desk, Timestamp timestamp) {
        return desk.texts().dates().time(Day.instant(timestamp), desk.session().zone());
    }

    static LocalDate date(Desk desk, Appointment visit) {
        return LocalDate.ofInstant(Day.instant(visit.getStart()), desk.session().zone());
    }

    /// How long a visit is.
    static int minutes(Appointment visit) {
        return (int)
                Duration.between(Day.instant(visit.getStart()), Day.instant(visit.getEnd()))
                        .toMinutes();
    }

    /// Whole minutes since an instant, never less than 0.
    static long minutesSince(Timestamp since, Instant now) {
        return Math.max(0, Duration.between(Day.instant(since), now).toMinutes());
    }

    static String practitioner(Desk desk, String id) {
        return desk.session().practitioner(id);
    }

    static String specialty(Desk desk, String id) {
        return desk.session().desk().getPractitionersList().stream()
                .filter(practitioner -> practitioner.getId().equals(id))
                .findFirst()
                .map(Practitioner::getSpecialty)
                .orElse("");
    }

    static String service(Desk desk, String id) {
        return desk.session().service(id);
    }

    static String room(Desk desk, String id) {
        return desk.session().desk().getSitesList().stream()
                .flatMap(site -> site.getRoomsList().stream())
                .filter(room -> room.getId().equals(id))
                .findFirst()
                .map(room -> room.getName())
                .orElse("");
    }

    static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }
}
