package org.clinicdesk.client.appointment;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.appointment.v1.BookSeriesRequest;
import org.clinicdesk.appointment.v1.BookSeriesResponse;
import org.clinicdesk.appointment.v1.FollowUp;
import org.clinicdesk.appointment.v1.Opening;
import org.clinicdesk.appointment.v1.OverbookRequest;
import org.clinicdesk.appointment.v1.PinnedVisit;
import org.clinicdesk.appointment.v1.SeriesRow;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Draft;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.waitlist.v1.Wanted;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A visit being booked: whom for, when, what for. The time can be changed while the rest stays as typed.
final class BookingModel {

    private static final int LEAST_REASON = 3;
    private static final int USUAL_TIMES = 6;

    private final Desk desk;
    private final BoardModel board;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final WhatModel what;
    private final WhomModel whom;
    private final TheirVisits theirs;
    private final TheirFollowUps followUps;
    private final WhenModel when;
    private final Draft<BookRequest> draft = new Draft<>(BookRequest.getDefaultInstance());
    private final Busy busy = new Busy();
    private final Unbooking unbooking;
    private final WaitingList waiting;
    private final Runnable booked;
    private final StringProperty overbookReason = new SimpleStringProperty("");
    private final ObjectProperty<Integer> everyWeeks = new SimpleObjectProperty<>(0);
    private final ObjectProperty<Integer> times = new SimpleObjectProperty<>(USUAL_TIMES);
    private Optional<LeftOut> missed = Optional.empty();
    private Optional<PinnedVisit> pin = Optional.empty();
    private RequestId requestId = RequestId.fresh();

    /// @param at the time first tried
    /// @param booked run when the visit stands
    BookingModel(BoardModel board, VisitActions actions, Cursor at, Wish wish, Runnable booked) {
        this.desk = board.desk();
        this.board = board;
        this.unbooking = new Unbooking(board, actions);
        this.booked = booked;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        this.what = new WhatModel(desk, wish);
        this.whom = new WhomModel(desk);
        this.when = new WhenModel(board, at, wish, what);
        this.theirs = new TheirVisits(desk, whom.person());
        this.followUps = new TheirFollowUps(desk, whom.person());
        this.waiting = new WaitingList(desk, actions.undos());
        whom.person()
                .addListener(change -> {
                    // A reason is that of one person.
                    overbookReason.set("");
                    when.patient(whom.person().get().map(PersonLine::getPatientId).orElse(""));
                });
        // At another time the person may be free.
        when.slot().addListener(change -> whom.refuse(""));
        wish.person().ifPresent(whom::choose);
    }

    Desk desk() {
        return desk;
    }

    WhomModel whom() {
        return whom;
    }

    WhenModel when() {
        return when;
    }

    WhatModel what() {
        return what;
    }

    /// What the person has already.
    TheirVisits theirs() {
        return theirs;
    }

    /// What doctors want to see the person for again.
    TheirFollowUps followUps() {
        return followUps;
    }

    /// The visit is for a follow-up, and so is what it is and why; or for none.
    void settle(Optional<FollowUp> followUp) {
        followUp.ifPresent(one -> {
            what.services().stream()
                    .filter(service -> service.getId().equals(one.getServiceId()))
                    .findFirst()
                    .ifPresent(what.service()::set);
            draft.text("reason").set(one.getReason());
        });
        followUps.chosen().set(followUp);
    }

    /// What is known of the services of the site.
    Offered offered() {
        return board.offered();
    }

    Draft<BookRequest> draft() {
        return draft;
    }

    Busy busy() {
        return busy;
    }

    /// The form is closed without a booking.
    void close() {
        when.release();
    }

    /// The form that was closed is on the screen again: the time is kept once more, if it still can be.
    void goOn() {
        when.keep();
    }

