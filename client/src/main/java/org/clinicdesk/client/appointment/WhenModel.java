package org.clinicdesk.client.appointment;

import com.google.protobuf.Timestamp;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.HoldRequest;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.session.v1.Desk.Service;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// When a visit is to be, with whom and where: kept from others while the form is open, changed step by step, and, where it
/// was refused, why, and what there is instead.
final class WhenModel {

    private final Desk desk;
    private final BoardModel board;
    private final ObservableValue<Service> service;
    private final ReadOnlyObjectWrapper<Slot> slot = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Doctor> doctor = new SimpleObjectProperty<>();
    private final List<Doctor> doctors;
    private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");
    private final Holding holding;
    private List<Refusals.Instead> instead = List.of();
    private boolean overbookable;

    /// @param at the time first tried
    /// @param service how long it is; the time is kept anew for another
    WhenModel(BoardModel board, Cursor at, ObservableValue<Service> service) {
        this.desk = board.desk();
        this.board = board;
        this.service = service;
        this.slot.set(Slot.of(board.day().get(), at));
        this.doctors = slot.get().practitionerId().isEmpty() ? candidates() : List.of();
        doctors.stream().findFirst().ifPresent(this::see);
        this.holding = new Holding(desk);
        service.addListener(change -> hold());
        doctor.addListener((property, before, now) -> {
            if (now != null && !now.id().equals(slot.get().practitionerId())) {
                see(now);
                permit();
                hold();
            }
        });
        hold();
    }

    /// Who can see somebody in a room that day: who is free then first.
    private List<Doctor> candidates() {
        var day = board.day().get();
        var at = slot.get();
        var time = Minutes.slot(at.minute());
        return day.doctors().stream()
                .filter(one -> !day.hours(one, at.date()).isEmpty())
                .sorted(Comparator.comparing(one -> !day.free(one, at.date(), time, "")))
                .toList();
    }

    private void see(Doctor one) {
        slot.set(slot.get().with(one.id()));
        doctor.set(one);
    }

    /// Whom a visit in a room can be with; none when the column says it.
    List<Doctor> doctors() {
        return doctors;
    }

    ObjectProperty<@Nullable Doctor> doctor() {
        return doctor;
    }

    ReadOnlyObjectProperty<Slot> slot() {
        return slot.getReadOnlyProperty();
    }

    /// Why it cannot be then.
    ReadOnlyStringProperty refused() {
        return refused.getReadOnlyProperty();
    }

    Minutes time() {
        var from = slot.get().minute();
        var of = service.getValue();
        return new Minutes(from, from + (of == null ? Minutes.SLOT : of.getMinutes()));
    }

    Timestamp start() {
        return Times.timestamp(slot.get().start());
    }

    /// What keeps the time; empty when nothing does.
    String holdId() {
        return holding.id();
    }

    /// Nobody else is given the time while the form is open.
    private void hold() {
        if (mayHold()) {
            holding.take(held(service.getValue()), this::refuse);
        }
    }

    /// Somebody is registered first, which takes its time: the time is kept for as long again.
    void holdOn() {
        if (mayHold()) {
            holding.renew(held(service.getValue()));
        }
    }

    private boolean mayHold() {
        return service.getValue() != null
                && !slot.get().practitionerId().isEmpty()
                && desk.may(AppointmentServiceGrpc.getHoldMethod());
    }

    private HoldRequest held(Service of) {
        return HoldRequest.newBuilder()
                .setSiteId(board.siteId())
                .setPractitionerId(slot.get().practitionerId())
                .setServiceId(of.getId())
                .setRoomId(slot.get().roomId())
                .setStart(start())
                .build();
    }

    /// The form is closed without a booking.
    void release() {
        holding.release();
    }

    /// The booking took the time.
    void taken() {
        holding.done();
    }

    void step(int slots) {
        var minute = slot.get().minute() + slots * Minutes.SLOT;
        if (minute >= 0 && minute < Minutes.DAY) {
            at(minute);
        }
    }

    private void at(int minute) {
        permit();
        slot.set(slot.get().at(minute));
        hold();
    }

    /// The next time that is free for the whole visit, of the same practitioner, on the day as it is known now.
    Optional<Integer> nextFree() {
        var known = board.day().get();
        var column = column(known);
        if (column < 0) {
            return Optional.empty();
        }
        var length = time().length();
        return IntStream.iterate(
                        slot.get().minute() + Minutes.SLOT,
                        minute -> minute < Minutes.DAY,
                        m -> m + Minutes.SLOT)
                .filter(minute ->
                        !board.isPast(column, minute)
                                && known.free(column, new Minutes(minute, minute + length), "")
                                && doctorFree(known, new Minutes(minute, minute + length)))
                .boxed()
                .findFirst();
    }

    /// Where the board shows what is booked; -1 when it does not, or no more.
    private int column(Day known) {
        var at = slot.get();
        return IntStream.range(0, known.columns().size())
                .filter(i -> {
                    var column = known.columns().get(i);
                    return column.date().equals(at.date())
                            && (doctors.isEmpty()
                                    ? column.practitionerId().equals(at.practitionerId())
                                    : column.isRoom() && column.room().equals(at.roomId()));
                })
                .findFirst()
                .orElse(-1);
    }

    private boolean doctorFree(Day known, Minutes time) {
        var seeing = doctor.get();
        return seeing == null || known.free(seeing, slot.get().date(), time, "");
    }

    void takeNextFree() {
        nextFree().ifPresent(this::at);
    }

    /// What else there is is known before the refusal is shown.
    void refuse(Problem problem) {
        instead =
                Refusals.instead(problem).stream()
                        .filter(offer -> slot.get().date().equals(date(offer)))
                        .toList();
        overbookable =
                desk.may(AppointmentServiceGrpc.getOverbookMethod())
                        && Refusals.concernsPractitioner(problem);
        refuse(Refusals.words(desk, problem));
    }

    void refuse(String why) {
        refused.set(why);
    }

    /// Nothing is known against the time any more.
    void permit() {
        instead = List.of();
        overbookable = false;
        refused.set("");
    }

    /// Free times of the day that the server offers in place of one it refused.
    List<Refusals.Instead> instead() {
        return instead;
    }

    /// Whether the time that was refused can be booked all the same.
    boolean overbookable() {
        return overbookable;
    }

    void take(Refusals.Instead offer) {
        permit();
        slot.set(slot.get().at(minute(offer)).with(offer.practitionerId()));
        doctors.stream()
                .filter(one -> one.id().equals(offer.practitionerId()))
                .findFirst()
                .ifPresent(doctor::set);
        hold();
    }

    private LocalDate date(Refusals.Instead offer) {
        return LocalDate.ofInstant(offer.start(), slot.get().wall().zone());
    }

    /// The minute of the day at which an offered time begins.
    int minute(Refusals.Instead offer) {
        return slot.get().wall().minute(offer.start(), slot.get().date());
    }
}
