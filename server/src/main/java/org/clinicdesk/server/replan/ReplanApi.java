package org.clinicdesk.server.replan;

import org.clinicdesk.replan.v1.AcceptAlternativesRequest;
import org.clinicdesk.replan.v1.AcceptAlternativesResponse;
import org.clinicdesk.replan.v1.GetReplanRequest;
import org.clinicdesk.replan.v1.GetReplanResponse;
import org.clinicdesk.replan.v1.KeepVisitsRequest;
import org.clinicdesk.replan.v1.KeepVisitsResponse;
import org.clinicdesk.replan.v1.ListNoticesRequest;
import org.clinicdesk.replan.v1.ListNoticesResponse;
import org.clinicdesk.replan.v1.ListReplansRequest;
import org.clinicdesk.replan.v1.ListReplansResponse;
import org.clinicdesk.replan.v1.MarkNoticeRequest;
import org.clinicdesk.replan.v1.MarkNoticeResponse;
import org.clinicdesk.replan.v1.NoticeState;
import org.clinicdesk.replan.v1.PinVisitsRequest;
import org.clinicdesk.replan.v1.PinVisitsResponse;
import org.clinicdesk.replan.v1.ReplanStep;
import org.clinicdesk.replan.v1.UndoReplanRequest;
import org.clinicdesk.replan.v1.UndoReplanResponse;
import org.clinicdesk.server.appointment.Replanning.Target;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.staff.Staff;
import org.clinicdesk.server.staff.StaffMember;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// ReplanService of the contract.
final class ReplanApi {

    private final Replans replans;
    private final Steps steps;
    private final Telling telling;
    private final Answers answers;
    private final Patients patients;
    private final Staff staff;

    ReplanApi(
            Replans replans,
            Steps steps,
            Telling telling,
            Answers answers,
            Patients patients,
            Staff staff) {
        this.replans = replans;
        this.steps = steps;
        this.telling = telling;
        this.answers = answers;
        this.patients = patients;
        this.staff = staff;
    }

    GetReplanResponse replan(GetReplanRequest request) {
        var closure = replans.closure(Ids.of(request.getAbsenceId()));
        var rows = replans.rows(closure);
        var alternatives = replans.alternatives(closure, rows);
        var answer =
                GetReplanResponse.newBuilder()
                        .setPractitionerId(ReplanProtos.text(closure.staffId()))
                        .setRoomId(ReplanProtos.text(closure.roomId()))
                        .setSiteId(ReplanProtos.text(closure.siteId()))
                        .setStart(Protos.timestamp(closure.span().start()))
                        .setEnd(Protos.timestamp(closure.span().end()))
                        .setClosed(closure.holds());
        for (var row : rows) {
            var its = alternatives.getOrDefault(row.visit().id(), List.of());
            answer.addVisits(ReplanProtos.proto(row, patients.get(row.visit().patientId()), its));
        }
        var names = names();
        Answers.steps(answers.standing(closure.id()))
                .forEach((step, its) -> answer.addSteps(ReplanProtos.proto(step, its, names)));
        return answer.build();
    }

    ListReplansResponse unfinished(ListReplansRequest request) {
        var answer = ListReplansResponse.newBuilder();
        replans.unfinished(Ids.of(request.getSiteId()))
                .forEach(left -> answer.addReplans(ReplanProtos.proto(left)));
        return answer.build();
    }

    AcceptAlternativesResponse accept(AcceptAlternativesRequest request) {
        var targets =
                request.getChoicesList().stream()
                        .map(choice ->
                                new Target(
                                        Ids.of(choice.getAppointmentId()),
                                        choice.getVersion(),
                                        Ids.of(choice.getAlternative().getPractitionerId()),
                                        Protos.instant(choice.getAlternative().getStart())))
                        .toList();
        var done = steps.accept(Ids.of(request.getAbsenceId()), targets);
        return AcceptAlternativesResponse.newBuilder().setStep(step(done)).build();
    }

    KeepVisitsResponse keep(KeepVisitsRequest request) {
        var done =
                steps.keep(
                        Ids.of(request.getAbsenceId()),
                        ids(request.getAppointmentIdsList()),
                        request.getReason().strip());
        return KeepVisitsResponse.newBuilder().setStep(step(done)).build();
    }

    PinVisitsResponse pin(PinVisitsRequest request) {
        var done = steps.pin(Ids.of(request.getAbsenceId()), ids(request.getAppointmentIdsList()));
        return PinVisitsResponse.newBuilder().setStep(step(done)).build();
    }

    UndoReplanResponse undo(UndoReplanRequest request) {
        var step = request.getStepId().isEmpty() ? null : Ids.of(request.getStepId());
        return UndoReplanResponse.newBuilder()
                .setVisits(steps.takeBack(Ids.of(request.getAbsenceId()), step))
                .build();
    }

    ListNoticesResponse notices(ListNoticesRequest request) {
        var names = names();
        var answer = ListNoticesResponse.newBuilder();
        telling.list(Ids.of(request.getAbsenceId()))
                .forEach(row -> answer.addNotices(notice(row, names)));
        return answer.build();
    }

    MarkNoticeResponse mark(MarkNoticeRequest request) {
        var row =
                telling.mark(
                        Ids.of(request.getAbsenceId()),
                        Ids.of(request.getAppointmentId()),
                        request.getTold(),
                        request.getState() == NoticeState.NOTICE_STATE_TOLD);
        return MarkNoticeResponse.newBuilder().setNotice(notice(row, names())).build();
    }

    private org.clinicdesk.replan.v1.Notice notice(Row row, Map<UUID, String> names) {
        return ReplanProtos.proto(row, patients.get(row.visit().patientId()), names);
    }

    private static List<UUID> ids(List<String> ids) {
        return ids.stream().map(Ids::of).toList();
    }

    private ReplanStep step(List<ReplanAnswer> done) {
        return ReplanProtos.proto(done.getFirst().step(), done, names());
    }

    private Map<UUID, String> names() {
        return staff.all().stream().collect(Collectors.toMap(StaffMember::id, StaffMember::name));
    }
}
