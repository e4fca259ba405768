package org.clinicdesk.client.kiosk;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.common.v1.File;
import org.clinicdesk.kiosk.v1.CheckInRequest;
import org.clinicdesk.kiosk.v1.KioskServiceGrpc;
import org.clinicdesk.kiosk.v1.Place;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What somebody at the kiosk sees: the start, his place, or why not.
final class KioskModel {

    /// Long enough to read, short enough for the next one in line.
    private static final Duration SHOWN = Duration.ofSeconds(15);

    private static final int LONGEST_CODE = 80;

    /// The kind of paper, for which a desk remembers its printer.
    private static final String TICKET = "ticket";

    /// What is on the screen.
    sealed interface Shown {}

    record Start() implements Shown {}

    record Placed(List<Place> places) implements Shown {}

    /// @param textKey what to tell, without saying what is wrong with whom
    record Refused(String textKey) implements Shown {}

    /// @param from when the visit can be checked in for
    record Early(Instant start, Instant from) implements Shown {}

    private final Desk desk;
    private final KioskServiceGrpc.KioskServiceBlockingV2Stub stub;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(new Start());
    private final ReadOnlyObjectWrapper<Long> secondsLeft = new ReadOnlyObjectWrapper<>(0L);
    private final ReadOnlyStringWrapper paper = new ReadOnlyStringWrapper("");
    private final Busy busy = new Busy();
    private Instant until = Instant.MIN;

    KioskModel(Desk desk) {
        this.desk = desk;
        this.stub = KioskServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Until the start is shown again; 0 at the start.
    ReadOnlyObjectProperty<Long> secondsLeft() {
        return secondsLeft.getReadOnlyProperty();
    }

    /// What became of the ticket on paper, as the key of a text; empty as long as there is nothing to tell.
    ReadOnlyStringProperty paper() {
        return paper.getReadOnlyProperty();
    }

    /// What stands in the field, a ticket as a rule.
    StringProperty typed() {
        return typed;
    }

    Busy busy() {
        return busy;
    }

    void type(String more) {
        if (typed.get().length() < LONGEST_CODE) {
            typed.set(typed.get() + more);
        }
    }

    void delete() {
        typed.set(typed.get().isEmpty() ? "" : typed.get().substring(0, typed.get().length() - 1));
    }

    void submit() {
        take(typed.get());
    }

    /// Takes a card or a ticket, typed or scanned. A second scan before the answer is none.
    void take(String code) {
        if (code.isBlank() || code.length() > LONGEST_CODE || busy.is()) {
            return;
        }
        typed.set("");
        var wish =
                CheckInRequest.newBuilder()
                        .setSiteId(desk.site().getId())
                        .setCode(code.strip())
                        .setPaper(desk.settings().tickets())
                        .build();
        desk.calls()
                .call(() -> stub.checkIn(wish))
                .busy(busy)
                .refused(this::refuse)
                .then(answer -> {
                    show(new Placed(answer.getPlacesList()));
                    if (answer.hasPaper()) {
                        print(answer.getPaper());
                    }
                });
    }

    /// On the printer that tickets went to last, else the one that the system prefers. Without one the number stays on the
    /// screen: nobody in the hall can do anything about it.
    private void print(File ticket) {
        var placed = shown.get();
        desk.paper()
                .printers(
                        TICKET,
                        names -> {
                            if (names.isEmpty()) {
                                tell(placed, false);
                            } else {
                                desk.paper()
                                        .print(
                                                ticket,
                                                TICKET,
                                                names.getFirst(),
                                                printed -> tell(placed, printed));
                            }
                        });
    }

    /// Only to whom it is about.
    private void tell(Shown about, boolean printed) {
        if (shown.get() == about) {
            paper.set(printed ? "kiosk.paper.printed" : "kiosk.paper.none");
        }
    }

    private void refuse(Problem problem) {
        if (problem.is("TOO_EARLY")) {
            show(new Early(instant(problem, "start"), instant(problem, "from")));
            return;
        }
        var key = "kiosk.refused." + problem.reason();
        show(new Refused(desk.texts().has(key) ? key : "kiosk.failed"));
    }

    private static Instant instant(Problem problem, String what) {
        return Instant.parse(problem.metadata().getOrDefault(what, Instant.EPOCH.toString()));
    }

    void show(Shown next) {
        paper.set("");
        until = desk.clock().instant().plus(SHOWN);
        secondsLeft.set(SHOWN.toSeconds());
        shown.set(next);
    }

    /// Nothing of the last person stays.
    void start() {
        typed.set("");
        paper.set("");
        secondsLeft.set(0L);
        shown.set(new Start());
    }

    /// Lets time pass.
    void tick() {
        if (shown.get() instanceof Start) {
            return;
        }
        var left = Duration.between(desk.clock().instant(), until);
        if (left.isPositive()) {
            secondsLeft.set((long) Math.ceilDiv(left.toMillis(), 1000));
        } else {
            start();
        }
    }
}
