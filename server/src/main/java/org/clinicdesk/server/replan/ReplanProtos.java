package org.clinicdesk.server.replan;

import org.clinicdesk.replan.v1.Alternative;
import org.clinicdesk.replan.v1.HitVisit;
import org.clinicdesk.replan.v1.ListReplansResponse;
import org.clinicdesk.replan.v1.Notice;
import org.clinicdesk.replan.v1.NoticeState;
import org.clinicdesk.replan.v1.ReplanState;
import org.clinicdesk.replan.v1.ReplanStep;
import org.clinicdesk.server.appointment.Alternatives;
import org.clinicdesk.server.appointment.Appointment;
import org.clinicdesk.server.appointment.Status;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.patient.People;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What is re-planned, as the contract shows it.
final class ReplanProtos {

    private ReplanProtos() {}

    static HitVisit proto(Row row, Patient patient, List<Alternatives.Alternative> alternatives) {
        var visit = row.visit();
        var answer =
                HitVisit.newBuilder()
                        .setAppointmentId(visit.id().toString())
                        .setVersion(visit.version())
                        .setPerson(People.line(patient))
                        .setSiteId(visit.siteId().toString())
                        .setPractitionerId(row.practitioner().toString())
                        .setServiceId(visit.serviceId().toString())
                        .setStart(Protos.timestamp(row.span().start()))
                        .setEnd(Protos.timestamp(row.span().end()))
                        .setReason(visit.reason())
                        .setState(state(row))
                        .setHere(row.visit().status() == Status.ARRIVED);
        alternatives.forEach(one -> answer.addAlternatives(proto(one)));
        switch (row.state()) {
            case MOVED -> answer.setMovedTo(proto(row.latest()));
            case KEPT -> answer.setKeptReason(row.answer() == null ? "" : row.answer().reason());
            case OPEN, CANCELLED, PINNED -> {}
        }
        return answer.build();
    }

    private static ReplanState state(Row row) {
        return ReplanState.valueOf("REPLAN_STATE_" + row.state().name());
    }

    private static Alternative proto(Alternatives.Alternative one) {
        return alternative(one.practitioner(), one.span())
                .setUsualPractitioner(one.usual())
                .build();
    }

    private static Alternative proto(Appointment visit) {
        return alternative(visit.practitionerId(), visit.span()).build();
    }

    private static Alternative.Builder alternative(UUID practitioner, Span span) {
        return Alternative.newBuilder()
                .setPractitionerId(practitioner.toString())
                .setStart(Protos.timestamp(span.start()))
                .setEnd(Protos.timestamp(span.end()));
    }

    static ReplanStep proto(
            ReplanAnswer.Step step, List<ReplanAnswer> answers, Map<UUID, String> names) {
        return ReplanStep.newBuilder()
                .setId(step.id().toString())
                .setAt(Protos.timestamp(step.at()))
                .setBy(names.getOrDefault(step.by(), ""))
                .addAllAppointmentIds(
                        answers.stream().map(one -> one.appointmentId().toString()).toList())
                .build();
    }

    static ListReplansResponse.Replan proto(Replans.Left left) {
        var closure = left.closure();
        return ListReplansResponse.Replan.newBuilder()
                .setAbsenceId(closure.id().toString())
                .setPractitionerId(text(closure.staffId()))
                .setRoomId(text(closure.roomId()))
                .setStart(Protos.timestamp(closure.span().start()))
                .setEnd(Protos.timestamp(closure.span().end()))
                .setOpen(left.open())
                .setToTell(left.toTell())
                .build();
    }

    static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    static Notice proto(Row row, Patient patient, Map<UUID, String> names) {
        var answer =
                Notice.newBuilder()
                        .setAppointmentId(row.visit().id().toString())
                        .setPerson(People.line(patient))
                        .addAllPhones(patient.phones())
                        .setLanguage(patient.language())
                        .setOldStart(Protos.timestamp(row.span().start()))
                        .setOldPractitionerId(row.practitioner().toString())
                        .setVisit(state(row))
                        .setState(told(row))
                        .setTold(row.outcome());
        switch (row.state()) {
            case OPEN, KEPT, MOVED ->
                    answer.setNewStart(Protos.timestamp(row.latest().span().start()))
                            .setNewPractitionerId(row.latest().practitionerId().toString());
            case CANCELLED, PINNED -> {}
        }
        var notice = row.notice();
        if (notice != null) {
            answer.setAttempts(notice.attempts())
                    .setBy(names.getOrDefault(notice.triedBy(), ""))
                    .setAt(Protos.timestamp(notice.triedAt()))
                    .setToldOtherwise(notice.toldAnything() && !row.told());
        }
        return answer.build();
    }

    private static NoticeState told(Row row) {
        if (row.told()) {
            return NoticeState.NOTICE_STATE_TOLD;
        }
        return row.missed()
                ? NoticeState.NOTICE_STATE_NOT_REACHED
                : NoticeState.NOTICE_STATE_TO_TELL;
    }
}
