package org.clinicdesk.client.kiosk;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Stretched;
import org.clinicdesk.client.kit.Ticks;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.kiosk.v1.Place;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/// The face of the kiosk.
final class KioskView {

    private static final int ROUNDED = 5;
    private static final double WIDEST = 1500;
    private static final String SHEET =
            Objects.requireNonNull(
                            KioskView.class.getResource("/org/clinicdesk/client/kiosk/kiosk.css"))
                    .toExternalForm();

    private final Desk desk;
    private final Texts texts;
    private final KioskModel model;
    private final StackPane middle = new StackPane();
    private final Label returns = Labels.of("", "hint");
    private final Stretched root;
    private final InvalidationListener changed = _ -> draw();
    private final InvalidationListener counted = _ -> count();

    KioskView(Desk desk, KioskModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        var face = Boxes.styled(new BorderPane(), "kiosk");
        face.setTop(languages());
        face.setCenter(middle);
        var bottom = new StackPane(returns);
        bottom.setPadding(new Insets(0, 0, 36, 0));
        bottom.setMinHeight(100);
        face.setBottom(bottom);
        root = new Stretched(face);
        root.setId("kiosk-face");
        root.getStylesheets().add(SHEET);
        // Held by the face alone, so that one in another language does not stay in memory.
        root.getProperties().put("changed", changed);
        root.getProperties().put("counted", counted);
        model.shown().addListener(new WeakInvalidationListener(changed));
        model.secondsLeft().addListener(new WeakInvalidationListener(counted));
        draw();
        Ticks.every(Duration.seconds(1), root, model::tick);
    }

    Parent root() {
        return root;
    }

    private Node languages() {
        var row = Boxes.row(20, Boxes.spacer());
        row.setPadding(new Insets(36, 48, 0, 48));
        for (var language : Texts.LANGUAGES) {
            var button =
                    Boxes.styled(
                            Buttons.plain(
                                    "kiosk.language." + language.getLanguage(),
                                    Texts.name(language),
                                    () -> texts.use(language)),
                            "language");
            button.setFocusTraversable(false);
            row.getChildren().add(button);
        }
        return row;
    }

    private void draw() {
        middle.getChildren()
                .setAll(
                        switch (model.shown().get()) {
                            case KioskModel.Start() -> start();
                            case KioskModel.Placed(var places) -> placed(places);
                            case KioskModel.Refused(var key) ->
                                    refused("mdi2a-alert-circle-outline", texts.get(key));
                            case KioskModel.Early(var start, var from) ->
                                    refused(
                                            "mdi2c-clock-outline",
                                            texts.get("kiosk.early", time(start), time(from)));
                        });
        count();
    }

    private void count() {
        var left = model.secondsLeft().get();
        returns.setText(left == 0 ? "" : texts.get("kiosk.returns", left));
    }

