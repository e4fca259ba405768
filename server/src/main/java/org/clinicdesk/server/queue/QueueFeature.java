package org.clinicdesk.server.queue;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.queue.v1.QueueServiceGrpc;
import org.clinicdesk.server.patient.PatientFeature;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.server.roster.RosterFeature;
import org.clinicdesk.server.site.Sites;

import java.util.List;

/// The waiting room.
public final class QueueFeature implements Feature {

    private final QueueEntries entries;
    private final Board board;
    private final TicketPapers papers;
    private final QueueApi api;

    public QueueFeature(
            Platform platform, Sites sites, PatientFeature patient, RosterFeature roster) {
        var db = platform.db();
        var rows = new QueueRows(db, platform.clock(), roster.roster());
        this.entries =
                new QueueEntries(db, platform.clock(), patient.patients(), roster.roster(), rows);
        this.board = new Board(db, roster.roster(), rows);
        this.papers = new TicketPapers(sites, new QueueDays(db), board);
        this.api = new QueueApi(db, platform.clock(), sites, entries, board, papers);
    }

    public QueueEntries entries() {
        return entries;
    }

    public Board board() {
        return board;
    }

    public TicketPapers papers() {
        return papers;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(QueueEntry.class, QueueHistory.class, Limits.class);
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(QueueServiceGrpc.getServiceDescriptor())
                        .unary(QueueServiceGrpc.getListQueueMethod(), api::list)
                        .unary(QueueServiceGrpc.getListHistoryMethod(), api::history)
                        .unary(QueueServiceGrpc.getGetTicketMethod(), api::ticket)
                        .unary(QueueServiceGrpc.getAddWalkInMethod(), api::addWalkIn)
                        .unary(QueueServiceGrpc.getLeaveMethod(), api::leave)
                        .unary(QueueServiceGrpc.getCallNextMethod(), api::callNext)
                        .unary(QueueServiceGrpc.getRecallMethod(), api::recall)
                        .unary(QueueServiceGrpc.getMarkNoAnswerMethod(), api::markNoAnswer)
                        .unary(QueueServiceGrpc.getUndoNoAnswerMethod(), api::undoNoAnswer)
                        .unary(QueueServiceGrpc.getUndoCallMethod(), api::undoCall)
                        .unary(QueueServiceGrpc.getTransferMethod(), api::transfer)
                        .unary(QueueServiceGrpc.getUndoTransferMethod(), api::undoTransfer)
                        .unary(QueueServiceGrpc.getSetGroupsMethod(), api::setGroups)
                        .unary(QueueServiceGrpc.getSetLimitsMethod(), api::setLimits)
                        .bind());
    }
}
