package org.clinicdesk.client.shell;

import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;

import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.client.platform.Theme;
import org.clinicdesk.client.session.SessionFeature;
import org.clinicdesk.client.session.SignOut;

/// Who is here, and what he may set for himself.
final class UserMenu {

    private static final int THEMES = 1;
    private static final int SITES = 2;

    private final Desk desk;
    private final MenuButton button = Boxes.styled(new MenuButton(), "user-menu");

    UserMenu(Desk desk) {
        this.desk = desk;
        var texts = desk.texts();
        var me = desk.session().desk();
        var place = me.getSitesCount() == 0 ? me.getClinicName() : desk.site().getName();
        var name = Labels.of(me.getName(), "small", "strong");
        var signOut = texts.get("session.sign-out");
        button.setGraphic(
                Boxes.row(
                        8,
                        Avatar.tiny(me.getName()),
                        Boxes.column(0, name, Labels.of(place, "tiny", "muted"))));
        button.setId("shell-top.user");
        button.setAccessibleText(me.getName());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getItems()
                .addAll(
                        languages(),
                        themes(),
                        sites(),
                        new SeparatorMenuItem(),
                        item("lock", texts.get("shell.user.lock"), desk.session()::lock),
                        item(
                                "password",
                                texts.get("session.password.title"),
                                () -> desk.navigator().go(SessionFeature.PASSWORD)),
                        item("sign-out", signOut, () -> leave(signOut, new SignOut(desk)::here)),
                        item(
                                "sign-out-everywhere",
                                texts.get("session.sign-out.everywhere"),
                                () -> leave(signOut, new SignOut(desk)::everywhere)));
    }

    Node node() {
        return button;
    }

    /// Where the desk stands: asked only where there is a choice.
    private Menu sites() {
        var menu = new Menu(desk.texts().get("shell.user.site"));
        var group = new ToggleGroup();
        for (var site : desk.session().desk().getSitesList()) {
            var item = new RadioMenuItem(site.getName());
            item.setId("shell-user.site." + site.getId());
            item.setToggleGroup(group);
            item.setSelected(site.getId().equals(desk.site().getId()));
            item.setOnAction(event -> {
                // Whoever stays after all has not moved.
                button.getItems().set(SITES, sites());
                leave(desk.texts().get("shell.user.site.go"), () -> desk.moveTo(site));
            });
            menu.getItems().add(item);
        }
        menu.setVisible(menu.getItems().size() > 1);
        return menu;
    }

    private void leave(String how, Runnable going) {
        if (!desk.navigator().dirty()) {
            going.run();
            return;
        }
        var texts = desk.texts();
        new Dialog(desk.layers(), texts, "shell-leave", texts.get("shell.leave.title"))
                .say(texts.get("shell.leave.detail"))
                .cancel(texts.get("shell.leave.stay"))
                .danger(how, going)
                .show();
    }

    private Menu languages() {
        var menu = new Menu(desk.texts().get("shell.user.language"));
        var group = new ToggleGroup();
        for (var locale : Texts.LANGUAGES) {
            var item = new RadioMenuItem(Texts.name(locale));
            item.setId("shell-user." + locale.getLanguage());
            item.setToggleGroup(group);
            item.setSelected(locale.equals(desk.texts().locale()));
            item.setOnAction(event -> desk.texts().use(locale));
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuItem themes() {
        var dark = desk.theme().mode().get() == Theme.Mode.DARK;
        return item(
                "theme",
                desk.texts().get(dark ? "shell.user.light" : "shell.user.dark"),
                () -> {
                    desk.theme().use(dark ? Theme.Mode.LIGHT : Theme.Mode.DARK);
                    button.getItems().set(THEMES, themes());
                });
    }

    private static MenuItem item(String id, String text, Runnable action) {
        var item = new MenuItem(text);
        item.setId("shell-user." + id);
        item.setOnAction(event -> action.run());
        return item;
    }
}
