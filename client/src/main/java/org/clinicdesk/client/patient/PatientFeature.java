package org.clinicdesk.client.patient;

import io.grpc.MethodDescriptor;

import javafx.collections.FXCollections;

import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.platform.Command;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Finder;
import org.clinicdesk.client.platform.Inset;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Search, registration and record of the people the clinic cares for.
public final class PatientFeature implements Feature {

    static final String RECORD = "record";
    static final String REGISTER = "register";
    private static final int FOUND_IN_PALETTE = 6;

    @Override
    public String id() {
        return "patient";
    }

    @Override
    public String icon() {
        return "mdi2a-account-search-outline";
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return PatientServiceGrpc.getSearchPatientsMethod();
    }

    @Override
    public Optional<String> key() {
        return Optional.of("F3");
    }

    @Override
    public List<Command> commands(Desk desk) {
        return List.of(
                new Command(
                        "patient.register.title",
                        "mdi2a-account-plus-outline",
                        PatientServiceGrpc.getRegisterPatientMethod(),
                        Place.of("patient", REGISTER)));
    }

    @Override
    public Optional<Finder> finder(Desk desk) {
        var patients = PatientServiceGrpc.newBlockingV2Stub(desk.channel());
        var people = new People(desk.texts(), desk.today());
        return Optional.of(text -> {
            var request =
                    SearchPatientsRequest.newBuilder()
                            .setText(text)
                            .setLimit(FOUND_IN_PALETTE)
                            .build();
            return patients.searchPatients(request).getHitsList().stream()
                    .map(hit ->
                            new Finder.Found(
                                    "mdi2a-account-outline",
                                    hit.getPerson().getName(),
                                    people.line(hit.getPerson()),
                                    record(hit.getPerson().getPatientId())))
                    .toList();
        });
    }

    @Override
    public Optional<Inset> newPerson(Desk desk, String typed, Consumer<String> known) {
        return desk.may(PatientServiceGrpc.getRegisterPatientMethod())
                ? Optional.of(RegisterInset.of(desk, RegisterModel.brief(desk, typed, known)))
                : Optional.empty();
    }

    /// The record of a person.
    static Place record(String patientId) {
        return Place.of("patient", RECORD).with("id", patientId);
    }

    @Override
    public Screen open(Desk desk, Place place) {
        return switch (place.view()) {
            case RECORD -> record(desk, place.get("id"));
            case REGISTER -> register(desk, place);
            default -> search(desk);
        };
    }

    private static Screen search(Desk desk) {
        var model = new PatientSearchModel(desk);
        Runnable checkIn = () -> model.checkIn(id -> TodayPane.open(desk, model.today(), id));
        return Screen.of("patient.search", () -> new PatientSearchView(desk, model).root())
                .actions(() -> PatientSearchView.actions(desk, model))
                .keys(Key.hint("↑↓", "patient.key.choose"), Key.hint("Enter", "patient.key.open"))
                .keys(Actions.keys(desk, model::withChosen, checkIn))
                .keys(visits(desk, model::withChosen))
                .keys(
                        desk.may(PatientServiceGrpc.getRegisterPatientMethod())
                                ? new Key[] {
                                    Key.of("Ctrl+N", "patient.register.title", model::register)
                                }
                                : new Key[0])
                .watches(model.topics(), model::refresh);
    }

    /// The way to somebody's visits without the mouse.
    private static Key[] visits(Desk desk, Consumer<Consumer<String>> person) {
        return VisitsModel.may(desk)
                ? new Key[] {
                    Key.of(
                            "Ctrl+T",
                            "patient.panel.visits",
                            () -> person.accept(id -> VisitsPane.open(desk, id)))
                }
                : new Key[0];
    }

    private static Screen register(Desk desk, Place place) {
        var model = new RegisterModel(desk, place);
        return Screen.of("patient.register", () -> new RegisterView(desk, model).root())
                .keys(Key.of("Ctrl+Enter", "kit.next", model::next), Key.hint("Esc", "kit.back"))
                .asksWhen(model.draft()::dirty);
    }

    private static Screen record(Desk desk, String id) {
        var model = new RecordModel(desk, id);
        var screen =
                Screen.of("patient.record", () -> new RecordView(desk, model).root())
                        .actions(() -> RecordView.actions(desk, model))
                        .keys(Actions.keys(desk, then -> then.accept(id)))
                        .keys(visits(desk, then -> then.accept(id)))
                        .watches(FXCollections.observableSet("patient/" + id), model::refresh)
                        .asksWhen(model::dirty);
        return desk.may(PatientServiceGrpc.getUpdatePatientMethod())
                ? screen.keys(Key.of("Ctrl+S", "kit.save", model::save))
                : screen;
    }
}
