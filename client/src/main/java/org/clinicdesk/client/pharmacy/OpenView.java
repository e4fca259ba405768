package org.clinicdesk.client.pharmacy;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.SearchField;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.prescription.v1.Prescription;
import org.clinicdesk.prescription.v1.PrescriptionStatus;

import java.util.stream.Collectors;

/// What waits to be handed out.
final class OpenView {

    private final Texts texts;
    private final Words words;
    private final People people;
    private final OpenModel model;
    private final Parent root;

    OpenView(Desk desk, OpenModel model) {
        this.texts = desk.texts();
        this.words = new Words(desk);
        this.people = new People(texts, desk.today());
        this.model = model;
        var table = table();
        var field =
                new SearchField(
                        "pharmacy-open.query",
                        texts.get("pharmacy.open.prompt"),
                        model.query(),
                        model.busy().property(),
                        model.note());
        // At the box around the field, so that the table never sees this Enter: a code may have
        // been typed by hand, and
        // what happens to be chosen must not open in its place.
        field.node()
                .addEventFilter(
                        KeyEvent.KEY_PRESSED,
                        event -> {
                            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                                event.consume();
                                model.enter();
                            }
                        });
        field.drives(table);
        Boxes.first(field.field());
        var hint =
                Boxes.row(
                        6,
                        Icons.of("mdi2q-qrcode-scan"),
                        Labels.of(texts.get("pharmacy.open.hint"), "tiny", "subtle"));
        root =
                Boxes.page(
                        field.node(),
                        hint,
                        new ScanAlert(texts, "pharmacy-open", model.scan()).node(),
                        table.view());
    }

    Parent root() {
        return root;
    }

    private Table<Prescription> table() {
        return new Table<Prescription>("pharmacy-open.found")
                .text(heading("number"), Prescription::getNumber, 84)
                .node(heading("person"), this::person, 232)
                .text(heading("medicines"), OpenView::medicines, 264)
                .text(heading("prescriber"), Prescription::getPrescriberName, 134)
                .text(heading("signed"), p -> words.at(p.getSignedAt()), 90)
                .node(heading("status"), p -> status(texts, p.getStatus()), 168)
                .rows(model.shown())
                .selects(model.selected())
                .opens(model::open)
                .empty(
                        EmptyState.of(
                                "mdi2c-check-circle-outline",
                                texts.get("pharmacy.open.none"),
                                texts.get("pharmacy.open.none.detail")));
    }

    private Node person(Prescription p) {
        var name = p.getPerson().getName();
        var words =
                Boxes.column(
                        0,
                        Labels.of(name, "medium"),
                        Labels.of(people.line(p.getPerson()), "tiny", "subtle"));
        words.setAlignment(Pos.CENTER_LEFT);
        return Boxes.row(10, Avatar.small(name), words);
    }

    private static String medicines(Prescription p) {
        return p.getLinesList().stream()
                .filter(line -> line.getStoppedReason().isEmpty())
                .map(line -> line.getOrder().getMedicine())
                .collect(Collectors.joining(", "));
    }

    static Node status(Texts texts, PrescriptionStatus status) {
        var known =
                status == PrescriptionStatus.UNRECOGNIZED
                        ? PrescriptionStatus.PRESCRIPTION_STATUS_UNSPECIFIED
                        : status;
        return Pill.of(
                texts.get("pharmacy.status." + known.name()),
                switch (known) {
                    case PRESCRIPTION_STATUS_SIGNED -> Tint.BLUE;
                    case PRESCRIPTION_STATUS_PARTLY_DISPENSED -> Tint.AMBER;
                    case PRESCRIPTION_STATUS_COMPLETED -> Tint.GREEN;
                    default -> Tint.GRAY;
                });
    }

    private String heading(String column) {
        return texts.get("pharmacy.column." + column).toUpperCase(texts.locale());
    }
}
