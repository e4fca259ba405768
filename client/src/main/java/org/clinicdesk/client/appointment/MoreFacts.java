package org.clinicdesk.client.appointment;

import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;

/// What is to be known of some visits and not of others: how to reach the person, what he needs, why he comes on top of
/// somebody else.
final class MoreFacts {

    private final VisitWords words;
    private final Fact phone = new Fact("mdi2p-phone-outline");
    private final Fact note = new Fact("mdi2i-information-outline");
    private final Fact with = new Fact("mdi2a-account-plus-outline");
    private final Fact price = new Fact("mdi2c-cash");
    private final Fact asked = new Fact("mdi2c-clock-start");
    private final Fact preparation = new Fact("mdi2f-format-list-checks");
    private final Fact equipment = new Fact("mdi2h-hospital-box-outline");
    private final Fact overbooked = new Fact("mdi2l-layers-plus");
    private final VBox box =
            Boxes.column(
                    8,
                    phone.node(),
                    note.node(),
                    with.node(),
                    price.node(),
                    asked.node(),
                    preparation.node(),
                    equipment.node(),
                    overbooked.node());

    MoreFacts(VisitWords words) {
        this.words = words;
        box.setId("appointment-selected.more");
    }

    VBox node() {
        return box;
    }

    void show(Visit visit) {
        phone.show(visit.appointment().getPhone());
        note.show(visit.appointment().getPersonNote());
        with.show(words.with(visit));
        price.show(words.price(visit));
        asked.show(words.askedToArrive(visit));
        preparation.show(words.preparation(visit));
        equipment.show(words.equipment(visit));
        overbooked.show(words.overbooked(visit));
        box.setManaged(box.getChildren().stream().anyMatch(javafx.scene.Node::isManaged));
    }
}
