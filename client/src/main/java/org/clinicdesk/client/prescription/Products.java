package org.clinicdesk.client.prescription;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.drug.v1.DrugServiceGrpc;
import org.clinicdesk.drug.v1.Medicine;
import org.clinicdesk.drug.v1.SearchMedicinesRequest;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// Finds products of which the id, or only the ingredient, is known.
final class Products {

    private static final int MOST = 20;
    private static final int LONGEST = 100;

    private final Desk desk;
    private final DrugServiceGrpc.DrugServiceBlockingV2Stub drugs;

    Products(Desk desk) {
        this.desk = desk;
        this.drugs = DrugServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// @param name as the list has it
    /// @param show not called when there is none
    void byId(String id, String name, Consumer<Medicine> show) {
        search(
                name,
                found ->
                        found.stream()
                                .filter(it -> it.getId().equals(id))
                                .findFirst()
                                .ifPresent(show));
    }

    /// A product of one ingredient alone that is given by the same route: of the same form where there is one, and of the
    /// strength in the middle.
    ///
    /// @param unit in which the form is counted
    /// @param show not called when there is none
    void of(String inn, String route, String unit, Consumer<Medicine> show) {
        search(
                inn,
                found -> {
                    var fitting =
                            found.stream()
                                    .filter(it -> !LineDraft.isIngredient(it))
                                    .filter(it -> alone(it, inn))
                                    .filter(it -> route.isEmpty() || it.getRoute().equals(route))
                                    .sorted(Comparator.comparing(Products::strength))
                                    .toList();
                    var alike =
                            fitting.stream()
                                    .filter(it -> UnitOfForm.of(it.getForm()).equals(unit))
                                    .toList();
                    middle(alike.isEmpty() ? fitting : alike, show);
                });
    }

    private static boolean alone(Medicine medicine, String inn) {
        return medicine.getIngredientsCount() == 1
                && medicine.getIngredients(0).equalsIgnoreCase(inn);
    }

    private static BigDecimal strength(Medicine medicine) {
        return Strength.in(medicine.getName()).map(Strength::mgPerUnit).orElse(BigDecimal.ZERO);
    }

    private static void middle(List<Medicine> sorted, Consumer<Medicine> show) {
        if (!sorted.isEmpty()) {
            show.accept(sorted.get((sorted.size() - 1) / 2));
        }
    }

    private void search(String text, Consumer<List<Medicine>> show) {
        if (text.isBlank() || text.length() > LONGEST) {
            return;
        }
        var request = SearchMedicinesRequest.newBuilder().setText(text).setLimit(MOST).build();
        desk.calls()
                .call(() -> drugs.searchMedicines(request))
                .then(answer -> show.accept(answer.getMedicinesList()));
    }
}
