package org.clinicdesk.client.setup;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.prescription.v1.GetPrescribingRulesRequest;
import org.clinicdesk.prescription.v1.PrescribingRules;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;
import org.clinicdesk.prescription.v1.SetPrescribingRulesRequest;

/// What holds for the prescriptions of the clinic, while it is typed.
final class PrescribingModel {

    private final Desk desk;
    private final PrescriptionServiceGrpc.PrescriptionServiceBlockingV2Stub prescriptions;
    private final Edited<PrescribingRules> edited;
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
    private final Lane reads = new Lane();

    PrescribingModel(Desk desk) {
        this.desk = desk;
        this.prescriptions = PrescriptionServiceGrpc.newBlockingV2Stub(desk.channel());
        this.edited =
                new Edited<>(
                        desk, PrescribingRules.getDefaultInstance(), "setup.prescribing.saved");
        read();
    }

    Edited<PrescribingRules> edited() {
        return edited;
    }

    /// Whether it was read: what is not known cannot be changed.
    ReadOnlyBooleanProperty known() {
        return known.getReadOnlyProperty();
    }

    boolean dirty() {
        return known.get() && edited.dirty();
    }

    private void read() {
        desk.calls()
                .call(() ->
                        prescriptions
                                .getPrescribingRules(
                                        GetPrescribingRulesRequest.getDefaultInstance())
                                .getRules())
                .latest(reads)
                .then(rules -> {
                    edited.show(rules);
                    known.set(true);
                });
    }

    void save() {
        if (dirty()) {
            edited.save(
                    typed ->
                            prescriptions
                                    .setPrescribingRules(
                                            SetPrescribingRulesRequest.newBuilder()
                                                    .setRules(typed)
                                                    .build())
                                    .getRules(),
                    this::read,
                    _ -> {});
        }
    }
}
