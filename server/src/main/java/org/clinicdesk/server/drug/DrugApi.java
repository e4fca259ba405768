package org.clinicdesk.server.drug;

import org.clinicdesk.drug.v1.SearchAgentsRequest;
import org.clinicdesk.drug.v1.SearchAgentsResponse;
import org.clinicdesk.drug.v1.SearchMedicinesRequest;
import org.clinicdesk.drug.v1.SearchMedicinesResponse;
import org.clinicdesk.server.platform.Call;

import java.util.function.Supplier;

/// DrugService of the contract.
final class DrugApi {

    private static final int AGENTS = 20;

    private final Supplier<Knowledge> knowledge;

    DrugApi(Supplier<Knowledge> knowledge) {
        this.knowledge = knowledge;
    }

    SearchMedicinesResponse searchMedicines(SearchMedicinesRequest request) {
        var known = knowledge.get();
        var found = known.find(request.getText(), request.getLimit());
        var answer =
                SearchMedicinesResponse.newBuilder()
                        .setOtherForm(found.otherForm())
                        .setOtherStrength(found.otherStrength())
                        .setReadAs(found.readAs())
                        .setLeftOut(found.leftOut());
        var text = found.text();
        found.medicines()
                .forEach(medicine ->
                        answer.addMedicines(
                                proto(medicine)
                                        .setOtherName(known.otherName(medicine, text).orElse(""))));
        return answer.build();
    }

    SearchAgentsResponse searchAgents(SearchAgentsRequest request) {
        var answer = SearchAgentsResponse.newBuilder();
        var known = knowledge.get();
        var text = request.getText();
        known.searchAgents(text, AGENTS)
                .forEach(agent ->
                        answer.addAgents(
                                proto(agent)
                                        .setName(known.in(Call.current().locale()).name(agent))
                                        .setOtherName(known.otherName(agent, text).orElse(""))));
        return answer.build();
    }

    private static org.clinicdesk.drug.v1.Medicine.Builder proto(Medicine medicine) {
        return org.clinicdesk.drug.v1.Medicine.newBuilder()
                .setId(medicine.id())
                .setName(medicine.name())
                .addAllIngredients(medicine.ingredients())
                .setStrength(medicine.strength())
                .setForm(medicine.form())
                .setRoute(medicine.route())
                .setBrand(medicine.brand())
                .setPack(medicine.pack());
    }

    private static org.clinicdesk.drug.v1.Agent.Builder proto(Agent agent) {
        return org.clinicdesk.drug.v1.Agent.newBuilder().setId(agent.id()).setGroup(agent.group());
    }
}
