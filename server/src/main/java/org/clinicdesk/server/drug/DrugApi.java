package org.clinicdesk.server.drug;

import org.clinicdesk.drug.v1.SearchAgentsRequest;
import org.clinicdesk.drug.v1.SearchAgentsResponse;
import org.clinicdesk.drug.v1.SearchMedicinesRequest;
import org.clinicdesk.drug.v1.SearchMedicinesResponse;
import org.clinicdesk.server.platform.Call;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// DrugService of the contract.
final class DrugApi {

    private static final int AGENTS = 20;

    private final Supplier<Knowledge> knowledge;

    DrugApi(Supplier<Knowledge> knowledge) {
        this.knowledge = knowledge;
    }

    SearchMedicinesResponse searchMedicines(SearchMedicinesRequest request) {
        var known = knowledge.get();
        var named = known.productNamed(request.getText());
        if (named.isPresent()) {
            return answer(known, request.getText(), List.of(named.get())).build();
        }
        var found = known.find(request.getText(), request.getLimit());
        return answer(known, found.text(), found.medicines())
                .setOtherForm(found.otherForm())
                .setOtherStrength(found.otherStrength())
                .setReadAs(found.readAs())
                .setLeftOut(found.leftOut())
                .build();
    }

    private static SearchMedicinesResponse.Builder answer(
            Knowledge known, String text, List<Medicine> found) {
        var answer = SearchMedicinesResponse.newBuilder();
        var words = known.spoken(Call.current().locale());
        found.forEach(medicine -> {
            var name = words.name(medicine);
            answer.addMedicines(
                    proto(medicine)
                            .setName(name)
                            .setContents(contents(medicine, name, words))
                            .setOtherName(otherName(known, medicine, name, text)));
        });
        return answer;
    }

    /// The name in another language too, where that was typed.
    private static String otherName(Knowledge known, Medicine medicine, String name, String text) {
        var others =
                Stream.concat(
                        known.otherName(medicine, text).stream(), medicine.ingredients().stream());
        return Names.otherName(name, others.toList(), text).orElse("");
    }

    private static String contents(Medicine medicine, String name, Spoken words) {
        var contents =
                medicine.ingredients().stream().map(words::name).collect(Collectors.joining(" + "));
        return Names.fold(name).startsWith(Names.fold(contents)) ? "" : contents;
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
