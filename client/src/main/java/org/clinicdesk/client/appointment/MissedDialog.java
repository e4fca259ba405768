package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.SeriesRow;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;

import java.util.List;

/// Which visits of a series were not booked, why, and what is free instead; it stays until somebody has read it.
final class MissedDialog {

    private static final int MOST_OFFERS = 3;

    private MissedDialog() {}

    static void open(Desk desk, List<SeriesRow> missed) {
        var texts = desk.texts();
        var rows = Boxes.column(10);
        missed.forEach(row ->
                rows.getChildren()
                        .add(
                                Boxes.column(
                                        2,
                                        Labels.of(when(desk, row), "medium"),
                                        Labels.paragraph(why(desk, row)),
                                        Labels.muted(instead(desk, row)))));
        new Dialog(
                        desk.layers(),
                        texts,
                        "appointment-missed",
                        texts.get("appointment.missed.title", missed.size()))
                .body(rows)
                .cancel(texts.get("kit.close"))
                .show();
    }

    private static String when(Desk desk, SeriesRow row) {
        var start = Day.instant(row.getStart()).atZone(desk.session().zone());
        return desk.texts().dates().day(start.toLocalDate())
                + ", "
                + Times.at(desk, row.getStart());
    }

    private static String why(Desk desk, SeriesRow row) {
        return desk.texts().get("appointment.refused." + row.getRefused());
    }

    private static String instead(Desk desk, SeriesRow row) {
        var offers =
                row.getInsteadList().stream()
                        .limit(MOST_OFFERS)
                        .map(offer ->
                                Times.at(desk, offer.getStart())
                                        + " "
                                        + Times.practitioner(desk, offer.getPractitionerId()))
                        .toList();
        return offers.isEmpty()
                ? desk.texts().get("appointment.missed.nothing")
                : desk.texts().get("appointment.missed.instead", String.join(", ", offers));
    }
}
