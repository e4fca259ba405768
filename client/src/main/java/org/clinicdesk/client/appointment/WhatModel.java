package org.clinicdesk.client.appointment;

import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.appointment.v1.HoldRequest;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.session.v1.Desk.Practitioner;
import org.clinicdesk.session.v1.Desk.Service;

import java.util.List;
import java.util.stream.Stream;

/// What a visit is to be: its service and, where it differs from the usual, how long, with whom beside the first doctor,
/// when the person is asked to be there, and whether it is only asked for.
final class WhatModel {

    private final Desk desk;
    private final ObjectProperty<Service> service = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> minutes;
    private final ObjectProperty<Integer> early = new SimpleObjectProperty<>(0);
    private final ObservableList<Practitioner> beside = FXCollections.observableArrayList();
    private final BooleanProperty requested = new SimpleBooleanProperty();
    private final ObservableList<String> equipment = FXCollections.observableArrayList();

    WhatModel(Desk desk, Wish wish) {
        this.desk = desk;
        wish.service().or(() -> services().stream().findFirst()).ifPresent(service::set);
        this.minutes = new SimpleObjectProperty<>(wish.minutes());
        this.equipment.setAll(wish.equipmentIds());
    }

    /// Those that new visits are booked of.
    List<Service> services() {
        return desk.session().desk().getServicesList().stream().filter(Service::getActive).toList();
    }

    ObjectProperty<Service> service() {
        return service;
    }

    /// 0 for as long as the service usually is.
    ObjectProperty<Integer> minutes() {
        return minutes;
    }

    /// So many minutes before the start the person is asked to be there.
    ObjectProperty<Integer> early() {
        return early;
    }

    /// The doctors beside the first.
    ObservableList<Practitioner> beside() {
        return beside;
    }

    /// Whether it is to be agreed yet.
    BooleanProperty requested() {
        return requested;
    }

    /// What was asked for by name.
    ObservableList<String> equipment() {
        return equipment;
    }

    int length() {
        if (minutes.get() > 0) {
            return minutes.get();
        }
        return service.get() == null ? Minutes.SLOT : service.get().getMinutes();
    }

    /// Whether anything is not as usual.
    boolean special() {
        return minutes.get() > 0
                || early.get() > 0
                || !beside.isEmpty()
                || !equipment.isEmpty()
                || requested.get();
    }

    /// Tells when what keeps the time is another.
    void onOther(InvalidationListener listener) {
        Stream.of(service, minutes, beside, equipment).forEach(it -> it.addListener(listener));
    }

    HoldRequest.Builder fill(HoldRequest.Builder hold) {
        return hold.setServiceId(service.get().getId())
                .setMinutes(minutes.get())
                .addAllAlsoPractitionerIds(others(hold.getPractitionerId()))
                .addAllEquipmentIds(equipment);
    }

    BookRequest.Builder fill(BookRequest.Builder wish) {
        return wish.setServiceId(service.get().getId())
                .setMinutes(minutes.get())
                .setArriveEarlyMinutes(early.get())
                .setRequested(requested.get())
                .addAllAlsoPractitionerIds(others(wish.getPractitionerId()))
                .addAllEquipmentIds(equipment);
    }

    /// Who sees the person anyway is not beside himself.
    private List<String> others(String first) {
        return beside.stream().map(Practitioner::getId).filter(id -> !id.equals(first)).toList();
    }
}
