package org.clinicdesk.client.appointment;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Texts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who or what is chosen on the board and what can be done about it. Its nodes stay when the day changes, so that a
/// button keeps the keyboard.
final class SelectedPane {

    private final Board board;
    private final BoardView view;
    private final Texts texts;
    private final VisitWords words;
    private final LateModel calls;
    private final StackPane avatar = new StackPane();
    private final Label name = Labels.heading("");
    private final Label who = Labels.of("", "tiny", "muted");
    private final Label status = Labels.of("", "pill", Tint.GRAY.style());
    private final Fact time = new Fact("mdi2c-clock-outline");
    private final Fact practitioner = new Fact("mdi2d-doctor");
    private final Fact what = new Fact("mdi2c-clipboard-text-outline");
    private final Fact series = new Fact("mdi2r-repeat");
    private final Fact called = new Fact("mdi2p-phone-outline");
    private final MoreFacts more;
    private final Button checkIn;
    private final Button undo;
    private final Button move;
    private final Button correct;
    private final Button cancel;
    private final Button noShow;
    private final Button confirm;
    private final Button answer;
    private final Button pin;
    private final Button open;
    private final Button book;
    private final VBox visit;
    private final VBox slot;
    private final Label slotText = Labels.of("", "medium");
    private final VBox box = Boxes.column(10);

    SelectedPane(Board board, BoardView view) {
        this.board = board;
        this.view = view;
        this.texts = board.desk().texts();
        this.words = new VisitWords(board.desk(), board.day()::offered);
        this.calls = new LateModel(board);
        this.more = new MoreFacts(words);
        var actions = board.actions();
        checkIn =
                Buttons.small(
                        Buttons.primary(
                                "appointment-selected.check-in",
                                texts.get("appointment.check-in"),
                                "mdi2l-login-variant",
                                () -> chosen(actions::checkIn)));
        undo =
                small(
                        "undo",
                        "mdi2u-undo-variant",
                        "appointment.undo-check-in",
                        () -> chosen(actions::undoCheckIn));
        move = small("move", "mdi2c-cursor-move", "appointment.move", () -> chosen(view::move));
        correct =
                small(
                        "correct",
                        "mdi2p-pencil-outline",
                        "appointment.correct",
                        () -> chosen(view::correct));
        cancel =
                small(
                        "cancel",
                        "mdi2c-calendar-remove-outline",
                        "appointment.cancel",
                        () -> chosen(view::cancel));
        noShow =
                small(
                        "no-show",
                        "mdi2a-account-off-outline",
                        "appointment.no-show",
                        () -> chosen(actions::markNoShow));
        confirm =
                small(
                        "confirm",
                        "mdi2p-phone-check-outline",
                        "appointment.confirm",
                        () -> chosen(actions::confirm));
        answer =
                small(
                        "answer",
                        "mdi2p-phone-outline",
                        "appointment.answer",
                        () -> chosen(visit -> AskDialog.open(board, visit)));
        pin = small("pin", "mdi2p-pin-outline", "appointment.pin", () -> chosen(actions::pin));
        open =
                Buttons.small(
                        Buttons.icon(
                                "appointment-selected.patient",
                                "mdi2o-open-in-new",
                                texts.get("appointment.open-patient"),
                                () -> chosen(actions::openPatient)));
        book =
                Buttons.small(
                        Buttons.primary(
                                "appointment-selected.book",
                                texts.get("appointment.book"),
                                "mdi2c-calendar-plus",
                                view::book));
        name.setWrapText(true);
        who.setWrapText(true);
        name.setId("appointment-selected.name");
        status.setId("appointment-selected.status");
        var buttons =
                new FlowPane(
                        6, 6, checkIn, undo, confirm, answer, noShow, move, correct, pin, cancel);
        visit =
                Boxes.column(
                        10,
                        Boxes.row(10, avatar, grown(name, who), open),
                        Boxes.row(6, status),
                        Boxes.column(
                                8,
                                time.node(),
                                practitioner.node(),
                                what.node(),
                                series.node(),
                                called.node(),
                                more.node()),
                        buttons);
        slot = Boxes.column(10, slotText, Boxes.row(6, book));
        slotText.setWrapText(true);
        slotText.setId("appointment-selected.slot");
        box.getChildren().addAll(Labels.section(upper("appointment.selected")), visit, slot);
        for (var button : buttons()) {
            button.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        }
    }

    private List<Button> buttons() {
        return List.of(
                checkIn, undo, confirm, answer, noShow, move, correct, pin, cancel, open, book);
    }

    private static VBox grown(Label... lines) {
        var words = Boxes.grow(Boxes.column(1, lines));
        words.setAlignment(Pos.CENTER_LEFT);
        return words;
    }

