package org.clinicdesk.client.staff;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;

import java.util.Optional;

/// Shows a one-time password, once. Neither Escape nor a click beside it closes it: what it shows cannot be read again.
final class PasswordDialog {

    private final Desk desk;
    private final PasswordReset passwords;
    private final Runnable closed;

    private PasswordDialog(Desk desk, PasswordReset passwords, Runnable closed) {
        this.desk = desk;
        this.passwords = passwords;
        this.closed = closed;
    }

    /// Opens the dialog whenever there is a password to be shown.
    ///
    /// @param root as long as it lives, the dialog comes
    /// @param closed what happens after it
    static void follow(Desk desk, PasswordReset passwords, Node root, Runnable closed) {
        ChangeListener<Optional<OneTimePassword>> opener =
                (property, before, now) ->
                        now.ifPresent(new PasswordDialog(desk, passwords, closed)::open);
        root.getProperties().put("password-dialog", opener);
        passwords.made().addListener(new WeakChangeListener<>(opener));
    }

    private void open(OneTimePassword password) {
        var texts = desk.texts();
        var card = Boxes.styled(new VBox(), "dialog-card");
        card.setId("staff-password");
        card.setMaxSize(460, VBox.USE_PREF_SIZE);
        var field = new TextField(password.password());
        field.setId("staff-password.value");
        field.setAccessibleText(texts.get("staff.password.value"));
        field.setEditable(false);
        Boxes.styled(field, "one-time-password");
        var copy =
                Buttons.plain(
                        "staff-password.copy",
                        texts.get("staff.password.copy"),
                        "mdi2c-content-copy",
                        () -> {
                            var content = new ClipboardContent();
                            content.putString(password.password());
                            Clipboard.getSystemClipboard().setContent(content);
                        });
        var done =
                Boxes.first(
                        Buttons.primary(
                                "staff-password.done",
                                texts.get("staff.password.done"),
                                "mdi2c-check",
                                () -> close(card)));
        card.getChildren()
                .addAll(
                        Labels.title(texts.get("staff.password.title", password.name())),
                        Labels.paragraph(texts.get("staff.password.detail", password.login())),
                        Boxes.row(8, Boxes.grow(field), copy),
                        Boxes.row(8, Boxes.spacer(), done));
        card.getStylesheets().add(StaffListView.SHEET);
        Boxes.onEnter(card, done::fire);
        desk.layers().show(card, () -> {});
    }

    private void close(Node card) {
        desk.layers().hide(card);
        passwords.forget();
        closed.run();
    }
}
