package org.clinicdesk.client.waitlist;

import io.grpc.MethodDescriptor;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.waitlist.v1.WaitlistServiceGrpc;

import java.util.Optional;

/// The list of those who want to come sooner.
public final class WaitlistFeature implements Feature {

    @Override
    public String id() {
        return "waitlist";
    }

    @Override
    public String icon() {
        return "mdi2a-account-clock-outline";
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return WaitlistServiceGrpc.getListWaitingMethod();
    }

    @Override
    public Optional<String> key() {
        return Optional.of("F5");
    }

    @Override
    public Screen open(Desk desk, Place place) {
        var model = new WaitlistModel(desk);
        var steps = new OfferSteps(desk, model);
        var people = new EntrySteps(desk, model);
        var dialogs = new Dialogs(desk, model, people);
        var screen =
                Screen.of(
                                "waitlist.list",
                                () -> new WaitlistView(desk, model, steps, dialogs).root())
                        .actions(() -> WaitlistView.actions(desk, people, dialogs))
                        .watches(model.topics(), model::read);
        if (steps.may()) {
            screen.keys(
                    Key.hint("Enter", "waitlist.key.next"),
                    Key.of("N", "waitlist.decline", steps::decline),
                    Key.of("G", "waitlist.give-up", steps::giveUp));
        }
        if (people.may()) {
            screen.keys(
                    Key.of("W", "waitlist.add", dialogs::add),
                    Key.of("Delete", "waitlist.withdraw", dialogs::withdraw));
        }
        model.read();
        screen.again(model::readOn);
        if (place.view().equals("add")) {
            dialogs.add(place.get("appointment_id"));
        }
        return screen;
    }
}
