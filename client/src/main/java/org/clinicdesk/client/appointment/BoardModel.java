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

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.GetDayRequest;
import org.clinicdesk.appointment.v1.GetDayResponse;
import org.clinicdesk.appointment.v1.PinnedVisit;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// Which day is shown, what is in it, and what the keyboard is at.
final class BoardModel {

    private static final int MOST_ZOOM = 4;

    private final Desk desk;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ReadOnlyObjectWrapper<LocalDate> date;
    private final ReadOnlyObjectWrapper<Day> day;
    private final ReadOnlyObjectWrapper<Cursor> cursor =
            new ReadOnlyObjectWrapper<>(Cursor.NOWHERE);
    private final ObjectProperty<Instant> now;
    private final ObservableList<PinnedVisit> pins = FXCollections.observableArrayList();
    private final ObservableSet<String> topics = FXCollections.observableSet();
    private final Busy busy = new Busy();
    private final Lane reading = new Lane();
    private String awaited = "";
    private Optional<Arriving> arriving = Optional.empty();
    private final ReadOnlyIntegerWrapper zoom = new ReadOnlyIntegerWrapper(0);
    private boolean read;

    BoardModel(Desk desk) {
        this.desk = desk;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        this.date = new ReadOnlyObjectWrapper<>(desk.today());
        this.day = new ReadOnlyObjectWrapper<>(Day.blank(desk.today(), desk.session().zone()));
        this.now = new SimpleObjectProperty<>(desk.clock().instant());
        topics.add(topic(date.get()));
        topics.add("pinboard/" + siteId());
        read();
    }

    /// Where somebody goes, and what he does there.
    private record Arriving(Cursor at, Runnable then) {}

