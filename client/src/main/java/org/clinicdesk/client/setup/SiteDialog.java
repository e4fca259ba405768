package org.clinicdesk.client.setup;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.site.v1.Site;

/// Says how a place is called, where it lies, and whether it is open.
final class SiteDialog {

    private final Desk desk;
    private final Texts texts;
    private final SitesModel model;

    SiteDialog(Desk desk, SitesModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    void show() {
        var title =
                model.isNew()
                        ? texts.get("setup.site.add")
                        : texts.get("setup.site.title", model.edited().draft().base().getName());
        new EditDialog<>(desk, "site", title, model.edited()).show(form(), model::save);
    }

    private Form<Site> form() {
        var form = new Form<>(texts, "setup.site", model.edited().draft());
        form.text("name").text("address");
        if (!model.isNew()) {
            form.flag("active");
        }
        Boxes.first(form.control("name"));
        return form;
    }
}
