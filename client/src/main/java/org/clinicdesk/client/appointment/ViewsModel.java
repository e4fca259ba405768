package org.clinicdesk.client.appointment;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.BoardView;
import org.clinicdesk.appointment.v1.ListBoardViewsRequest;
import org.clinicdesk.appointment.v1.RemoveBoardViewRequest;
import org.clinicdesk.appointment.v1.SetBoardViewRequest;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Problem;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The views of the board that somebody saved under keys of his own. They are kept by the server, so that they are there
/// at every desk.
final class ViewsModel {

    private static final int KEYS = 8;
    private static final int LONGEST_NAME = 60;

    private final Desk desk;
    private final BoardModel board;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ObservableList<BoardView> views = FXCollections.observableArrayList();
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Integer> key = new SimpleObjectProperty<>(1);
    private final StringProperty refused = new SimpleStringProperty("");
    private final Lane reading = new Lane();
    private final Busy busy = new Busy();

    ViewsModel(BoardModel board) {
        this.desk = board.desk();
        this.board = board;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        read();
    }

    /// Those there are, by their keys.
    ObservableList<BoardView> views() {
        return views;
    }

    /// What the next one saved is called.
    StringProperty name() {
        return name;
    }

    /// The key it is saved under.
    ObjectProperty<Integer> key() {
        return key;
    }

    /// Why it was not saved; empty when nothing is wrong.
    StringProperty refused() {
        return refused;
    }

    Busy busy() {
        return busy;
    }

    static List<Integer> keys() {
        return IntStream.rangeClosed(1, KEYS).boxed().toList();
    }

    static String caps(int key) {
        return "Shift+F" + key;
    }

    /// Those of the key map: one for each view, by its name.
    List<Key> shortcuts() {
        return views.stream()
                .map(view ->
                        Key.named(caps(view.getKey()), view.getName(), () -> take(view.getKey())))
                .toList();
    }

    void read() {
        desk.calls()
                .call(() ->
                        appointments
                                .listBoardViews(ListBoardViewsRequest.getDefaultInstance())
                                .getViewsList())
                .latest(reading)
                // The board is of use without them.
                .refused(problem -> {})
                .then(views::setAll);
    }

    Optional<BoardView> at(int key) {
        return views.stream().filter(view -> view.getKey() == key).findFirst();
    }

    /// Shows a view.
    void take(int key) {
        at(key).ifPresent(view -> board.show(view.getSiteId(), layout(view), view.getZoom()));
    }

    private Layout layout(BoardView view) {
        var ids = Set.copyOf(view.getColumnIdsList());
        var plain = board.layout().get().by(view.getByRoom() ? By.ROOM : By.DOCTOR);
        return view.getWeek()
                ? plain.weekOf(view.getColumnIdsList().getFirst())
                : plain.showing(ids);
    }

    /// The view that is just what the board shows.
    Optional<BoardView> current() {
        var layout = board.layout().get();
        return views.stream()
                .filter(view -> {
                    var of = layout(view);
                    return view.getSiteId().equals(board.siteId())
                            && view.getZoom() == board.zoom().get()
                            && of.by() == layout.by()
                            && of.whose().equals(layout.whose())
                            && (of.week() || of.shown().equals(layout.shown()));
                })
                .findFirst();
    }

    /// Begins to save what is shown: under the key it has already, or else under the first that is free.
    void begin() {
        refused.set("");
        var known = current();
        name.set(known.map(BoardView::getName).orElse(""));
        key.set(
                known.map(BoardView::getKey)
                        .orElseGet(() ->
                                keys().stream()
                                        .filter(free -> at(free).isEmpty())
                                        .findFirst()
                                        .orElse(KEYS)));
    }

    /// Saves what is shown, in place of what had the key.
    ///
    /// @param saved run when it stands
    void save(Runnable saved) {
        var layout = board.layout().get();
        var view =
                BoardView.newBuilder()
                        .setKey(key.get())
                        .setSiteId(board.siteId())
                        .setWeek(layout.week())
                        .setByRoom(layout.by() == By.ROOM)
                        .addAllColumnIds(
                                layout.week()
                                        ? List.of(layout.whose())
                                        : layout.shown().stream().sorted().toList())
                        .setZoom(board.zoom().get());
        named(view, saved);
    }

    /// Gives a view the name that was typed.
    void rename(BoardView view, Runnable saved) {
        named(view.toBuilder(), saved);
    }

    private void named(BoardView.Builder view, Runnable saved) {
        var typed = name.get().strip();
        if (busy.is()) {
            return;
        }
        if (typed.isEmpty() || typed.length() > LONGEST_NAME) {
            refused.set(desk.texts().get("appointment.views.name.wrong"));
            return;
        }
        view.setName(typed).setVersion(at(view.getKey()).map(BoardView::getVersion).orElse(0L));
        var request = SetBoardViewRequest.newBuilder().setView(view).build();
        desk.calls()
                .call(() -> appointments.setBoardView(request).getView())
                .busy(busy)
                .refused(this::refused)
                .then(stands -> {
                    read();
                    desk.notices()
                            .done(
                                    desk.texts()
                                            .get(
                                                    "appointment.views.saved",
                                                    stands.getName(),
                                                    caps(stands.getKey())));
                    saved.run();
                });
    }

    /// Takes a view off its key.
    void remove(BoardView view) {
        var request =
                RemoveBoardViewRequest.newBuilder()
                        .setKey(view.getKey())
                        .setVersion(view.getVersion())
                        .build();
        desk.calls()
                .call(() -> appointments.removeBoardView(request))
                .busy(busy)
                .refused(this::refused)
                .then(gone -> read());
    }

    /// Saved or removed at another desk meanwhile: what is there now is shown before anything is replaced.
    private void refused(Problem problem) {
        read();
        if (problem.is("STALE") || problem.is("NOT_FOUND")) {
            refused.set(desk.texts().get("appointment.views.stale"));
        } else {
            desk.explain(problem);
        }
    }
}
