package org.clinicdesk.client.caseload;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.queue.v1.CallNextRequest;
import org.clinicdesk.queue.v1.ListQueueRequest;
import org.clinicdesk.queue.v1.QueueEntry;
import org.clinicdesk.queue.v1.QueueServiceGrpc;
import org.clinicdesk.queue.v1.QueueState;

import java.util.Optional;

/// Calls who waits, goes on with who is in the room, and opens the record of anybody else.
final class StartModel {

    private final Desk desk;
    private final QueueServiceGrpc.QueueServiceBlockingV2Stub queue;
    private final Busy busy = new Busy();

    StartModel(Desk desk) {
        this.desk = desk;
        this.queue = QueueServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// @param changed told when the visit is not any more where it was
    void open(Appointment visit, Runnable changed) {
        switch (visit.getStatus()) {
            case APPOINTMENT_STATUS_ARRIVED, APPOINTMENT_STATUS_IN_ROOM -> start(visit, changed);
            default -> record(visit.getPerson());
        }
    }

    /// Of who may not see the clinical record, what the desk knows is shown.
    void record(PersonLine person) {
        desk.patient().set(person);
        if (desk.has("record")) {
            desk.navigator()
                    .go(Place.of("record", "view").with("patient_id", person.getPatientId()));
        } else if (desk.has("patient")) {
            desk.navigator().go(Place.of("patient", "record").with("id", person.getPatientId()));
        }
    }

    private void start(Appointment visit, Runnable changed) {
        if (!desk.may(QueueServiceGrpc.getCallNextMethod()) || !desk.has("visit")) {
            record(visit.getPerson());
            return;
        }
        if (busy.is()) {
            return;
        }
        var request = ListQueueRequest.newBuilder().setSiteId(site()).build();
        desk.calls()
                .call(() -> queue.listQueue(request).getEntriesList())
                .busy(busy)
                .then(entries ->
                        entries.stream()
                                .filter(entry -> entry.getAppointmentId().equals(visit.getId()))
                                .findFirst()
                                .ifPresentOrElse(
                                        entry -> start(entry, changed),
                                        () -> {
                                            record(visit.getPerson());
                                            changed.run();
                                        }));
    }

    private void start(QueueEntry entry, Runnable changed) {
        if (entry.getState() == QueueState.QUEUE_STATE_IN_ROOM) {
            write(entry.getPerson(), entry.getVisitId());
            return;
        }
        var request =
                CallNextRequest.newBuilder()
                        .setSiteId(site())
                        .setEntryId(entry.getId())
                        .setRoomId(room())
                        .build();
        desk.calls()
                .call(() -> queue.callNext(request).getEntry())
                .busy(busy)
                .refused(problem -> {
                    changed.run();
                    refused(problem);
                })
                .then(called -> {
                    desk.notices()
                            .done(desk.texts().get("queue.called", called.getPerson().getName()));
                    write(called.getPerson(), called.getVisitId());
                });
    }

    /// Says why nobody was called before it goes to the visit that is in the way.
    private void refused(Problem problem) {
        desk.explain(problem);
        Optional.of(problem.metadata().getOrDefault("visit", ""))
                .filter(id -> problem.is("VISIT_OPEN") && !id.isEmpty())
                .ifPresent(this::go);
    }

    private void write(PersonLine person, String visitId) {
        if (visitId.isEmpty()) {
            record(person);
        } else {
            desk.patient().set(person);
            go(visitId);
        }
    }

    private void go(String visitId) {
        desk.navigator().go(Place.of("visit", "write").with("id", visitId));
    }

    private String site() {
        return desk.site().getId();
    }

    /// The room this desk stands in; empty when nobody said.
    private String room() {
        var room = desk.settings().room().orElse("");
        return desk.site().getRoomsList().stream().anyMatch(known -> known.getId().equals(room))
                ? room
                : "";
    }
}
