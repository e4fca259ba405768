package org.clinicdesk.client.followup;

import com.google.protobuf.Timestamp;

import org.clinicdesk.appointment.v1.FollowUp;
import org.clinicdesk.client.platform.Desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// Follow-ups in plain words.
record Words(Desk desk) {

    String practitioner(String id) {
        return desk.session().practitioner(id);
    }

    String service(String id) {
        return desk.session().service(id);
    }

    String due(FollowUp followUp) {
        return desk.texts().dates().date(LocalDate.parse(followUp.getDue()));
    }

    /// `12 days overdue`, `today`, `in 5 days`; empty once nothing is to be done.
    String left(FollowUp followUp) {
        if (!state(followUp).waits()) {
            return "";
        }
        var days = ChronoUnit.DAYS.between(desk.today(), LocalDate.parse(followUp.getDue()));
        return days == 0
                ? desk.texts().get("followup.today")
                : desk.texts().get(days < 0 ? "followup.overdue" : "followup.in", Math.abs(days));
    }

    State state(FollowUp followUp) {
        return State.of(followUp, desk.today());
    }

    /// With when the visit is, once there is one.
    String said(FollowUp followUp) {
        var state = desk.texts().get("followup.state." + state(followUp));
        return followUp.hasAppointmentStart()
                ? state + " · " + when(followUp.getAppointmentStart())
                : state;
    }

    String when(Timestamp at) {
        return day(at) + ", " + time(at);
    }

    String day(Timestamp at) {
        return desk.texts().dates().day(at(at).toLocalDate());
    }

    String time(Timestamp at) {
        return desk.texts().dates().time(at(at).toLocalTime());
    }

    private ZonedDateTime at(Timestamp at) {
        return Instant.ofEpochSecond(at.getSeconds(), at.getNanos()).atZone(desk.session().zone());
    }
}
