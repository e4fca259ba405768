package org.clinicdesk.client.shell;

import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
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

/// Shows notices at the lower right. They go by themselves, problems later than the rest.
final class Toasts {

    private static final Duration DONE = Duration.seconds(6);
    private static final Duration PROBLEM = Duration.seconds(15);

    private final Notices notices;
    private final Texts texts;
    private final VBox box = Boxes.column(8);

    Toasts(Notices notices, Texts texts) {
        this.notices = notices;
        this.texts = texts;
        box.setPickOnBounds(false);
        box.setMouseTransparent(false);
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        box.setAlignment(Pos.BOTTOM_RIGHT);
        StackPane.setAlignment(box, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(box, new Insets(0, 18, 44, 0));
        notices.shown().addListener((ListChangeListener<Notice>) change -> draw());
    }

    Node node() {
        return box;
    }

    private void draw() {
        box.getChildren().removeIf(node -> !notices.shown().contains((Notice) node.getUserData()));
        notices.shown().stream()
                .filter(notice ->
                        box.getChildren().stream().noneMatch(node -> node.getUserData() == notice))
                .forEach(this::add);
    }

    private void add(Notice notice) {
        var text = Labels.of(notice.text(), "medium");
        text.setWrapText(true);
        text.setMaxWidth(380);
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
        toast.setUserData(notice);
        toast.setMaxWidth(Region.USE_PREF_SIZE);
        notice.offer().ifPresent(offer -> toast.getChildren().add(button(notice, offer)));
        notice.support()
                .ifPresent(code ->
                        toast.getChildren()
                                .add(
                                        Buttons.small(
                                                Buttons.icon(
                                                        "shell-toast.copy",
                                                        "mdi2c-content-copy",
                                                        texts.get("kit.problem.copy"),
                                                        () -> copy(code)))));
        box.getChildren().add(toast);
        var pause = new PauseTransition(notice.kind() == Notices.Kind.DONE ? DONE : PROBLEM);
        pause.setOnFinished(event -> notices.dismiss(notice));
        pause.play();
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
