package org.clinicdesk.client.appointment;

import javafx.scene.Node;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.GetVisitsCalendarRequest;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// Saves the visits of the doctor whom the keyboard is at as a calendar file: of the day, the week or the month.
final class CalendarExport {

    private final Board board;
    private final Desk desk;
    private final String doctor;
    private final Dialog dialog;

    private CalendarExport(Board board, String doctor) {
        this.board = board;
        this.desk = board.desk();
        this.doctor = doctor;
        this.dialog =
                new Dialog(
                        desk.layers(),
                        desk.texts(),
                        "appointment-export",
                        desk.texts()
                                .get("appointment.export.title", Times.practitioner(desk, doctor)));
    }

    /// A room has no calendar.
    static void open(Board board) {
        var day = board.day();
        day.day()
                .get()
                .column(day.cursor().get().columnId())
                .map(Column::practitionerId)
                .filter(doctor -> !doctor.isEmpty())
                .ifPresent(doctor -> new CalendarExport(board, doctor).show());
    }

    private void show() {
        var day = board.day().date().get();
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var spans =
                Boxes.row(
                        8,
                        Boxes.first(span("day", day, day)),
                        span("week", monday, monday.plusDays(6)),
                        span(
                                "month",
                                day.withDayOfMonth(1),
                                day.with(TemporalAdjusters.lastDayOfMonth())));
        dialog.body(Boxes.column(14, Labels.paragraph(words("detail")), spans)).show();
    }

    private String words(String what) {
        return desk.texts().get("appointment.export." + what);
    }

    private Node span(String name, LocalDate first, LocalDate last) {
        return Boxes.onEnter(
                Buttons.plain("appointment-export." + name, words(name), () -> save(first, last)),
                () -> {});
    }

    private void save(LocalDate first, LocalDate last) {
        dialog.hide();
        var request =
                GetVisitsCalendarRequest.newBuilder()
                        .setPractitionerId(doctor)
                        .setFrom(first.toString())
                        .setUntil(last.toString())
                        .build();
        var appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        desk.calls()
                .call(() -> appointments.getVisitsCalendar(request).getFile())
                .busy(board.day().busy())
                .refused(board.actions()::explain)
                .then(desk.paper()::save);
    }
}
