package org.clinicdesk.server.waitingroom;

import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.queue.Board;
import org.clinicdesk.server.site.Room;
import org.clinicdesk.server.site.Sites;
import org.clinicdesk.waitingroom.v1.Announcement;
import org.clinicdesk.waitingroom.v1.ListCallsRequest;
import org.clinicdesk.waitingroom.v1.ListCallsResponse;

import java.util.stream.Collectors;

/// WaitingRoomService of the contract.
final class WaitingRoomApi {

    /// More than anybody reads on a wall.
    private static final int MOST = 12;

    private final Sites sites;
    private final Board board;

    WaitingRoomApi(Sites sites, Board board) {
        this.sites = sites;
        this.board = board;
    }

    ListCallsResponse list(ListCallsRequest request) {
        var rooms = sites.rooms().stream().collect(Collectors.toMap(Room::id, Room::name));
        var answer = ListCallsResponse.newBuilder();
        board.announced(Ids.of(request.getSiteId())).stream()
                .limit(MOST)
                .forEach(call ->
                        answer.addCalls(
                                Announcement.newBuilder()
                                        .setTicket(call.ticket().toString())
                                        .setRoomName(call.room().map(rooms::get).orElse(""))
                                        .setAt(Protos.timestamp(call.at()))));
        return answer.build();
    }
}
