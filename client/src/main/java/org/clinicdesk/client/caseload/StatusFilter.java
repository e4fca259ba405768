package org.clinicdesk.client.caseload;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.StatusPill;
import org.clinicdesk.client.platform.Texts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How many visits stand where; pressing one shows only those.
final class StatusFilter {

    private static final List<AppointmentStatus> ORDER =
            List.of(
                    AppointmentStatus.APPOINTMENT_STATUS_REQUESTED,
                    AppointmentStatus.APPOINTMENT_STATUS_BOOKED,
                    AppointmentStatus.APPOINTMENT_STATUS_ARRIVED,
                    AppointmentStatus.APPOINTMENT_STATUS_IN_ROOM,
                    AppointmentStatus.APPOINTMENT_STATUS_FULFILLED,
                    AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW,
                    AppointmentStatus.APPOINTMENT_STATUS_CANCELLED);

    private final Texts texts;
    private final CaseloadModel model;

    StatusFilter(Texts texts, CaseloadModel model) {
        this.texts = texts;
        this.model = model;
    }

    Node node() {
        var box = Boxes.styled(new HBox(), "segments");
        box.setId("caseload-visits.status");
        box.setMaxWidth(Region.USE_PREF_SIZE);
        box.getChildren().add(button(Optional.empty()));
        ORDER.forEach(status -> box.getChildren().add(button(Optional.of(status))));
        return box;
    }

    private ToggleButton button(Optional<AppointmentStatus> status) {
        var button = new ToggleButton();
        button.setId(
                "caseload-visits.status."
                        + status.map(AppointmentStatus::name)
                                .orElse("ALL")
                                .replace("APPOINTMENT_STATUS_", "")
                                .toLowerCase(Locale.ROOT));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty()
                .bind(Bindings.createStringBinding(() -> words(status), model.counts()));
        button.setOnAction(event -> {
            button.setSelected(true);
            model.status().set(status);
        });
        var chosen =
                Bindings.createBooleanBinding(
                        () -> model.status().get().equals(status), model.status());
        button.setSelected(chosen.get());
        chosen.addListener((property, before, now) -> button.setSelected(now));
        button.getProperties().put("chosen", chosen);
        return button;
    }

    private String words(Optional<AppointmentStatus> status) {
        var count =
                status.map(one -> model.counts().getOrDefault(one, 0))
                        .orElseGet(() ->
                                model.counts().values().stream().mapToInt(Integer::intValue).sum());
        var name =
                status.map(one -> StatusPill.words(texts, one)).orElse(texts.get("caseload.all"));
        return name + " " + count;
    }
}
