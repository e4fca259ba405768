package org.clinicdesk.client.setup;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.BookingRules;
import org.clinicdesk.appointment.v1.GetBookingRulesRequest;
import org.clinicdesk.appointment.v1.SetBookingRulesRequest;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;

/// The rules while they are typed.
final class BookingRulesModel {

    private final Desk desk;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final Edited<BookingRules> edited;
    private final DayLimits day;
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
    private final Lane reading = new Lane();

    BookingRulesModel(Desk desk) {
        this.desk = desk;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        this.edited = new Edited<>(desk, BookingRules.getDefaultInstance(), "setup.saved");
        this.day = new DayLimits(edited.draft());
    }

    Edited<BookingRules> edited() {
        return edited;
    }

    /// How much a doctor is given on a day of whom nothing else is said.
    DayLimits day() {
        return day;
    }

    /// Whether they were read: what is not known cannot be changed.
    ReadOnlyBooleanProperty known() {
        return known.getReadOnlyProperty();
    }

    boolean dirty() {
        return known.get() && edited.dirty();
    }

    /// What is being typed stays; what somebody else saved meanwhile is laid under it.
    void read() {
        var request = GetBookingRulesRequest.getDefaultInstance();
        desk.calls()
                .call(() -> appointments.getBookingRules(request).getRules())
                .latest(reading)
                .then(rules -> {
                    edited.show(rules);
                    respell();
                    known.set(true);
                });
    }

    void save() {
        if (!dirty()) {
            return;
        }
        edited.save(
                typed ->
                        appointments
                                .setBookingRules(
                                        SetBookingRulesRequest.newBuilder().setRules(typed).build())
                                .getRules(),
                this::read,
                _ -> respell());
    }

    /// What is typed and cannot be understood is left as it is.
    private void respell() {
        if (!edited.dirty()) {
            day.show();
        }
    }
}
