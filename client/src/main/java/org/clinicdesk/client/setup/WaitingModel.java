package org.clinicdesk.client.setup;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import org.clinicdesk.queue.v1.Limits;
import org.clinicdesk.queue.v1.QueueServiceGrpc;
import org.clinicdesk.queue.v1.SetLimitsRequest;

/// From when on waiting is long at the site, while it is typed.
final class WaitingModel {

    private final SetupModel all;
    private final QueueServiceGrpc.QueueServiceBlockingV2Stub queue;
    private final Edited<Limits> edited;
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();

    WaitingModel(SetupModel all) {
        this.all = all;
        this.queue = QueueServiceGrpc.newBlockingV2Stub(all.desk().channel());
        this.edited = new Edited<>(all.desk(), Limits.getDefaultInstance(), "setup.waiting.saved");
        all.setup()
                .addListener((property, before, now) -> {
                    if (now != null) {
                        edited.show(now.getWaiting());
                        known.set(true);
                    }
                });
    }

    Edited<Limits> edited() {
        return edited;
    }

    /// Whether they were read: what is not known cannot be changed.
    ReadOnlyBooleanProperty known() {
        return known.getReadOnlyProperty();
    }

    boolean dirty() {
        return known.get() && edited.dirty();
    }

    void save() {
        if (!dirty()) {
            return;
        }
        edited.save(
                typed ->
                        queue.setLimits(
                                        SetLimitsRequest.newBuilder()
                                                .setSiteId(all.site())
                                                .setLimits(typed)
                                                .build())
                                .getLimits(),
                all::read,
                _ -> {});
    }
}
