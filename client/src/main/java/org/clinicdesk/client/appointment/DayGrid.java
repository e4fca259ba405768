package org.clinicdesk.client.appointment;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Columns of doctors, rooms or days, rows of 15 minutes. One region: lines, shades and blocks are its children and are all
/// placed in [#layoutChildren] from column and minute. A whole day fits the height as long as a slot keeps its least
/// height.
///
/// Nodes are pooled and keep their place when the day is read again.
final class DayGrid extends Region {

    static final double GUTTER = 56;
    private static final double LEAST_SLOT = 17;
    private static final double LEAST_COLUMN = 118;

    /// A week is seen as a whole in the narrowest window.
    private static final double LEAST_DAY = 90;

    private static final double EDGE = 6;
    private static final double MOST_SHARE = 2.5;

    private final Desk desk;
    private final VisitWords words;
    private final Pool<Region> slotLines =
            new Pool<>(() -> Boxes.styled(new Region(), "slot-line"));
    private final Pool<Region> hourLines =
            new Pool<>(() -> Boxes.styled(new Region(), "hour-line"));
    private final Pool<Region> columnLines =
            new Pool<>(() -> Boxes.styled(new Region(), "column-line"));
    private final Pool<Label> hours = new Pool<>(() -> Labels.of("", "hour"));
    private final Pool<Label> closed = new Pool<>(() -> Labels.of("", "closed"));
    private final Pool<Label> held = new Pool<>(() -> Labels.of("", "held"));
    private final Pool<VisitBlock> blocks = new Pool<>(VisitBlock::new);
    private final Pool<Region> past = new Pool<>(() -> mouseless(new Region(), "past"));
    private final Region nowLine = Boxes.styled(new Region(), "now-line");
    private final Label nowTag = Labels.of("", "now-tag");
    private final Region cursor = Boxes.styled(new Region(), "cursor");
    private final Label hover = Labels.of("", "hover");
    private final GhostBlock ghost;
    private final List<Closed> shades = new ArrayList<>();
    private Day day;
    private Minutes bounds;
    private Cursor at = Cursor.NOWHERE;
    private Optional<Ghost> carried = Optional.empty();
    private Cursor hovered = Cursor.NOWHERE;
    private List<Integer> minutesOfNow = List.of();
    private double leastSlot = LEAST_SLOT;
    private Placed placed = Placed.NEVER;

    /// For which size the day was placed: it stays while something is carried over it.
    private record Placed(double width, double height) {
        private static final Placed NEVER = new Placed(-1, -1);
    }

    private record Closed(int column, Minutes time, boolean inside) {}

    DayGrid(Desk desk, Day day) {
        this.desk = desk;
        this.words = new VisitWords(desk, () -> this.day.offered());
        this.day = day;
        this.bounds = day.bounds();
        this.ghost = new GhostBlock(desk.texts());
        Boxes.styled(this, "day-grid");
        setId("appointment-day.grid");
        cursor.setId("appointment-day.slot");
        List.of(nowLine, nowTag, cursor, hover).forEach(node -> node.setMouseTransparent(true));
        setFocusTraversable(true);
    }

    private static Region mouseless(Region region, String style) {
        region.setMouseTransparent(true);
        return Boxes.styled(region, style);
    }

    /// Shows a day or a week; what is the same stays as it is.
    void show(Day next, Instant now) {
        day = next;
        bounds = next.bounds();
        minutesOfNow =
                IntStream.range(0, day.columns().size())
                        .mapToObj(column -> day.minute(column, now))
                        .toList();
        past.take(day.columns().size());
        shade();
        var visits = blocks.take(day.visits().size());
        for (int i = 0; i < visits.size(); i++) {
            var visit = day.visits().get(i);
            var late = visit.expected() && isToday(visit.column()) && isOver(visit);
            visits.get(i).show(visit, words, late);
        }
        held.take(day.held().size());
        count();
        var slots = (bounds.to() - bounds.from()) / Minutes.SLOT;
        slotLines.take(slots);
        hourLines.take(Math.ceilDiv(bounds.to(), 60) - Math.ceilDiv(bounds.from(), 60));
        hours.take(hourLines.used().size());
        columnLines.take(day.columns().size());
        mark();
        stack();
        placed = Placed.NEVER;
        requestLayout();
    }

    private boolean isToday(int column) {
        var now = minutesOfNow.get(column);
        return now >= 0 && now < Minutes.DAY;
    }

    private boolean isOver(Visit visit) {
        return visit.time().from() < minutesOfNow.get(visit.column());
    }

    /// Says how long times are still kept.
    void count() {
        var now = desk.clock().instant();
        for (int i = 0; i < held.used().size(); i++) {
            held.used().get(i).setText(words.held(day.held().get(i), now));
        }
    }

    void show(Cursor next) {
        at = next;
        mark();
        requestLayout();
    }

