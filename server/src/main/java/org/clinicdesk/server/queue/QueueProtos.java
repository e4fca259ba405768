package org.clinicdesk.server.queue;

import org.clinicdesk.queue.v1.ListHistoryResponse;
import org.clinicdesk.queue.v1.QueueEntry.Elsewhere;
import org.clinicdesk.queue.v1.QueueEntry.Standing;
import org.clinicdesk.queue.v1.QueueEntry.Transferred;
import org.clinicdesk.queue.v1.QueueState;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.patient.People;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Protos;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Entries as the contract shows them, with the names that belong to their ids.
final class QueueProtos {

    private static final String GROUP = "PRIORITY_GROUP_";

    private final Db db;

    QueueProtos(Db db) {
        this.db = db;
    }

    /// Those who wait with their place among all who wait at the site.
    List<org.clinicdesk.queue.v1.QueueEntry> of(
            List<QueueEntry> entries, Line line, Map<UUID, Duration> waits) {
        var people =
                patients(entries.stream().map(QueueEntry::patientId).collect(Collectors.toSet()));
        var staff =
                staff(
                        entries.stream()
                                .flatMap(entry -> practitioners(entry, line))
                                .collect(Collectors.toSet()));
        var rooms =
                names(
                        "Room",
                        entries.stream()
                                .flatMap(entry -> rooms(entry, line))
                                .collect(Collectors.toSet()));
        return entries.stream()
                .map(entry -> {
                    var person = Objects.requireNonNull(people.get(entry.patientId()));
                    var answer = proto(entry, person, staff, rooms);
                    if (entry.state() == StayState.WAITING) {
                        answer.setStanding(standing(entry, line, waits));
                        line.elsewhere(entry)
                                .map(other -> elsewhere(other, staff, rooms))
                                .ifPresent(answer::setElsewhere);
                    }
                    return answer.build();
                })
                .toList();
    }

    private static Stream<UUID> practitioners(QueueEntry entry, Line line) {
        return Stream.of(
                        entry.practitionerId(),
                        entry.transferredFrom(),
                        line.elsewhere(entry).flatMap(QueueEntry::practitionerId))
                .flatMap(Optional::stream);
    }

    private static Stream<UUID> rooms(QueueEntry entry, Line line) {
        return Stream.of(entry.roomId(), line.elsewhere(entry).flatMap(QueueEntry::roomId))
                .flatMap(Optional::stream);
    }

    private static Elsewhere elsewhere(
            QueueEntry other, Map<UUID, String> staff, Map<UUID, String> rooms) {
        return Elsewhere.newBuilder()
                .setPractitionerName(name(other.practitionerId(), staff))
                .setRoomName(name(other.roomId(), rooms))
                .build();
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

    /// The names of members of the staff.
    Map<UUID, String> staff(Collection<UUID> ids) {
        return names("StaffMember", ids);
    }

    private Map<UUID, String> names(String entity, Collection<UUID> ids) {
        return db
                .session()
                .createQuery(
                        "select id, name from " + entity + " where id in (:ids)", Object[].class)
                .setParameterList("ids", ids)
                .list()
                .stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    private static String name(Optional<UUID> id, Map<UUID, String> names) {
        return id.map(names::get).orElse("");
    }

    private static String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse("");
    }

    private static org.clinicdesk.queue.v1.QueueEntry.Builder proto(
            QueueEntry entry, Patient patient, Map<UUID, String> staff, Map<UUID, String> rooms) {
        var answer =
                org.clinicdesk.queue.v1.QueueEntry.newBuilder()
                        .setId(entry.id().toString())
                        .setVersion(entry.version())
                        .setPerson(People.line(patient))
                        .setAppointmentId(text(entry.appointmentId()))
                        .setPractitionerId(text(entry.practitionerId()))
                        .setPractitionerName(name(entry.practitionerId(), staff))
                        .setTicket(entry.ticket().toString())
                        .setState(QueueState.valueOf("QUEUE_STATE_" + entry.state().name()))
                        .setSince(Protos.timestamp(entry.since()))
                        .setReason(entry.reason())
                        .setVisitId(text(entry.visitId()))
                        .setRoomId(text(entry.roomId()))
                        .setRoomName(name(entry.roomId(), rooms))
                        .setMissed(entry.missed())
                        .addAllGroups(groups(entry.groups()));
        entry.bookedFor().map(Protos::timestamp).ifPresent(answer::setBookedFor);
        entry.announcedAt().map(Protos::timestamp).ifPresent(answer::setAnnouncedAt);
        if (entry.transferred()) {
            answer.setTransferred(
                    Transferred.newBuilder()
                            .setFromName(name(entry.transferredFrom(), staff))
                            .setReason(entry.transferReason()));
        }
        return answer;
    }

    private static Standing standing(QueueEntry entry, Line line, Map<UUID, Duration> waits) {
        return Standing.newBuilder()
                .setBefore(line.before(entry))
                .setWeight(entry.weight())
                .setLetsPass(line.passed(entry).map(other -> other.ticket().toString()).orElse(""))
                .setEstimatedMinutes(
                        (int) waits.getOrDefault(entry.id(), Duration.ZERO).toMinutes())
                .build();
    }

    static List<org.clinicdesk.queue.v1.PriorityGroup> groups(Collection<PriorityGroup> groups) {
        return groups.stream()
                .map(group -> org.clinicdesk.queue.v1.PriorityGroup.valueOf(GROUP + group.name()))
                .toList();
    }

    static List<PriorityGroup> domain(Collection<org.clinicdesk.queue.v1.PriorityGroup> groups) {
        return groups.stream()
                .map(group -> PriorityGroup.valueOf(group.name().substring(GROUP.length())))
                .toList();
    }

    static ListHistoryResponse.Step step(QueueHistory step, Map<UUID, String> staff) {
        return ListHistoryResponse.Step.newBuilder()
                .setAt(Protos.timestamp(step.at()))
                .setKind(ListHistoryResponse.Kind.valueOf("KIND_" + step.kind().name()))
                .setBy(name(step.staffId(), staff))
                .setPractitionerName(name(step.practitionerId(), staff))
                .setNote(step.note())
                .build();
    }
}
