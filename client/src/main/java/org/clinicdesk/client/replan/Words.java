package org.clinicdesk.client.replan;

import com.google.protobuf.Timestamp;

import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.replan.v1.Alternative;
import org.clinicdesk.replan.v1.HitVisit;
import org.clinicdesk.replan.v1.Notice;
import org.clinicdesk.replan.v1.NoticeState;
import org.clinicdesk.replan.v1.ReplanState;

import java.time.Instant;
import java.time.LocalDate;

/// Times, names and states in the words of the board.
record Words(Desk desk) {

    /// `09:00 · Tue 1 December`: where room is short, the month goes first.
    String when(Timestamp start) {
        var at = Instant.ofEpochSecond(start.getSeconds(), start.getNanos());
        var zone = desk.session().zone();
        var dates = desk.texts().dates();
        return dates.time(at, zone) + " · " + dates.day(LocalDate.ofInstant(at, zone));
    }

    /// `Mon 30 November – Fri 4 December`: the days, both included.
    String days(Timestamp start, Timestamp end) {
        var zone = desk.session().zone();
        var dates = desk.texts().dates();
        var first = LocalDate.ofInstant(Instant.ofEpochSecond(start.getSeconds()), zone);
        var last = LocalDate.ofInstant(Instant.ofEpochSecond(end.getSeconds() - 1), zone);
        return first.equals(last) ? dates.day(first) : dates.day(first) + " – " + dates.day(last);
    }

    String practitioner(String id) {
        return desk.session().practitioner(id);
    }

    String service(String id) {
        return desk.session().service(id);
    }

    /// Who or what is absent: a name, a room, a site, everybody.
    String who(String practitioner, String room, String site) {
        if (!practitioner.isEmpty()) {
            return practitioner(practitioner);
        }
        var sites = desk.session().desk().getSitesList();
        if (!room.isEmpty()) {
            return sites.stream()
                    .flatMap(one -> one.getRoomsList().stream())
                    .filter(one -> one.getId().equals(room))
                    .map(one -> one.getName())
                    .findFirst()
                    .orElse("");
        }
        return sites.stream()
                .filter(one -> one.getId().equals(site))
                .map(one -> one.getName())
                .findFirst()
                .orElse(desk.texts().get("replan.everybody"));
    }

    /// `09:00 · Tue 1 December · Dr. Whitlow`.
    String alternative(Alternative one) {
        return when(one.getStart()) + " · " + practitioner(one.getPractitionerId());
    }

    /// The same; of a visit that keeps its time and its doctor, that it only gets another room.
    String alternative(HitVisit visit, Alternative one) {
        return anotherRoom(visit, one)
                ? when(one.getStart()) + " · " + desk.texts().get("replan.another-room")
                : alternative(one);
    }

    static boolean anotherRoom(HitVisit visit, Alternative one) {
        return visit.getStart().equals(one.getStart())
                && visit.getPractitionerId().equals(one.getPractitionerId());
    }

    String state(ReplanState state) {
        return desk.texts().get("replan.state." + state.name());
    }

    static Tint tint(ReplanState state) {
        return switch (state) {
            case REPLAN_STATE_OPEN -> Tint.AMBER;
            case REPLAN_STATE_MOVED -> Tint.GREEN;
            case REPLAN_STATE_PINNED -> Tint.VIOLET;
            default -> Tint.GRAY;
        };
    }

    /// What became of a visit; of an open one, nothing.
    String outcome(HitVisit visit) {
        return switch (visit.getState()) {
            case REPLAN_STATE_MOVED -> alternative(visit, visit.getMovedTo());
            case REPLAN_STATE_KEPT -> visit.getKeptReason();
            default -> "";
        };
    }

    String state(NoticeState state) {
        return desk.texts().get("replan.notice." + state.name());
    }

    static Tint tint(NoticeState state) {
        return switch (state) {
            case NOTICE_STATE_TOLD -> Tint.GREEN;
            case NOTICE_STATE_NOT_REACHED -> Tint.RED;
            default -> Tint.AMBER;
        };
    }

    /// The time that the person has now, or why there is none.
    String now(Notice notice) {
        return notice.hasNewStart()
                ? when(notice.getNewStart()) + " · " + practitioner(notice.getNewPractitionerId())
                : desk.texts()
                        .get(
                                notice.getVisit() == ReplanState.REPLAN_STATE_CANCELLED
                                        ? "replan.cancelled"
                                        : "replan.no-time");
    }

    /// Why one visit of many could not be moved, or taken back.
    String reason(String reason) {
        var texts = desk.texts();
        for (var room : new String[] {"replan.reason.", "appointment.refused."}) {
            if (texts.has(room + reason)) {
                return texts.get(room + reason);
            }
        }
        return texts.get("replan.reason");
    }
}