    void show(Optional<Ghost> next, Obstacle obstacle) {
        carried = next;
        carried.ifPresentOrElse(carry -> ghost.show(carry, obstacle), ghost::hide);
        mark();
        requestLayout();
    }

    /// Makes the slots taller, in steps from 0.
    void zoom(int steps) {
        leastSlot = LEAST_SLOT * (1 + steps * 0.5);
        requestLayout();
    }

    /// Offers to book where the mouse is.
    void hover(Cursor next) {
        if (!next.equals(hovered)) {
            hovered = next;
            hover.setText(next.isNowhere() ? "" : "+  " + Times.clock(next.minute()));
            hover.setVisible(!next.isNowhere());
            requestLayout();
        }
    }

    private void mark() {
        for (var block : blocks.used()) {
            var visit = block.visit();
            var id = visit == null ? "" : visit.id();
            block.mark("sel", !id.isEmpty() && id.equals(at.visitId()));
            block.mark(
                    "carried", carried.filter(carry -> carry.visit().id().equals(id)).isPresent());
        }
        cursor.setVisible(!at.isNowhere() && at.visitId().isEmpty() && carried.isEmpty());
    }

    /// What lies between the working hours, and before and after them.
    private void shade() {
        shades.clear();
        for (int i = 0; i < day.columns().size(); i++) {
            var from = bounds.from();
            var works = false;
            for (var hours : day.columns().get(i).hours()) {
                if (hours.from() > from) {
                    shades.add(new Closed(i, new Minutes(from, hours.from()), works));
                }
                from = Math.max(from, hours.to());
                works = true;
            }
            if (from < bounds.to()) {
                shades.add(new Closed(i, new Minutes(from, bounds.to()), false));
            }
        }
        var labels = closed.take(shades.size());
        for (int i = 0; i < shades.size(); i++) {
            labels.get(i)
                    .setText(
                            shades.get(i).inside()
                                    ? desk.texts().get("appointment.day.break")
                                    : "");
        }
    }

    /// Puts new nodes of the pools into their layer; nothing happens when there are none.
    private void stack() {
        var nodes = new ArrayList<Node>();
        List.of(slotLines, hourLines, closed, columnLines, hours)
                .forEach(pool -> nodes.addAll(pool.all()));
        nodes.addAll(past.all());
        nodes.addAll(blocks.all());
        nodes.addAll(held.all());
        nodes.addAll(List.of(nowLine, nowTag, hover, cursor, ghost, ghost.refused()));
        if (nodes.size() != getChildren().size()) {
            getChildren().setAll(nodes);
        }
    }

    /// What a column is worth of the width: where many visits stand at a time, more than one.
    private double share(int column) {
        return day.columns().get(column).isNoRoom()
                ? Math.clamp(
                        day.of(column).stream().mapToInt(Visit::lanes).max().orElse(1) / 2.0,
                        1,
                        MOST_SHARE)
                : 1;
    }

    private double shares(int columns) {
        return IntStream.range(0, columns).mapToDouble(this::share).sum();
    }

    double columnWidth(int column) {
        return x(column + 1) - x(column);
    }

    private double slotHeight() {
        return (getHeight() - 2 * EDGE) * Minutes.SLOT / bounds.length();
    }

    double x(int column) {
        var all = shares(day.columns().size());
        return snapPositionX(
                all == 0 ? GUTTER : GUTTER + shares(column) * (getWidth() - GUTTER) / all);
    }

    double y(int minute) {
        return EDGE + (minute - bounds.from()) * slotHeight() / Minutes.SLOT;
    }

    /// The column under a point; -1 in the gutter.
    int columnAt(double x) {
        if (day.columns().isEmpty() || x < GUTTER) {
            return -1;
        }
        return IntStream.range(1, day.columns().size())
                .filter(next -> x < x(next))
                .map(next -> next - 1)
                .findFirst()
                .orElse(day.columns().size() - 1);
    }

    int minuteAt(double y) {
        return (int) Math.floor(bounds.from() + (y - EDGE) * Minutes.SLOT / slotHeight());
    }

    Optional<Visit> visitAt(double x, double y) {
        return blocks.used().stream()
                .filter(block -> block.getBoundsInParent().contains(x, y))
                .findFirst()
                .map(VisitBlock::visit);
    }

    @Override
    protected double computeMinHeight(double width) {
        return 2 * EDGE + (double) bounds.length() / Minutes.SLOT * leastSlot;
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        var least = day.layout().week() ? LEAST_DAY : LEAST_COLUMN;
        return GUTTER + shares(day.columns().size()) * least;
    }

    @Override
    protected double computePrefWidth(double height) {
        return computeMinWidth(height);
    }

