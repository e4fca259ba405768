package org.clinicdesk.server.kiosk;

import org.clinicdesk.server.appointment.Appointment;
import org.clinicdesk.server.appointment.Appointments;
import org.clinicdesk.server.paper.TicketPaper;
import org.clinicdesk.server.paper.TicketPaper.Ticket;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.queue.Board;
import org.clinicdesk.server.queue.QueueEntry;
import org.clinicdesk.server.queue.StayState;
import org.clinicdesk.server.site.Sites;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts tickets on paper.
final class Tickets {

    private final Sites sites;
    private final Appointments appointments;
    private final TicketPaper paper = new TicketPaper();

    Tickets(Sites sites, Appointments appointments) {
        this.sites = sites;
        this.appointments = appointments;
    }

    /// Those of who waits, as a PDF in the language of the caller.
    ///
    /// @param places of the entries, in their order
    Optional<byte[]> of(List<QueueEntry> entries, List<Board.Place> places, Instant now) {
        var tickets = new ArrayList<Ticket>();
        for (var i = 0; i < entries.size(); i++) {
            if (places.get(i).state() == StayState.WAITING) {
                tickets.add(ticket(entries.get(i), places.get(i), now));
            }
        }
        return tickets.isEmpty()
                ? Optional.empty()
                : Optional.of(paper.pdf(tickets, Call.current().locale()));
    }

    private Ticket ticket(QueueEntry entry, Board.Place place, Instant now) {
        var clinic = sites.clinic();
        return new Ticket(
                clinic.name(),
                place.ticket().toString(),
                entry.appointmentId().map(appointments::get).map(this::service).orElse(""),
                place.before(),
                LocalDateTime.ofInstant(now, clinic.zone()));
    }

    private String service(Appointment visit) {
        return sites.service(visit.serviceId()).name();
    }
}
