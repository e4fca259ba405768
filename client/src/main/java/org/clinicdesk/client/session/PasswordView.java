package org.clinicdesk.client.session;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;

/// Old password, new one, the new one again.
final class PasswordView {

    private final Desk desk;
    private final Texts texts;
    private final PasswordModel model;

    PasswordView(Desk desk, PasswordModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    /// As a screen.
    Parent root() {
        var page = Boxes.page(card(false));
        page.setAlignment(Pos.TOP_LEFT);
        return page;
    }

    /// Over everything, when nothing else is allowed before.
    Parent cover() {
        return Boxes.styled(new StackPane(card(true)), "cover");
    }

    private VBox card(boolean forced) {
        var form =
                new Form<>(texts, "session", model.draft())
                        .password("old_password")
                        .password("new_password");
        Boxes.first(form.control("old_password"));
        var again = new PasswordField();
        again.setId("session-form.repeated");
        again.textProperty().bindBidirectional(model.repeated());
        again.setAccessibleText(texts.get("session.repeated"));
        form.node(
                Boxes.styled(
                        Boxes.column(
                                4, Labels.of(texts.get("session.repeated"), "field-label"), again),
                        "field"));
        var change =
                Buttons.primary(
                        "session-password.go",
                        texts.get("session.password.go"),
                        "mdi2k-key-change",
                        model::change);
        change.disableProperty().bind(model.busy().property());
        var card =
                Boxes.card(
                        Labels.title(texts.get("session.password.title")),
                        Labels.paragraph(
                                texts.get(
                                        forced
                                                ? "session.password.forced"
                                                : "session.password.hint")),
                        form.node(),
                        message(),
                        Boxes.row(8, Boxes.spacer(), other(forced), change));
        Boxes.onEnter(card, model::change);
        card.setMaxSize(460, Region.USE_PREF_SIZE);
        card.getStyleClass().add("roomy");
        return card;
    }

    private Node other(boolean forced) {
        return forced
                ? Buttons.plain(
                        "session-password.sign-out",
                        texts.get("session.sign-out"),
                        new SignOut(desk)::here)
                : Buttons.plain(
                        "session-password.cancel", texts.get("kit.cancel"), desk.navigator()::back);
    }

    private Node message() {
        var label = Boxes.styled(new Label(), "field-error");
        label.setId("session-password.message");
        label.setWrapText(true);
        label.textProperty().bind(model.message());
        label.visibleProperty().bind(model.message().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
