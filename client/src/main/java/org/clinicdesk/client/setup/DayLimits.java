package org.clinicdesk.client.setup;

import com.google.protobuf.Message;

import javafx.beans.property.StringProperty;

import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.platform.Draft;

import java.util.Set;

/// How much a doctor may be given on a day, while it is typed: the clinic's own, or what differs for one doctor.
final class DayLimits {

    static final Set<String> FIELDS =
            Set.of("day_minutes", "day_visits", "slot_minutes", "day_overbooked");

    private final Spelled hours;
    private final Spelled visits;
    private final Spelled slot;
    private final Spelled overbooked;

    /// @param draft of a message that has the fields of the limits
    DayLimits(Draft<?> draft) {
        hours = new Spelled(draft.text("day_minutes"), HoursText::minutes, HoursText::shown);
        visits = new Spelled(draft.text("day_visits"), Counts::some, Counts::shown);
        slot = new Spelled(draft.text("slot_minutes"), Counts::some, Counts::shown);
        overbooked = new Spelled(draft.text("day_overbooked"), Counts::orNone, Counts::shown);
    }

    /// The time of a day, typed in hours.
    StringProperty hours() {
        return hours.shown();
    }

    StringProperty visits() {
        return visits.shown();
    }

    StringProperty slot() {
        return slot.shown();
    }

    /// How many on top of others: nothing is what nobody said, 0 is none.
    StringProperty overbooked() {
        return overbooked.shown();
    }

    /// Spells what is held anew.
    void show() {
        hours.show();
        visits.show();
        slot.show();
        overbooked.show();
    }

    /// One of the fields as people type it.
    static String shown(String field, String held) {
        return field.equals("day_minutes") ? HoursText.shown(held) : Counts.shown(held);
    }

    <M extends Message> Form<M> in(Form<M> form) {
        return form.text("day_minutes", hours())
                .text("day_visits", visits())
                .together(2)
                .text("slot_minutes", slot())
                .text("day_overbooked", overbooked())
                .together(2);
    }
}
