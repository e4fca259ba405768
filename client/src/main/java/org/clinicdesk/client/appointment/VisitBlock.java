package org.clinicdesk.client.appointment;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
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
///
/// Where the name does not fit beside the time it has the second line to itself; where there is none it is made shorter so
/// that people are still told apart.
///
/// There are hundreds of them, so each has as few nodes as it can: the icon and the second line come when they are first
/// needed, what is said on hovering and to screen readers when it is asked for, and all are placed here, not by boxes.
final class VisitBlock extends Region {

    private static final double TWO_LINES = 30;
    private static final double GAP = 5;

    /// The colour of its kind, at the edge that does not tell the state.
    private static final double EDGE = 3;

    private static final CornerRadii AT_THE_RIGHT = new CornerRadii(0, 4, 4, 0, false);

    /// Less is no name.
    private static final double LEAST_NAME = 34;

    private final Text when = Boxes.styled(new Text(), "when");
    private final Label who = Labels.of("", "who");
    private @Nullable Label what;
    private @Nullable FontIcon icon;
    private @Nullable FontIcon series;
    private @Nullable Region edge;
    private @Nullable Tooltip card;
    private @Nullable Visit visit;
    private @Nullable VisitWords words;
    private boolean late;
    private boolean tall;
    private String fitted = "";

