package org.clinicdesk.client.setup;

import com.google.protobuf.Descriptors.FieldDescriptor;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.site.v1.Site;

/// Says how a place is called, where it lies, and whether it is open.
final class SiteDialog {

    private static final double WIDTH = 520;

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
        var form = form();
        var changes =
                new ChangesPane(
                        texts,
                        "setup.site",
                        model.edited(),
                        this::shown,
                        model.edited()::takeTheirs);
        var dialog =
                new Dialog(desk.layers(), texts, "setup-site", title)
                        .width(WIDTH)
                        .body(Boxes.column(12, changes.node(), form.node()));
        dialog.primary(
                        texts.get("kit.save"),
                        () -> {
                            model.save(dialog::hide);
                            form.focusFirstError();
                            return false;
                        })
                .show();
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

    private String shown(FieldDescriptor field, Object value) {
        return value instanceof Boolean on
                ? new Words(texts).yesNo(on)
                : value.toString().isEmpty() ? Words.NOTHING : value.toString();
    }
}
