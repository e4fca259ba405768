package org.clinicdesk.server.appointment;

import org.clinicdesk.appointment.v1.ListBoardViewsRequest;
import org.clinicdesk.appointment.v1.ListBoardViewsResponse;
import org.clinicdesk.appointment.v1.RemoveBoardViewRequest;
import org.clinicdesk.appointment.v1.RemoveBoardViewResponse;
import org.clinicdesk.appointment.v1.SetBoardViewRequest;
import org.clinicdesk.appointment.v1.SetBoardViewResponse;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.NotFound;
import org.clinicdesk.server.platform.Problem.Stale;
import org.clinicdesk.server.platform.SqlStates;
import org.clinicdesk.server.site.Site;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What of AppointmentService keeps people's own views of the board. Whose they are is never asked for: the caller's.
final class BoardViewApi {

    private static final UUID NEW = new UUID(0, 0);

    private final Db db;
    private final Clock clock;

    BoardViewApi(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    ListBoardViewsResponse list(ListBoardViewsRequest request) {
        var answer = ListBoardViewsResponse.newBuilder();
        own().stream().filter(BoardView::active).map(BoardViewApi::proto).forEach(answer::addViews);
        return answer.build();
    }

    SetBoardViewResponse set(SetBoardViewRequest request) {
        var wanted = request.getView();
        var shown = shown(wanted);
        var before = own(wanted.getKey());
        refuseStale(before.filter(BoardView::active), wanted.getVersion());
        var view =
                before.orElseGet(
                        () -> new BoardView(Ids.next(clock), me(), wanted.getKey(), shown, now()));
        view.save(shown, now());
        db.session().persist(view);
        flush();
        return SetBoardViewResponse.newBuilder().setView(proto(view)).build();
    }

    private BoardView.Shown shown(org.clinicdesk.appointment.v1.BoardView wanted) {
        return new BoardView.Shown(
                wanted.getName().strip(),
                db.get(Site.class, Ids.of(wanted.getSiteId())).id(),
                wanted.getWeek(),
                wanted.getByRoom(),
                wanted.getColumnIdsList(),
                wanted.getZoom());
    }

    RemoveBoardViewResponse remove(RemoveBoardViewRequest request) {
        var view =
                own(request.getKey())
                        .filter(BoardView::active)
                        .orElseThrow(() -> new NotFound(BoardView.class, NEW));
        refuseStale(Optional.of(view), request.getVersion());
        view.remove(now());
        return RemoveBoardViewResponse.getDefaultInstance();
    }

    /// Nobody replaces what he does not know of, such as what he saved at another desk meanwhile.
    private static void refuseStale(Optional<BoardView> view, long known) {
        if (view.map(BoardViewApi::version).orElse(0L) != known) {
            throw new Stale(BoardView.class, view.map(BoardView::id).orElse(NEW));
        }
    }

    /// Counted from one, for nought is a free key.
    private static long version(BoardView view) {
        return view.version() + 1;
    }

    /// Only two desks of one person at the same moment can meet here.
    private void flush() {
        try {
            db.session().flush();
        } catch (RuntimeException e) {
            throw SqlStates.taken(e, "board_view_uk") ? new Stale(BoardView.class, NEW) : e;
        }
    }

    private Optional<BoardView> own(int key) {
        return own().stream().filter(view -> view.key() == key).findFirst();
    }

    private List<BoardView> own() {
        return db.session()
                .createQuery(
                        "from BoardView where staffId = :me order by keyNumber", BoardView.class)
                .setParameter("me", me())
                .list();
    }

    private static UUID me() {
        return Call.current().caller().staffId();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static org.clinicdesk.appointment.v1.BoardView proto(BoardView view) {
        var shown = view.shown();
        return org.clinicdesk.appointment.v1.BoardView.newBuilder()
                .setKey(view.key())
                .setVersion(version(view))
                .setName(shown.name())
                .setSiteId(shown.site().toString())
                .setWeek(shown.week())
                .setByRoom(shown.byRoom())
                .addAllColumnIds(shown.columns())
                .setZoom(shown.zoom())
                .build();
    }
}
