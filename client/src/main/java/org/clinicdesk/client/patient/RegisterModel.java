package org.clinicdesk.client.patient;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Draft;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.patient.v1.Duplicate;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.Person;
import org.clinicdesk.patient.v1.RegisterPatientRequest;
import org.clinicdesk.patient.v1.RegisterPatientResponse;
import org.clinicdesk.patient.v1.SearchDuplicatesRequest;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Registers a person, in three steps or in one, and looks for the same person among those known, all along.
final class RegisterModel {

    /// The fields of each step, by their names in the contract.
    static final List<List<String>> STEPS =
            List.of(
                    List.of("family", "given", "family_first"),
                    List.of("birth_date", "birth_date_estimated", "gender", "national_id"),
                    List.of("phones", "email", "address", "language", "note"));

    /// The one step of a form inside another one.
    private static final List<List<String>> BRIEF =
            List.of(List.of("family", "given", "birth_date", "gender", "phones"));

    private static final Duration TYPING = Duration.ofMillis(300);
    private static final List<String> TELLING =
            List.of("family", "given", "birth_date", "phones", "national_id");

    private final Desk desk;
    private final PatientServiceGrpc.PatientServiceBlockingV2Stub patients;
    private final Draft<Person> draft;
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper(0);
    private final ObservableList<Duplicate> duplicates = FXCollections.observableArrayList();
    private final BooleanProperty mustDecide = new SimpleBooleanProperty(false);
    private final List<List<String>> steps;
    private final Consumer<String> known;
    private final RequestId requestId = RequestId.fresh();
    private final Lane lookups = new Lane();
    private final Busy busy = new Busy();

    /// @param here the place of the form, with what is known of the name already
    RegisterModel(Desk desk, Place here) {
        this(
                desk,
                here.get("name"),
                STEPS,
                id -> desk.navigator().replace(here, PatientFeature.record(id)));
    }

    /// Asks only for what a first call tells.
    ///
    /// @param known told the id of the person, registered or found
    static RegisterModel brief(Desk desk, String name, Consumer<String> known) {
        return new RegisterModel(desk, name, BRIEF, known);
    }

    private RegisterModel(
            Desk desk, String name, List<List<String>> steps, Consumer<String> known) {
        this.desk = desk;
        this.steps = steps;
        this.known = known;
        this.patients = PatientServiceGrpc.newBlockingV2Stub(desk.channel());
        var language = desk.texts().locale().getLanguage();
        this.draft =
                new Draft<>(
                        Person.newBuilder()
                                .setFamilyFirst(language.equals("vi"))
                                .setLanguage(language)
                                .build());
        var typed = TypedName.of(name, language.equals("vi"));
        draft.flag("family_first").set(typed.familyFirst());
        draft.text("family").set(typed.family());
        draft.text("given").set(typed.given());
        draft.text("phones").set(typed.phone());
        TELLING.forEach(field -> draft.text(field).addListener(change -> lookForDuplicates()));
        lookForDuplicates();
    }

    Draft<Person> draft() {
        return draft;
    }

    /// Counted from zero.
    ReadOnlyIntegerProperty step() {
        return step.getReadOnlyProperty();
    }

    /// Who might be the same person, most alike first.
    ObservableList<Duplicate> duplicates() {
        return duplicates;
    }

    /// Whether the server waits for the answer that it is none of them.
    BooleanProperty mustDecide() {
        return mustDecide;
    }

    Busy busy() {
        return busy;
    }

    boolean last() {
        return step.get() == steps.size() - 1;
    }

    /// Goes on when nothing is wrong in this step; the last step saves.
    void next() {
        if (!draft.check(steps.get(step.get()))) {
            return;
        }
        if (last()) {
            save(false);
        } else {
            step.set(step.get() + 1);
        }
    }

    void back() {
        step.set(Math.max(0, step.get() - 1));
    }

    /// Somebody looked at the duplicates and says that it is none of them.
    void saveAsSomebodyElse() {
        if (mustDecide.get()) {
            save(true);
        }
    }

    /// It is one of those known: nothing is registered.
    void itIs(Duplicate duplicate) {
        known.accept(duplicate.getHit().getPerson().getPatientId());
    }

    private void save(boolean notADuplicate) {
        if (busy.is() || !draft.check()) {
            goToFirstError();
            return;
        }
        var request =
                RegisterPatientRequest.newBuilder()
                        .setPerson(draft.build())
                        .setNotADuplicate(notADuplicate)
                        .build();
        desk.calls()
                .call(() -> patients.registerPatient(request))
                .once(requestId)
                .busy(busy)
                .refused(this::refused)
                .refused("LIKELY_DUPLICATE", problem -> askAboutDuplicates())
                .then(this::registered);
    }

    private void registered(RegisterPatientResponse answer) {
        var patient = answer.getPatient();
        desk.notices().done(desk.texts().get("patient.register.done", patient.getNumber()));
        known.accept(patient.getId());
    }

    private void refused(Problem problem) {
        if (problem.is("IDENTIFIER_TAKEN")) {
            draft.errors().put("national_id", "taken");
            goToFirstError();
        } else if (draft.place(problem)) {
            goToFirstError();
        } else {
            desk.explain(problem);
        }
    }

    private void goToFirstError() {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).stream().anyMatch(draft.errors()::containsKey)) {
                step.set(i);
                return;
            }
        }
    }

    private void askAboutDuplicates() {
        desk.calls()
                .call(() -> patients.searchDuplicates(request()))
                .latest(lookups)
                .busy(busy)
                .then(answer -> {
                    duplicates.setAll(answer.getDuplicatesList());
                    mustDecide.set(true);
                });
    }

    private void lookForDuplicates() {
        mustDecide.set(false);
        if (draft.text("given").get().isBlank()) {
            lookups.drop();
            duplicates.clear();
            return;
        }
        desk.calls()
                .call(() -> patients.searchDuplicates(request()))
                .latest(lookups)
                .after(TYPING)
                .refused(problem -> duplicates.clear())
                .then(answer -> duplicates.setAll(answer.getDuplicatesList()));
    }

    private SearchDuplicatesRequest request() {
        return SearchDuplicatesRequest.newBuilder().setPerson(draft.build()).build();
    }
}