    private static String topic(LocalDate date) {
        return "day/" + date;
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

    boolean isToday() {
        return day.get().date().equals(desk.today());
    }

    String siteId() {
        var sites = desk.session().desk().getSitesList();
        return sites.isEmpty() ? "" : sites.getFirst().getId();
    }

    void go(LocalDate next) {
        if (next.equals(date.get())) {
            return;
        }
        var before = topic(date.get());
        date.set(next);
        topics.add(topic(next));
        topics.remove(before);
        read();
    }

    /// Goes to a time of a practitioner, on whatever day, and does something there as soon as the day is read.
    void go(LocalDate next, Cursor at, Runnable then) {
        if (next.equals(day.get().date())) {
            go(next);
            place(at.practitionerId(), at.minute());
            then.run();
        } else {
            arriving = Optional.of(new Arriving(at, then));
            go(next);
        }
    }

    private void place(String practitionerId, int minute) {
        var column = day.get().indexOf(practitionerId);
        if (column >= 0) {
            cursor.set(new Cursor(practitionerId, minute, ""));
        }
    }

    void go(int days) {
        go(date.get().plusDays(days));
    }

    void today() {
        go(desk.today());
    }

    void read() {
        var request =
                GetDayRequest.newBuilder()
                        .setDate(date.get().toString())
                        .setSiteId(siteId())
                        .build();
        desk.calls()
                .call(() -> appointments.getDay(request))
                .busy(busy)
                .latest(reading)
                .then(this::show);
    }

    private void show(GetDayResponse answer) {
        tick();
        read = true;
        var next = Day.of(answer, desk.session().zone(), now.get());
        var turned = !next.date().equals(day.get().date());
        pins.setAll(answer.getPinsList());
        day.set(next);
        cursor.set(
                next.visit(awaited)
                        .map(visit -> cursorAt(next, visit))
                        .orElseGet(() -> kept(cursor.get(), next, turned)));
        awaited = "";
        arriving.ifPresent(to -> {
            arriving = Optional.empty();
            if (next.date().equals(date.get())) {
                place(to.at().practitionerId(), to.at().minute());
                to.then().run();
            }
        });
    }

    /// The cursor stays with the visit chosen, or at its time. It never takes hold of another visit.
    private Cursor kept(Cursor before, Day next, boolean turned) {
        if (next.columns().isEmpty()) {
            return Cursor.NOWHERE;
        }
        if (before.isNowhere()) {
            return start(next);
        }
        return next.visit(before.visitId())
                .map(visit -> cursorAt(next, visit))
                .or(() ->
                        next.column(before.practitionerId())
                                .map(column ->
                                        new Cursor(column.id(), inside(next, before.minute()), "")))
                .orElseGet(() ->
                        turned
                                ? start(next)
                                : new Cursor(
                                        next.columns().getFirst().id(),
                                        inside(next, before.minute()),
                                        ""));
    }

    private Cursor start(Day next) {
        var minute = next.date().equals(desk.today()) ? Minutes.floor(next.minute(now.get())) : 0;
        var first = next.columns().getFirst();
        var opens =
                first.hours().isEmpty() ? next.bounds().from() : first.hours().getFirst().from();
        var at = inside(next, minute == 0 ? opens : minute);
        return next.at(0, at)
                .map(visit -> cursorAt(next, visit))
                .orElse(new Cursor(first.id(), at, ""));
    }

    private static int inside(Day day, int minute) {
        return Math.clamp(minute, day.bounds().from(), day.bounds().to() - Minutes.SLOT);
    }

    private static Cursor cursorAt(Day day, Visit visit) {
        return new Cursor(day.columns().get(visit.column()).id(), visit.slots().from(), visit.id());
    }

    /// The visit chosen; none while another day than the one asked for is still on screen.
    Optional<Visit> selected() {
        return day.get().date().equals(date.get())
                ? day.get().visit(cursor.get().visitId())
                : Optional.empty();
    }

    int column() {
        return Math.max(0, day.get().indexOf(cursor.get().practitionerId()));
    }

    void select(Visit visit) {
        cursor.set(cursorAt(day.get(), visit));
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
        var at = inside(day.get(), Minutes.floor(minute));
        day.get()
                .at(to, at)
                .ifPresentOrElse(
                        this::select,
                        () -> cursor.set(new Cursor(day.get().columns().get(to).id(), at, "")));
    }

    void left() {
        place(column() - 1, cursor.get().minute());
    }

    void right() {
        place(column() + 1, cursor.get().minute());
    }

    /// To the next visit in the same time, or past the chosen one, or one slot on.
    void down() {
        var here = selected();
        if (here.isPresent()) {
            var visits = day.get().of(here.get().column());
            var next = visits.indexOf(here.get()) + 1;
            if (next < visits.size() && visits.get(next).slots().overlaps(here.get().slots())) {
                select(visits.get(next));
                return;
            }
        }
        place(
                column(),
                here.map(visit -> visit.slots().to()).orElse(cursor.get().minute() + Minutes.SLOT));
    }

    void up() {
        var here = selected();
        var minute = here.map(visit -> visit.slots().from()).orElse(cursor.get().minute());
        var visits = day.get().of(column());
        var before = here.map(visits::indexOf).orElse(0) - 1;
        if (before >= 0 && visits.get(before).slots().overlaps(here.orElseThrow().slots())) {
            select(visits.get(before));
        } else {
            place(column(), minute - Minutes.SLOT);
        }
    }

    void first() {
        place(column(), day.get().bounds().from());
    }

    void last() {
        place(column(), day.get().bounds().to() - Minutes.SLOT);
    }

    /// Whether a visit of one slot could be booked there, as far as the board knows.
    boolean bookable(int column, int minute) {
        return !isPast(minute) && day.get().free(column, Minutes.slot(minute), "");
    }

    boolean isPast(int minute) {
        return day.get().instant(minute + Minutes.SLOT).compareTo(now.get()) <= 0;
    }

    /// To the next free slot after the cursor and after now, whoever has it; stays where there is none.
    void nextFree() {
        var from = Math.max(cursor.get().minute(), Minutes.ceil(day.get().minute(now.get())));
        IntStream.iterate(
                        Math.max(0, from),
                        minute -> minute < Minutes.DAY,
                        minute -> minute + Minutes.SLOT)
                .boxed()
                .flatMap(minute ->
                        IntStream.range(0, day.get().columns().size())
                                .filter(column ->
                                        bookable(column, minute) && isAfterCursor(column, minute))
                                .mapToObj(column -> new int[] {column, minute}))
                .min(Comparator.comparingInt(slot -> slot[1]))
                .ifPresent(slot -> place(slot[0], slot[1]));
    }

    private boolean isAfterCursor(int column, int minute) {
        return minute > cursor.get().minute() || column > column();
    }
}
