package org.clinicdesk.client.setup;

import io.grpc.MethodDescriptor;

import javafx.collections.FXCollections;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.client.platform.Command;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;

import java.util.List;

/// What is bookable, and by which rules: services, rooms and equipment, the days of doctors, who is late.
public final class SetupFeature implements Feature {

    private static final String RULES = "booking-rules";
    private static final String RESOURCES = "resources";
    private static final String SERVICES = "services";
    private static final String ASKING = "record-rules";
    private static final String SITES = "sites";
    private static final String WAITING = "queue-limits";

    @Override
    public String id() {
        return "setup";
    }

    @Override
    public String icon() {
        return "mdi2c-cog-outline";
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return AppointmentServiceGrpc.getSetBookingRulesMethod();
    }

    @Override
    public List<Command> commands(Desk desk) {
        return List.of(
                command("resources", "mdi2d-door-open"),
                command("doctors", "mdi2d-doctor"),
                command("rules", "mdi2c-cog-outline"),
                command("sites", "mdi2h-hospital-building"));
    }

    private Command command(String view, String icon) {
        return new Command("setup." + view + ".title", icon, needs(), Place.of("setup", view));
    }

    @Override
    public Screen open(Desk desk, Place place) {
        var tab = Tabs.at(place);
        var setup = new SetupModel(desk);
        var screen =
                switch (tab) {
                    case TYPES -> types(desk, setup);
                    case RESOURCES -> resources(desk, setup);
                    case DOCTORS -> doctors(desk, setup);
                    case RULES -> rules(desk, setup);
                    case SITES -> sites(desk);
                };
        setup.read();
        return screen.title(() -> desk.texts().get("setup.title"))
                .header(() -> tab.header(desk))
                .keys(Tabs.keys(desk));
    }

    private static Screen types(Desk desk, SetupModel setup) {
        var model = new TypesModel(setup);
        return Screen.of("setup.types", () -> new TypesView(desk, model).root())
                .actions(() -> TypesView.actions(desk, model))
                .keys(
                        Key.hint("Enter", "setup.key.edit"),
                        Key.of("Ctrl+N", "setup.type.add", () -> TypesView.add(desk, model)))
                .watches(FXCollections.observableSet(RESOURCES, SERVICES), setup::read);
    }

    private static Screen resources(Desk desk, SetupModel setup) {
        var model = new ResourcesModel(setup);
        return Screen.of("setup.resources", () -> new ResourcesView(desk, model).root())
                .actions(() -> ResourcesView.actions(desk, model))
                .keys(
                        Key.hint("Enter", "setup.key.edit"),
                        Key.of(
                                "Ctrl+N",
                                "setup.resource.add",
                                () -> ResourcesView.add(desk, model)))
                .watches(FXCollections.observableSet(RESOURCES), setup::read);
    }

    private static Screen sites(Desk desk) {
        var model = new SitesModel(desk);
        model.read();
        return Screen.of("setup.sites", () -> new SitesView(desk, model).root())
                .actions(() -> SitesView.actions(desk, model))
                .keys(
                        Key.hint("Enter", "setup.key.edit"),
                        Key.of("Ctrl+N", "setup.site.add", () -> SitesView.add(desk, model)))
                .watches(FXCollections.observableSet(SITES), model::read);
    }

    private static Screen doctors(Desk desk, SetupModel setup) {
        var model = new DoctorsModel(setup);
        return Screen.of("setup.doctors", () -> new DoctorsView(desk, model).root())
                .keys(Key.hint("Enter", "setup.key.edit"))
                .watches(FXCollections.observableSet(RESOURCES, RULES), setup::read);
    }

    private static Screen rules(Desk desk, SetupModel setup) {
        var model = new BookingRulesModel(desk);
        var waiting = new WaitingModel(setup);
        var asking = new AskingModel(desk);
        var prescribing = new PrescribingModel(desk);
        model.read();
        asking.read();
        return Screen.of(
                        "setup.rules",
                        () ->
                                new BookingRulesView(desk, model, waiting, asking, prescribing)
                                        .root())
                .actions(() -> BookingRulesView.actions(desk, model, waiting, asking, prescribing))
                .keys(
                        Key.of(
                                "Ctrl+S",
                                "kit.save",
                                () -> BookingRulesView.save(model, waiting, asking, prescribing)))
                .watches(
                        FXCollections.observableSet(RULES, WAITING, ASKING),
                        () -> {
                            model.read();
                            setup.read();
                            asking.read();
                        })
                .asksWhen(() ->
                        model.dirty() || waiting.dirty() || asking.dirty() || prescribing.dirty());
    }
}
