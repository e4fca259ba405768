package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.Opening;
import org.clinicdesk.appointment.v1.PinnedVisit;
import org.clinicdesk.appointment.v1.SearchOpeningsRequest;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.session.v1.Desk.Service;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// The way of the keyboard over the board.
final class Walk {

    private final BoardModel board;
    private final PinModel pins;
    private final Lane searching = new Lane();
    private Cursor found = Cursor.NOWHERE;

    /// Whether the server looks for a later day.
    private boolean looking;

    private Optional<Runnable> waiting = Optional.empty();

    Walk(BoardModel board, PinModel pins) {
        this.board = board;
        this.pins = pins;
    }

    /// How long the visit is that a time is looked for: what is placed from the pinboard, or a usual visit.
    private int length() {
        return pins.placing()
                .get()
                .map(PinnedVisit::getMinutes)
                .or(() -> usual().map(Service::getMinutes))
                .filter(minutes -> minutes > 0)
                .orElse(Minutes.SLOT);
    }

    private Optional<Service> usual() {
        return board.desk().session().desk().getServicesList().stream()
                .filter(Service::getActive)
                .findFirst();
    }

    private Day day() {
        return board.day().get();
    }

    private int minute() {
        return board.cursor().get().minute();
    }

    void left() {
        board.place(board.column() - 1, minute());
    }

    void right() {
        board.place(board.column() + 1, minute());
    }

    /// To the next visit in the same time, or past the chosen one, or one slot on.
    void down() {
        var here = board.selected();
        if (here.isPresent()) {
            var visits = day().of(here.get().column());
            var next = visits.indexOf(here.get()) + 1;
            if (next < visits.size() && visits.get(next).slots().overlaps(here.get().slots())) {
                board.select(visits.get(next));
                return;
            }
        }
        board.place(
                board.column(),
                here.map(visit -> visit.slots().to()).orElse(minute() + Minutes.SLOT));
    }

    void up() {
        var here = board.selected();
        var from = here.map(visit -> visit.slots().from()).orElse(minute());
        var visits = day().of(board.column());
        var before = here.map(visits::indexOf).orElse(0) - 1;
        if (before >= 0 && visits.get(before).slots().overlaps(here.orElseThrow().slots())) {
            board.select(visits.get(before));
        } else {
            board.place(board.column(), from - Minutes.SLOT);
        }
    }

    void first() {
        board.place(board.column(), day().bounds().from());
    }

    void last() {
        board.place(board.column(), day().bounds().to() - Minutes.SLOT);
    }

    /// To the next time after now that is free for as long as the visit takes: first where the cursor stands, from there on
    /// after it. On a day whoever has it, and when nobody has any more, on the next day on which somebody has; in a week the
    /// next of its days.
    void nextFree() {
        if (!board.wasRead() || !board.isShown()) {
            // What is free is not known yet.
            return;
        }
        if (board.layout().get().week()) {
            nextFreeDay();
            return;
        }
        var length = length();
        IntStream.iterate(
                        Math.max(0, minute()),
                        minute -> minute < Minutes.DAY,
                        minute -> minute + Minutes.SLOT)
                .boxed()
                .flatMap(minute ->
                        IntStream.range(0, day().columns().size())
                                .filter(column ->
                                        isOffered(column, minute, length)
                                                && isAfterCursor(column, minute))
                                .mapToObj(column -> new int[] {column, minute}))
                .min(Comparator.comparingInt(slot -> slot[1]))
                .ifPresentOrElse(this::place, () -> usual().ifPresent(this::later));
    }

    /// Does something where the next free time is: at once, or as soon as the board is there. Whoever types ahead is not
    /// given the time he came from.
    void whenFound(Runnable work) {
        if (looking) {
            waiting = Optional.of(work);
        } else {
            work.run();
        }
    }

    private void arrived() {
        found = board.cursor().get();
        looking = false;
        var work = waiting;
        waiting = Optional.empty();
        work.ifPresent(Runnable::run);
    }

    private void giveUp() {
        looking = false;
        waiting = Optional.empty();
    }

    /// On a later day: the server knows them all.
    private void later(Service service) {
        looking = true;
        var next = board.date().get().plusDays(1);
        var request =
                SearchOpeningsRequest.newBuilder()
                        .setSiteId(board.siteId())
                        .setServiceId(service.getId())
                        .setMinutes(length())
                        .addAllPractitionerIds(board.layout().get().doctors())
                        .setFrom(next.toString())
                        .setLimit(1)
                        .build();
        var stub = AppointmentServiceGrpc.newBlockingV2Stub(board.desk().channel());
        board.desk()
                .calls()
                .call(() -> stub.searchOpenings(request).getOpeningsList())
                .busy(board.busy())
                .latest(searching)
                .refused(problem -> {
                    giveUp();
                    board.desk().explain(problem);
                })
                .then(times ->
                        times.stream().findFirst().ifPresentOrElse(this::goTo, this::giveUp));
    }

    private void goTo(Opening opening) {
        var start = Day.instant(opening.getStart()).atZone(board.desk().session().zone());
        board.go(
                start.toLocalDate(),
                opening.getPractitionerId(),
                Times.minute(start.toLocalTime()),
                this::arrived);
    }

    private void nextFreeDay() {
        var length = length();
        IntStream.range(board.column(), day().columns().size())
                .boxed()
                .flatMap(column ->
                        IntStream.iterate(
                                        0, minute -> minute < Minutes.DAY, it -> it + Minutes.SLOT)
                                .filter(minute ->
                                        (column > board.column()
                                                        || minute > minute()
                                                        || isHere(column, minute))
                                                && isOffered(column, minute, length))
                                .mapToObj(minute -> new int[] {column, minute}))
                .findFirst()
                .ifPresent(this::place);
    }

    private boolean isOffered(int column, int minute, int length) {
        return board.bookable(column, minute, length) && !board.hasBegun(column, minute);
    }

    private void place(int[] slot) {
        board.placeFree(slot[0], slot[1]);
        found = board.cursor().get();
    }

    private boolean isAfterCursor(int column, int minute) {
        return minute > minute() || column > board.column() || isHere(column, minute);
    }

    /// Where the cursor was put by hand, which is as good as the next time.
    private boolean isHere(int column, int minute) {
        return column == board.column()
                && minute == minute()
                && !board.cursor().get().equals(found);
    }
}
