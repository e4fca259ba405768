package org.clinicdesk.client.roster;

import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.roster.v1.Absence;
import org.clinicdesk.roster.v1.AbsenceState;
import org.clinicdesk.roster.v1.WallTime;

import java.time.LocalDate;
import java.util.stream.Stream;

/// Says what an absence is, the same way on every screen.
final class Absences {

    private Absences() {}

    static boolean touches(Absence absence, LocalDate day) {
        var time = absence.getTime();
        return !LocalDate.parse(time.getFirstDay()).isAfter(day)
                && !LocalDate.parse(time.getLastDay()).isBefore(day);
    }

    /// Whether it is about a practitioner's hours at a site.
    static boolean concerns(Absence absence, String practitioner, String site) {
        return absence.getRoomId().isEmpty()
                && (absence.getPractitionerId().isEmpty()
                        || absence.getPractitionerId().equals(practitioner))
                && (absence.getSiteId().isEmpty() || absence.getSiteId().equals(site));
    }

    static boolean requested(Absence absence) {
        return absence.getState() == AbsenceState.ABSENCE_STATE_REQUESTED;
    }

    /// `Public holiday`, `Vacation`.
    static String kind(Desk desk, Absence absence) {
        return desk.texts()
                .get(
                        absence.getHoursTaken()
                                ? "roster.kind.hours-taken"
                                : "roster.kind." + absence.getKind().name());
    }

    static Tint tint(Absence absence) {
        if (requested(absence)) {
            return Tint.AMBER;
        }
        return switch (absence.getKind()) {
            case ABSENCE_KIND_HOLIDAY, ABSENCE_KIND_CLOSURE -> Tint.VIOLET;
            case ABSENCE_KIND_BLOCKOUT -> Tint.GRAY;
            default -> Tint.BLUE;
        };
    }

    static String icon(Absence absence) {
        return switch (absence.getKind()) {
            case ABSENCE_KIND_HOLIDAY -> "mdi2p-party-popper";
            case ABSENCE_KIND_CLOSURE -> "mdi2d-door-closed-lock";
            case ABSENCE_KIND_BLOCKOUT -> "mdi2c-cancel";
            case ABSENCE_KIND_SICK -> "mdi2m-medical-bag";
            case ABSENCE_KIND_TRAINING -> "mdi2s-school-outline";
            default -> "mdi2b-beach";
        };
    }

    /// Whom or what it is about: a name, a room, the site, everybody.
    static String who(Desk desk, Absence absence) {
        if (!absence.getPractitionerId().isEmpty()) {
            return absence.getPractitionerName();
        }
        var sites = desk.session().desk().getSitesList();
        if (!absence.getRoomId().isEmpty()) {
            return sites.stream()
                    .flatMap(site -> site.getRoomsList().stream())
                    .filter(room -> room.getId().equals(absence.getRoomId()))
                    .map(room -> room.getName())
                    .findFirst()
                    .orElse("");
        }
        return sites.stream()
                .filter(site -> site.getId().equals(absence.getSiteId()))
                .map(site -> site.getName())
                .findFirst()
                .orElse(desk.texts().get("roster.everybody"));
    }

    /// `23 Nov 2026, 10:00–11:00`, `23 Nov 2026 – 27 Nov 2026`.
    static String when(Desk desk, WallTime time) {
        var dates = desk.texts().dates();
        var first = dates.date(LocalDate.parse(time.getFirstDay()));
        var last = dates.date(LocalDate.parse(time.getLastDay()));
        if (first.equals(last)) {
            var clock = clock(time.getFrom(), "00:00") + "–" + clock(time.getTo(), "24:00");
            return clock.equals("00:00–24:00") ? first : first + ", " + clock;
        }
        return join(first, time.getFrom()) + " – " + join(last, time.getTo());
    }

    private static String clock(String time, String otherwise) {
        return time.isEmpty() ? otherwise : time;
    }

    private static String join(String day, String time) {
        return String.join(" ", Stream.of(day, time).filter(part -> !part.isEmpty()).toList());
    }
}
