package org.clinicdesk.client.session;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;

/// Hides the work and says whose it is.
final class LockView {

    private final StackPane root;

    LockView(Desk desk, LockModel model) {
        var texts = desk.texts();
        var password = Boxes.first(new PasswordField());
        password.setId("session-lock.password");
        password.setPromptText(texts.get("session.password"));
        password.setAccessibleText(texts.get("session.password"));
        password.textProperty().bindBidirectional(model.password());
        var message = Boxes.styled(new Label(), "field-error");
        message.setId("session-lock.message");
        message.setWrapText(true);
        message.textProperty().bind(model.message());
        message.visibleProperty().bind(model.message().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        var unlock =
                Buttons.primary(
                        "session-lock.go",
                        texts.get("session.lock.go"),
                        "mdi2l-lock-open-variant-outline",
                        model::unlock);
        unlock.disableProperty().bind(model.busy().property());
        var leave =
                Buttons.plain(
                        "session-lock.sign-out",
                        texts.get("session.sign-out"),
                        new SignOut(desk)::here);
        var card =
                Boxes.card(
                        Boxes.row(
                                12,
                                Avatar.large(model.name()),
                                Boxes.column(
                                        2,
                                        Labels.title(model.name()),
                                        Labels.muted(texts.get("session.lock.hint")))),
                        password,
                        message,
                        Boxes.row(8, Boxes.spacer(), leave, unlock));
        if (model.unsaved()) {
            card.getChildren().add(2, Labels.paragraph(texts.get("session.lock.unsaved")));
        }
        Boxes.onEnter(card, model::unlock);
        card.setMaxSize(400, Region.USE_PREF_SIZE);
        card.getStyleClass().add("roomy");
        root = Boxes.styled(new StackPane(card), "cover");
    }

    Parent root() {
        return root;
    }
}
