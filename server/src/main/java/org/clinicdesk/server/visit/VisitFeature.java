package org.clinicdesk.server.visit;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Check;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.server.queue.QueueEntries;
import org.clinicdesk.server.record.Records;
import org.clinicdesk.server.site.Sites;
import org.clinicdesk.visit.v1.VisitServiceGrpc;

import java.util.List;

/// Consultations.
public final class VisitFeature implements Feature {

    private final Visits visits;
    private final Finishing finishing;
    private final VisitApi api;

    public VisitFeature(
            Platform platform,
            Sites sites,
            Patients patients,
            Records records,
            QueueEntries queue) {
        this.visits = new Visits(platform.db(), platform.clock(), sites, records);
        this.finishing =
                new Finishing(platform.db(), platform.clock(), sites, patients, records, queue);
        queue.onChange(visits::follow);
        this.api =
                new VisitApi(
                        platform.db(),
                        platform.clock(),
                        patients,
                        visits,
                        finishing,
                        Diagnoses.load());
    }

    public Visits visits() {
        return visits;
    }

    public Finishing finishing() {
        return finishing;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Visit.class);
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(VisitServiceGrpc.getServiceDescriptor())
                        .unary(VisitServiceGrpc.getGetVisitMethod(), api::get)
                        .unary(VisitServiceGrpc.getSaveVisitMethod(), api::save)
                        .unary(VisitServiceGrpc.getSaveVitalsMethod(), api::saveVitals)
                        .unary(VisitServiceGrpc.getFinishVisitMethod(), api::finish)
                        .unary(VisitServiceGrpc.getSearchDiagnosesMethod(), api::searchDiagnoses)
                        .bind());
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.audited("visit", "Visit"),
                new Check(
                        "every finished visit is an encounter of the record",
                        "select 'visit ' || cast(v.id as varchar(60)) from visit v where v.state ="
                                + " 'FINISHED' and not exists (select 1 from encounter e where"
                                + " e.visit_id = v.id)"),
                new Check(
                        "a visit is open while the person is in the room, and only then",
                        "select 'stay ' || cast(q.id as varchar(60)) from queue_entry q join visit"
                            + " v on v.id = q.visit_id where (q.state = 'IN_ROOM') <> (v.state ="
                            + " 'OPEN') union all select 'stay ' || cast(q.id as varchar(60)) from"
                            + " queue_entry q where q.state = 'IN_ROOM' and not exists (select 1"
                            + " from visit v where v.id = q.visit_id)"),
                new Check(
                        "every finished visit has an assessment",
                        "select 'visit ' || cast(v.id as varchar(60)) from visit v where v.state ="
                                + " 'FINISHED' and v.plan = '' and not exists (select 1 from"
                                + " visit_diagnosis d where d.visit_id = v.id)"));
    }
}
