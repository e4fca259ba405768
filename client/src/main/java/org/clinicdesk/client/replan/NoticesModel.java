package org.clinicdesk.client.replan;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.replan.v1.ListNoticesRequest;
import org.clinicdesk.replan.v1.MarkNoticeRequest;
import org.clinicdesk.replan.v1.Notice;
import org.clinicdesk.replan.v1.NoticeState;
import org.clinicdesk.replan.v1.ReplanServiceGrpc;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Who has to be told what became of his visit.
final class NoticesModel {

    private final Desk desk;
    private final String absenceId;
    private final ReplanServiceGrpc.ReplanServiceBlockingV2Stub replans;
    private final ObservableList<Notice> shown = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Notice> selected = new SimpleObjectProperty<>();
    private final Busy busy = new Busy();
    private final Lane reads = new Lane();
    private RequestId requestId = RequestId.fresh();

    NoticesModel(Desk desk, String absenceId) {
        this.desk = desk;
        this.absenceId = absenceId;
        this.replans = ReplanServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// Those to be told first.
    ObservableList<Notice> shown() {
        return shown;
    }

    ObjectProperty<@Nullable Notice> selected() {
        return selected;
    }

    Busy busy() {
        return busy;
    }

    long toTell() {
        return shown.stream()
                .filter(notice -> notice.getState() != NoticeState.NOTICE_STATE_TOLD)
                .count();
    }

    boolean may() {
        return desk.may(ReplanServiceGrpc.getListNoticesMethod());
    }

    void read() {
        if (!may()) {
            return;
        }
        var request = ListNoticesRequest.newBuilder().setAbsenceId(absenceId).build();
        desk.calls()
                .call(() -> replans.listNotices(request))
                .latest(reads)
                .then(answer -> show(answer.getNoticesList()));
    }

    private void show(List<Notice> notices) {
        if (notices.equals(shown)) {
            return;
        }
        var before = Optional.ofNullable(selected.get()).map(Notice::getAppointmentId);
        shown.setAll(notices);
        selected.set(
                shown.stream()
                        .filter(notice -> before.equals(Optional.of(notice.getAppointmentId())))
                        .findFirst()
                        .orElse(shown.isEmpty() ? null : shown.getFirst()));
    }

    /// Notes that the selected person was told what stands there.
    void told() {
        mark(NoticeState.NOTICE_STATE_TOLD);
    }

    void notReached() {
        mark(NoticeState.NOTICE_STATE_NOT_REACHED);
    }

    private void mark(NoticeState state) {
        var notice = selected.get();
        if (notice == null || busy.is()) {
            return;
        }
        var request =
                MarkNoticeRequest.newBuilder()
                        .setAbsenceId(absenceId)
                        .setAppointmentId(notice.getAppointmentId())
                        .setState(state)
                        .setTold(notice.getTold())
                        .build();
        desk.calls()
                .call(() -> replans.markNotice(request))
                .once(requestId)
                .busy(busy)
                .refused(problem -> {
                    requestId = problem.offline() ? requestId : RequestId.fresh();
                    desk.explain(problem);
                    read();
                })
                .then(answer -> {
                    requestId = RequestId.fresh();
                    next(notice);
                    read();
                });
    }

    /// The one below is who is called next.
    private void next(Notice notice) {
        var at = shown.indexOf(notice);
        if (at >= 0 && at + 1 < shown.size()) {
            selected.set(shown.get(at + 1));
        }
    }
}
