package org.clinicdesk.client.appointment;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.GetDayRequest;
import org.clinicdesk.appointment.v1.GetDayResponse;
import org.clinicdesk.appointment.v1.PinnedVisit;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.queue.v1.Limits;
import org.clinicdesk.session.v1.Desk.Site;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which days are shown, how they are laid out, what is in them, and what the keyboard is at.
final class BoardModel {

    private static final int MOST_ZOOM = 4;

    private final Desk desk;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ReadOnlyObjectWrapper<LocalDate> date;
    private final ReadOnlyObjectWrapper<Layout> layout = new ReadOnlyObjectWrapper<>(Layout.DAY);
    private final ReadOnlyObjectWrapper<Day> day;
    private final ReadOnlyObjectWrapper<Cursor> cursor =
            new ReadOnlyObjectWrapper<>(Cursor.NOWHERE);
    private final ObjectProperty<Instant> now;
    private final ObservableList<PinnedVisit> pins = FXCollections.observableArrayList();
    private final ObservableSet<String> topics = FXCollections.observableSet();
    private final Busy busy = new Busy();
    private final Lane reading = new Lane();
    private Set<String> watched = new HashSet<>();
    private String awaited = "";
    private Limits limits = Limits.getDefaultInstance();
    private String siteId;
    private Optional<Arriving> arriving = Optional.empty();
    private Optional<Runnable> waiting = Optional.empty();
    private final ReadOnlyIntegerWrapper zoom = new ReadOnlyIntegerWrapper(0);
    private boolean read;

    BoardModel(Desk desk) {
        this.desk = desk;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        this.date = new ReadOnlyObjectWrapper<>(desk.today());
        this.day =
                new ReadOnlyObjectWrapper<>(
                        Day.blank(desk.today(), Layout.DAY, desk.session().zone()));
        this.now = new SimpleObjectProperty<>(desk.clock().instant());
        this.siteId = desk.site().getId();
        watch();
        read();
    }

    /// Where somebody goes, and what he does there.
    private record Arriving(
            LocalDate on, String practitionerId, String roomId, int minute, Runnable then) {}

    /// Told of every day that is shown, of who works when, and of what an absence leaves to be decided.
    private void watch() {
        var wanted = new HashSet<String>();
        layout.get().days(date.get()).forEach(shown -> wanted.add("day/" + shown));
        // The waiting room and the lists of what is left to do are of now, whatever day is shown.
        wanted.add("day/" + desk.today());
        wanted.add("pinboard/" + siteId);
        wanted.add("follow-ups/" + siteId);
        wanted.add("replan/" + siteId);
        wanted.addAll(List.of("queue", "queue-limits", "roster"));
        topics.addAll(wanted);
        // What other panes of the board watch is theirs.
        watched.removeAll(wanted);
        topics.removeAll(watched);
        watched = wanted;
    }

    Desk desk() {
        return desk;
    }

