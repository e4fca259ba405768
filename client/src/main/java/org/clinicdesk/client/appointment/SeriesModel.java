package org.clinicdesk.client.appointment;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.Confirmation;
import org.clinicdesk.appointment.v1.ListUpcomingRequest;
import org.clinicdesk.appointment.v1.MoveResponse;
import org.clinicdesk.appointment.v1.SeriesRow;
import org.clinicdesk.appointment.v1.SetConfirmationRequest;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.TakeBack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was done to several visits of a series at once, and the way back from it as a whole. What could not be done is
/// told visit by visit, and the rest is; what cannot be taken back is told too, and then nothing is.
final class SeriesModel {

    private final BoardModel board;
    private final Desk desk;
    private final Busy busy;
    private final TakeBack takeBack;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ReadOnlyObjectWrapper<Optional<LeftOut>> leftOut =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    SeriesModel(BoardModel board, Busy busy) {
        this.board = board;
        this.desk = board.desk();
        this.busy = busy;
        this.takeBack = new TakeBack(desk, busy);
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// What somebody must read about visits that stayed as they were.
    ReadOnlyObjectProperty<Optional<LeftOut>> leftOut() {
        return leftOut.getReadOnlyProperty();
    }

    /// It was read.
    void read() {
        leftOut.set(Optional.empty());
    }

    /// The others that were moved along with a visit.
    static List<Appointment> done(MoveResponse answer) {
        return answer.getOthersList().stream()
                .filter(SeriesRow::hasAppointment)
                .map(SeriesRow::getAppointment)
                .toList();
    }

    /// Tells which of the others stay where they were.
    void tellStayed(MoveResponse answer) {
        var stayed =
                answer.getOthersList().stream().filter(row -> !row.getRefused().isEmpty()).toList();
        if (!stayed.isEmpty()) {
            leftOut.set(Optional.of(LeftOut.of(desk, "appointment.series.stay", stayed)));
        }
    }

    /// One visit of a series was agreed to: offers to agree to the others that are only asked for.
    void agreed(Appointment visit) {
        var request =
                ListUpcomingRequest.newBuilder()
                        .setPatientId(visit.getPerson().getPatientId())
                        .build();
        desk.calls()
                .call(() -> appointments.listUpcoming(request).getAppointmentsList())
                .refused(problem -> {})
                .then(all -> {
                    var asked =
                            all.stream()
                                    .filter(one ->
                                            one.getSeriesId().equals(visit.getSeriesId())
                                                    && one.getStatus()
                                                            == AppointmentStatus
                                                                    .APPOINTMENT_STATUS_REQUESTED)
                                    .toList();
                    if (!asked.isEmpty()) {
                        desk.notices()
                                .offer(
                                        desk.texts()
                                                .get(
                                                        "appointment.series.requested",
                                                        asked.size(),
                                                        visit.getPerson().getName()),
                                        "appointment.series.agree",
                                        () -> agree(asked));
                    }
                });
    }

    /// Agrees to all of them, or to none.
    private void agree(List<Appointment> asked) {
        var request = agreement(asked);
        desk.calls()
                .call(() -> appointments.setConfirmation(request))
                .busy(busy)
                .refused(problem -> {
                    board.read();
                    refused("appointment.series.not-agreed", asked, problem);
                    if (problem.is("NOT_NOTED")) {
                        // Those that still can be, as they are now.
                        agreed(asked.getFirst());
                    }
                })
                .then(answer -> {
                    board.read();
                    var agreed = new ArrayList<>(List.of(answer.getAppointment()));
                    agreed.addAll(answer.getOthersList());
                    desk.notices()
                            .done(
                                    desk.texts().get("appointment.series.agreed", agreed.size()),
                                    "",
                                    wayBack(agreed));
                });
    }

    private static SetConfirmationRequest agreement(List<Appointment> asked) {
        var request =
                SetConfirmationRequest.newBuilder()
                        .setId(asked.getFirst().getId())
                        .setVersion(asked.getFirst().getVersion())
                        .setConfirmation(Confirmation.CONFIRMATION_CONFIRMED);
        asked.stream()
                .skip(1)
                .forEach(visit ->
                        request.addOthersBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion()));
        return request.build();
    }

    /// Remembers the way back from what was done to all of them, or to none.
    Runnable wayBack(List<Appointment> visits) {
        return wayBack(visits, "appointment.series.taken-back");
    }

    /// @param told the key of what is said of them then
    Runnable wayBack(List<Appointment> visits, String told) {
        var whose = visits.getFirst().getPerson().getName();
        return desk.undos()
                .add(attempt ->
                        takeBack.all(
                                attempt,
                                visits,
                                problem -> {
                                    board.read();
                                    refused("appointment.series.not-back", visits, problem);
                                },
                                _ -> {
                                    board.read();
                                    desk.notices()
                                            .done(desk.texts().get(told, visits.size(), whose));
                                }));
    }

    private void refused(String titleKey, List<Appointment> visits, Problem problem) {
        if (problem.is("NOT_TAKEN_BACK") || problem.is("NOT_NOTED")) {
            leftOut.set(Optional.of(LeftOut.of(desk, titleKey, visits, problem)));
        } else {
            Refusals.explain(desk, problem);
        }
    }
}
