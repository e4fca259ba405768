package org.clinicdesk.client.setup;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.appointment.v1.GetSetupResponse;
import org.clinicdesk.appointment.v1.SetVisitTypeRequest;
import org.clinicdesk.appointment.v1.VisitType;
import org.clinicdesk.appointment.v1.VisitType.Need;
import org.clinicdesk.client.platform.Merge;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The services a clinic offers, and the one that is typed.
final class TypesModel {

    private static final int USUAL_MINUTES = 30;

    private final SetupModel all;
    private final ObservableList<VisitType> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable VisitType> selected = new SimpleObjectProperty<>();
    private final ObservableList<Need> needs = FXCollections.observableArrayList();
    private final Edited<VisitType> edited;
    private final Spelled price;

    TypesModel(SetupModel all) {
        this.all = all;
        this.edited = new Edited<>(all.desk(), VisitType.getDefaultInstance(), "setup.type.saved");
        var currency = edited.draft().text("currency");
        this.price =
                new Spelled(
                        edited.draft().text("price_minor"),
                        typed -> Price.minor(typed, currency.get()),
                        minor -> Price.shown(minor, currency.get()));
        all.setup().addListener((property, before, now) -> show(Objects.requireNonNull(now)));
    }

    ObservableList<VisitType> rows() {
        return rows;
    }

    ObjectProperty<@Nullable VisitType> selected() {
        return selected;
    }

    Edited<VisitType> edited() {
        return edited;
    }

    /// The price in the unit people speak of.
    Spelled price() {
        return price;
    }

    /// What the service being typed needs.
    ObservableList<Need> needs() {
        return needs;
    }

    boolean wasRead() {
        return all.setup().get() != null;
    }

    boolean isNew() {
        return edited.draft().base().getServiceId().isEmpty();
    }

    private void show(GetSetupResponse setup) {
        var before = selected.get();
        rows.setAll(setup.getVisitTypesList());
        selected.set(
                rows.stream()
                        .filter(row -> before != null && isSame(row, before))
                        .findFirst()
                        .orElse(rows.isEmpty() ? null : rows.getFirst()));
        rows.stream()
                .filter(row -> isSame(row, edited.draft().base()))
                .findFirst()
                .ifPresent(this::show);
    }

    private void show(VisitType row) {
        var before = edited.draft().base();
        edited.show(row);
        if (!edited.draft().base().equals(before)) {
            loaded();
        }
    }

    /// Price and currency arrive one after the other: the price is spelled once both are there.
    private void loaded() {
        price.show();
        needs.setAll(edited.draft().build().getNeedsList());
    }

    private static boolean isSame(VisitType one, VisitType other) {
        return one.getServiceId().equals(other.getServiceId());
    }

    void add() {
        begin(
                VisitType.newBuilder()
                        .setMinutes(USUAL_MINUTES)
                        .setActive(true)
                        .setCurrency(usualCurrency())
                        .build());
    }

    void begin(VisitType type) {
        edited.begin(type);
        loaded();
    }

    /// The one most prices are in; empty before the first.
    private String usualCurrency() {
        return rows.stream()
                .map(VisitType::getCurrency)
                .filter(currency -> !currency.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(java.util.Map.Entry.comparingByValue())
                .map(java.util.Map.Entry::getKey)
                .orElse("");
    }

    /// What a service can ask for: the kinds there are at the site, and those it asks for already.
    List<Need> offered() {
        var setup = all.setup().get();
        var there =
                setup == null
                        ? Stream.<Need>of()
                        : setup.getResourcesList().stream()
                                .filter(resource -> !resource.getType().isEmpty())
                                .map(resource ->
                                        Need.newBuilder()
                                                .setKind(resource.getKind())
                                                .setType(resource.getType())
                                                .build());
        return Stream.concat(there, needs.stream())
                .distinct()
                .sorted(Comparator.comparing(Need::getKind).thenComparing(Need::getType))
                .toList();
    }

    /// How many of a kind can be booked at the site: with none, nobody can be booked for the service.
    long count(Need need) {
        var setup = all.setup().get();
        return setup == null
                ? 0
                : setup.getResourcesList().stream()
                        .filter(resource ->
                                resource.getActive()
                                        && resource.getKind() == need.getKind()
                                        && resource.getType().equals(need.getType()))
                        .count();
    }

    /// A need that is asked for twice stays so until it is taken away.
    void need(Need need, boolean on) {
        if (needs.contains(need) == on) {
            return;
        }
        var next = new ArrayList<>(needs);
        if (on) {
            next.add(need);
        } else {
            next.removeIf(need::equals);
        }
        edited.draft().put("needs", next);
        needs.setAll(next);
    }

    void takeTheirs(Merge.Clash clash) {
        edited.takeTheirs(clash);
        loaded();
    }

    /// The price is understood in the currency that stands beside it now.
    void save(Runnable done) {
        price.again();
        edited.save(
                typed ->
                        all.appointments()
                                .setVisitType(
                                        SetVisitTypeRequest.newBuilder()
                                                .setVisitType(typed)
                                                .build())
                                .getVisitType(),
                all::read,
                saved -> {
                    selected.set(saved);
                    done.run();
                    all.read();
                });
    }
}
