package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.GetDaySheetRequest;
import org.clinicdesk.client.kit.PaperPreview;

import java.util.Set;

/// The day of the board on paper.
final class DayPaper {

    private DayPaper() {}

    /// Those who have a column when some were chosen; else everybody.
    private static Set<String> shown(Board board) {
        var layout = board.day().layout().get();
        if (layout.by() != By.DOCTOR) {
            return Set.of();
        }
        return layout.week() ? Set.of(layout.whose()) : layout.doctors();
    }

    /// Shows it before it is printed or saved.
    static void open(Board board) {
        var desk = board.desk();
        var request =
                GetDaySheetRequest.newBuilder()
                        .setDate(board.day().date().get().toString())
                        .setSiteId(board.day().siteId())
                        .addAllPractitionerIds(shown(board))
                        .build();
        var appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        desk.calls()
                .call(() -> appointments.getDaySheet(request).getFile())
                .busy(board.day().busy())
                .refused(board.actions()::explain)
                .then(file ->
                        new PaperPreview(
                                        desk,
                                        "day-paper",
                                        desk.texts().get("appointment.day.paper"),
                                        file)
                                .show());
    }
}
