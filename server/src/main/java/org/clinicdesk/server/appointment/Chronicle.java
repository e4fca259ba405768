package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Caller;
import org.clinicdesk.server.platform.Db;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Stamps every change of a visit and keeps what was before and after. Nothing is removed from it.
final class Chronicle {

    private final Db db;
    private final Clock clock;
    private final List<Consumer<TimeFreed>> freed = new ArrayList<>();
    private final List<Consumer<Appointment>> booked = new ArrayList<>();
    private final List<Consumer<Appointment>> corrected = new ArrayList<>();

    Chronicle(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Tells of every time that a visit gives up, inside its transaction.
    void onFreed(Consumer<TimeFreed> listener) {
        freed.add(listener);
    }

    /// Tells of every visit that is new, inside its transaction.
    void onBooked(Consumer<Appointment> listener) {
        booked.add(listener);
    }

    /// Tells of every visit that is for something else than it was thought to be, inside its transaction.
    void onCorrected(Consumer<Appointment> listener) {
        corrected.add(listener);
    }

    /// Stores a visit that is new.
    void begin(Appointment appointment) {
        db.session().persist(appointment);
        record(appointment, null, null);
        booked.forEach(it -> it.accept(appointment));
    }

    void change(Appointment appointment, Runnable change) {
        change(appointment, null, change);
    }

    /// @param undoes the number of the change that this one takes back, if it does
    void change(Appointment appointment, @Nullable Integer undoes, Runnable change) {
        var before = appointment.standing();
        change.run();
        appointment.countChange();
        // First the visit, whose version is checked: of two who change it at once the second is
        // stale.
        db.session().flush();
        record(appointment, before, undoes);
        if (!before.sameMatter(appointment.standing())) {
            corrected.forEach(it -> it.accept(appointment));
        }
        TimeFreed.between(before, appointment)
                .forEach(time -> freed.forEach(it -> it.accept(time)));
    }

    private void record(
            Appointment appointment, @Nullable Standing before, @Nullable Integer undoes) {
        var key = new AppointmentHistory.Key(appointment.id(), appointment.changes());
        db.session()
                .persist(
                        new AppointmentHistory(
                                key,
                                clock.instant(),
                                Call.current().signedIn().map(Caller::staffId).orElse(null),
                                before,
                                appointment.standing(),
                                undoes));
    }

    /// What happened to a visit, the booking first.
    List<AppointmentHistory> of(UUID id) {
        return db.session()
                .createQuery(
                        "from AppointmentHistory where key.appointmentId = :id order by key.number",
                        AppointmentHistory.class)
                .setParameter("id", id)
                .list();
    }
}
