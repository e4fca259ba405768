package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.PinnedVisit;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.session.v1.Desk.Service;

import java.util.List;
import java.util.Optional;

/// What is known of a visit before its form opens.
///
/// @param service empty for the usual one
/// @param minutes how long it is; 0 takes that of the service
/// @param start the minute of the day, where it is not that of the slot on the board
/// @param roomId empty when no room is asked for
record Wish(
        Optional<Service> service,
        int minutes,
        Optional<Integer> start,
        Optional<PersonLine> person,
        String roomId,
        List<String> equipmentIds) {

    static final Wish NOTHING =
            new Wish(Optional.empty(), 0, Optional.empty(), Optional.empty(), "", List.of());

    /// What waited on the pinboard.
    static Wish of(Desk desk, PinnedVisit pin) {
        var service =
                desk.session().desk().getServicesList().stream()
                        .filter(known -> known.getId().equals(pin.getServiceId()))
                        .findFirst();
        var usual = service.filter(known -> known.getMinutes() == pin.getMinutes()).isPresent();
        return new Wish(
                service,
                usual ? 0 : pin.getMinutes(),
                Optional.empty(),
                Optional.of(pin.getPerson()),
                "",
                List.of());
    }
}
