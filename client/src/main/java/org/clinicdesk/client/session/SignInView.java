package org.clinicdesk.client.session;

import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Segments;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.Texts;
import org.jspecify.annotations.Nullable;

/// The first thing anybody sees: name, password, and where the server is.
final class SignInView {

    private final Texts texts;
    private final SignInModel model;
    private final StackPane root;

    SignInView(Desk desk, SignInModel model) {
        this.texts = desk.texts();
        this.model = model;
        var form = new Form<>(texts, "session", model.draft()).text("login").password("password");
        Boxes.first(
                form.control(model.draft().text("login").get().isEmpty() ? "login" : "password"));
        var card =
                Boxes.card(
                        Boxes.row(
                                12,
                                Labels.of("C+", "avatar", "s48", "c0"),
                                Boxes.column(
                                        2,
                                        Labels.title(texts.get("session.sign-in.title")),
                                        Labels.muted(
                                                texts.get(
                                                        model.again()
                                                                ? "session.sign-in.again"
                                                                : "session.sign-in.hint")))),
                        form.node(),
                        servers(),
                        question(),
                        message(),
                        button());
        Boxes.onEnter(card, model::signIn);
        card.setMaxSize(420, Region.USE_PREF_SIZE);
        card.getStyleClass().add("roomy");
        var languages =
                Segments.of(
                        "session-sign-in.language",
                        Texts.LANGUAGES,
                        Texts::name,
                        new SimpleObjectProperty<>(texts.locale()) {
                            @Override
                            protected void invalidated() {
                                texts.use(get());
                            }
                        });
        languages.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var column = Boxes.column(16, card, languages);
        column.setAlignment(Pos.CENTER);
        column.setMaxSize(420, Region.USE_PREF_SIZE);
        root = Boxes.styled(new StackPane(column), "cover");
    }

    Parent root() {
        return root;
    }

    private Node servers() {
        var field = new TextField();
        field.setId("session-form.servers");
        field.textProperty().bindBidirectional(model.servers());
        field.setAccessibleText(texts.get("session.servers"));
        var label = Labels.of(texts.get("session.servers"), "field-label");
        label.setLabelFor(field);
        var help = Labels.of(texts.get("session.servers.help"), "field-note");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        return Boxes.styled(Boxes.column(4, label, field, help), "field");
    }

    private Node button() {
        var button =
                Buttons.wide(
                        Buttons.primary(
                                "session-sign-in.go",
                                texts.get("session.sign-in.go"),
                                "mdi2l-login",
                                model::signIn));
        button.disableProperty().bind(model.busy().property());
        return button;
    }

    private Node message() {
        var label = Boxes.styled(new Label(), "field-error");
        label.setId("session-sign-in.message");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.textProperty().bind(model.message());
        label.visibleProperty().bind(model.message().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    /// Appears when the server is a stranger.
    private Node question() {
        var place = new VBox();
        place.visibleProperty().bind(model.stranger().isNotNull());
        place.managedProperty().bind(place.visibleProperty());
        model.stranger().addListener((property, before, now) -> ask(place, now));
        ask(place, model.stranger().get());
        return place;
    }

    private void ask(VBox place, @Nullable Problem stranger) {
        place.getChildren().clear();
        if (stranger == null) {
            return;
        }
        var fingerprint =
                Labels.of(lines(stranger.metadata().getOrDefault("fingerprint", "")), "mono");
        fingerprint.setId("session-sign-in.fingerprint");
        fingerprint.setWrapText(true);
        fingerprint.setMinHeight(Region.USE_PREF_SIZE);
        var box =
                Alert.of(
                        Tint.AMBER,
                        "mdi2s-shield-key-outline",
                        texts.get("session.trust.title"),
                        texts.get(
                                "session.trust.detail",
                                stranger.metadata().getOrDefault("address", "")));
        box.getChildren()
                .addAll(
                        fingerprint,
                        Buttons.small(
                                Buttons.plain(
                                        "session-sign-in.trust",
                                        texts.get("session.trust.go"),
                                        model::trust)));
        place.getChildren().add(box);
    }

    /// Two lines of sixteen pairs: easier to compare than one long one.
    private static String lines(String fingerprint) {
        var middle = fingerprint.length() / 2;
        return fingerprint.length() < 40
                ? fingerprint
                : fingerprint.substring(0, middle) + "\n" + fingerprint.substring(middle + 1);
    }
}
