package org.clinicdesk.client.setup;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.BookingRules;
import org.clinicdesk.appointment.v1.GetBookingRulesRequest;
import org.clinicdesk.appointment.v1.SetBookingRulesRequest;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Draft;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;

/// The rules while they are typed.
final class BookingRulesModel {

    private final Desk desk;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final Draft<BookingRules> draft = new Draft<>(BookingRules.getDefaultInstance());
    private final DayLimits day = new DayLimits(draft);
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
    private final Busy busy = new Busy();
    private final Lane reading = new Lane();
    private RequestId requestId = RequestId.fresh();

    BookingRulesModel(Desk desk) {
        this.desk = desk;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    Draft<BookingRules> draft() {
        return draft;
    }

    /// How much a doctor is given on a day of whom nothing else is said.
    DayLimits day() {
        return day;
    }

    /// Whether they were read: what is not known cannot be changed.
    ReadOnlyBooleanProperty known() {
        return known.getReadOnlyProperty();
    }

    Busy busy() {
        return busy;
    }

    boolean dirty() {
        return known.get() && draft.dirty();
    }

    /// What is being typed stays; that somebody else was first is told when it is saved.
    void read() {
        if (!dirty()) {
            load();
        }
    }

    private void load() {
        var request = GetBookingRulesRequest.getDefaultInstance();
        desk.calls()
                .call(() -> appointments.getBookingRules(request).getRules())
                .latest(reading)
                .then(this::show);
    }

    private void show(BookingRules rules) {
        draft.load(rules);
        day.show();
        known.set(true);
    }

    void save() {
        if (busy.is() || !dirty() || !draft.check()) {
            return;
        }
        var request = SetBookingRulesRequest.newBuilder().setRules(draft.build()).build();
        desk.calls()
                .call(() -> appointments.setBookingRules(request).getRules())
                .once(requestId)
                .busy(busy)
                .refused(this::refused)
                .then(saved -> {
                    requestId = RequestId.fresh();
                    show(saved);
                    desk.notices().done(desk.texts().get("setup.saved"));
                });
    }

    private void refused(Problem problem) {
        if (!problem.offline()) {
            requestId = RequestId.fresh();
        }
        if (problem.stale()) {
            desk.notices().reminder(desk.texts().get("setup.changed"));
            load();
        } else if (!draft.place(problem)) {
            desk.explain(problem);
        }
    }
}
