package org.clinicdesk.server.record;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.prescription.v1.Dosage;
import org.clinicdesk.record.v1.RecordServiceGrpc;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.server.site.Sites;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/// The clinical record.
public final class RecordFeature implements Feature {

    private final Records records;
    private final RecordApi api;
    private final ToleranceApi tolerances;

    /// @param knowledge of medicines, as it is now
    public RecordFeature(Platform platform, Sites sites, Supplier<Knowledge> knowledge) {
        this.records = new Records(platform.db());
        this.tolerances = new ToleranceApi(platform.db(), platform.clock(), records, knowledge);
        this.api = new RecordApi(platform.db(), platform.clock(), sites, records, knowledge);
    }

    public Records records() {
        return records;
    }

    /// Whoever orders medicines tells how, by the ids of the lines.
    public void orders(Function<Collection<UUID>, Map<UUID, Dosage>> source) {
        api.orders(source);
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(
                Chart.class,
                RecordRules.class,
                Allergy.class,
                AllergyAnswer.class,
                Condition.class,
                Observation.class,
                Immunization.class,
                Encounter.class,
                Document.class,
                Medication.class,
                Tolerance.class);
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(RecordServiceGrpc.getServiceDescriptor())
                        .unary(RecordServiceGrpc.getGetRecordMethod(), api::get)
                        .unary(RecordServiceGrpc.getGetDocumentMethod(), api::getDocument)
                        .unary(RecordServiceGrpc.getAddAllergyMethod(), api::addAllergy)
                        .unary(RecordServiceGrpc.getStrikeAllergyMethod(), api::strikeAllergy)
                        .unary(RecordServiceGrpc.getConfirmAllergiesMethod(), api::confirmAllergies)
                        .unary(RecordServiceGrpc.getTakeBackAnswerMethod(), api::takeBackAnswer)
                        .unary(RecordServiceGrpc.getGetRecordRulesMethod(), api::rules)
                        .unary(RecordServiceGrpc.getSetRecordRulesMethod(), api::setRules)
                        .unary(RecordServiceGrpc.getAddConditionMethod(), api::addCondition)
                        .unary(RecordServiceGrpc.getAddToleranceMethod(), tolerances::add)
                        .unary(RecordServiceGrpc.getStrikeToleranceMethod(), tolerances::strike)
                        .bind());
    }
}
