package org.clinicdesk.server.queue;

import org.clinicdesk.server.paper.TicketPaper;
import org.clinicdesk.server.paper.TicketPaper.Ticket;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.site.Service;
import org.clinicdesk.server.site.Sites;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts tickets on paper.
public final class TicketPapers {

    private final Sites sites;
    private final QueueDays days;
    private final Board board;
    private final TicketPaper paper = new TicketPaper();

    TicketPapers(Sites sites, QueueDays days, Board board) {
        this.sites = sites;
        this.days = days;
        this.board = board;
    }

    /// Those of who waits, as a PDF in the language of the caller; empty when none of them does.
    ///
    /// @param places of the entries, in their order
    public Optional<byte[]> of(List<QueueEntry> entries, List<Board.Place> places, Instant now) {
        var tickets = new ArrayList<Ticket>();
        for (var i = 0; i < entries.size(); i++) {
            if (places.get(i).state() == StayState.WAITING) {
                tickets.add(ticket(places.get(i), now));
            }
        }
        return tickets.isEmpty()
                ? Optional.empty()
                : Optional.of(paper.pdf(tickets, Call.current().locale()));
    }

    /// The one of somebody; empty when he does not wait.
    Optional<byte[]> of(QueueEntry entry, Instant now) {
        var entries = List.of(entry);
        return of(entries, board.places(entry.siteId(), entries, now), now);
    }

    private Ticket ticket(Board.Place place, Instant now) {
        var clinic = sites.clinic();
        return new Ticket(
                clinic.name(),
                place.ticket().toString(),
                days.service(place.ticket()).map(sites::service).map(Service::name).orElse(""),
                place.before(),
                LocalDateTime.ofInstant(now, clinic.zone()));
    }
}
