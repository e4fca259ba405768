package org.clinicdesk.client.patient;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Hits;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.SearchField;
import org.clinicdesk.client.kit.StatusPill;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.patient.v1.PatientHit;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/// A field, the people found, and at the right the one who is chosen.
final class PatientSearchView {

    /// Of several visits of a day, what comes first here is what matters at the desk.
    private static final List<AppointmentStatus> MATTERS =
            List.of(
                    AppointmentStatus.APPOINTMENT_STATUS_IN_ROOM,
                    AppointmentStatus.APPOINTMENT_STATUS_ARRIVED,
                    AppointmentStatus.APPOINTMENT_STATUS_BOOKED,
                    AppointmentStatus.APPOINTMENT_STATUS_REQUESTED,
                    AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW,
                    AppointmentStatus.APPOINTMENT_STATUS_FULFILLED,
                    AppointmentStatus.APPOINTMENT_STATUS_CANCELLED);

    private final Desk desk;
    private final Texts texts;
    private final PatientSearchModel model;
    private final People people;
    private final HBox root;

    PatientSearchView(Desk desk, PatientSearchModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.people = new People(texts, desk.today());
        var table = table();
        var field =
                new SearchField(
                                "patient-search.query",
                                texts.get("patient.search.prompt"),
                                model.query(),
                                model.busy().property(),
                                model.note())
                        .drives(table, model::whenFound);
        Boxes.first(field.field());
        var hint = Labels.of(texts.get("patient.search.hint"), "tiny", "subtle");
        var page = Boxes.page(field.node(), hint, table.view());
        root = new HBox(page, new PatientPanel(desk, model).root());
        Redraw.of(table.view(), table.view()::refresh, model.today().visits());
    }

    Parent root() {
        return root;
    }

    /// The buttons of the top bar.
    static Node actions(Desk desk, PatientSearchModel model) {
        if (!desk.may(PatientServiceGrpc.getRegisterPatientMethod())) {
            return Boxes.row(0);
        }
        return Buttons.primary(
                "patient-search.register",
                desk.texts().get("patient.register.title"),
                "mdi2a-account-plus-outline",
                model::register);
    }

    private Table<PatientHit> table() {
        return new Table<PatientHit>("patient-search.found")
                .node(heading("name"), this::name, 215)
                .text(heading("gender"), hit -> people.gender(hit.getPerson().getGender()), 80)
                .dispensable(1)
                .text(heading("born"), hit -> people.born(hit.getPerson()), 160)
                .text(heading("number"), hit -> hit.getPerson().getNumber(), 90)
                .dispensable(3)
                .text(heading("phone"), PatientHit::getPhone, 130)
                .text(heading("last-visit"), this::lastVisit, 100)
                .dispensable(2)
                .node(heading("today"), this::today, 150)
                .rows(model.hits())
                .selects(model.selected())
                .opens(model::open)
                .empty(empty());
    }

    private String heading(String column) {
        return texts.get("patient.column." + column).toUpperCase(texts.locale());
    }

    private Node name(PatientHit hit) {
        var name = hit.getPerson().getName();
        var text = Hits.mark(name, model.query().get());
        text.setMaxHeight(Region.USE_PREF_SIZE);
        return Boxes.row(10, Avatar.small(name), text);
    }

    private String lastVisit(PatientHit hit) {
        return hit.getLastVisit().isEmpty() ? "—" : texts.dates().partial(hit.getLastVisit());
    }

    /// The visit of today that matters, with how it stands; of who has none, whether he is dead or gone.
    private @Nullable Node today(PatientHit hit) {
        var visits = model.today().of(hit.getPerson().getPatientId());
        if (visits.isEmpty() || hit.getDeceased()) {
            return flag(hit);
        }
        var first =
                visits.stream()
                        .min(Comparator.comparing(visit -> MATTERS.indexOf(visit.getStatus())))
                        .orElseThrow();
        var line =
                Boxes.row(
                        6,
                        Labels.text(model.today().steps().time(first)),
                        StatusPill.of(texts, first.getStatus()));
        if (visits.size() > 1) {
            line.getChildren().add(Labels.of("+" + (visits.size() - 1), "tiny", "subtle"));
        }
        return line;
    }

    private @Nullable Node flag(PatientHit hit) {
        if (hit.getDeceased()) {
            return Pill.of(texts.get("patient.flag.deceased"), Tint.GRAY);
        }
        return hit.getActive() ? null : Pill.of(texts.get("patient.flag.inactive"), Tint.GRAY);
    }

    private Node empty() {
        var none =
                desk.may(PatientServiceGrpc.getRegisterPatientMethod())
                        ? EmptyState.of(
                                "mdi2a-account-question-outline",
                                texts.get("patient.search.none"),
                                texts.get("patient.search.none.detail"),
                                Buttons.plain(
                                        "patient-search.register-instead",
                                        texts.get("patient.register.title"),
                                        "mdi2a-account-plus-outline",
                                        model::register))
                        : EmptyState.of(
                                "mdi2a-account-question-outline",
                                texts.get("patient.search.none"),
                                texts.get("patient.search.none.detail"));
        var start =
                EmptyState.of(
                        "mdi2a-account-search-outline",
                        texts.get("patient.search.start"),
                        texts.get("patient.search.start.detail"));
        var blank =
                Bindings.createBooleanBinding(() -> model.query().get().isBlank(), model.query());
        start.visibleProperty().bind(blank);
        none.visibleProperty().bind(blank.not().and(model.busy().property().not()));
        return new StackPane(start, none);
    }
}
