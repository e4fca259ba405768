package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.VisitType.Need;
import org.clinicdesk.client.appointment.FindModel.Part;
import org.clinicdesk.client.appointment.FindModel.Who;
import org.clinicdesk.session.v1.Desk.Service;
import org.clinicdesk.session.v1.Desk.Site;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What somebody said who looks for a time; what he did not speak of is empty.
///
/// @param minutes 0 when no length was said
/// @param on the weekdays that will do
/// @param notOn those that will not
/// @param unknown the words that mean nothing here
record Understood(
        Optional<Who> who,
        Optional<Service> service,
        int minutes,
        Optional<Part> part,
        Set<DayOfWeek> on,
        Set<DayOfWeek> notOn,
        Optional<LocalDate> from,
        Optional<Site> site,
        Optional<Need> thing,
        List<String> unknown) {

    static final Understood NOTHING =
            new Understood(
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    Set.of(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
}
