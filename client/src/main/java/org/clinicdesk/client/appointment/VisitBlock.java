package org.clinicdesk.client.appointment;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Tint;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A visit on the grid: time, name, what for, and its state as tint, edge and icon. Pooled: it shows one visit after
/// another.
final class VisitBlock extends VBox {

    private static final double TWO_LINES = 30;

    private final Label when = Labels.of("", "when");
    private final Label who = Labels.of("", "who");
    private final Label what = Labels.of("", "what");
    private final FontIcon icon = Icons.of("mdi2c-check");
    private final HBox first = Boxes.row(5, when, who, icon);
    private final Tooltip card = new Tooltip();
    private @Nullable Visit visit;

    VisitBlock() {
        when.setMinWidth(Region.USE_PREF_SIZE);
        who.setMinWidth(0);
        who.setMaxWidth(Double.MAX_VALUE);
        what.setMinWidth(0);
        HBox.setHgrow(who, Priority.ALWAYS);
        Boxes.styled(this, "visit");
        getChildren().addAll(first, what);
        setAccessibleRole(AccessibleRole.TEXT);
        card.setShowDelay(Duration.millis(500));
        card.setShowDuration(Duration.INDEFINITE);
        Tooltip.install(this, card);
    }

    @Nullable Visit visit() {
        return visit;
    }

    void show(Visit visit, VisitWords words, boolean late) {
        this.visit = visit;
        var look = Look.of(visit.status());
        setId("appointment-day.visit." + visit.id());
        setAccessibleText(words.visit(visit));
        card.setText(words.card(visit));
        when.setText(Times.clock(visit.time().from()));
        who.setText(visit.person());
        what.setText(words.why(visit));
        icon.setIconLiteral(icon(visit, look, late));
        icon.setVisible(!icon.getIconLiteral().equals(Look.PLAIN));
        icon.setManaged(icon.isVisible());
        tint(look.tint());
        mark("requested", visit.is(AppointmentStatus.APPOINTMENT_STATUS_REQUESTED));
        mark("overbooked", visit.appointment().getOverbooked());
        mark("done", visit.is(AppointmentStatus.APPOINTMENT_STATUS_FULFILLED));
    }

    /// What somebody must know first: he is late, or he said that he will come.
    private static String icon(Visit visit, Look look, boolean late) {
        if (!visit.expected()) {
            return look.icon();
        }
        return late
                ? "mdi2c-clock-alert-outline"
                : switch (visit.appointment().getConfirmation()) {
                    case CONFIRMATION_CONFIRMED -> "mdi2c-check-bold";
                    case CONFIRMATION_DECLINED -> "mdi2c-close-thick";
                    case CONFIRMATION_LEFT_MESSAGE -> "mdi2v-voicemail";
                    default -> look.icon();
                };
    }

    void mark(String style, boolean on) {
        if (!on) {
            getStyleClass().remove(style);
        } else if (!getStyleClass().contains(style)) {
            getStyleClass().add(style);
        }
    }

    /// The second line is left out where there is no room for it.
    void fit(double height) {
        var tall = height >= TWO_LINES;
        what.setVisible(tall);
        what.setManaged(tall);
        setAlignment(tall ? Pos.TOP_LEFT : Pos.CENTER_LEFT);
        mark("tall", tall);
    }

    private void tint(Tint tint) {
        if (!getStyleClass().contains(tint.style())) {
            for (var other : Tint.values()) {
                getStyleClass().remove(other.style());
            }
            getStyleClass().add(tint.style());
        }
    }
}
