package org.clinicdesk.client.pharmacy;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;

import org.clinicdesk.client.kit.Segments;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.pharmacy.v1.PharmacyServiceGrpc;

import java.util.List;
import java.util.stream.Stream;

/// The way between the prescriptions and the shelf.
final class Tabs {

    private Tabs() {}

    /// One of the two.
    private record Tab(String name, Place place) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Node of(Desk desk, Place here) {
        List<Tab> tabs =
                Stream.of(
                                desk.may(PharmacyServiceGrpc.getListOpenMethod())
                                        ? new Tab("open", PharmacyFeature.OPEN)
                                        : null,
                                desk.may(PharmacyServiceGrpc.getListStockMethod())
                                        ? new Tab("stock", PharmacyFeature.STOCK)
                                        : null)
                        .filter(java.util.Objects::nonNull)
                        .toList();
        var chosen =
                new SimpleObjectProperty<>(
                        tabs.stream()
                                .filter(tab -> tab.place.equals(here))
                                .findFirst()
                                .orElse(tabs.getFirst()));
        var box =
                Segments.of(
                        "pharmacy-tab",
                        tabs,
                        tab -> desk.texts().get("pharmacy." + tab.name + ".tab"),
                        chosen);
        chosen.addListener((property, before, now) -> desk.navigator().go(now.place));
        return box;
    }
}
