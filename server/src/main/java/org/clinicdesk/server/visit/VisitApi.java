package org.clinicdesk.server.visit;

import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.staff.StaffMember;
import org.clinicdesk.visit.v1.FinishVisitRequest;
import org.clinicdesk.visit.v1.FinishVisitResponse;
import org.clinicdesk.visit.v1.GetVisitRequest;
import org.clinicdesk.visit.v1.GetVisitResponse;
import org.clinicdesk.visit.v1.SaveVisitRequest;
import org.clinicdesk.visit.v1.SaveVisitResponse;
import org.clinicdesk.visit.v1.SaveVitalsRequest;
import org.clinicdesk.visit.v1.SaveVitalsResponse;
import org.clinicdesk.visit.v1.SearchDiagnosesRequest;
import org.clinicdesk.visit.v1.SearchDiagnosesResponse;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.IntStream;

/// VisitService of the contract.
final class VisitApi {

    /// Whoever has this role may write in everybody's visits.
    private static final String HEAD = "head-doctor";

    private static final int MOST_DIAGNOSES = 20;

    private final Db db;
    private final Clock clock;
    private final Patients patients;
    private final Visits visits;
    private final Finishing finishing;
    private final Diagnoses diagnoses;

    VisitApi(
            Db db,
            Clock clock,
            Patients patients,
            Visits visits,
            Finishing finishing,
            Diagnoses diagnoses) {
        this.db = db;
        this.clock = clock;
        this.patients = patients;
        this.visits = visits;
        this.finishing = finishing;
        this.diagnoses = diagnoses;
    }

    GetVisitResponse get(GetVisitRequest request) {
        var visit = visits.get(Ids.of(request.getId()));
        return GetVisitResponse.newBuilder().setVisit(proto(visit)).build();
    }

    SaveVisitResponse save(SaveVisitRequest request) {
        var visit = owned(request.getId(), request.getVersion());
        var notes = VisitLines.notes(request.getNotes());
        refuseNameless(notes);
        visit.write(notes);
        db.session().flush();
        return SaveVisitResponse.newBuilder().setVisit(proto(visit)).build();
    }

    SaveVitalsResponse saveVitals(SaveVitalsRequest request) {
        var visit = visits.open(Ids.of(request.getId()), request.getVersion());
        var vitals = VisitLines.vitals(request.getVitals());
        if (!request.getWeightConfirmed()) {
            visits.refuseUnlikely(visit, vitals);
        }
        visits.measure(visit, vitals);
        db.session().flush();
        return SaveVitalsResponse.newBuilder().setVisit(proto(visit)).build();
    }

    FinishVisitResponse finish(FinishVisitRequest request) {
        var visit = owned(request.getId(), request.getVersion());
        finishing.finish(visit, caller(), clock.instant());
        db.session().flush();
        return FinishVisitResponse.newBuilder().setVisit(proto(visit)).build();
    }

    SearchDiagnosesResponse searchDiagnoses(SearchDiagnosesRequest request) {
        var answer = SearchDiagnosesResponse.newBuilder();
        diagnoses
                .search(request.getText(), Call.current().locale(), MOST_DIAGNOSES)
                .forEach(found -> answer.addDiagnoses(VisitLines.proto(found)));
        return answer.build();
    }

    /// The visit to write in. @throws Refusal FINISHED, NOT_YOURS
    private Visit owned(String id, long version) {
        var visit = visits.open(Ids.of(id), version);
        Call.current().concerns(visit.patientId());
        if (!visit.practitionerId().equals(caller())
                && !db.get(StaffMember.class, caller()).roles().contains(HEAD)) {
            throw new Refusal(VisitRefusal.NOT_YOURS);
        }
        return visit;
    }

    private static UUID caller() {
        return Call.current().caller().staffId();
    }

    private static void refuseNameless(Notes notes) {
        IntStream.range(0, notes.diagnoses().size())
                .filter(i -> notes.diagnoses().get(i).display().isBlank())
                .findFirst()
                .ifPresent(i -> {
                    throw new Invalid("notes.diagnoses[" + i + "].display", "string.min_len");
                });
    }

    private org.clinicdesk.visit.v1.Visit proto(Visit visit) {
        Call.current().concerns(visit.patientId());
        return VisitLines.visit(
                visit,
                patients.get(visit.patientId()),
                db.get(StaffMember.class, visit.practitionerId()).name());
    }
}
