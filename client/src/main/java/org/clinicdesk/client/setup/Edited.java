package org.clinicdesk.client.setup;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import io.grpc.StatusException;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Draft;
import org.clinicdesk.client.platform.Merge;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;

import java.util.function.Consumer;

/// Something that is set up, while it is typed. What somebody else saved meanwhile is laid under what was typed here, and
/// told field by field; where both said something else, a person decides before it can be saved.
final class Edited<M extends Message> {

    private static final String VERSION = "version";

    private final Desk desk;
    private final String savedKey;
    private final Draft<M> draft;
    private final ObservableList<FieldDescriptor> changed = FXCollections.observableArrayList();
    private final ObservableList<Merge.Clash> clashes = FXCollections.observableArrayList();
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    /// @param savedKey the text that says that it was saved
    Edited(Desk desk, M nothing, String savedKey) {
        this.desk = desk;
        this.savedKey = savedKey;
        this.draft = new Draft<>(nothing);
    }

    /// How it is sent: answers with what was saved.
    @FunctionalInterface
    interface Saving<M> {
        M send(M typed) throws StatusException;
    }

    Draft<M> draft() {
        return draft;
    }

    /// What somebody else changed since it was opened, whether it was typed here too or not.
    ObservableList<FieldDescriptor> changed() {
        return changed;
    }

    /// What both changed, to different things.
    ObservableList<Merge.Clash> clashes() {
        return clashes;
    }

    Busy busy() {
        return busy;
    }

    boolean dirty() {
        return draft.dirty();
    }

    /// Starts over.
    void begin(M message) {
        draft.load(message);
        changed.clear();
        clashes.clear();
        requestId = RequestId.fresh();
    }

    /// As it is on the server now.
    void show(M now) {
        if (!draft.dirty()) {
            begin(now);
            return;
        }
        var base = draft.base();
        var version = base.getDescriptorForType().findFieldByName(VERSION);
        if (base.getField(version).equals(now.getField(version))) {
            return;
        }
        var merge = Merge.of(base, draft.build(), now);
        changed.setAll(
                base.getDescriptorForType().getFields().stream()
                        .filter(field -> !field.equals(version))
                        .filter(field -> !base.getField(field).equals(now.getField(field)))
                        .toList());
        draft.load(now, merge.merged());
        clashes.setAll(merge.clashes());
        requestId = RequestId.fresh();
    }

    void keepMine(Merge.Clash clash) {
        clashes.remove(clash);
    }

    @SuppressWarnings("unchecked")
    void takeTheirs(Merge.Clash clash) {
        var typed = draft.build().toBuilder().setField(clash.field(), clash.theirs()).build();
        draft.load(draft.base(), (M) typed);
        clashes.remove(clash);
    }

    /// @param again reads it once more: somebody else was first
    void save(Saving<M> saving, Runnable again, Consumer<M> then) {
        if (busy.is() || !clashes.isEmpty() || !draft.check()) {
            return;
        }
        var typed = draft.build();
        desk.calls()
                .call(() -> saving.send(typed))
                .once(requestId)
                .busy(busy)
                .refused(problem -> refused(problem, again))
                .then(saved -> {
                    begin(saved);
                    desk.notices().done(desk.texts().get(savedKey));
                    then.accept(saved);
                });
    }

    private void refused(Problem problem, Runnable again) {
        if (!problem.offline()) {
            requestId = RequestId.fresh();
        }
        if (problem.stale()) {
            desk.notices().reminder(desk.texts().get("setup.stale"));
            again.run();
        } else if (!draft.place(problem)) {
            desk.explain(problem);
        }
    }
}
