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
    private final DayLimits typed;

    DoctorsModel(SetupModel all) {
        this.all = all;
        this.edited =
                new Edited<>(
                        all.desk(), SetLimitsRequest.getDefaultInstance(), "setup.limits.saved");
        this.typed = new DayLimits(edited.draft());
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

    DayLimits typed() {
        return typed;
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
        var doctor = edited.draft().base().getPractitionerId();
        rows.stream()
                .filter(row -> row.getPractitionerId().equals(doctor))
                .findFirst()
                .ifPresent(row -> edited.show(request(row)));
    }

    void begin(DoctorLimits limits) {
        selected.set(limits);
        edited.begin(request(limits));
        typed.show();
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
                wanted -> request(all.appointments().setLimits(wanted).getLimits()),
                all::read,
                _ -> {
                    done.run();
                    all.read();
                });
    }
}
