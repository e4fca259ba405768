package org.clinicdesk.client.replan;

import io.grpc.MethodDescriptor;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.clinicdesk.client.platform.Command;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.client.replan.ReplanView.Tab;
import org.clinicdesk.replan.v1.ReplanServiceGrpc;

import java.util.List;

/// Leave after bookings.
public final class ReplanFeature implements Feature {

    static final Place LEFT = Place.of("replan");

    static Place board(String absenceId) {
        return Place.of("replan", "board").with("absence_id", absenceId);
    }

    @Override
    public String id() {
        return "replan";
    }

    @Override
    public String icon() {
        return "mdi2c-calendar-sync-outline";
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return ReplanServiceGrpc.getGetReplanMethod();
    }

    @Override
    public boolean inRail() {
        return false;
    }

    @Override
    public List<Command> commands(Desk desk) {
        return List.of(
                new Command(
                        "replan.left.title",
                        icon(),
                        ReplanServiceGrpc.getListReplansMethod(),
                        LEFT));
    }

    @Override
    public Screen open(Desk desk, Place place) {
        return place.view().equals("board") ? board(desk, place.get("absence_id")) : left(desk);
    }

    private static Screen left(Desk desk) {
        var model = new LeftModel(desk);
        return Screen.of("replan.left", () -> new LeftView(model).root())
                .keys(Key.hint("↑↓", "replan.key.choose"), Key.hint("Enter", "replan.key.open"))
                .watches(model.topics(), model::read);
    }

    private static Screen board(Desk desk, String absenceId) {
        var model = new ReplanModel(desk, absenceId);
        ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.VISITS);
        var screen =
                Screen.of("replan.board", () -> new ReplanView(model, tab).root())
                        .header(() -> ReplanView.header(model))
                        .keys(Key.hint("↑↓", "replan.key.choose"))
                        .watches(model.topics(), model::read);
        if (model.mayWrite()) {
            screen.actions(() -> ReplanView.actions(model, tab))
                    .keys(
                            Key.hint("Enter", "replan.accept"),
                            Key.of(
                                    "Ctrl+Enter",
                                    "replan.key.all",
                                    on(tab, Tab.VISITS, model::acceptAll)),
                            Key.of("P", "replan.pin", on(tab, Tab.VISITS, model::pin)),
                            Key.of(
                                    "K",
                                    "replan.keep",
                                    on(tab, Tab.VISITS, () -> KeepDialog.open(model))),
                            Key.of("Alt+Z", "replan.undo", model::undo),
                            Key.of("M", "replan.key.tab", () -> tab.set(tab.get().other())),
                            Key.of("T", "replan.told", on(tab, Tab.NOTICES, model.notices()::told)),
                            Key.of(
                                    "N",
                                    "replan.not-reached",
                                    on(tab, Tab.NOTICES, model.notices()::notReached)),
                            Key.of(
                                    "1",
                                    "replan.key.first",
                                    on(tab, Tab.VISITS, () -> model.choose(0))),
                            Key.of(
                                    "2",
                                    "replan.key.second",
                                    on(tab, Tab.VISITS, () -> model.choose(1))),
                            Key.of(
                                    "3",
                                    "replan.key.third",
                                    on(tab, Tab.VISITS, () -> model.choose(2))));
        }
        return screen;
    }

    private static Runnable on(ObjectProperty<Tab> shown, Tab tab, Runnable action) {
        return () -> {
            if (shown.get() == tab) {
                action.run();
            }
        };
    }
}
