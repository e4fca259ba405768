package org.clinicdesk.client.setup;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.appointment.v1.DoctorLimits;
import org.clinicdesk.appointment.v1.GetSetupResponse;
import org.clinicdesk.appointment.v1.SetLimitsRequest;
import org.jspecify.annotations.Nullable;

import java.util.Objects;

/// How much each doctor may be given on a day, and the one whose limits are typed.
final class DoctorsModel {

    private final SetupModel all;
    private final ObservableList<DoctorLimits> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable DoctorLimits> selected = new SimpleObjectProperty<>();
    private final Edited<SetLimitsRequest> edited;
    private final Spelled hours;
    private final Spelled visits;
    private final Spelled slot;
    private final Spelled overbooked;

    DoctorsModel(SetupModel all) {
        this.all = all;
        this.edited =
                new Edited<>(
                        all.desk(), SetLimitsRequest.getDefaultInstance(), "setup.limits.saved");
        this.hours =
                new Spelled(
                        edited.draft().text("day_minutes"), HoursText::minutes, HoursText::shown);
        this.visits = new Spelled(edited.draft().text("day_visits"), Counts::some, Counts::shown);
        this.slot = new Spelled(edited.draft().text("slot_minutes"), Counts::some, Counts::shown);
        this.overbooked =
                new Spelled(edited.draft().text("day_overbooked"), Counts::orNone, Counts::shown);
        all.setup().addListener((property, before, now) -> show(Objects.requireNonNull(now)));
    }

    ObservableList<DoctorLimits> rows() {
        return rows;
    }

    ObjectProperty<@Nullable DoctorLimits> selected() {
        return selected;
    }

    Edited<SetLimitsRequest> edited() {
        return edited;
    }

    /// The time of a day, typed in hours.
    Spelled hours() {
        return hours;
    }

    Spelled visits() {
        return visits;
    }

    Spelled slot() {
        return slot;
    }

    /// How many on top of others: nothing is as the clinic has it, 0 is none.
    Spelled overbooked() {
        return overbooked;
    }

    boolean wasRead() {
        return all.setup().get() != null;
    }

    /// What the clinic gives a doctor of whom nothing else is said.
    DoctorLimits usual() {
        var setup = all.setup().get();
        return setup == null ? DoctorLimits.getDefaultInstance() : setup.getUsual();
    }

    private void show(GetSetupResponse setup) {
        var before = selected.get();
        rows.setAll(setup.getDoctorsList());
        selected.set(
                rows.stream()
                        .filter(row ->
                                before != null
                                        && row.getPractitionerId()
                                                .equals(before.getPractitionerId()))
                        .findFirst()
                        .orElse(rows.isEmpty() ? null : rows.getFirst()));
        var typed = edited.draft().base().getPractitionerId();
        rows.stream()
                .filter(row -> row.getPractitionerId().equals(typed))
                .findFirst()
                .ifPresent(row -> edited.show(request(row)));
    }

    void begin(DoctorLimits limits) {
        selected.set(limits);
        edited.begin(request(limits));
        hours.show();
        visits.show();
        slot.show();
        overbooked.show();
    }

    private static SetLimitsRequest request(DoctorLimits limits) {
        return SetLimitsRequest.newBuilder()
                .setPractitionerId(limits.getPractitionerId())
                .setVersion(limits.getVersion())
                .setDayMinutes(limits.getDayMinutes())
                .setDayVisits(limits.getDayVisits())
                .setSlotMinutes(limits.getSlotMinutes())
                .setDayOverbooked(limits.getDayOverbooked())
                .build();
    }

    void save(Runnable done) {
        edited.save(
                typed -> request(all.appointments().setLimits(typed).getLimits()),
                all::read,
                _ -> {
                    done.run();
                    all.read();
                });
    }
}