    /// The day asked for. [#day] shows it as soon as it is read.
    ReadOnlyObjectProperty<LocalDate> date() {
        return date.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Day> day() {
        return day.getReadOnlyProperty();
    }

    /// The layout asked for. [#day] has it as soon as it is read.
    ReadOnlyObjectProperty<Layout> layout() {
        return layout.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Cursor> cursor() {
        return cursor.getReadOnlyProperty();
    }

    /// The time that the board believes it is; [#tick] sets it.
    ObjectProperty<Instant> now() {
        return now;
    }

    /// What waits for a time at the site.
    ObservableList<PinnedVisit> pins() {
        return pins;
    }

    /// How much taller than need be the slots are, in steps from 0.
    ReadOnlyIntegerProperty zoom() {
        return zoom.getReadOnlyProperty();
    }

    void zoom(int steps) {
        zoom.set(Math.clamp(zoom.get() + steps, 0, MOST_ZOOM));
    }

    Busy busy() {
        return busy;
    }

    /// From how many minutes on waiting is long at the site.
    Limits limits() {
        return limits;
    }

    /// What can be booked at the site, as it was when the day was read.
    Offered offered() {
        return day.get().offered();
    }

    ObservableSet<String> topics() {
        return topics;
    }

    /// Whether a day was read at all, so that an empty one is really empty.
    boolean wasRead() {
        return read;
    }

    void tick() {
        now.set(desk.clock().instant());
        day.set(day.get().at(now.get()));
    }

    List<Site> sites() {
        return desk.session().desk().getSitesList();
    }

    String siteId() {
        return siteId;
    }

    void go(LocalDate next) {
        if (!next.equals(date.get())) {
            date.set(next);
            watch();
            read();
        }
    }

    /// Goes to a time of a practitioner, on whatever day, and does something there as soon as it is on the board. Who has
    /// no column as the board is laid out gets one.
    void go(LocalDate next, String practitionerId, int minute, Runnable then) {
        var to = new Arriving(next, practitionerId, "", minute, then);
        var shown = layout.get().showsDoctor(practitionerId);
        if (shown && isShown() && day.get().indexOf(practitionerId, next) >= 0) {
            arrive(to);
            return;
        }
        arriving = Optional.of(to);
        date.set(next);
        layout.set(shown ? layout.get() : Layout.DAY);
        watch();
        read();
    }

    /// The same at a site.
    void go(String site, LocalDate next, String practitionerId, int minute, Runnable then) {
        if (site.equals(siteId)) {
            go(next, practitionerId, minute, then);
            return;
        }
        siteId = site;
        arriving = Optional.of(new Arriving(next, practitionerId, "", minute, then));
        date.set(next);
        layout.set(Layout.DAY);
        watch();
        read();
    }

    private void arrive(Arriving to) {
        var column = day.get().indexOf(to.practitionerId(), to.on());
        if (column < 0 && !to.roomId().isEmpty()) {
            column = day.get().indexOf(to.roomId());
        }
        if (column >= 0) {
            var id = day.get().columns().get(column).id();
            cursor.set(new Cursor(id, Cursors.inside(day.get(), Minutes.floor(to.minute())), ""));
        }
        to.then().run();
    }

    /// Lays the board out anew. The keyboard stays with the visit that was chosen, or at its doctor, day and time.
    void lay(Layout next) {
        if (next.equals(layout.get())) {
            return;
        }
        day.get()
                .column(cursor.get().columnId())
                .filter(column -> isShown())
                .ifPresent(column -> {
                    arriving = Optional.of(from(column, next));
                    date.set(column.date());
                });
        awaited = cursor.get().visitId();
        layout.set(next);
        watch();
        read();
    }

    private Arriving from(Column column, Layout next) {
        var chosen = selected().map(Visit::appointment);
        return new Arriving(
                column.date(),
                column.isRoom()
                        ? chosen.map(Appointment::getPractitionerId).orElse("")
                        : column.practitionerId(),
                column.isRoom() ? column.roomId() : chosen.map(Appointment::getRoomId).orElse(""),
                cursor.get().minute(),
                () -> {});
    }

    /// Does something with the board as it was asked for: at once, or as soon as it is there.
    void whenShown(Runnable work) {
        if (isShown()) {
            work.run();
        } else {
            waiting = Optional.of(work);
        }
    }

    /// Shows the same of another site.
    void atSite(String id) {
        show(id, layout.get(), zoom.get());
    }

    /// Shows a site in a certain way. A site that is no more is left alone.
    void show(String site, Layout next, int zoomed) {
        zoom.set(Math.clamp(zoomed, 0, MOST_ZOOM));
        var other =
                !site.equals(siteId) && sites().stream().anyMatch(it -> it.getId().equals(site));
        if (other) {
            siteId = site;
        }
        if (!next.equals(layout.get())) {
            lay(next);
        } else if (other) {
            watch();
            read();
        }
    }

    /// Whether what is on screen is what is asked for.
    boolean isShown() {
        return day.get().answers(date.get(), layout.get());
    }

    /// So many days on or back; a week is left as a whole.
    void go(int days) {
        go(date.get().plusDays(days));
    }

    /// To the next day or week, or the one before.
    void turn(int pages) {
        go(pages * layout.get().length());
    }

    void today() {
        go(desk.today());
    }

    void read() {
        var asked = date.get();
        var how = layout.get();
        var request =
                GetDayRequest.newBuilder()
                        .setDate(how.first(asked).toString())
                        .setDays(how.length())
                        .setSiteId(siteId);
        if (how.by() == By.DOCTOR) {
            request.setPractitionerId(how.whose());
        } else if (!how.whose().equals(Column.NO_ROOM)) {
            request.setRoomId(how.whose());
        }
        desk.calls()
                .call(() -> appointments.getDay(request.build()))
                .busy(busy)
                .latest(reading)
                .then(answer -> show(answer, new DayReader(desk, how, asked, siteId, answer)));
    }

    private void show(GetDayResponse answer, DayReader reader) {
        tick();
        read = true;
        var next = reader.read(now.get());
        var turned = !next.answers(day.get().date(), day.get().layout());
        pins.setAll(answer.getPinsList());
        limits = answer.getWaiting();
        day.set(next);
        cursor.set(
                next.visit(awaited)
                        .map(visit -> Cursors.at(next, visit))
                        .orElseGet(() ->
                                new Cursors(next, desk.today(), now.get())
                                        .kept(cursor.get(), turned)));
        var found = next.visit(awaited).isPresent();
        awaited = "";
        if (isShown()) {
            arrived(found);
        }
    }

    /// @param chosen the visit that was waited for is there
    private void arrived(boolean chosen) {
        var to = arriving;
        var work = waiting;
        arriving = Optional.empty();
        waiting = Optional.empty();
        to.ifPresent(it -> {
            if (chosen) {
                it.then().run();
            } else {
                arrive(it);
            }
        });
        work.ifPresent(Runnable::run);
    }

    /// The visit chosen; none while something else than what is asked for is still on screen.
    Optional<Visit> selected() {
        return isShown() ? day.get().visit(cursor.get().visitId()) : Optional.empty();
    }

    int column() {
        return Math.max(0, day.get().indexOf(cursor.get().columnId()));
    }

    void select(Visit visit) {
        cursor.set(Cursors.at(day.get(), visit));
    }

    /// Chooses a visit by hand. One that is not there yet is chosen as soon as it is: what somebody just booked.
    void select(String visitId) {
        day.get().visit(visitId).ifPresentOrElse(this::select, () -> awaited = visitId);
    }

    /// Goes to a slot, and chooses the visit there, if there is one.
    void place(int column, int minute) {
        if (day.get().columns().isEmpty()) {
            return;
        }
        var to = Math.clamp(column, 0, day.get().columns().size() - 1);
        var at = Cursors.inside(day.get(), Minutes.floor(minute));
        day.get()
                .at(to, at)
                .ifPresentOrElse(
                        this::select,
                        () -> cursor.set(new Cursor(day.get().columns().get(to).id(), at, "")));
    }

    /// Goes to a free slot, past somebody who did not come and whose time it was.
    void placeFree(int column, int minute) {
        cursor.set(new Cursor(day.get().columns().get(column).id(), minute, ""));
    }

    /// Whether a visit of one slot could be booked there, as far as the board knows. In a room somebody must be free to
    /// come.
    boolean bookable(int column, int minute) {
        return bookable(column, minute, Minutes.SLOT);
    }

    /// Whether a visit of so many minutes could be.
    boolean bookable(int column, int minute, int length) {
        var shown = day.get();
        var time = new Minutes(minute, minute + length);
        return column < shown.columns().size()
                && !isPast(column, minute)
                && shown.free(column, time, "")
                && (!shown.columns().get(column).isRoom()
                        || shown.doctors().stream()
                                .anyMatch(doctor ->
                                        shown.free(
                                                doctor,
                                                shown.columns().get(column).date(),
                                                time,
                                                "")));
    }

    /// Whether a time has begun: who comes now may still have it, nobody is told to come for it.
    boolean hasBegun(int column, int minute) {
        return day.get().instant(column, minute).isBefore(now.get());
    }

    boolean isPast(int column, int minute) {
        return day.get().instant(column, minute + Minutes.SLOT).compareTo(now.get()) <= 0;
    }
}
