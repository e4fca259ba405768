package org.clinicdesk.client.appointment;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.roster.v1.Absence;
import org.clinicdesk.roster.v1.AbsenceState;
import org.clinicdesk.roster.v1.GetRosterRequest;
import org.clinicdesk.roster.v1.RosterServiceGrpc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Why the days on the board are closed, or somebody is not there: holidays, closures, blockouts and leave. For whoever may
/// read the roster.
final class ClosedModel {

    private final BoardModel board;
    private final Desk desk;
    private final RosterServiceGrpc.RosterServiceBlockingV2Stub roster;
    private final ReadOnlyObjectWrapper<List<Absence>> closed =
            new ReadOnlyObjectWrapper<>(List.of());
    private final Lane reading = new Lane();

    ClosedModel(BoardModel board) {
        this.board = board;
        this.desk = board.desk();
        this.roster = RosterServiceGrpc.newBlockingV2Stub(desk.channel());
        board.day().addListener(change -> read());
        read();
    }

    /// What holds on the days shown.
    ReadOnlyObjectProperty<List<Absence>> closed() {
        return closed.getReadOnlyProperty();
    }

    private void read() {
        if (!board.wasRead() || !desk.may(RosterServiceGrpc.getGetRosterMethod())) {
            return;
        }
        var day = board.day().get();
        var request =
                GetRosterRequest.newBuilder()
                        .setSiteId(board.siteId())
                        .setFrom(day.layout().first(day.date()).toString())
                        .setDays(day.layout().length())
                        .build();
        desk.calls()
                .call(() -> roster.getRoster(request).getAbsencesList())
                .latest(reading)
                // The board can be worked with all the same.
                .refused(problem -> {})
                .then(absences -> closed.set(absences.stream().filter(this::holds).toList()));
    }

    private boolean holds(Absence absence) {
        return absence.getState() == AbsenceState.ABSENCE_STATE_APPROVED
                && !absence.getHoursTaken()
                && (absence.getSiteId().isEmpty() || absence.getSiteId().equals(board.siteId()))
                && (absence.getRoomId().isEmpty() || !room(absence).isEmpty());
    }

    /// `Public holiday · Tết`, `Vacation · Dr. Lê Thu Hà · 26 Nov`.
    String words(Absence absence) {
        var words = new ArrayList<String>();
        words.add(desk.texts().get("roster.kind." + absence.getKind().name()));
        words.add(absence.getPractitionerName());
        words.add(room(absence));
        words.add(absence.getNote());
        if (board.day().get().layout().week()) {
            words.add(days(absence));
        }
        words.add(hours(absence));
        words.removeIf(String::isEmpty);
        return String.join(" · ", words);
    }

    /// Of the site that is shown.
    private String room(Absence absence) {
        return desk.session().desk().getSitesList().stream()
                .filter(site -> site.getId().equals(board.siteId()))
                .flatMap(site -> site.getRoomsList().stream())
                .filter(room -> room.getId().equals(absence.getRoomId()))
                .map(room -> room.getName())
                .findFirst()
                .orElse("");
    }

    private String days(Absence absence) {
        var dates = desk.texts().dates();
        var first = dates.dayAndMonth(LocalDate.parse(absence.getTime().getFirstDay()));
        var last = dates.dayAndMonth(LocalDate.parse(absence.getTime().getLastDay()));
        return first.equals(last) ? first : first + " – " + last;
    }

    private static String hours(Absence absence) {
        var time = absence.getTime();
        var whole =
                (time.getFrom().isEmpty() || time.getFrom().equals("00:00"))
                        && (time.getTo().isEmpty() || time.getTo().equals("24:00"));
        return whole ? "" : time.getFrom() + "–" + time.getTo();
    }
}
