package org.clinicdesk.server.queue;

import org.clinicdesk.queue.v1.CallNextRequest;
import org.clinicdesk.queue.v1.CallNextResponse;
import org.clinicdesk.queue.v1.ListQueueRequest;
import org.clinicdesk.queue.v1.ListQueueResponse;
import org.clinicdesk.queue.v1.QueuePriority;
import org.clinicdesk.queue.v1.QueueState;
import org.clinicdesk.queue.v1.SetPriorityRequest;
import org.clinicdesk.queue.v1.SetPriorityResponse;
import org.clinicdesk.queue.v1.UndoCallRequest;
import org.clinicdesk.queue.v1.UndoCallResponse;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.patient.People;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Protos;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// QueueService of the contract.
final class QueueApi {

    private final Db db;
    private final Clock clock;
    private final QueueEntries entries;

    QueueApi(Db db, Clock clock, QueueEntries entries) {
        this.db = db;
        this.clock = clock;
        this.entries = entries;
    }

    ListQueueResponse list(ListQueueRequest request) {
        var practitioner =
                request.getPractitionerId().isEmpty() ? null : Ids.of(request.getPractitionerId());
        var found = entries.present(Ids.of(request.getSiteId()), practitioner);
        return ListQueueResponse.newBuilder().addAllEntries(protos(found)).build();
    }

    CallNextResponse callNext(CallNextRequest request) {
        var site = Ids.of(request.getSiteId());
        var me = Call.current().caller().staffId();
        var called =
                request.getEntryId().isEmpty()
                        ? entries.callNext(site, me, clock.instant())
                        : entries.call(Ids.of(request.getEntryId()), site, me, clock.instant());
        return CallNextResponse.newBuilder().setEntry(changed(called)).build();
    }

    UndoCallResponse undoCall(UndoCallRequest request) {
        var entry =
                entries.undoCall(
                        Ids.of(request.getEntryId()), request.getVersion(), clock.instant());
        return UndoCallResponse.newBuilder().setEntry(changed(entry)).build();
    }

    SetPriorityResponse setPriority(SetPriorityRequest request) {
        var priority =
                Priority.valueOf(
                        request.getPriority().name().substring("QUEUE_PRIORITY_".length()));
        var entry =
                entries.setPriority(Ids.of(request.getEntryId()), request.getVersion(), priority);
        return SetPriorityResponse.newBuilder().setEntry(changed(entry)).build();
    }

    private org.clinicdesk.queue.v1.QueueEntry changed(QueueEntry entry) {
        Call.current().concerns(entry.patientId());
        db.session().flush();
        return protos(List.of(entry)).getFirst();
    }

    private List<org.clinicdesk.queue.v1.QueueEntry> protos(List<QueueEntry> entries) {
        var people =
                patients(entries.stream().map(QueueEntry::patientId).collect(Collectors.toSet()));
        var names =
                names(entries.stream().map(QueueEntry::practitionerId).collect(Collectors.toSet()));
        return entries.stream()
                .map(entry ->
                        proto(
                                entry,
                                Objects.requireNonNull(people.get(entry.patientId())),
                                Objects.requireNonNull(names.get(entry.practitionerId()))))
                .toList();
    }

    private Map<UUID, Patient> patients(Collection<UUID> ids) {
        return db
                .session()
                .createQuery("from Patient where id in (:ids)", Patient.class)
                .setParameterList("ids", ids)
                .list()
                .stream()
                .collect(Collectors.toMap(Patient::id, Function.identity()));
    }

    private Map<UUID, String> names(Collection<UUID> ids) {
        return db
                .session()
                .createQuery("select id, name from StaffMember where id in (:ids)", Object[].class)
                .setParameterList("ids", ids)
                .list()
                .stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    private static org.clinicdesk.queue.v1.QueueEntry proto(
            QueueEntry entry, Patient patient, String practitioner) {
        var answer =
                org.clinicdesk.queue.v1.QueueEntry.newBuilder()
                        .setId(entry.id().toString())
                        .setVersion(entry.version())
                        .setPerson(People.line(patient))
                        .setAppointmentId(entry.appointmentId().map(UUID::toString).orElse(""))
                        .setPractitionerId(entry.practitionerId().toString())
                        .setPractitionerName(practitioner)
                        .setTicket(entry.ticket())
                        .setPriority(
                                QueuePriority.valueOf("QUEUE_PRIORITY_" + entry.priority().name()))
                        .setState(QueueState.valueOf("QUEUE_STATE_" + entry.state().name()))
                        .setSince(Protos.timestamp(entry.since()))
                        .setReason(entry.reason())
                        .setVisitId(entry.visitId().map(UUID::toString).orElse(""));
        entry.bookedFor().map(Protos::timestamp).ifPresent(answer::setBookedFor);
        return answer.build();
    }
}
