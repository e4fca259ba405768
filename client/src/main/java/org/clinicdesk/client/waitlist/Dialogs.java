package org.clinicdesk.client.waitlist;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.waitlist.v1.WaitingEntry;
import org.clinicdesk.waitlist.v1.WithdrawReason;

import java.util.List;
import java.util.Locale;

/// What is asked before somebody comes on the list, is changed, or is taken off.
final class Dialogs {

    private static final List<WithdrawReason> REASONS =
            List.of(
                    WithdrawReason.WITHDRAW_REASON_PATIENT,
                    WithdrawReason.WITHDRAW_REASON_BOOKED,
                    WithdrawReason.WITHDRAW_REASON_UNREACHABLE,
                    WithdrawReason.WITHDRAW_REASON_MISTAKE);

    private final Desk desk;
    private final Texts texts;
    private final WaitlistModel model;
    private final EntrySteps steps;

    Dialogs(Desk desk, WaitlistModel model, EntrySteps steps) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.steps = steps;
    }

    void add() {
        add("");
    }

    /// Adds the person the desk is about.
    ///
    /// @param appointmentId the later visit that gives way, or empty
    void add(String appointmentId) {
        var person = desk.patient().get();
        if (!steps.may() || desk.session().desk().getServicesCount() == 0) {
            return;
        }
        if (person == null) {
            desk.notices().reminder(texts.get("waitlist.add.nobody"));
            return;
        }
        new WishDialog(desk, WishModel.of(desk, model, person, appointmentId)).show();
    }

    void change(WaitingEntry entry) {
        if (steps.may()) {
            new WishDialog(desk, WishModel.of(desk, model, entry)).show();
        }
    }

    /// Asks why: one press, and it can be taken back.
    void withdraw() {
        var entry = model.entry().get();
        if (entry == null || !steps.may()) {
            return;
        }
        var dialog =
                new Dialog(
                        desk.layers(), texts, "waitlist-withdraw", texts.get("waitlist.withdraw"));
        var reasons = Boxes.column(8);
        REASONS.forEach(reason -> reasons.getChildren().add(reason(dialog, entry, reason)));
        Boxes.first(reasons.getChildren().getFirst());
        dialog.say(entry.getPerson().getName())
                .body(reasons)
                .cancel(texts.get("waitlist.withdraw.keep"))
                .show();
    }

    private Button reason(Dialog dialog, WaitingEntry entry, WithdrawReason reason) {
        var name = reason.name().substring("WITHDRAW_REASON_".length());
        var button =
                Buttons.plain(
                        "waitlist-withdraw." + name.toLowerCase(Locale.ROOT),
                        texts.get("waitlist.withdraw." + name),
                        () -> {
                            dialog.hide();
                            steps.withdraw(entry, reason);
                        });
        button.setMaxWidth(Double.MAX_VALUE);
        button.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        event.consume();
                        button.fire();
                    }
                });
        return button;
    }
}
