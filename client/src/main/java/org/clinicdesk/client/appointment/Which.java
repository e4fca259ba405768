package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.Scope;

import java.util.Arrays;
import java.util.List;

/// Which visits of a series are meant.
enum Which {
    THIS(Scope.SCOPE_UNSPECIFIED),
    FOLLOWING(Scope.SCOPE_FOLLOWING),
    ALL(Scope.SCOPE_ALL);

    private final Scope scope;

    Which(Scope scope) {
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }

    /// Whether there is anything to ask: other visits are left of its series.
    static boolean asked(Appointment visit) {
        return visit.getSeriesVisits() > 1;
    }

    /// What can be meant; none comes after the last.
    static List<Which> of(Appointment visit) {
        var last = visit.getSeriesNumber() == visit.getSeriesVisits();
        return Arrays.stream(values()).filter(which -> which != FOLLOWING || !last).toList();
    }
}