    private Button small(String id, String icon, String key, Runnable action) {
        return Buttons.small(
                Buttons.plain("appointment-selected." + id, texts.get(key), icon, action));
    }

    private String upper(String key) {
        return texts.get(key).toUpperCase(texts.locale());
    }

    private void chosen(Consumer<Visit> action) {
        board.day().selected().ifPresent(action);
    }

    /// Enter presses the button that has the keyboard, Escape gives the keyboard back to the board.
    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            view.focusGrid();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.getSource() instanceof Button button) {
            event.consume();
            button.fire();
        }
    }

    VBox node() {
        return box;
    }

    /// Gives the keyboard to the first thing that can be done.
    void focusFirst() {
        buttons().stream()
                .filter(button ->
                        button.isManaged()
                                && button.getParent().isVisible()
                                && !button.isDisabled())
                .findFirst()
                .ifPresent(Button::requestFocus);
    }

    void show() {
        var chosen = board.day().selected().or(this::inHand);
        present(visit, chosen.isPresent());
        present(slot, chosen.isEmpty());
        chosen.ifPresentOrElse(this::show, this::showSlot);
    }

    /// Who is carried to another day is still spoken of there.
    private Optional<Visit> inHand() {
        return board.moves().ghost().get().filter(Ghost::elsewhere).map(Ghost::visit);
    }

    private void show(Visit chosen) {
        var actions = board.actions();
        var appointment = chosen.appointment();
        if (!chosen.person().equals(name.getText())) {
            avatar.getChildren().setAll(Avatar.large(chosen.person()));
        }
        name.setText(chosen.person());
        who.setText(words.who(appointment.getPerson()));
        var tints = Arrays.stream(Tint.values()).map(Tint::style).toList();
        status.getStyleClass().removeAll(tints);
        status.getStyleClass().add(Look.of(chosen.status()).tint().style());
        status.setText(words.state(chosen));
        time.show(
                day(chosen)
                        + Times.range(chosen.time())
                        + " · "
                        + texts.get("appointment.minutes", chosen.time().length()));
        practitioner.show(
                Stream.of(
                                Times.practitioner(board.desk(), appointment.getPractitionerId()),
                                Times.room(board.desk(), appointment.getRoomId()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")));
        what.show(words.what(chosen));
        series.show(words.series(chosen));
        called.show(lastCall(chosen));
        more.show(chosen);
        var requested = chosen.is(AppointmentStatus.APPOINTMENT_STATUS_REQUESTED);
        confirm.setText(texts.get(requested ? "appointment.agree" : "appointment.confirm"));
        if (inHand().isPresent()) {
            keepFocus(() -> buttons().forEach(button -> present(button, false)));
            return;
        }
        keepFocus(() -> {
            present(checkIn, actions.rights().canCheckIn(chosen));
            present(undo, actions.rights().canUndoCheckIn(chosen));
            present(move, actions.rights().canMove(chosen));
            present(correct, actions.rights().canMove(chosen));
            present(cancel, actions.rights().canCancel(chosen));
            present(noShow, actions.rights().canMarkNoShow(chosen));
            present(confirm, actions.rights().canConfirm(chosen));
            present(answer, actions.rights().canMove(chosen));
            present(pin, actions.rights().canMove(chosen));
            present(open, actions.rights().canOpenPatient());
        });
    }

    /// The last call to somebody who is expected, as far as a list of what is left to do names him.
    private String lastCall(Visit chosen) {
        return chosen.expected()
                ? calls.called(chosen.appointment()).map(calls::words).orElse("")
                : "";
    }

    /// In a week the day is not told by the board, nor is that of a visit carried to another one.
    private String day(Visit chosen) {
        if (!board.day().day().get().layout().week() && inHand().isEmpty()) {
            return "";
        }
        var date = Times.date(board.desk(), chosen.appointment());
        return texts.dates().weekday(date) + " " + texts.dates().dayAndMonth(date) + ", ";
    }

    private void showSlot() {
        var day = board.day();
        var nowhere = day.cursor().get().isNowhere();
        slotText.setText(nowhere ? texts.get("appointment.nothing") : words.cursor(day));
        var free = !nowhere && day.bookable(day.column(), day.cursor().get().minute());
        keepFocus(() -> present(book, free && board.actions().rights().mayWrite()));
        name.setText("");
    }

    /// A button that vanishes under the keyboard gives it back to the board, not to whatever comes next.
    private void keepFocus(Runnable change) {
        var had = buttons().stream().filter(Node::isFocused).findFirst();
        change.run();
        if (had.filter(node -> !node.isVisible()).isPresent()) {
            view.focusGrid();
        }
    }

    private static void present(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
