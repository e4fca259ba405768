package org.clinicdesk.client.appointment;

import com.google.protobuf.Timestamp;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.HoldRequest;
import org.clinicdesk.appointment.v1.SearchOpeningsRequest;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/// When a visit is to be, with whom and where: kept from others while the form is open, changed step by step, and, where it
/// was refused, why, and what there is instead.
final class WhenModel {

    private final Desk desk;
    private final BoardModel board;
    private final WhatModel what;
    private final ReadOnlyObjectWrapper<Slot> slot = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Doctor> doctor = new SimpleObjectProperty<>();
    private final List<Doctor> doctors;
    private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");
    private final Holding holding;
    private final InsteadModel instead;
    private final ReadOnlyBooleanWrapper offering = new ReadOnlyBooleanWrapper();
    private final KeptWatch watch;
    private boolean overbookable;
    private String patientId = "";

    /// @param at the time first tried
    /// @param wish the exact time and the room that are asked for, if they are
    /// @param what how long it is, and with whom besides; the time is kept anew for another
    WhenModel(BoardModel board, Cursor at, Wish wish, WhatModel what) {
        this.desk = board.desk();
        this.board = board;
        this.what = what;
        var place = Slot.of(board.day().get(), at);
        var exact = place.at(wish.start().orElse(place.minute()));
        this.slot.set(wish.roomId().isEmpty() ? exact : exact.in(wish.roomId()));
        this.instead = new InsteadModel(desk, place.wall());
        this.doctors = slot.get().practitionerId().isEmpty() ? candidates() : List.of();
        doctors.stream().findFirst().ifPresent(this::see);
        this.holding = new Holding(desk);
        this.watch =
                new KeptWatch(
                        board, holding::id, () -> holding.again(held().toBuilder(), this::refuse));
        what.onOther(change -> {
            permit();
            hold();
        });
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
        return new Minutes(from, from + what.length());
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
            holding.take(held(), this::refuse);
        }
    }

    /// Somebody is registered first, which takes its time: the time is kept for as long again.
    void holdOn() {
        if (mayHold()) {
            holding.renew(held());
        }
    }

    private boolean mayHold() {
        return what.service().get() != null
                && !slot.get().practitionerId().isEmpty()
                && desk.may(AppointmentServiceGrpc.getHoldMethod());
    }

    private HoldRequest held() {
        return what.fill(
                        HoldRequest.newBuilder()
                                .setSiteId(board.siteId())
                                .setPractitionerId(slot.get().practitionerId())
                                .setRoomId(slot.get().roomId())
                                .setStart(start()))
                .build();
    }

    /// The form is closed without a booking.
    void release() {
        watch.end();
        holding.release();
    }

    /// The form is open again.
    void keep() {
        watch.begin();
        permit();
        hold();
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

    void refuse(Problem problem) {
        overbookable =
                desk.may(AppointmentServiceGrpc.getOverbookMethod())
                        && Refusals.concernsPractitioner(problem);
        refuse(Refusals.words(desk, problem));
        offer();
    }

    /// Looks for what is free instead: for the doctor, or for the person, who is elsewhere then.
    void offer() {
        offering.set(true);
        instead.read(slot.get(), wanted());
    }

    /// Whether another time is needed, whoever stands in the way.
    ReadOnlyBooleanProperty offering() {
        return offering.getReadOnlyProperty();
    }

    private SearchOpeningsRequest wanted() {
        return SearchOpeningsRequest.newBuilder()
                .setSiteId(board.siteId())
                .setServiceId(what.service().get().getId())
                .setMinutes(what.minutes().get())
                .setPatientId(patientId)
                .build();
    }

    /// Whose own visits are in the way; empty as long as nobody is chosen.
    void patient(String id) {
        var elsewhere = offering.get() && refused.get().isEmpty();
        patientId = id;
        if (elsewhere) {
            permit();
        }
    }

    void refuse(String why) {
        refused.set(why);
        offering.set(!why.isEmpty());
    }

    /// Nothing is known against the time any more.
    void permit() {
        instead.forget();
        overbookable = false;
        refuse("");
    }

    /// What is free in place of a time that was refused.
    InsteadModel instead() {
        return instead;
    }

    /// Whether the time that was refused can be booked all the same.
    boolean overbookable() {
        return overbookable;
    }

    void take(InsteadModel.Instead offer) {
        permit();
        slot.set(slot.get().on(offer.date()).at(offer.minute()).with(offer.practitionerId()));
        doctors.stream()
                .filter(one -> one.id().equals(offer.practitionerId()))
                .findFirst()
                .ifPresent(doctor::set);
        hold();
    }
}
