package org.clinicdesk.server.replan;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.replan.v1.ReplanServiceGrpc;
import org.clinicdesk.server.appointment.AppointmentFeature;
import org.clinicdesk.server.patient.PatientFeature;
import org.clinicdesk.server.platform.Check;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.server.roster.RosterFeature;
import org.clinicdesk.server.staff.StaffFeature;

import java.util.List;

/// Leave after bookings.
public final class ReplanFeature implements Feature {

    private final ReplanApi api;

    public ReplanFeature(
            Platform platform,
            StaffFeature staff,
            PatientFeature patient,
            RosterFeature roster,
            AppointmentFeature appointment) {
        var db = platform.db();
        var clock = platform.clock();
        var answers = new Answers(db);
        var replanning = appointment.replanning();
        var replans =
                new Replans(roster.closures(), replanning, appointment.alternatives(), answers);
        api =
                new ReplanApi(
                        replans,
                        new Steps(db, clock, replans, replanning, answers),
                        new Telling(db, clock, replans, answers),
                        answers,
                        patient.patients(),
                        staff.staff());
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(ReplanAnswer.class, ReplanNotice.class);
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(ReplanServiceGrpc.getServiceDescriptor())
                        .unary(ReplanServiceGrpc.getGetReplanMethod(), api::replan)
                        .unary(ReplanServiceGrpc.getListReplansMethod(), api::unfinished)
                        .unary(ReplanServiceGrpc.getAcceptAlternativesMethod(), api::accept)
                        .unary(ReplanServiceGrpc.getKeepVisitsMethod(), api::keep)
                        .unary(ReplanServiceGrpc.getPinVisitsMethod(), api::pin)
                        .unary(ReplanServiceGrpc.getUndoReplanMethod(), api::undo)
                        .unary(ReplanServiceGrpc.getListNoticesMethod(), api::notices)
                        .unary(ReplanServiceGrpc.getMarkNoticeMethod(), api::mark)
                        .bind());
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.audited("replan_answer", "ReplanAnswer"),
                Check.audited("replan_notice", "ReplanNotice"),
                new Check(
                        "what an absence moved went to a visit of the same person",
                        """
                        select 'replan_answer ' || cast(r.id as varchar(60)) from replan_answer r
                        join appointment a on a.id = r.appointment_id
                        left join appointment b on b.id = r.successor_id and b.patient_id = a.patient_id
                        where r.kind = 'MOVED' and b.id is null\
                        """));
    }
}
