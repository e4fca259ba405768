package org.clinicdesk.client.shell;

import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Notices;
import org.clinicdesk.client.platform.Notices.Notice;
import org.clinicdesk.client.platform.Texts;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Shows notices at the lower right, one below the other. They go by themselves, problems later than the rest. Of many the
/// last stand there and the others are folded; the same said twice stands there once. Where a screen has what is pressed
/// next in a bar at its foot, they stand above that.
final class Toasts {

    private static final Duration DONE = Duration.seconds(6);
    private static final Duration PROBLEM = Duration.seconds(15);
    private static final int MOST = 4;
    private static final double WIDTH = 380;

    /// Above the status bar.
    private static final double FOOT = 44;

    private final Notices notices;
    private final Texts texts;
    private final Node work;
    private final VBox box = Boxes.column(8);
    private final Map<Notice, Node> toasts = new IdentityHashMap<>();
    private final Button more =
            Boxes.styled(
                    Buttons.small(Buttons.plain("shell-toast.more", "", this::unfold)),
                    "toast-more");
    private boolean unfolded;

    /// @param work what they stand over
    Toasts(Notices notices, Texts texts, Node work) {
        this.notices = notices;
        this.texts = texts;
        this.work = work;
        box.setPickOnBounds(false);
        box.setMouseTransparent(false);
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        box.setAlignment(Pos.BOTTOM_RIGHT);
        StackPane.setAlignment(box, Pos.BOTTOM_RIGHT);
        stand();
        notices.shown().addListener((ListChangeListener<Notice>) change -> draw());
    }

    Node node() {
        return box;
    }

    /// Finds its place anew: another screen has another foot, or none.
    void stand() {
        var bar = work.lookup(".foot-bar");
        if (bar != null) {
            bar.applyCss();
        }
        var above = bar == null ? 0 : bar.prefHeight(-1);
        StackPane.setMargin(box, new Insets(0, 18, FOOT + above, 0));
    }

    private void draw() {
        stand();
        var shown = notices.shown();
        toasts.keySet().removeIf(notice -> shown.stream().noneMatch(it -> it == notice));
        shown.forEach(notice -> {
            if (!toasts.containsKey(notice)) {
                toasts.put(notice, toast(notice));
                dismissLater(notice);
            }
        });
        var last = last();
        unfolded &= last.size() > MOST;
        var folded = unfolded ? 0 : Math.max(0, last.size() - MOST);
        var nodes = new ArrayList<Node>();
        if (folded > 0) {
            more.setText(texts.get("shell.toast.more", folded));
            nodes.add(more);
        }
        last.stream().skip(folded).map(toasts::get).forEach(nodes::add);
        show(nodes);
    }

    /// What stays is left where it is, with the keyboard that may be in it.
    private void show(List<Node> nodes) {
        var shown = box.getChildren();
        shown.removeIf(node -> !nodes.contains(node));
        for (var index = 0; index < nodes.size(); index++) {
            if (index == shown.size() || shown.get(index) != nodes.get(index)) {
                shown.add(index, nodes.get(index));
            }
        }
    }

    /// Of each the last time it was said.
    private List<Notice> last() {
        var last = new LinkedHashSet<Notice>();
        notices.shown().reversed().forEach(last::add);
        return List.copyOf(last).reversed();
    }

    private void unfold() {
        unfolded = true;
        draw();
    }

    private void dismissLater(Notice notice) {
        var pause = new PauseTransition(notice.kind() == Notices.Kind.DONE ? DONE : PROBLEM);
        pause.setOnFinished(event -> notices.dismiss(notice));
        pause.play();
    }

    private Node toast(Notice notice) {
        var text = Labels.of(notice.text(), "medium");
        text.setWrapText(true);
        text.setMaxWidth(WIDTH);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var words = Boxes.column(1, text);
        words.setAlignment(Pos.CENTER_LEFT);
        if (!notice.detail().isEmpty()) {
            words.getChildren().add(Labels.of(notice.detail(), "tiny", "muted"));
        }
        var icon =
                switch (notice.kind()) {
                    case DONE -> Icons.of("mdi2c-check-circle", "i20", "on-green");
                    case REMINDER -> Icons.of("mdi2c-calendar-alert", "i20", "on-amber");
                    case PROBLEM -> Icons.of("mdi2a-alert-circle", "i20", "on-red");
                };
        var toast = Boxes.styled(new HBox(icon, words), "toast");
        toast.setMaxWidth(Region.USE_PREF_SIZE);
        toast.setMinHeight(Region.USE_PREF_SIZE);
        notice.offer().ifPresent(offer -> toast.getChildren().add(button(notice, offer)));
        notice.support().ifPresent(code -> toast.getChildren().add(copying(code)));
        return toast;
    }

    private Node copying(String code) {
        return Buttons.small(
                Buttons.icon(
                        "shell-toast.copy",
                        "mdi2c-content-copy",
                        texts.get("kit.problem.copy"),
                        () -> copy(code)));
    }

    private Node button(Notice notice, Notices.Offer offer) {
        var key = offer.textKey();
        return Buttons.small(
                Buttons.plain(
                        "shell-toast." + key.substring(key.lastIndexOf('.') + 1),
                        texts.get(key),
                        () -> {
                            notices.dismiss(notice);
                            offer.run().run();
                        }));
    }

    private static void copy(String code) {
        var content = new ClipboardContent();
        content.putString(code);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
