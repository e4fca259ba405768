package org.clinicdesk.client.roster;

import io.grpc.MethodDescriptor;

import javafx.collections.FXCollections;

import org.clinicdesk.client.platform.Command;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.roster.v1.RosterServiceGrpc;

import java.util.List;
import java.util.function.Supplier;

/// Working hours, holidays, blockouts and leave.
public final class RosterFeature implements Feature {

    static final Place WEEK = Place.of("roster");
    static final Place ABSENCES = Place.of("roster", "absences");
    private static final String TOPIC = "roster";

    @Override
    public String id() {
        return "roster";
    }

    @Override
    public String icon() {
        return "mdi2c-calendar-account-outline";
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return RosterServiceGrpc.getGetRosterMethod();
    }

    @Override
    public List<Command> commands(Desk desk) {
        return List.of(
                new Command(
                        "roster.absences.title",
                        "mdi2c-calendar-remove-outline",
                        RosterServiceGrpc.getListAbsencesMethod(),
                        ABSENCES));
    }

    @Override
    public void opened(Desk desk) {
        MissingNotice.tell(desk);
    }

    @Override
    public Screen open(Desk desk, Place place) {
        return place.view().equals("absences") ? absences(desk) : week(desk);
    }

    private static Screen week(Desk desk) {
        var model = new WeekModel(desk);
        return Screen.of("roster.week", () -> new WeekView(desk, model).root())
                .header(() -> WeekView.header(desk, model))
                .actions(() -> WeekView.actions(desk, model))
                .keys(Key.hint("↑↓←→", "roster.key.choose"))
                .keys(writing(desk, model))
                .keys(
                        Key.of("Alt+Left", "roster.week.previous", () -> model.go(-1)),
                        Key.of("Alt+Right", "roster.week.next", () -> model.go(1)))
                .keys(entering(desk, model::chosen))
                .watches(FXCollections.observableSet(TOPIC), model::refresh);
    }

    /// Not offered to who only reads the hours.
    private static Key[] writing(Desk desk, WeekModel model) {
        return model.writes()
                ? new Key[] {
                    Key.hint("Enter", "roster.key.edit"),
                    Key.of("Ctrl+D", "roster.copy", () -> CopyDialog.open(desk, model)),
                    Key.of("Ctrl+Shift+D", "roster.like", () -> LikeDialog.open(model))
                }
                : new Key[0];
    }

    /// Not offered to who neither plans the hours nor asks for leave of his own.
    private static Key[] entering(Desk desk, Supplier<AbsenceModel.Start> start) {
        return AbsenceDialog.may(desk)
                ? new Key[] {
                    Key.of(
                            "Ctrl+N",
                            AbsenceDialog.title(desk),
                            () -> AbsenceDialog.open(desk, start.get()))
                }
                : new Key[0];
    }

    private static Screen absences(Desk desk) {
        var model = new AbsencesModel(desk);
        return Screen.of("roster.absences", () -> new AbsencesView(desk, model).root())
                .actions(() -> AbsencesView.actions(desk, model))
                .keys(Key.hint("↑↓", "roster.key.choose"))
                .keys(entering(desk, () -> AbsenceModel.Start.today(desk)))
                .watches(FXCollections.observableSet(TOPIC), model::refresh);
    }
}
