package org.clinicdesk.client.kit;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

import org.clinicdesk.client.platform.Texts;

/// A date typed as people type it. The model holds ISO 8601; what was understood is shown in words, because 3/4 is
/// another day in another country.
final class DateField {

    private final TextField control = new TextField();
    private final Label understood = Labels.of("", "field-note");
    private final Texts texts;

    DateField(Texts texts, StringProperty iso) {
        this.texts = texts;
        control.setPromptText(texts.get("kit.date.prompt"));
        control.setText(DateText.write(iso.get()));
        show(iso.get());
        control.textProperty()
                .addListener((property, before, typed) -> {
                    var date = DateText.read(typed).orElse(typed.strip());
                    iso.set(date);
                    show(date);
                });
        iso.addListener((property, before, now) -> {
            if (!DateText.read(control.getText()).orElse(control.getText().strip()).equals(now)) {
                control.setText(DateText.write(now));
            }
        });
    }

    TextField control() {
        return control;
    }

    Label understood() {
        return understood;
    }

    private void show(String iso) {
        var valid = DateText.read(iso).isPresent();
        understood.setText(valid ? texts.dates().partial(iso) : "");
        understood.setVisible(valid);
        understood.setManaged(valid);
    }
}
