package org.clinicdesk.client.setup;

import com.google.protobuf.Descriptors.FieldDescriptor;

import javafx.scene.control.TextField;

import org.clinicdesk.appointment.v1.SetLimitsRequest;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;

import java.util.Objects;

/// Says how much a doctor may be given on a day. What is left empty is as the clinic has it, which stands there as a prompt.
final class LimitsDialog {

    private static final double WIDTH = 560;

    private final Desk desk;
    private final Texts texts;
    private final DoctorsModel model;

    LimitsDialog(Desk desk, DoctorsModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    void show() {
        var doctor = Objects.requireNonNull(model.selected().get());
        var title = texts.get("setup.limits.title", doctor.getName());
        new EditDialog<>(desk, "limits", title, model.edited())
                .width(WIDTH)
                .say(texts.get("setup.limits.detail"))
                .shown(this::shown)
                .show(form(), model::save);
    }

    private Form<SetLimitsRequest> form() {
        var form = model.typed().in(new Form<>(texts, "setup.limits", model.edited().draft()));
        var usual = model.usual();
        prompt(form, "day_minutes", HoursText.shown(Integer.toString(usual.getDayMinutes())));
        prompt(form, "day_visits", Integer.toString(usual.getDayVisits()));
        prompt(form, "slot_minutes", Integer.toString(usual.getSlotMinutes()));
        prompt(form, "day_overbooked", Counts.shown(Integer.toString(usual.getDayOverbooked())));
        Boxes.first(form.control("day_minutes"));
        return form;
    }

    private void prompt(Form<SetLimitsRequest> form, String field, String usual) {
        ((TextField) form.control(field)).setPromptText(texts.get("setup.limits.prompt", usual));
    }

    private String shown(FieldDescriptor field, Object value) {
        var number = value.toString();
        if (number.equals("0")) {
            return texts.get("setup.limits.usual");
        }
        return DayLimits.shown(field.getName(), number);
    }
}
