package org.clinicdesk.client.platform;

import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.scene.Node;
import javafx.scene.Parent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A screen: a model that lives as long as the screen is open, and a view that is built anew from it whenever the
/// language changes. So a view reads its texts once and never binds them, and **all state, typed text too, belongs into
/// the model**.
public final class Screen {

    private final String id;
    private final Supplier<? extends Parent> view;
    private final List<Key> keys = new ArrayList<>();
    private Supplier<List<Key>> ownKeys = List::of;
    private Observable[] keysDependOn = {};
    private Optional<Supplier<? extends Node>> header = Optional.empty();
    private Optional<Supplier<? extends Node>> actions = Optional.empty();
    private ObservableSet<String> topics = FXCollections.observableSet();
    private Runnable refresh = () -> {};
    private Runnable again = () -> {};
    private BooleanSupplier dirty = () -> false;
    private Optional<Feature.ScanSink> scans = Optional.empty();
    private Optional<Supplier<String>> title = Optional.empty();

    private Screen(String id, Supplier<? extends Parent> view) {
        this.id = id;
        this.view = view;
    }

    /// @param id `feature.name`; its title is the text `feature.name.title`
    public static Screen of(String id, Supplier<? extends Parent> view) {
        return new Screen(id, view);
    }

    /// What stands in the top bar after the title: a date, a switch.
    public Screen header(Supplier<? extends Node> header) {
        this.header = Optional.of(header);
        return this;
    }

    /// The buttons at the right of the top bar, the main one last.
    public Screen actions(Supplier<? extends Node> actions) {
        this.actions = Optional.of(actions);
        return this;
    }

    /// A title that is not a fixed text, such as a name. Read whenever the top bar is built.
    public Screen title(Supplier<String> title) {
        this.title = Optional.of(title);
        return this;
    }

    public Screen keys(Key... more) {
        keys.addAll(List.of(more));
        return this;
    }

    /// Keys that come and go while the screen is open: what somebody saved under a key of his own.
    ///
    /// @param shown what they depend on, where they are to come and go in the status bar too
    public Screen ownKeys(Supplier<List<Key>> own, Observable... shown) {
        this.ownKeys = own;
        this.keysDependOn = shown;
        return this;
    }

    /// When these change, [#keys] are others.
    public Observable[] keysDependOn() {
        return keysDependOn.clone();
    }

    /// Reads again when something of the topics changed, and whenever something may have been missed. The set may
    /// change while the screen is open.
    public Screen watches(ObservableSet<String> topics, Runnable refresh) {
        this.topics = topics;
        this.refresh = refresh;
        return this;
    }

    /// What is done when somebody goes to the screen who was there before: what its place asks for.
    public Screen again(Runnable again) {
        this.again = again;
        return this;
    }

    Runnable again() {
        return again;
    }

    /// Asks before the screen is closed while there is something to lose.
    public Screen asksWhen(BooleanSupplier dirty) {
        this.dirty = dirty;
        return this;
    }

    /// Takes scanned codes while the screen is visible.
    public Screen scans(Feature.ScanSink sink) {
        this.scans = Optional.of(sink);
        return this;
    }

    public String id() {
        return id;
    }

    /// Prefix of the ids of the nodes: `patient-search`.
    public String nodeId() {
        return id.replace('.', '-');
    }

    public Parent view() {
        return view.get();
    }

    public Optional<Node> header() {
        return header.map(Supplier::get);
    }

    public Optional<Node> actions() {
        return actions.map(Supplier::get);
    }

    public String title(Texts texts) {
        return title.map(Supplier::get).orElseGet(() -> texts.get(id + ".title"));
    }

    public List<Key> keys() {
        return Stream.concat(keys.stream(), ownKeys.get().stream()).toList();
    }

    public ObservableSet<String> topics() {
        return topics;
    }

    /// Reads again what is on the screen.
    public Runnable refresh() {
        return refresh;
    }

    public boolean dirty() {
        return dirty.getAsBoolean();
    }

    public Optional<Feature.ScanSink> scans() {
        return scans;
    }
}