    @Override
    protected void layoutChildren() {
        var wanted = new Placed(getWidth(), getHeight());
        if (!wanted.equals(placed)) {
            placed = wanted;
            placeDay();
        }
        placeNow();
        placeCursor();
        placeGhost();
    }

    private void placeDay() {
        placeLines();
        for (int i = 0; i < shades.size(); i++) {
            var shade = shades.get(i);
            var top = shade.time().from() == bounds.from() ? 0 : y(shade.time().from());
            var bottom = shade.time().to() == bounds.to() ? getHeight() : y(shade.time().to());
            put(
                    closed.all().get(i),
                    x(shade.column()) + 1,
                    top,
                    columnWidth(shade.column()) - 1,
                    bottom - top);
        }
        for (var block : blocks.used()) {
            var visit = block.visit();
            if (visit != null) {
                var width = (columnWidth(visit.column()) - 6) / visit.lanes();
                put(block, x(visit.column()) + 3 + visit.lane() * width, visit.time(), width - 1);
                block.fit(block.getHeight());
            }
        }
        for (int i = 0; i < held.used().size(); i++) {
            var kept = day.held().get(i);
            put(
                    held.used().get(i),
                    x(kept.column()) + 3,
                    kept.time(),
                    columnWidth(kept.column()) - 7);
        }
    }

    private void placeLines() {
        for (int i = 0; i < slotLines.used().size(); i++) {
            put(
                    slotLines.used().get(i),
                    GUTTER,
                    y(bounds.from() + i * Minutes.SLOT),
                    getWidth() - GUTTER,
                    1);
        }
        for (int i = 0; i < hours.used().size(); i++) {
            var minute = Math.ceilDiv(bounds.from(), 60) * 60 + i * 60;
            put(hourLines.used().get(i), GUTTER - 6, y(minute), getWidth() - GUTTER + 6, 1);
            hours.used().get(i).setText(Times.clock(minute));
            put(hours.used().get(i), 0, y(minute) - 7, GUTTER - 12, 14);
        }
        for (int i = 0; i < columnLines.used().size(); i++) {
            put(columnLines.used().get(i), x(i), 0, 1, getHeight());
        }
    }

    /// What has gone by, column by column, and where it is now over the columns of today.
    private void placeNow() {
        for (int i = 0; i < past.used().size(); i++) {
            var gone = Math.min(minutesOfNow.get(i), Minutes.DAY);
            past.used().get(i).setVisible(gone > bounds.from());
            var bottom = gone >= bounds.to() ? getHeight() : y(gone);
            put(past.used().get(i), x(i), 0, columnWidth(i), Math.min(getHeight(), bottom));
        }
        var today = IntStream.range(0, minutesOfNow.size()).filter(this::isToday).boxed().toList();
        var minute = today.isEmpty() ? -1 : minutesOfNow.get(today.getFirst());
        var shown = minute >= bounds.from() && minute < bounds.to();
        nowLine.setVisible(shown);
        nowTag.setVisible(shown);
        if (shown) {
            var left = today.getFirst() == 0 ? GUTTER - 4 : x(today.getFirst());
            nowTag.setText(Times.clock(minute));
            put(nowLine, left, y(minute), x(today.getLast() + 1) - left, 1);
            put(nowTag, 7, y(minute) - 9, 44, 18);
        }
    }

    private void placeCursor() {
        var column = day.indexOf(at.columnId());
        cursor.setVisible(cursor.isVisible() && column >= 0);
        if (column >= 0) {
            put(cursor, x(column) + 2, y(at.minute()), columnWidth(column) - 3, slotHeight() + 1);
        }
        var over = day.indexOf(hovered.columnId());
        hover.setVisible(over >= 0);
        if (over >= 0) {
            put(hover, x(over) + 3, Minutes.slot(hovered.minute()), columnWidth(over) - 7);
        }
    }

    private void placeGhost() {
        carried.ifPresent(carry -> {
            var column = day.indexOf(carry.columnId());
            put(ghost, x(column) + 3, carry.time(), columnWidth(column) - 7);
            ghost.fit(ghost.getHeight());
            var note = ghost.refused();
            var width = Math.min(260, Math.max(columnWidth(column) - 6, 200));
            var height = note.prefHeight(width);
            var below = y(carry.time().to()) + 4;
            var top = below + height > getHeight() ? y(carry.minute()) - height - 4 : below;
            put(note, Math.min(x(column) + 3, getWidth() - width - 4), top, width, height);
        });
    }

    private void put(Region node, double x, Minutes time, double width) {
        put(node, x, y(time.from()) + 1.5, width, Math.max(12, y(time.to()) - y(time.from()) - 2));
    }

    private void put(Region node, double x, double y, double width, double height) {
        var left = snapPositionX(x);
        var top = snapPositionY(y);
        node.resizeRelocate(
                left, top, snapSizeX(Math.max(0, width)), snapSizeY(Math.max(0, height)));
    }
}
