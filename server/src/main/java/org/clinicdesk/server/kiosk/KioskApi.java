package org.clinicdesk.server.kiosk;

import org.clinicdesk.kiosk.v1.CheckInRequest;
import org.clinicdesk.kiosk.v1.CheckInResponse;
import org.clinicdesk.kiosk.v1.Place;
import org.clinicdesk.server.patient.PatientRefusal;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.queue.Board;
import org.clinicdesk.server.queue.QueueEntry;
import org.clinicdesk.server.queue.TicketPapers;
import org.clinicdesk.server.site.Room;
import org.clinicdesk.server.site.Sites;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// KioskService of the contract.
final class KioskApi {

    private final Clock clock;
    private final Sites sites;
    private final CheckIns checkIns;
    private final Board board;
    private final TicketPapers tickets;

    KioskApi(Clock clock, Sites sites, CheckIns checkIns, Board board, TicketPapers tickets) {
        this.clock = clock;
        this.sites = sites;
        this.checkIns = checkIns;
        this.board = board;
        this.tickets = tickets;
    }

    CheckInResponse checkIn(CheckInRequest request) {
        var site = Ids.of(request.getSiteId());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var rooms = sites.rooms().stream().collect(Collectors.toMap(Room::id, Room::name));
        var answer = CheckInResponse.newBuilder();
        var entries = taken(site, request.getCode(), now);
        var places = board.places(site, entries, now);
        for (var i = 0; i < places.size(); i++) {
            answer.addPlaces(proto(entries.get(i), places.get(i), rooms));
        }
        if (request.getPaper()) {
            tickets.of(entries, places, now)
                    .map(pdf -> Protos.pdf("ticket.pdf", pdf))
                    .ifPresent(answer::setPaper);
        }
        return answer.build();
    }

    /// What is wrong with somebody is not for a machine to say.
    private List<QueueEntry> taken(UUID site, String code, Instant now) {
        try {
            return checkIns.take(site, code, now);
        } catch (Refusal refusal) {
            throw refusal.reason() == PatientRefusal.DECEASED
                    ? new Refusal(KioskRefusal.ASK_AT_DESK)
                    : refusal;
        }
    }

    private static Place proto(QueueEntry entry, Board.Place place, Map<UUID, String> rooms) {
        var answer =
                Place.newBuilder()
                        .setTicket(place.ticket().toString())
                        .setState(
                                switch (place.state()) {
                                    case WAITING -> Place.State.STATE_WAITS;
                                    case IN_ROOM -> Place.State.STATE_CALLED;
                                    case NO_ANSWER, DONE, LEFT -> Place.State.STATE_ASK_AT_DESK;
                                })
                        .setBefore(place.before())
                        .setEstimatedMinutes((int) place.left().toMinutes());
        if (answer.getState() == Place.State.STATE_CALLED) {
            answer.setRoomName(place.room().map(rooms::get).orElse(""));
        }
        entry.bookedFor().map(Protos::timestamp).ifPresent(answer::setBookedFor);
        return answer.build();
    }
}
