package org.clinicdesk.client.replan;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.replan.v1.ListReplansRequest;
import org.clinicdesk.replan.v1.ListReplansResponse.Replan;
import org.clinicdesk.replan.v1.ReplanServiceGrpc;
import org.jspecify.annotations.Nullable;

/// The absences that leave something to do at the site.
final class LeftModel {

    private final Desk desk;
    private final ReplanServiceGrpc.ReplanServiceBlockingV2Stub replans;
    private final ObservableList<Replan> shown = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Replan> selected = new SimpleObjectProperty<>();
    private final ObservableSet<String> topics = FXCollections.observableSet();
    private final Busy busy = new Busy();
    private final Lane reads = new Lane();

    LeftModel(Desk desk) {
        this.desk = desk;
        this.replans = ReplanServiceGrpc.newBlockingV2Stub(desk.channel());
        topics.add("roster");
        topics.add("replan/" + site());
        topics.add("pinboard/" + site());
        read();
    }

    Desk desk() {
        return desk;
    }

    private String site() {
        return desk.site().getId();
    }

    ObservableList<Replan> shown() {
        return shown;
    }

    ObjectProperty<@Nullable Replan> selected() {
        return selected;
    }

    ObservableSet<String> topics() {
        return topics;
    }

    Busy busy() {
        return busy;
    }

    void read() {
        var request = ListReplansRequest.newBuilder().setSiteId(site()).build();
        desk.calls()
                .call(() -> replans.listReplans(request))
                .busy(busy)
                .latest(reads)
                .then(answer -> {
                    shown.setAll(answer.getReplansList());
                    selected.set(shown.isEmpty() ? null : shown.getFirst());
                });
    }

    void open(Replan replan) {
        desk.navigator().go(ReplanFeature.board(replan.getAbsenceId()));
    }
}