    VisitBlock() {
        who.setMinWidth(0);
        Boxes.styled(this, "visit");
        getChildren().addAll(when, who);
        setAccessibleRole(AccessibleRole.TEXT);
        addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> describe());
    }

    @Nullable Visit visit() {
        return visit;
    }

    void show(Visit next, VisitWords words, boolean late) {
        if (next.equals(visit) && late == this.late && words == this.words) {
            return;
        }
        this.visit = next;
        this.words = words;
        this.late = late;
        setId("appointment-day.visit." + next.id());
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        when.setText(Times.clock(next.time().from()));
        fitted = "";
        if (what != null) {
            what.setText(words.why(next));
        }
        if (card != null && isHover()) {
            describe();
        }
        var look = Look.of(next.status());
        show(icon(next, look, late));
        showSeries(next.appointment().getSeriesVisits() > 0);
        showKind(next.about().colour());
        tint(look.tint());
        mark("requested", next.is(AppointmentStatus.APPOINTMENT_STATUS_REQUESTED));
        mark("overbooked", next.appointment().getOverbooked());
        mark("done", next.is(AppointmentStatus.APPOINTMENT_STATUS_FULFILLED));
        requestLayout();
    }

    private void show(String literal) {
        if (icon == null && !literal.equals(Look.PLAIN)) {
            icon = Icons.of(literal);
            getChildren().add(icon);
        }
        if (icon != null) {
            icon.setIconLiteral(literal);
            icon.setVisible(!literal.equals(Look.PLAIN));
        }
    }

    private void showKind(String colour) {
        var on = colour.matches("#[0-9A-Fa-f]{6}");
        if (edge == null && on) {
            edge = new Region();
            edge.setMouseTransparent(true);
            getChildren().add(edge);
        }
        if (edge != null) {
            edge.setVisible(on);
            edge.setBackground(
                    on
                            ? new Background(
                                    new BackgroundFill(Color.web(colour), AT_THE_RIGHT, null))
                            : Background.EMPTY);
        }
    }

    private void showSeries(boolean on) {
        if (series == null && on) {
            series = Icons.of("mdi2r-repeat", "series");
            getChildren().add(series);
        }
        if (series != null) {
            series.setVisible(on);
        }
    }

    /// Says on hovering what there is no room for.
    private void describe() {
        if (visit == null || words == null) {
            return;
        }
        if (card == null) {
            card = new Tooltip();
            card.setShowDelay(Duration.millis(500));
            card.setShowDuration(Duration.INDEFINITE);
            Tooltip.install(this, card);
        }
        card.setText(words.card(visit));
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && visit != null && words != null
                ? words.visit(visit)
                : super.queryAccessibleAttribute(attribute, parameters);
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
                    default ->
                            visit.appointment().getOverbooked()
                                    ? "mdi2l-layers-outline"
                                    : look.icon();
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
        tall = height >= TWO_LINES;
        if (what == null && (tall || !doctor().isEmpty()) && visit != null && words != null) {
            what = Labels.of(words.why(visit), "what");
            what.setMinWidth(0);
            getChildren().add(what);
        }
        mark("tall", tall);
    }

    @Override
    protected void layoutChildren() {
        var insets = getInsets();
        var left = insets.getLeft();
        var right = getWidth() - insets.getRight() - placeKind();
        var line = who.prefHeight(-1);
        var all = getHeight() - insets.getTop() - insets.getBottom();
        var top = tall ? insets.getTop() : insets.getTop() + (all - line) / 2;
        var end = placeIcon(series, placeIcon(icon, right, top, line), top, line);
        middle(when, left, top, line);
        var beside = left + when.getLayoutBounds().getWidth() + GAP;
        var below = tall && width(person()) > end - beside;
        var alone = !tall && end - beside < LEAST_NAME;
        when.setVisible(!alone);
        if (alone) {
            name(left, top, right - left, line);
        } else if (below) {
            name(left, Math.min(top + line, getHeight() - line), right - left, line);
        } else {
            name(beside, top, end - beside, line);
        }
        if (!doctor().isEmpty() && below) {
            placeDoctor(beside, top, end - beside);
        } else if (tall || alone || doctor().isEmpty()) {
            placeWhat(left, top + line * (below ? 2 : 1), right - left, getHeight());
        } else {
            var name = width(who.getText()) + GAP;
            placeDoctor(beside + name, top, end - beside - name);
        }
    }

    private double placeKind() {
        if (edge == null || !edge.isVisible()) {
            return 0;
        }
        edge.resizeRelocate(snapPositionX(getWidth() - EDGE), 0, EDGE, getHeight());
        return 2;
    }

    private String doctor() {
        return visit == null ? "" : visit.about().doctor();
    }

    /// In a room the doctor stands beside the time, or the name, where there is no line of his own.
    private void placeDoctor(double left, double top, double width) {
        if (what != null) {
            what.setVisible(width > LEAST_NAME);
            what.resizeRelocate(
                    snapPositionX(left),
                    snapPositionY(top + 1),
                    Math.max(0, width),
                    what.prefHeight(-1));
        }
    }

    private String person() {
        return visit == null ? "" : visit.person();
    }

    private double placeIcon(@Nullable FontIcon mark, double end, double top, double line) {
        if (mark == null || !mark.isVisible()) {
            return end;
        }
        var left = end - mark.getLayoutBounds().getWidth();
        middle(mark, left, top, line);
        return left - GAP;
    }

    private void name(double left, double top, double width, double line) {
        var key = person() + width;
        if (!key.equals(fitted)) {
            fitted = key;
            who.setText(shortened(width));
        }
        who.resizeRelocate(snapPositionX(left), snapPositionY(top), Math.max(0, width), line);
    }

    private String shortened(double width) {
        var steps = ShortName.steps(person());
        return steps.stream()
                .filter(step -> width(step) <= width)
                .findFirst()
                .orElse(steps.getLast());
    }

    private double width(String text) {
        var measured = new Text(text);
        measured.setFont(who.getFont());
        return Math.ceil(measured.getLayoutBounds().getWidth()) + 1;
    }

    private void placeWhat(double left, double top, double width, double bottom) {
        if (what != null) {
            var line = what.prefHeight(-1);
            what.setVisible(tall && top + line <= bottom + 1);
            what.resizeRelocate(snapPositionX(left), snapPositionY(top), Math.max(0, width), line);
        }
    }

    private void middle(Node text, double x, double top, double line) {
        var height = text.getLayoutBounds().getHeight();
        text.relocate(snapPositionX(x), snapPositionY(top + (line - height) / 2));
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
