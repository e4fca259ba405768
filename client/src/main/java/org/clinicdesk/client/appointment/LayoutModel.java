package org.clinicdesk.client.appointment;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.session.v1.Desk.Site;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Switches between day and week, doctors and rooms, and chooses which of them are shown.
final class LayoutModel {

    private final Desk desk;
    private final BoardModel board;

    LayoutModel(BoardModel board) {
        this.desk = board.desk();
        this.board = board;
    }

    /// A doctor or a room that can be shown.
    record Choice(String id, String name) {}

    Layout now() {
        return board.layout().get();
    }

    Reach reach() {
        return now().week() ? Reach.WEEK : Reach.DAY;
    }

    void reach(Reach next) {
        if (next != reach()) {
            board.lay(next == Reach.DAY ? now().day() : now().weekOf(whose()));
        }
    }

    void turnReach() {
        reach(now().week() ? Reach.DAY : Reach.WEEK);
    }

    /// Of the column the keyboard is at; else of the first.
    private String whose() {
        return board.day()
                .get()
                .column(board.cursor().get().columnId())
                .map(column -> column.isRoom() ? column.roomId() : column.practitionerId())
                .orElseGet(() -> choices().getFirst().id());
    }

    void by(By next) {
        if (next == now().by()) {
            return;
        }
        var turned = now().by(next);
        board.lay(now().week() ? turned.weekOf(first(next)) : turned);
    }

    void turnBy() {
        by(now().by() == By.DOCTOR ? By.ROOM : By.DOCTOR);
    }

    /// Where the visit that is chosen is too, or else the first there is.
    private String first(By by) {
        return board.selected()
                .map(visit ->
                        by == By.DOCTOR
                                ? visit.appointment().getPractitionerId()
                                : visit.appointment().getRoomId())
                .filter(id -> !id.isEmpty())
                .orElseGet(() -> choices(by).getFirst().id());
    }

    /// What could have a column now.
    List<Choice> choices() {
        return choices(now().by());
    }

    private List<Choice> choices(By by) {
        if (by == By.DOCTOR) {
            return desk.session().desk().getPractitionersList().stream()
                    .map(one -> new Choice(one.getId(), one.getName()))
                    .toList();
        }
        var none = new Choice(Column.NO_ROOM, desk.texts().get("appointment.room.none"));
        return Stream.concat(
                        board.sites().stream()
                                .filter(site -> site.getId().equals(board.siteId()))
                                .flatMap(site -> site.getRoomsList().stream())
                                .map(room -> new Choice(room.getId(), room.getName())),
                        Stream.of(none))
                .toList();
    }

    boolean isShown(Choice choice) {
        return now().week()
                ? now().whose().equals(choice.id())
                : now().shown().isEmpty() || now().shown().contains(choice.id());
    }

    /// Shows these and no others. All of them, or none, is everybody, those too who come later.
    void show(Set<String> ids) {
        var all = choices().stream().map(Choice::id).collect(Collectors.toCollection(HashSet::new));
        board.lay(now().showing(ids.containsAll(all) ? Set.of() : ids));
    }

    /// The week of this one.
    void show(Choice choice) {
        board.lay(now().weekOf(choice.id()));
    }

    /// What is shown, in a few words: everybody, so many, or the one the week is of.
    String words() {
        var doctors = now().by() == By.DOCTOR;
        if (now().week()) {
            return name(now().whose());
        }
        var shown = choices().stream().filter(this::isShown).toList();
        if (now().shown().isEmpty()) {
            return desk.texts()
                    .get(doctors ? "appointment.shown.doctors" : "appointment.shown.rooms");
        }
        return shown.size() == 1
                ? shown.getFirst().name()
                : desk.texts()
                        .get(
                                doctors
                                        ? "appointment.shown.some-doctors"
                                        : "appointment.shown.some-rooms",
                                shown.size(),
                                choices().size());
    }

    private String name(String id) {
        return choices().stream()
                .filter(choice -> choice.id().equals(id))
                .findFirst()
                .map(Choice::name)
                .orElse("?");
    }

    List<Site> sites() {
        return board.sites();
    }

    Site site() {
        return sites().stream()
                .filter(site -> site.getId().equals(board.siteId()))
                .findFirst()
                .orElse(Site.getDefaultInstance());
    }
}
