package org.clinicdesk.client.record;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Draft;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.drug.v1.Agent;
import org.clinicdesk.drug.v1.DrugServiceGrpc;
import org.clinicdesk.drug.v1.SearchAgentsRequest;
import org.clinicdesk.record.v1.AddAllergyRequest;
import org.clinicdesk.record.v1.Allergy;
import org.clinicdesk.record.v1.AllergyType;
import org.clinicdesk.record.v1.RecordServiceGrpc;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/// An allergy while it is told, for the first time or anew. Typing searches the substances that the checks know; one that
/// was taken holds while the words only go on, so that words and code never speak of two things.
final class AllergyModel {

    private static final Duration TYPING = Duration.ofMillis(150);

    private final Desk desk;
    private final Runnable added;
    private final DrugServiceGrpc.DrugServiceBlockingV2Stub drugs;
    private final RecordServiceGrpc.RecordServiceBlockingV2Stub records;
    private final AddAllergyRequest begun;
    private final Draft<AddAllergyRequest> draft;
    private final ReadOnlyObjectWrapper<@Nullable Agent> agent = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Agent> found = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Agent> highlighted = new SimpleObjectProperty<>();
    private final Lane searches = new Lane();
    private final ReadOnlyBooleanWrapper unheeded = new ReadOnlyBooleanWrapper();
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    /// What the substance that was taken is called by whoever told it.
    private String told = "";

    /// @param added told when it is in the record
    AllergyModel(Desk desk, String patientId, Runnable added) {
        this(
                desk,
                AddAllergyRequest.newBuilder()
                        .setPatientId(patientId)
                        .setType(AllergyType.ALLERGY_TYPE_ALLERGY)
                        .build(),
                added);
    }

    /// What is better known of one.
    static AllergyModel amending(Desk desk, String patientId, Allergy allergy, Runnable added) {
        return new AllergyModel(
                desk,
                AddAllergyRequest.newBuilder()
                        .setPatientId(patientId)
                        .setSubstance(allergy.getSubstance())
                        .setAgent(allergy.getAgent())
                        .setType(allergy.getType())
                        .setReaction(allergy.getReaction())
                        .setSeverity(allergy.getSeverity())
                        .setCertainty(allergy.getCertainty())
                        .setOnset(allergy.getOnset())
                        .setAmends(allergy.getId())
                        .setAmendsVersion(allergy.getVersion())
                        .build(),
                added);
    }

    private AllergyModel(Desk desk, AddAllergyRequest begun, Runnable added) {
        this.desk = desk;
        this.added = added;
        this.drugs = DrugServiceGrpc.newBlockingV2Stub(desk.channel());
        this.records = RecordServiceGrpc.newBlockingV2Stub(desk.channel());
        this.begun = begun;
        this.draft = new Draft<>(begun);
        if (!begun.getAgent().isEmpty()) {
            told = begun.getSubstance();
            agent.set(Agent.newBuilder().setId(begun.getAgent()).setName(told).build());
        }
        draft.text("substance").addListener((property, before, now) -> typed(now));
    }

    Draft<AddAllergyRequest> draft() {
        return draft;
    }

    /// What the checks will heed; `null` while the words are all there is.
    ReadOnlyObjectProperty<@Nullable Agent> agent() {
        return agent.getReadOnlyProperty();
    }

    ObservableList<Agent> found() {
        return found;
    }

    /// The one of those found that Enter takes.
    ObjectProperty<@Nullable Agent> highlighted() {
        return highlighted;
    }

    /// Whether it was asked if the words are to stand without a substance that the checks know.
    ReadOnlyBooleanProperty unheeded() {
        return unheeded.getReadOnlyProperty();
    }

    Busy busy() {
        return busy;
    }

    /// Whether an agent can be looked up at all: it takes another right than telling the allergy.
    boolean maySearch() {
        return desk.may(DrugServiceGrpc.getSearchAgentsMethod());
    }

    void take(Agent chosen) {
        unheeded.set(false);
        told = chosen.getOtherName().isEmpty() ? chosen.getName() : chosen.getOtherName();
        draft.text("substance").set(told);
        searches.drop();
        found.clear();
        highlighted.set(null);
        agent.set(chosen);
    }

    /// Goes so many lines down the list of those found.
    void move(int lines) {
        if (!found.isEmpty()) {
            var at = found.indexOf(highlighted.get());
            highlighted.set(found.get(Math.clamp(at + lines, 0, found.size() - 1)));
        }
    }

    /// Records it; words that no check may heed only when they are confirmed by a second time.
    void add() {
        if (busy.is() || !draft.check()) {
            return;
        }
        if (agent.get() == null) {
            found.stream().filter(this::isCalledSo).findFirst().ifPresent(this::take);
        }
        var chosen = agent.get();
        if (chosen == null && maySearch() && !unheeded.get()) {
            unheeded.set(true);
            return;
        }
        var request =
                draft.build().toBuilder().setAgent(chosen == null ? "" : chosen.getId()).build();
        if (!begun.getAmends().isEmpty() && request.equals(begun)) {
            added.run();
            return;
        }
        desk.calls()
                .call(() -> records.addAllergy(request))
                .once(requestId)
                .busy(busy)
                .refused(this::refused)
                .then(_ -> added.run());
    }

    private boolean isCalledSo(Agent one) {
        var words = draft.text("substance").get().strip();
        return words.equalsIgnoreCase(one.getName()) || words.equalsIgnoreCase(one.getOtherName());
    }

    private void refused(Problem problem) {
        if (!problem.offline()) {
            requestId = RequestId.fresh();
        }
        if (problem.is("ALREADY_RECORDED")) {
            draft.errors().put("substance", "recorded");
        } else if (!draft.place(problem)) {
            desk.explain(problem);
        }
    }

    private void typed(String text) {
        if (agent.get() != null && text.startsWith(told)) {
            return;
        }
        agent.set(null);
        unheeded.set(false);
        if (text.isBlank() || text.length() > 100 || !maySearch()) {
            searches.drop();
            show(List.of());
            return;
        }
        var request = SearchAgentsRequest.newBuilder().setText(text.strip()).build();
        desk.calls()
                .call(() -> drugs.searchAgents(request))
                .latest(searches)
                .after(TYPING)
                .then(answer -> show(answer.getAgentsList()));
    }

    private void show(List<Agent> agents) {
        found.setAll(agents);
        highlighted.set(agents.isEmpty() ? null : agents.getFirst());
    }
}
