package org.clinicdesk.client.appointment;

import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.platform.Texts;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What goes with the service that is being booked: what it costs, what is set aside for it, and what the person is to be
/// told.
final class WhatPane {

    private final BookingModel model;
    private final Texts texts;
    private final Fact with = new Fact("mdi2i-information-outline");
    private final Fact preparation = new Fact("mdi2c-clipboard-alert-outline");
    private final VBox box;

    WhatPane(BookingModel model) {
        this.model = model;
        this.texts = model.desk().texts();
        box = Boxes.column(4, with.node(), preparation.node());
        box.setId("appointment-book.what");
        model.what().onOther(change -> show());
        show();
    }

    VBox node() {
        return box;
    }

    private void show() {
        var service = model.what().service().get();
        var id = service == null ? "" : service.getId();
        var offered = model.offered();
        var named = offered.names(model.what().equipment());
        var needs =
                Stream.of(offered.needs(id), named)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
        var reserved = needs.isEmpty() ? "" : texts.get("appointment.reserves", needs);
        with.show(
                Stream.of(offered.price(id, texts.locale()), reserved)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")));
        var told = offered.preparation(id);
        preparation.show(told.isEmpty() ? "" : texts.get("appointment.preparation", told));
    }
}
