package org.clinicdesk.client.caseload;

import com.google.protobuf.Timestamp;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.UnderCare;
import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.kit.Segments;
import org.clinicdesk.client.kit.StatusPill;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.common.v1.PersonLine;

import java.util.List;

/// One list at a time: visits, with how many stand where above them, or people.
final class CaseloadView {

    private final Desk desk;
    private final Texts texts;
    private final CaseloadModel model;
    private final People people;
    private final Table<Appointment> visits;
    private final Table<UnderCare> patients;
    private final VBox root;

    CaseloadView(Desk desk, CaseloadModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.people = new People(texts, desk.today());
        visits = visits();
        patients = patients();
        var filters = new StatusFilter(texts, model).node();
        var lists = Boxes.grow(new StackPane(visits.view(), patients.view()));
        VBox.setVgrow(lists, javafx.scene.layout.Priority.ALWAYS);
        var shows = showsVisits(model);
        present(filters, shows);
        present(visits.view(), shows);
        present(patients.view(), Bindings.not(shows));
        Boxes.first(model.showsVisits() ? visits.view() : patients.view());
        shows.addListener((property, before, now) -> focus(now));
        root = Boxes.page(periods(), filters, lists, more());
        root.getProperties().put("shows", shows);
    }

    private static javafx.beans.binding.BooleanBinding showsVisits(CaseloadModel model) {
        return Bindings.createBooleanBinding(model::showsVisits, model.period());
    }

    private void focus(boolean onVisits) {
        (onVisits ? visits : patients).view().requestFocus();
    }

    private static void present(Node node, ObservableBooleanValue on) {
        node.visibleProperty().bind(on);
        node.managedProperty().bind(on);
    }

    Parent root() {
        return root;
    }

    /// Which days, and the way to others.
    static Node header(Desk desk, CaseloadModel model) {
        var texts = desk.texts();
        var date = Labels.title("");
        date.setId("caseload-visits.date");
        date.setMinWidth(HBox.USE_PREF_SIZE);
        date.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> span(texts, model), model.day(), model.period()));
        var way =
                Boxes.row(
                        4,
                        Buttons.small(
                                Buttons.icon(
                                        "caseload-visits.previous",
                                        "mdi2c-chevron-left",
                                        texts.get("caseload.previous"),
                                        () -> model.go(-1))),
                        Buttons.small(
                                Buttons.plain(
                                        "caseload-visits.today",
                                        texts.get("caseload.today"),
                                        model::today)),
                        Buttons.small(
                                Buttons.icon(
                                        "caseload-visits.next",
                                        "mdi2c-chevron-right",
                                        texts.get("caseload.next"),
                                        () -> model.go(1))),
                        Boxes.row(0, gap(), date));
        present(way, showsVisits(model));
        return whole(way);
    }

    private static Node gap() {
        var gap = Boxes.column(0);
        gap.setMinWidth(8);
        return gap;
    }

    private static HBox whole(HBox box) {
        box.setMinWidth(HBox.USE_PREF_SIZE);
        return box;
    }

    private Node periods() {
        var periods =
                Segments.of(
                        "caseload-visits.period",
                        List.of(Period.values()),
                        value -> texts.get("caseload." + value),
                        model.period());
        periods.setMaxWidth(HBox.USE_PREF_SIZE);
        return periods;
    }

    private static String span(Texts texts, CaseloadModel model) {
        var first = texts.dates().day(model.first());
        return model.first().equals(model.last())
                ? first
                : first + " – " + texts.dates().day(model.last());
    }

    static Node actions(Desk desk, CaseloadModel model) {
        var export =
                Buttons.plain(
                        "caseload-visits.export",
                        desk.texts().get("caseload.export"),
                        "mdi2c-calendar-export",
                        model::export);
        present(export, showsVisits(model));
        return export;
    }

    private Table<Appointment> visits() {
        return new Table<Appointment>("caseload-visits.visits")
                .text(heading("when"), this::when, 190)
                .node(heading("person"), visit -> person(visit.getPerson()), 270)
                .text(heading("what"), this::what, 220)
                .text(heading("room"), visit -> room(visit.getRoomId()), 110)
                .node(heading("status"), visit -> StatusPill.of(texts, visit.getStatus()), 150)
                .rows(model.visits())
                .selects(model.visit())
                .opens(model::open)
                .empty(
                        EmptyState.of(
                                "mdi2c-calendar-blank-outline",
                                texts.get("caseload.none"),
                                texts.get("caseload.none.detail")));
    }

    private Table<UnderCare> patients() {
        return new Table<UnderCare>("caseload-visits.patients")
                .node(heading("person"), row -> person(row.getPerson()), 320)
                .text(heading("born"), row -> people.born(row.getPerson()), 200)
                .text(
                        heading("last"),
                        row -> row.hasLastVisit() ? date(row.getLastVisit()) : "—",
                        160)
                .text(
                        heading("next"),
                        row -> row.hasNextVisit() ? moment(row.getNextVisit()) : "—",
                        220)
                .rows(model.patients())
                .selects(model.patient())
                .opens(row -> model.record(row.getPerson()))
                .empty(
                        EmptyState.of(
                                "mdi2a-account-group-outline",
                                texts.get("caseload.nobody"),
                                texts.get("caseload.nobody.detail")));
    }

    private String heading(String column) {
        return texts.get("caseload.column." + column).toUpperCase(texts.locale());
    }

    /// On one day the day need not be said.
    private String when(Appointment visit) {
        var time = time(visit.getStart()) + " – " + time(visit.getEnd());
        return model.first().equals(model.last())
                ? time
                : texts.dates().day(model.at(visit.getStart()).toLocalDate()) + ", " + time;
    }

    private String time(Timestamp at) {
        return texts.dates().time(model.at(at).toLocalTime());
    }

    private String date(Timestamp at) {
        return texts.dates().date(model.at(at).toLocalDate());
    }

    private String moment(Timestamp at) {
        return date(at) + ", " + time(at);
    }

    private Node person(PersonLine person) {
        var words =
                Boxes.column(
                        0,
                        Labels.of(person.getName(), "medium"),
                        Labels.of(people.line(person), "tiny", "subtle"));
        words.setAlignment(Pos.CENTER_LEFT);
        return Boxes.row(10, Avatar.small(person.getName()), words);
    }

    private String what(Appointment visit) {
        return visit.getReason().isBlank() ? service(visit.getServiceId()) : visit.getReason();
    }

    private String service(String id) {
        return desk.session().desk().getServicesList().stream()
                .filter(one -> one.getId().equals(id))
                .map(one -> one.getName())
                .findFirst()
                .orElse("");
    }

    private String room(String id) {
        return desk.session().desk().getSitesList().stream()
                .flatMap(site -> site.getRoomsList().stream())
                .filter(one -> one.getId().equals(id))
                .map(one -> one.getName())
                .findFirst()
                .orElse("—");
    }

    /// Only below a list of which not all is shown.
    private Button more() {
        var button = Buttons.plain("caseload-visits.more", texts.get("caseload.more"), model::more);
        present(
                button,
                Bindings.createBooleanBinding(
                        () ->
                                model.total().get()
                                        > (model.showsVisits()
                                                ? model.visits().size()
                                                : model.patients().size()),
                        model.total(),
                        model.visits(),
                        model.patients(),
                        model.period()));
        return button;
    }
}
