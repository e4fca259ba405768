package org.clinicdesk.client.setup;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.appointment.v1.GetSetupResponse;
import org.clinicdesk.appointment.v1.Resource;
import org.clinicdesk.appointment.v1.ResourceKind;
import org.clinicdesk.appointment.v1.SetResourceRequest;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/// The rooms and the equipment of the site, and the one that is typed.
final class ResourcesModel {

    private final SetupModel all;
    private final ObservableList<Resource> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Resource> selected = new SimpleObjectProperty<>();
    private final Edited<Resource> edited;

    ResourcesModel(SetupModel all) {
        this.all = all;
        this.edited =
                new Edited<>(all.desk(), Resource.getDefaultInstance(), "setup.resource.saved");
        all.setup().addListener((property, before, now) -> show(Objects.requireNonNull(now)));
    }

    ObservableList<Resource> rows() {
        return rows;
    }

    ObjectProperty<@Nullable Resource> selected() {
        return selected;
    }

    Edited<Resource> edited() {
        return edited;
    }

    boolean wasRead() {
        return all.setup().get() != null;
    }

    boolean isNew() {
        return edited.draft().base().getId().isEmpty();
    }

    private void show(GetSetupResponse setup) {
        var before = selected.get();
        rows.setAll(setup.getResourcesList());
        selected.set(
                rows.stream()
                        .filter(row -> before != null && row.getId().equals(before.getId()))
                        .findFirst()
                        .orElse(rows.isEmpty() ? null : rows.getFirst()));
        rows.stream()
                .filter(row -> row.getId().equals(edited.draft().base().getId()))
                .findFirst()
                .ifPresent(edited::show);
    }

    void add() {
        begin(
                Resource.newBuilder()
                        .setSiteId(all.site())
                        .setKind(ResourceKind.RESOURCE_KIND_ROOM)
                        .setActive(true)
                        .build());
    }

    void begin(Resource resource) {
        edited.begin(resource);
    }

    /// The types there are, so that nobody writes one in two ways: services ask for them by the word.
    List<String> types() {
        return rows.stream()
                .map(Resource::getType)
                .filter(type -> !type.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    void save(Runnable done) {
        edited.save(
                typed ->
                        all.appointments()
                                .setResource(
                                        SetResourceRequest.newBuilder().setResource(typed).build())
                                .getResource(),
                all::read,
                saved -> {
                    selected.set(saved);
                    done.run();
                    all.read();
                });
    }
}
