package org.clinicdesk.server.queue;

import org.clinicdesk.queue.v1.AddWalkInRequest;
import org.clinicdesk.queue.v1.AddWalkInResponse;
import org.clinicdesk.queue.v1.CallNextRequest;
import org.clinicdesk.queue.v1.CallNextResponse;
import org.clinicdesk.queue.v1.GetTicketRequest;
import org.clinicdesk.queue.v1.GetTicketResponse;
import org.clinicdesk.queue.v1.LeaveRequest;
import org.clinicdesk.queue.v1.LeaveResponse;
import org.clinicdesk.queue.v1.ListHistoryRequest;
import org.clinicdesk.queue.v1.ListHistoryResponse;
import org.clinicdesk.queue.v1.ListQueueRequest;
import org.clinicdesk.queue.v1.ListQueueResponse;
import org.clinicdesk.queue.v1.MarkNoAnswerRequest;
import org.clinicdesk.queue.v1.MarkNoAnswerResponse;
import org.clinicdesk.queue.v1.RecallRequest;
import org.clinicdesk.queue.v1.RecallResponse;
import org.clinicdesk.queue.v1.SetGroupsRequest;
import org.clinicdesk.queue.v1.SetGroupsResponse;
import org.clinicdesk.queue.v1.SetLimitsRequest;
import org.clinicdesk.queue.v1.SetLimitsResponse;
import org.clinicdesk.queue.v1.TransferRequest;
import org.clinicdesk.queue.v1.TransferResponse;
import org.clinicdesk.queue.v1.UndoCallRequest;
import org.clinicdesk.queue.v1.UndoCallResponse;
import org.clinicdesk.queue.v1.UndoNoAnswerRequest;
import org.clinicdesk.queue.v1.UndoNoAnswerResponse;
import org.clinicdesk.queue.v1.UndoTransferRequest;
import org.clinicdesk.queue.v1.UndoTransferResponse;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.site.Sites;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/// QueueService of the contract.
final class QueueApi {

    private final Db db;
    private final Clock clock;
    private final QueueEntries entries;
    private final Missing missing;
    private final Transfers transfers;
    private final Board board;
    private final Sites sites;
    private final TicketPapers papers;
    private final QueueProtos protos;

    QueueApi(
            Db db,
            Clock clock,
            Sites sites,
            QueueEntries entries,
            Board board,
            TicketPapers papers) {
        this.db = db;
        this.clock = clock;
        this.entries = entries;
        this.missing = new Missing(entries);
        this.transfers = new Transfers(entries);
        this.board = board;
        this.sites = sites;
        this.papers = papers;
        this.protos = new QueueProtos(db);
    }

    ListQueueResponse list(ListQueueRequest request) {
        var site = Ids.of(request.getSiteId());
        var shown = board.read(site, clock.instant());
        var practitioner = optional(request.getPractitionerId());
        return ListQueueResponse.newBuilder()
                .addAllEntries(protos.of(shown.of(practitioner), shown.line(), shown.waits()))
                .setLimits(proto(board.limits(site)))
                .build();
    }

    ListHistoryResponse history(ListHistoryRequest request) {
        var entry = db.get(QueueEntry.class, Ids.of(request.getEntryId()));
        Call.current().concerns(entry.patientId());
        var steps = board.history(entry);
        var ids = new HashSet<UUID>();
        steps.forEach(step -> {
            step.staffId().ifPresent(ids::add);
            step.practitionerId().ifPresent(ids::add);
        });
        var names = protos.staff(ids);
        return ListHistoryResponse.newBuilder()
                .addAllSteps(steps.stream().map(step -> QueueProtos.step(step, names)).toList())
                .build();
    }

    GetTicketResponse ticket(GetTicketRequest request) {
        var entry = db.get(QueueEntry.class, Ids.of(request.getEntryId()));
        var pdf =
                papers.of(entry, clock.instant())
                        .orElseThrow(() -> new Refusal(QueueRefusal.NOT_WAITING));
        return GetTicketResponse.newBuilder().setFile(Protos.pdf("ticket.pdf", pdf)).build();
    }

    AddWalkInResponse addWalkIn(AddWalkInRequest request) {
        var arrival =
                new Arrival(
                        sites.open(Ids.of(request.getSiteId())),
                        Ids.of(request.getPatientId()),
                        null,
                        sites.offered(Ids.of(request.getServiceId())).id(),
                        optional(request.getPractitionerId()),
                        null,
                        request.getReason().strip(),
                        now());
        var entry = entries.walkIn(arrival, QueueProtos.domain(request.getGroupsList()));
        return AddWalkInResponse.newBuilder().setEntry(changed(entry)).build();
    }

