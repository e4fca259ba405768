package org.clinicdesk.client.setup;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.site.v1.ListSitesRequest;
import org.clinicdesk.site.v1.SetSiteRequest;
import org.clinicdesk.site.v1.Site;
import org.clinicdesk.site.v1.SiteServiceGrpc;
import org.clinicdesk.site.v1.SiteServiceGrpc.SiteServiceBlockingV2Stub;
import org.jspecify.annotations.Nullable;

/// The places of the clinic, and the one that is typed.
final class SitesModel {

    private final Desk desk;
    private final SiteServiceBlockingV2Stub stub;
    private final ObservableList<Site> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Site> selected = new SimpleObjectProperty<>();
    private final Edited<Site> edited;
    private final Lane reading = new Lane();

    SitesModel(Desk desk) {
        this.desk = desk;
        this.stub = SiteServiceGrpc.newBlockingV2Stub(desk.channel());
        this.edited = new Edited<>(desk, Site.getDefaultInstance(), "setup.site.saved");
    }

    ObservableList<Site> rows() {
        return rows;
    }

    ObjectProperty<@Nullable Site> selected() {
        return selected;
    }

    Edited<Site> edited() {
        return edited;
    }

    boolean isNew() {
        return edited.draft().base().getId().isEmpty();
    }

    void read() {
        desk.calls()
                .call(() -> stub.listSites(ListSitesRequest.getDefaultInstance()))
                .latest(reading)
                .then(answer -> {
                    rows.setAll(answer.getSitesList());
                    rows.stream()
                            .filter(row -> row.getId().equals(edited.draft().base().getId()))
                            .findFirst()
                            .ifPresent(edited::show);
                });
    }

    void add() {
        begin(Site.newBuilder().setActive(true).build());
    }

    void begin(Site site) {
        edited.begin(site);
    }

    void save(Runnable done) {
        edited.save(
                typed -> stub.setSite(SetSiteRequest.newBuilder().setSite(typed).build()).getSite(),
                this::read,
                saved -> {
                    selected.set(saved);
                    done.run();
                    read();
                });
    }
}
