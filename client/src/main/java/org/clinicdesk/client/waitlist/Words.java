package org.clinicdesk.client.waitlist;

import com.google.protobuf.Timestamp;

import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.waitlist.v1.FreedSlot;
import org.clinicdesk.waitlist.v1.Offer;
import org.clinicdesk.waitlist.v1.Urgency;
import org.clinicdesk.waitlist.v1.WaitingEntry;
import org.clinicdesk.waitlist.v1.Wanted;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Times, people and limits of the list in plain words.
record Words(Desk desk) {

    private static final int WHOLE_DAY = 24 * 60;

    String practitioner(String id) {
        return desk.session().practitioner(id);
    }

    String service(String id) {
        return desk.session().service(id);
    }

    String when(Timestamp at) {
        return day(at) + ", " + time(at);
    }

    String day(Timestamp at) {
        var date = LocalDate.ofInstant(WaitlistModel.instant(at), desk.session().zone());
        return desk.texts().dates().day(date);
    }

    String date(Timestamp at) {
        var date = LocalDate.ofInstant(WaitlistModel.instant(at), desk.session().zone());
        return desk.texts().dates().date(date);
    }

    String time(Timestamp at) {
        return desk.texts().dates().time(WaitlistModel.instant(at), desk.session().zone());
    }

    String range(FreedSlot slot) {
        return time(slot.getStart()) + " – " + time(slot.getEnd());
    }

    /// When somebody asked.
    String asked(WaitingEntry entry) {
        return desk.texts()
                .get("waitlist.asked", date(entry.getAskedAt()), time(entry.getAskedAt()));
    }

    String urgency(Urgency urgency) {
        return desk.texts().get("waitlist.urgency." + urgency.name());
    }

    static Tint tint(Urgency urgency) {
        return switch (urgency) {
            case URGENCY_ASAP -> Tint.RED;
            case URGENCY_URGENT -> Tint.AMBER;
            default -> Tint.GRAY;
        };
    }

    /// `4:07`.
    static String countdown(Duration left) {
        return "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
    }

    String offeredBy(Offer offer) {
        return offeredBy(
                Map.of(
                        "by",
                        offer.getBy(),
                        "until",
                        WaitlistModel.instant(offer.getExpiresAt()).toString()));
    }

    /// Who keeps a time and until when, as the server names it.
    String offeredBy(Map<String, String> held) {
        var until = held.getOrDefault("until", "");
        var time =
                until.isEmpty()
                        ? ""
                        : desk.texts().dates().time(Instant.parse(until), desk.session().zone());
        return desk.texts().get("waitlist.refused.OFFERED", held.getOrDefault("by", ""), time);
    }

    /// With whom: `Dr. Lê Thu Hà`, a specialty, or anybody.
    String who(Wanted wanted) {
        if (wanted.getPractitionerIdsCount() > 0) {
            return wanted.getPractitionerIdsList().stream()
                    .map(this::practitioner)
                    .collect(Collectors.joining(", "));
        }
        return wanted.getSpecialty().isEmpty()
                ? desk.texts().get("waitlist.anybody")
                : wanted.getSpecialty();
    }

    /// When: `Mon, Wed · 08:00 – 12:00 · until 4 Dec 2026`.
    String limits(Wanted wanted) {
        var words =
                Stream.of(weekdays(wanted), part(wanted), dates(wanted))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · "));
        return words.isEmpty() ? desk.texts().get("waitlist.any-time") : words;
    }

    private String weekdays(Wanted wanted) {
        return wanted.getWeekdaysList().stream()
                .map(day ->
                        DayOfWeek.of(day).getDisplayName(TextStyle.SHORT, desk.texts().locale()))
                .collect(Collectors.joining(", "));
    }

    private String part(Wanted wanted) {
        var whole = wanted.getFromMinute() == 0 && wanted.getToMinute() % WHOLE_DAY == 0;
        return whole ? "" : clock(wanted.getFromMinute()) + " – " + clock(wanted.getToMinute());
    }

    private String clock(int minute) {
        return minute == WHOLE_DAY
                ? "24:00"
                : desk.texts().dates().time(LocalTime.of(minute / 60, minute % 60));
    }

    private String dates(Wanted wanted) {
        var dates = desk.texts().dates();
        if (wanted.getLatest().isEmpty()) {
            return wanted.getEarliest().isEmpty()
                    ? ""
                    : desk.texts().get("waitlist.from", dates.partial(wanted.getEarliest()));
        }
        return wanted.getEarliest().isEmpty()
                ? desk.texts().get("waitlist.until", dates.partial(wanted.getLatest()))
                : dates.partial(wanted.getEarliest()) + " – " + dates.partial(wanted.getLatest());
    }
}
