package org.clinicdesk.client.pharmacy;

import io.grpc.MethodDescriptor;

import javafx.collections.FXCollections;

import org.clinicdesk.client.platform.Command;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.pharmacy.v1.PharmacyServiceGrpc;

import java.util.List;
import java.util.Optional;

/// Open prescriptions, dispensing and stock.
public final class PharmacyFeature implements Feature {

    static final Place OPEN = Place.of("pharmacy");
    static final Place STOCK = Place.of("pharmacy", "stock");
    static final String PRESCRIPTIONS = "pharmacy";
    static final String LOTS = "stock";

    @Override
    public String id() {
        return "pharmacy";
    }

    @Override
    public String icon() {
        return "mdi2p-pill";
    }

    /// Who may only see the stock finds it through the palette.
    @Override
    public Optional<MethodDescriptor<?, ?>> homeFor() {
        return Optional.of(PharmacyServiceGrpc.getDispenseMethod());
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return PharmacyServiceGrpc.getListOpenMethod();
    }

    @Override
    public Optional<String> key() {
        return Optional.of("F8");
    }

    @Override
    public List<Command> commands(Desk desk) {
        return List.of(
                new Command(
                        "pharmacy.stock.title",
                        "mdi2p-package-variant-closed",
                        PharmacyServiceGrpc.getListStockMethod(),
                        STOCK));
    }

    /// Verifies a prescription.
    static Place verify(String prescriptionId) {
        return Place.of("pharmacy", "verify").with("id", prescriptionId);
    }

    @Override
    public Screen open(Desk desk, Place place) {
        return switch (place.view()) {
            case "verify" -> verify(desk, place.get("id"));
            case "stock" -> stock(desk);
            default -> list(desk);
        };
    }

    private static Screen list(Desk desk) {
        var model = new OpenModel(desk);
        var screen =
                Screen.of("pharmacy.open", () -> new OpenView(desk, model).root())
                        .header(() -> Tabs.of(desk, OPEN))
                        .keys(
                                Key.hint("↑↓", "pharmacy.key.choose"),
                                Key.hint("Enter", "pharmacy.key.verify"),
                                Key.of(
                                        "Ctrl+T",
                                        "pharmacy.stock.title",
                                        () -> desk.navigator().go(STOCK)))
                        .watches(FXCollections.observableSet(PRESCRIPTIONS), model::refresh);
        return model.scan().may() ? screen.scans(model::scanned) : screen;
    }

    private static Screen verify(Desk desk, String id) {
        var model = new DispenseModel(desk, id);
        var screen =
                Screen.of("pharmacy.verify", () -> new DispenseView(desk, model).root())
                        .title(model::title)
                        .ownKeys(() -> keys(model), model.shown(), model.handed())
                        .watches(model.topics(), model::refresh)
                        .asksWhen(model::touched);
        return model.scan().may() ? screen.scans(model.scan()::scanned) : screen;
    }

    private static List<Key> keys(DispenseModel model) {
        var back = Key.hint("Esc", "pharmacy.key.back");
        return model.open()
                ? List.of(
                        Key.of("Ctrl+Enter", "pharmacy.dispense", model::dispense),
                        Key.of("Ctrl+0", "pharmacy.fill", model::fill),
                        back)
                : List.of(back);
    }

    private static Screen stock(Desk desk) {
        var model = new StockModel(desk);
        var screen =
                Screen.of("pharmacy.stock", () -> new StockView(desk, model).root())
                        .header(() -> Tabs.of(desk, STOCK))
                        .keys(Key.hint("↑↓", "pharmacy.key.choose"))
                        .watches(FXCollections.observableSet(LOTS), model::refresh);
        if (model.receive().may()) {
            screen.keys(
                            Key.of("Ctrl+N", "pharmacy.receive", model.receive()::begin),
                            Key.of("Ctrl+S", "pharmacy.receive.go", model.receive()::save))
                    .asksWhen(model.receive()::dirty);
        }
        if (desk.may(PharmacyServiceGrpc.getListOpenMethod())) {
            screen.keys(Key.of("Ctrl+T", "pharmacy.open.title", () -> desk.navigator().go(OPEN)));
        }
        return screen;
    }
}
