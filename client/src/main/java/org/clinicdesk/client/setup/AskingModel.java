package org.clinicdesk.client.setup;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.record.v1.GetRecordRulesRequest;
import org.clinicdesk.record.v1.RecordRules;
import org.clinicdesk.record.v1.RecordServiceGrpc;
import org.clinicdesk.record.v1.SetRecordRulesRequest;

/// After how many months people are asked about allergies again, while it is typed.
final class AskingModel {

    private final Desk desk;
    private final RecordServiceGrpc.RecordServiceBlockingV2Stub records;
    private final Edited<RecordRules> edited;
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
    private final Lane reading = new Lane();

    AskingModel(Desk desk) {
        this.desk = desk;
        this.records = RecordServiceGrpc.newBlockingV2Stub(desk.channel());
        this.edited = new Edited<>(desk, RecordRules.getDefaultInstance(), "setup.allergies.saved");
    }

    Edited<RecordRules> edited() {
        return edited;
    }

    /// Whether they were read: what is not known cannot be changed.
    ReadOnlyBooleanProperty known() {
        return known.getReadOnlyProperty();
    }

    boolean dirty() {
        return known.get() && edited.dirty();
    }

    void read() {
        desk.calls()
                .call(() -> records.getRecordRules(GetRecordRulesRequest.getDefaultInstance()))
                .latest(reading)
                .then(answer -> {
                    edited.show(answer.getRules());
                    known.set(true);
                });
    }

    void save() {
        if (!dirty()) {
            return;
        }
        edited.save(
                typed ->
                        records.setRecordRules(
                                        SetRecordRulesRequest.newBuilder().setRules(typed).build())
                                .getRules(),
                this::read,
                _ -> {});
    }
}