    private Node start() {
        var code = Boxes.styled(new TextField(), "code");
        code.setId("kiosk.code");
        code.setPromptText(texts.get("kiosk.code"));
        code.setAccessibleText(texts.get("kiosk.code"));
        code.setMaxWidth(Region.USE_PREF_SIZE);
        code.textProperty().bindBidirectional(model.typed());
        code.setOnAction(_ -> model.submit());
        Boxes.first(code);
        code.sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        code.requestFocus();
                    }
                });
        return centred(
                28,
                Labels.of(texts.get("kiosk.welcome"), "welcome"),
                Labels.of(texts.get("kiosk.scan"), "hint"),
                code,
                keys("ABCDEFGHI"),
                keys("JKLMNOPQR"),
                keys("STUVWXYZ"),
                keys("1234567890"),
                last());
    }

    private HBox keys(String caps) {
        var row = Boxes.row(14);
        row.setAlignment(Pos.CENTER);
        caps.chars()
                .mapToObj(Character::toString)
                .forEach(cap -> row.getChildren().add(key(cap, cap, () -> model.type(cap))));
        return row;
    }

    private HBox last() {
        var row =
                Boxes.row(
                        14,
                        key("delete", texts.get("kiosk.delete"), model::delete),
                        Boxes.styled(key("ok", texts.get("kiosk.ok"), model::submit), "primary"));
        row.getChildren().forEach(button -> button.getStyleClass().add("wide"));
        row.setAlignment(Pos.CENTER);
        return row;
    }

    /// The field keeps the keyboard, for the scanner types there.
    private static Button key(String name, String text, Runnable action) {
        var button = Buttons.plain("kiosk.key." + name, text, action);
        button.setFocusTraversable(false);
        return button;
    }

    private Node placed(java.util.List<Place> places) {
        var panels = Boxes.column(20);
        panels.setAlignment(Pos.CENTER);
        // Below each other: two beside each other are cut where the screen stands upright.
        places.forEach(
                place -> panels.getChildren().add(places.size() > 1 ? line(place) : panel(place)));
        var paper = Labels.of("", "hint");
        paper.setId("kiosk-face.paper");
        paper.textProperty().bind(model.paper().map(key -> key.isEmpty() ? "" : texts.get(key)));
        paper.managedProperty().bind(paper.textProperty().isNotEmpty());
        return centred(40, panels, paper, again());
    }

    private Node panel(Place place) {
        var box = Boxes.styled(new VBox(10), "panel");
        box.getChildren()
                .addAll(
                        Labels.of(texts.get("kiosk.your-ticket"), "hint"),
                        Labels.of(place.getTicket(), "ticket"));
        lines(place).forEach(line -> box.getChildren().add(wrapped(line)));
        box.setMaxWidth(WIDEST);
        return box;
    }

    /// One of several tickets: which visit it is for, and where it stands.
    private Node line(Place place) {
        var words = Boxes.column(4);
        words.setAlignment(Pos.CENTER_LEFT);
        if (place.hasBookedFor()) {
            var start = Instant.ofEpochSecond(place.getBookedFor().getSeconds());
            words.getChildren().add(Labels.of(texts.get("kiosk.booked-for", time(start)), "hint"));
        }
        lines(place).forEach(line -> words.getChildren().add(wrapped(line)));
        var ticket = Labels.of(place.getTicket(), "ticket", "several");
        ticket.setMinWidth(Region.USE_PREF_SIZE);
        var row = Boxes.styled(Boxes.row(60, ticket, Boxes.grow(words)), "panel", "line");
        row.setMaxWidth(WIDEST);
        return row;
    }

    private static Label wrapped(Label line) {
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.managedProperty().bind(line.textProperty().isNotEmpty());
        return line;
    }

    private Stream<Label> lines(Place place) {
        return switch (place.getState()) {
            case STATE_CALLED ->
                    Stream.of(
                            Labels.of(texts.get("kiosk.called"), "place"),
                            Labels.of(
                                    place.getRoomName().isEmpty()
                                            ? texts.get("kiosk.ask")
                                            : texts.get("kiosk.go-to", place.getRoomName()),
                                    "place"));
            case STATE_WAITS ->
                    Stream.of(
                            Labels.of(
                                    place.getBefore() == 0
                                            ? texts.get("kiosk.next")
                                            : texts.get("kiosk.before", place.getBefore()),
                                    "place"),
                            Labels.of(
                                    place.getEstimatedMinutes() == 0
                                            ? ""
                                            : texts.get("kiosk.wait", rounded(place)),
                                    "hint"));
            default -> Stream.of(Labels.of(texts.get("kiosk.ask"), "place"));
        };
    }

    private static int rounded(Place place) {
        return Math.ceilDiv(place.getEstimatedMinutes(), ROUNDED) * ROUNDED;
    }

    private String time(Instant at) {
        return texts.dates().time(at, desk.session().zone());
    }

    private Node refused(String icon, String words) {
        var message = Labels.of(words, "message");
        message.setId("kiosk-face.message");
        message.setWrapText(true);
        message.setMaxWidth(1200);
        message.setMinHeight(Region.USE_PREF_SIZE);
        return centred(48, Icons.of(icon, "i120"), message, again());
    }

    private Button again() {
        var button =
                Boxes.styled(
                        Buttons.plain("kiosk.again", texts.get("kiosk.again"), model::start),
                        "wide",
                        "primary");
        return Boxes.first(button);
    }

    private static VBox centred(double gap, Node... nodes) {
        var box = new VBox(gap, nodes);
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
