package org.clinicdesk.client.audit;

import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.kit.SearchField;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.patient.v1.PatientHit;
import org.clinicdesk.patient.v1.PatientServiceGrpc;

import java.util.Optional;

/// Whom the trail is to be about: found while the name is typed; arrows choose, Enter takes.
final class PersonDialog {

    private PersonDialog() {}

    static void open(Desk desk, AuditModel audit) {
        if (!desk.may(PatientServiceGrpc.getSearchPatientsMethod())) {
            return;
        }
        var texts = desk.texts();
        var people = new People(texts, desk.today());
        var model = new PersonModel(desk);
        var dialog =
                new Dialog(desk.layers(), texts, "audit-person", texts.get("audit.person.title"));
        var table =
                new Table<PatientHit>("audit-person.found")
                        .text(heading(desk, "name"), hit -> hit.getPerson().getName(), 200)
                        .text(heading(desk, "born"), hit -> people.born(hit.getPerson()), 160)
                        .text(heading(desk, "patient"), hit -> hit.getPerson().getNumber(), 90)
                        .rows(model.hits())
                        .selects(model.selected())
                        .empty(Labels.muted(texts.get("audit.person.none")))
                        .opens(hit -> take(audit, hit, dialog));
        table.view().setPrefHeight(330);
        var field =
                new SearchField(
                                "audit-person.query",
                                texts.get("audit.person.prompt"),
                                model.query(),
                                model.busy().property(),
                                model.note())
                        .drives(table, model::whenFound);
        Boxes.first(field.field());
        dialog.width(620)
                .body(new VBox(10, field.node(), table.view()))
                .primary(
                        texts.get("audit.person.take"),
                        () -> {
                            var hit = Optional.ofNullable(model.selected().get());
                            hit.ifPresent(found -> take(audit, found, dialog));
                            return hit.isPresent();
                        });
        dialog.show();
    }

    private static void take(AuditModel audit, PatientHit hit, Dialog dialog) {
        dialog.hide();
        audit.person()
                .set(
                        Optional.of(
                                new AuditModel.Who(
                                        hit.getPerson().getPatientId(),
                                        hit.getPerson().getNumber()
                                                + " "
                                                + hit.getPerson().getName())));
    }

    private static String heading(Desk desk, String column) {
        return desk.texts().get("audit.column." + column).toUpperCase(desk.texts().locale());
    }
}
