package org.clinicdesk.client.appointment;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.CorrectRequest;
import org.clinicdesk.appointment.v1.Resource;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Draft;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.session.v1.Desk.Practitioner;
import org.clinicdesk.session.v1.Desk.Service;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A booked visit whose service, note or company is put right; its time stays.
final class CorrectModel {

    private final Desk desk;
    private final VisitActions actions;
    private final Appointment visit;
    private final Offered offered;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final Draft<CorrectRequest> draft;
    private final ObjectProperty<Service> service = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> early;
    private final ObservableList<Practitioner> beside = FXCollections.observableArrayList();
    private final ObservableList<String> equipment = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    CorrectModel(BoardModel board, VisitActions actions, Appointment visit) {
        this.desk = board.desk();
        this.actions = actions;
        this.visit = visit;
        this.offered = board.offered();
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        this.draft = new Draft<>(CorrectRequest.newBuilder().setReason(visit.getReason()).build());
        services().stream()
                .filter(one -> one.getId().equals(visit.getServiceId()))
                .findFirst()
                .ifPresent(service::set);
        this.early = new SimpleObjectProperty<>(earlyOf(visit));
        visit.getAlsoPractitionerIdsList().forEach(id -> practitioner(id).ifPresent(beside::add));
        equipment.setAll(needed());
        service.addListener(change -> equipment.setAll(needed()));
    }

    private static int earlyOf(Appointment visit) {
        return visit.hasAskedToArrive()
                ? (int) (visit.getStart().getSeconds() - visit.getAskedToArrive().getSeconds()) / 60
                : 0;
    }

    private Optional<Practitioner> practitioner(String id) {
        return practitioners().stream().filter(one -> one.getId().equals(id)).findFirst();
    }

    Desk desk() {
        return desk;
    }

    Draft<CorrectRequest> draft() {
        return draft;
    }

    Busy busy() {
        return busy;
    }

    /// Those that new visits are booked of, and the one it has.
    List<Service> services() {
        return desk.session().desk().getServicesList().stream()
                .filter(one -> one.getActive() || one.getId().equals(visit.getServiceId()))
                .toList();
    }

    /// Who can see the person beside the first doctor.
    List<Practitioner> practitioners() {
        return desk.session().desk().getPractitionersList().stream()
                .filter(one -> !one.getId().equals(visit.getPractitionerId()))
                .toList();
    }

    ObjectProperty<Service> service() {
        return service;
    }

    /// So many minutes before the start the person is asked to be there.
    ObjectProperty<Integer> early() {
        return early;
    }

    /// The doctors beside the first.
    ObservableList<Practitioner> beside() {
        return beside;
    }

    /// What is kept for it by name.
    ObservableList<String> equipment() {
        return equipment;
    }

    /// What can be kept for it, by name; what it has stays in the list though it is not used any more.
    List<String> allEquipment() {
        return Stream.concat(
                        offered.equipment().stream().map(Resource::getId),
                        visit.getResourceIdsList().stream().filter(offered::isEquipment))
                .distinct()
                .toList();
    }

    String equipment(String id) {
        return offered.names(List.of(id));
    }

    /// Why it was not taken; empty when nothing is wrong.
    ReadOnlyStringProperty refused() {
        return refused.getReadOnlyProperty();
    }

    /// @param corrected run when it is done
    void save(Runnable corrected) {
        if (busy.is() || service.get() == null) {
            return;
        }
        refused.set("");
        var request = request();
        desk.calls()
                .call(() -> appointments.correct(request).getAppointment())
                .busy(busy)
                .once(requestId)
                .refused(this::refused)
                .then(done -> {
                    corrected.run();
                    actions.corrected(visit, done);
                });
    }

    private CorrectRequest request() {
        return draft.build().toBuilder()
                .setId(visit.getId())
                .setVersion(visit.getVersion())
                .setServiceId(service.get().getId())
                .setArriveEarlyMinutes(early.get())
                .addAllAlsoPractitionerIds(beside.stream().map(Practitioner::getId).toList())
                .addAllEquipmentIds(equipment)
                .build();
    }

    /// What the old service needed, the new one does not.
    private List<String> needed() {
        return service.get() != null && service.get().getId().equals(visit.getServiceId())
                ? visit.getResourceIdsList().stream().filter(offered::isEquipment).toList()
                : List.of();
    }

    private void refused(Problem problem) {
        requestId = problem.offline() ? requestId : RequestId.fresh();
        if (problem.domain().equals("appointment")) {
            refused.set(Refusals.words(desk, problem));
        } else {
            actions.explain(problem);
        }
    }
}
