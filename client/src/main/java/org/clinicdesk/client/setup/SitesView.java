package org.clinicdesk.client.setup;

import javafx.scene.Node;
import javafx.scene.Parent;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.site.v1.Site;

/// The places of the clinic.
final class SitesView {

    private final Desk desk;
    private final Texts texts;
    private final SitesModel model;
    private final Parent root;

    SitesView(Desk desk, SitesModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.root = Boxes.page(table().view());
    }

    Parent root() {
        return root;
    }

    /// The button of the top bar.
    static Node actions(Desk desk, SitesModel model) {
        return Buttons.primary(
                "setup-sites.add",
                desk.texts().get("setup.site.add"),
                "mdi2p-plus",
                () -> add(desk, model));
    }

    static void add(Desk desk, SitesModel model) {
        model.add();
        new SiteDialog(desk, model).show();
    }

    private Table<Site> table() {
        var table =
                new Table<Site>("setup-sites.rows")
                        .node(heading("name"), SitesView::name, 260)
                        .text(heading("address"), SitesView::address, 360)
                        .node(heading("active"), this::state, 140)
                        .rows(model.rows())
                        .selects(model.selected())
                        .opens(site -> {
                            model.begin(site);
                            new SiteDialog(desk, model).show();
                        })
                        .empty(
                                EmptyState.of(
                                        "mdi2h-hospital-building",
                                        texts.get("setup.sites.title"),
                                        texts.get("setup.sites.detail")));
        table.view().setAccessibleText(texts.get("setup.sites.title"));
        Boxes.first(table.view());
        return table;
    }

    private String heading(String column) {
        return texts.get("setup.column." + column).toUpperCase(texts.locale());
    }

    private static Node name(Site site) {
        return Boxes.row(
                10, Icons.of("mdi2h-hospital-building"), Labels.of(site.getName(), "medium"));
    }

    private static String address(Site site) {
        return site.getAddress().isEmpty() ? Words.NOTHING : site.getAddress();
    }

    private Node state(Site site) {
        return site.getActive()
                ? Pill.of(texts.get("setup.site.open"), Tint.GREEN)
                : Pill.of(texts.get("setup.site.closed"), Tint.GRAY);
    }
}