    /// What was typed and chosen, in a few words.
    String about() {
        return Stream.of(
                        whom.person().get().map(PersonLine::getName).orElse(whom.query().get()),
                        draft.text("reason").get())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    /// What waited on the pinboard is what is booked.
    void place(PinnedVisit pinned) {
        draft.text("reason").set(pinned.getReason());
        pin = Optional.of(pinned);
    }

    void book() {
        wish().ifPresent(wish -> {
            if (everyWeeks.get() == 0) {
                send(() -> appointments.book(wish).getAppointment());
            } else {
                bookSeries(wish);
            }
        });
    }

    private void bookSeries(BookRequest first) {
        when.permit();
        var series =
                BookSeriesRequest.newBuilder()
                        .setFirst(first)
                        .setEveryWeeks(everyWeeks.get())
                        .setTimes(times.get())
                        .build();
        desk.calls()
                .call(() -> appointments.bookSeries(series))
                .busy(busy)
                .once(requestId)
                .refused(this::refused)
                .then(answer -> {
                    missed = missed(first, answer);
                    var visits =
                            answer.getRowsList().stream()
                                    .filter(SeriesRow::hasAppointment)
                                    .map(SeriesRow::getAppointment)
                                    .toList();
                    if (!visits.isEmpty()) {
                        done(visits);
                    }
                });
    }

    private Optional<LeftOut> missed(BookRequest first, BookSeriesResponse answer) {
        var rows =
                answer.getRowsList().stream().filter(row -> !row.getRefused().isEmpty()).toList();
        return Optional.of(rows)
                .filter(some -> !some.isEmpty())
                .map(some ->
                        LeftOut.toChoose(
                                desk,
                                "appointment.missed.title",
                                some,
                                (instead, done) -> bookInstead(first, instead, done)));
    }

    /// Books a visit for one that was left out of a series: for the same person and of the same kind, at a time that is free.
    private void bookInstead(BookRequest first, Opening instead, Runnable done) {
        if (busy.is()) {
            return;
        }
        var wish =
                first.toBuilder()
                        .setPractitionerId(instead.getPractitionerId())
                        .setStart(instead.getStart())
                        .clearRoomId()
                        .clearHoldId()
                        .clearPinId()
                        .clearFollowUpId()
                        .build();
        desk.calls()
                .call(() -> appointments.book(wish).getAppointment())
                .busy(busy)
                .refused(problem -> {
                    board.read();
                    Refusals.explain(desk, problem);
                })
                .then(visit -> {
                    tell(List.of(visit));
                    board.read();
                    done.run();
                });
    }

    /// So many weeks lie between the visits of a series; 0 is one visit alone.
    ObjectProperty<Integer> everyWeeks() {
        return everyWeeks;
    }

    /// How many visits a series has, the first included.
    ObjectProperty<Integer> times() {
        return times;
    }

    /// What of a series could not be booked, once the rest was.
    Optional<LeftOut> missed() {
        return missed;
    }

    /// Books in spite of another visit of the practitioner, for a reason.
    void overbook() {
        var reason = overbookReason.get().strip();
        if (reason.length() < LEAST_REASON) {
            when.refuse(desk.texts().get("appointment.overbook.needed"));
            return;
        }
        wish().map(wish -> OverbookRequest.newBuilder().setBooking(wish).setReason(reason).build())
                .ifPresent(wish -> send(() -> appointments.overbook(wish).getAppointment()));
    }

    /// What is asked for; nothing while something is under way or nobody is chosen.
    private Optional<BookRequest> wish() {
        if (busy.is()) {
            return Optional.empty();
        }
        whom.refuse("");
        if (whom.person().get().isEmpty() || what.service().get() == null) {
            whom.refuse(desk.texts().get("appointment.book.nobody"));
            return Optional.empty();
        }
        if (when.slot().get().practitionerId().isEmpty()) {
            when.refuse(desk.texts().get("appointment.book.no-doctor"));
            return Optional.empty();
        }
        var wish =
                draft.build().toBuilder()
                        .setPatientId(whom.person().get().get().getPatientId())
                        .setPractitionerId(when.slot().get().practitionerId())
                        .setSiteId(board.siteId())
                        .setRoomId(when.slot().get().roomId())
                        .setStart(when.start())
                        .setHoldId(when.holdId())
                        .setPinId(pin.map(PinnedVisit::getId).orElse(""))
                        .setFollowUpId(followUps.chosen().get().map(FollowUp::getId).orElse(""));
        return Optional.of(what.fill(wish).build());
    }

    private void send(Calls.Work<Appointment> work) {
        when.permit();
        desk.calls()
                .call(work)
                .busy(busy)
                .once(requestId)
                .refused(this::refused)
                .then(visit -> done(List.of(visit)));
    }

    /// @param visits the first one first
    private void done(List<Appointment> visits) {
        var visit = visits.getFirst();
        requestId = RequestId.fresh();
        when.taken();
        show(visit);
        tell(visits);
        booked.run();
    }

    private void tell(List<Appointment> visits) {
        var visit = visits.getFirst();
        desk.notices()
                .done(
                        words(visit, visits.size()),
                        Times.practitioner(desk, visit.getPractitionerId()),
                        unbooking.remember(visits));
    }

    /// On its day, which need not be the one on the board any more.
    private void show(Appointment visit) {
        board.select(visit.getId());
        var day = Times.date(desk, visit);
        if (board.layout().get().days(board.date().get()).contains(day)) {
            board.read();
        } else {
            board.go(day);
        }
    }

    boolean mayWait() {
        return waiting.may();
    }

    /// Nothing suits: the person waits for a time with the doctor, and is told when one becomes free.
    void putOnWaitingList() {
        whom.refuse("");
        var person = whom.person().get();
        if (person.isEmpty()) {
            whom.refuse(desk.texts().get("appointment.book.nobody"));
            return;
        }
        var wanted =
                Wanted.newBuilder()
                        .setServiceId(what.service().get().getId())
                        .setMinutes(what.minutes().get());
        if (!when.slot().get().practitionerId().isEmpty()) {
            wanted.addPractitionerIds(when.slot().get().practitionerId());
        }
        waiting.add(
                board.siteId(),
                person.get(),
                wanted,
                problem -> when.refuse(problem.text(desk.texts())),
                booked);
    }

    private String words(Appointment visit, int visits) {
        return desk.texts()
                .get(
                        doneKey(visit, visits),
                        visit.getPerson().getName(),
                        Times.start(desk, visit),
                        desk.texts().dates().day(Times.date(desk, visit)),
                        visits);
    }

    private static String doneKey(Appointment visit, int visits) {
        var key = visits == 1 ? "appointment.done.booked" : "appointment.done.series";
        return visit.getStatus() == AppointmentStatus.APPOINTMENT_STATUS_REQUESTED
                ? key + ".requested"
                : key;
    }

    private void refused(Problem problem) {
        if (!problem.offline()) {
            requestId = RequestId.fresh();
        }
        if (!problem.domain().equals("appointment")) {
            desk.explain(problem);
        } else if (Refusals.concernsPerson(problem)) {
            whom.refuse(Refusals.words(desk, problem));
            when.offer();
        } else {
            when.refuse(problem);
            board.read();
        }
    }

    StringProperty overbookReason() {
        return overbookReason;
    }
}
