package org.clinicdesk.client.shell;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.ScanTrap;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Layers;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.client.platform.Session;
import org.clinicdesk.client.session.SessionFeature;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Supplier;

/// The whole window: the screen with what is around it, dialogs over it, the cover over these, notices on top.
public final class Frame {

    private final Desk desk;
    private final BorderPane work = new BorderPane();
    private final StackPane cover = new StackPane();
    private final Toasts toasts;
    private final StackPane root;
    private Optional<Supplier<Parent>> covering = Optional.empty();
    private Optional<Node> screen = Optional.empty();
    private @Nullable Screen followed;
    private final InvalidationListener topicsChanged = change -> follow();

    public Frame(Desk desk) {
        this.desk = desk;
        toasts = new Toasts(desk.notices(), desk.texts(), work);
        root = new StackPane(work, desk.layers().root(), cover, toasts.node());
        desk.session().state().addListener((property, before, now) -> stateChanged(now));
        desk.navigator().current().addListener((property, before, now) -> screenChanged(now));
        desk.texts().language().addListener((property, before, now) -> rebuild());
        new Renewal(desk, this::rebuild, this::readAgain).install();
        stateChanged(desk.session().state().get());
    }

    private void readAgain() {
        var open = desk.navigator().current().get();
        if (open != null) {
            open.refresh().run();
        }
    }

    /// A scene that is dressed and knows the keys.
    public Scene scene(double width, double height) {
        var scene = new Scene(root, width, height);
        desk.theme().dress(scene);
        new Keys(desk, this).install(scene);
        new ScanTrap(this::scanned, System::nanoTime).install(scene);
        new FocusKeeper(scene, this::uncovered).install();
        new IdleLock(desk.session(), System::nanoTime).install(scene);
        Layers.focusFirst(root);
        return scene;
    }

    private Optional<Node> uncovered() {
        return screen.filter(node -> !covered() && desk.layers().isEmpty());
    }

    boolean covered() {
        return covering.isPresent();
    }

    /// Leaves the visible screen, after a question when something would be lost.
    void back() {
        var screen = desk.navigator().current().get();
        if (screen == null || !desk.navigator().canGoBack()) {
            return;
        }
        if (!screen.dirty()) {
            desk.navigator().back();
            return;
        }
        var texts = desk.texts();
        new Dialog(desk.layers(), texts, "shell-leave", texts.get("shell.leave.title"))
                .say(texts.get("shell.leave.detail"))
                .cancel(texts.get("shell.leave.stay"))
                .danger(texts.get("shell.leave.go"), desk.navigator()::back)
                .show();
    }

    private void stateChanged(Session.State state) {
        covering = SessionFeature.cover(desk, state);
        if (state == Session.State.OPEN && desk.navigator().place().isEmpty()) {
            home().ifPresent(feature -> desk.navigator().go(Place.of(feature.id())));
            desk.features().stream()
                    .filter(feature -> desk.may(feature.needs()))
                    .forEach(feature -> feature.opened(desk));
        }
        cover();
        follow();
        if (state == Session.State.OPEN) {
            Layers.focusFirst(work);
        }
    }

    private Optional<Feature> home() {
        var open =
                desk.features().stream()
                        .filter(feature -> feature.inRail() && desk.may(feature.needs()))
                        .toList();
        // In a new clinic there is nothing to call or to dispense yet: the board says what is
        // missing.
        var booked = desk.session().desk().getPractitionersCount() > 0;
        return open.stream()
                .filter(feature -> booked && feature.homeFor().filter(desk::may).isPresent())
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    /// In another language, or when the clinic has other sites, rooms or services: the same models, new views.
    private void rebuild() {
        cover();
        screenChanged(desk.navigator().current().get());
    }

    /// Below a cover the work stays as it is, but neither seen nor reached.
    private void cover() {
        cover.getChildren().clear();
        covering.ifPresent(view -> cover.getChildren().add(view.get()));
        cover.setVisible(covered());
        work.setVisible(!covered());
        desk.layers().root().setVisible(!covered());
        if (desk.session().state().get() == Session.State.SIGNED_OUT) {
            desk.layers().clear();
        }
        if (covered()) {
            Layers.focusFirst(cover);
        }
    }

    private void screenChanged(@Nullable Screen next) {
        if (next == null) {
            work.setLeft(null);
            work.setCenter(null);
            screen = Optional.empty();
            follow(null);
            return;
        }
        var body = new StackPane(next.view());
        Boxes.grow(body);
        var status = new StatusBar(desk, next);
        var main =
                new VBox(
                        new TopBar(desk, next, this).node(),
                        new Banner(desk).node(),
                        body,
                        status.node());
        work.setLeft(new Rail(desk).node());
        work.setCenter(main);
        toasts.stand();
        screen = Optional.of(body);
        follow(next);
        if (!covered() && desk.layers().isEmpty()) {
            Layers.focusFirst(body);
        }
    }

    private void follow(@Nullable Screen screen) {
        if (followed != null) {
            followed.topics().removeListener(topicsChanged);
        }
        followed = screen;
        if (screen != null) {
            screen.topics().addListener(topicsChanged);
        }
        follow();
    }

    private void follow() {
        var screen = followed;
        if (screen == null || desk.session().state().get() != Session.State.OPEN) {
            desk.changes().stop();
        } else {
            desk.changes().follow(screen.topics(), screen.refresh());
        }
    }

    private void scanned(String code) {
        if (desk.session().state().get() != Session.State.OPEN || !desk.layers().isEmpty()) {
            return;
        }
        var screen = desk.navigator().current().get();
        var sink = Optional.ofNullable(screen).flatMap(Screen::scans).or(this::anyScanSink);
        sink.ifPresent(taker -> taker.scanned(code));
    }

    private Optional<Feature.ScanSink> anyScanSink() {
        return desk.features().stream()
                .filter(feature -> desk.may(feature.needs()))
                .flatMap(feature -> feature.scans(desk).stream())
                .findFirst();
    }
}
