package org.clinicdesk.client.staff;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;

/// Who it is and what he may do, on one page.
final class NewMemberView {

    private final HBox root;

    NewMemberView(Desk desk, NewMemberModel model) {
        var texts = desk.texts();
        var picker = new RolePicker(desk, model.roles());
        var form =
                new Form<>(texts, "staff", model.draft())
                        .text("name")
                        .text("login")
                        .together(2)
                        .text("specialty")
                        .flag("bookable");
        Boxes.first(form.control("name"));
        InvalidationListener wrong = change -> form.focusFirstError();
        model.draft().errors().addListener(new WeakInvalidationListener(wrong));
        var who = Boxes.card(Labels.heading(texts.get("staff.who")), form.node());
        var roles = Boxes.card(Labels.heading(texts.get("staff.roles") + " *"), picker.ticks());
        var page = Boxes.page(who, roles);
        Boxes.onEnter(page, model::save);
        var scroll = Boxes.styled(Boxes.grow(new ScrollPane(page)), "page-scroll");
        scroll.setFitToWidth(true);
        root = new HBox(scroll, Boxes.side(360, picker.rights()));
        root.getProperties().put("picker", picker);
        root.getProperties().put("wrong", wrong);
        root.getStylesheets().add(StaffListView.SHEET);
        PasswordDialog.follow(desk, model.passwords(), root, model::leave);
    }

    Parent root() {
        return root;
    }

    /// The button of the top bar.
    static Node actions(Desk desk, NewMemberModel model) {
        var save =
                Buttons.primary(
                        "staff-new.save",
                        desk.texts().get("staff.add"),
                        "mdi2a-account-check-outline",
                        model::save);
        save.disableProperty().bind(model.busy().property());
        return save;
    }
}