    LeaveResponse leave(LeaveRequest request) {
        var entry = entries.leave(Ids.of(request.getEntryId()), request.getVersion(), now());
        return LeaveResponse.newBuilder().setEntry(changed(entry)).build();
    }

    CallNextResponse callNext(CallNextRequest request) {
        var site = Ids.of(request.getSiteId());
        var room = optional(request.getRoomId());
        var called =
                request.getEntryId().isEmpty()
                        ? entries.callNext(site, me(), room, now())
                        : entries.call(choice(request), site, me(), room, now());
        return CallNextResponse.newBuilder().setEntry(changed(called)).build();
    }

    private static QueueEntries.Choice choice(CallNextRequest request) {
        return new QueueEntries.Choice(Ids.of(request.getEntryId()), request.getInAnotherRoom());
    }

    RecallResponse recall(RecallRequest request) {
        var entry = missing.recall(Ids.of(request.getEntryId()), request.getVersion(), me(), now());
        return RecallResponse.newBuilder().setEntry(changed(entry)).build();
    }

    MarkNoAnswerResponse markNoAnswer(MarkNoAnswerRequest request) {
        var entry =
                missing.noAnswer(Ids.of(request.getEntryId()), request.getVersion(), me(), now());
        return MarkNoAnswerResponse.newBuilder().setEntry(changed(entry)).build();
    }

    UndoNoAnswerResponse undoNoAnswer(UndoNoAnswerRequest request) {
        var entry = missing.undo(Ids.of(request.getEntryId()), request.getVersion(), now());
        return UndoNoAnswerResponse.newBuilder().setEntry(changed(entry)).build();
    }

    UndoCallResponse undoCall(UndoCallRequest request) {
        var entry = entries.undoCall(Ids.of(request.getEntryId()), request.getVersion(), now());
        return UndoCallResponse.newBuilder().setEntry(changed(entry)).build();
    }

    TransferResponse transfer(TransferRequest request) {
        var to =
                new Transfers.To(
                        optional(request.getPractitionerId()), optional(request.getRoomId()));
        var why = request.getReason().strip();
        var entry =
                transfers.transfer(
                        Ids.of(request.getEntryId()), request.getVersion(), to, why, me(), now());
        return TransferResponse.newBuilder().setEntry(changed(entry)).build();
    }

    UndoTransferResponse undoTransfer(UndoTransferRequest request) {
        var entry = transfers.undo(Ids.of(request.getEntryId()), request.getVersion(), now());
        return UndoTransferResponse.newBuilder().setEntry(changed(entry)).build();
    }

    SetGroupsResponse setGroups(SetGroupsRequest request) {
        var entry =
                entries.setGroups(
                        Ids.of(request.getEntryId()),
                        request.getVersion(),
                        QueueProtos.domain(request.getGroupsList()),
                        now());
        return SetGroupsResponse.newBuilder().setEntry(changed(entry)).build();
    }

    SetLimitsResponse setLimits(SetLimitsRequest request) {
        var wanted = request.getLimits();
        if (wanted.getTooLongMinutes() <= wanted.getLongMinutes()) {
            throw new Invalid("limits.too_long_minutes", "limits.order");
        }
        var limits =
                board.setLimits(
                        Ids.of(request.getSiteId()),
                        wanted.getVersion(),
                        wanted.getLongMinutes(),
                        wanted.getTooLongMinutes());
        db.session().flush();
        return SetLimitsResponse.newBuilder().setLimits(proto(limits)).build();
    }

    private org.clinicdesk.queue.v1.Limits proto(Limits limits) {
        return org.clinicdesk.queue.v1.Limits.newBuilder()
                .setLongMinutes(limits.longMinutes())
                .setTooLongMinutes(limits.tooLongMinutes())
                .setVersion(board.version(limits))
                .build();
    }

    private static UUID me() {
        return Call.current().caller().staffId();
    }

    /// To the precision of the database, so that what is answered is what is stored.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable UUID optional(String id) {
        return id.isEmpty() ? null : Ids.of(id);
    }

    private org.clinicdesk.queue.v1.QueueEntry changed(QueueEntry entry) {
        Call.current().concerns(entry.patientId());
        db.session().flush();
        var shown = board.read(entry.siteId(), clock.instant());
        return protos.of(List.of(entry), shown.line(), shown.waits()).getFirst();
    }
}
