package org.clinicdesk.server.record;

import org.clinicdesk.record.v1.AddToleranceRequest;
import org.clinicdesk.record.v1.AddToleranceResponse;
import org.clinicdesk.record.v1.StrikeToleranceRequest;
import org.clinicdesk.record.v1.StrikeToleranceResponse;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Problem.Refusal;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/// What of RecordService says which medicines a person takes without harm.
final class ToleranceApi {

    private final Db db;
    private final Clock clock;
    private final Records records;
    private final Supplier<Knowledge> knowledge;

    ToleranceApi(Db db, Clock clock, Records records, Supplier<Knowledge> knowledge) {
        this.db = db;
        this.clock = clock;
        this.records = records;
        this.knowledge = knowledge;
    }

    AddToleranceResponse add(AddToleranceRequest request) {
        var patient = db.get(Patient.class, Ids.of(request.getPatientId()));
        Call.current().concerns(patient.id());
        var ingredient = known("ingredient", request.getIngredient());
        var partner = request.getPartner().isEmpty() ? "" : known("partner", request.getPartner());
        if (ingredient.equals(partner)) {
            throw new Invalid("partner", "partner.same");
        }
        if (partner.isEmpty() && request.getNote().isBlank()) {
            throw new Invalid("note", "required");
        }
        records.chartForUpdate(patient.id());
        if (records.tolerances(patient.id()).stream()
                .anyMatch(other -> other.same(ingredient, partner))) {
            throw new Refusal(RecordRefusal.ALREADY_RECORDED);
        }
        var tolerance =
                new Tolerance(
                        Ids.next(clock),
                        patient.id(),
                        ingredient,
                        partner,
                        request.getNote().strip(),
                        clock.instant(),
                        caller());
        records.addTolerance(tolerance);
        return AddToleranceResponse.newBuilder()
                .setTolerance(
                        RecordLines.tolerance(
                                tolerance, knowledge.get().spoken(Call.current().locale())))
                .build();
    }

    StrikeToleranceResponse strike(StrikeToleranceRequest request) {
        var tolerance = db.get(Tolerance.class, Ids.of(request.getId()));
        Call.current().concerns(tolerance.patientId());
        if (!tolerance.struck()) {
            tolerance = db.get(Tolerance.class, tolerance.id(), request.getVersion());
        }
        tolerance.strike(request.getReason().strip(), clock.instant(), caller());
        return StrikeToleranceResponse.getDefaultInstance();
    }

    private String known(String field, String inn) {
        if (knowledge.get().agent("ing:" + inn).isEmpty()) {
            throw new Invalid(field, "ingredient.unknown");
        }
        return inn;
    }

    private static UUID caller() {
        return Call.current().caller().staffId();
    }
}
