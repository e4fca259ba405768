package org.clinicdesk.client.followup;

import io.grpc.MethodDescriptor;

import javafx.collections.FXCollections;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.client.platform.Command;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.common.v1.PersonLine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Visits that doctors want to see people at again.
public final class FollowupFeature implements Feature {

    private static final int MOST_TIMES = 6;

    @Override
    public String id() {
        return "followup";
    }

    @Override
    public String icon() {
        return "mdi2c-calendar-refresh-outline";
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return AppointmentServiceGrpc.getListFollowUpsMethod();
    }

    @Override
    public boolean inRail() {
        return false;
    }

    @Override
    public List<Command> commands(Desk desk) {
        return List.of(new Command("followup.due.title", icon(), needs(), Place.of("followup")));
    }

    @Override
    public Optional<Runnable> seeAgain(Desk desk, PersonLine person) {
        return desk.may(AppointmentServiceGrpc.getOrderFollowUpMethod())
                ? Optional.of(() -> OrderDialog.open(desk, new OrderModel(desk, person)))
                : Optional.empty();
    }

    @Override
    public Screen open(Desk desk, Place place) {
        return place.view().equals("panel") ? panel(desk, place.get("patient_id")) : due(desk);
    }

    private static Screen panel(Desk desk, String patientId) {
        var model = new PersonModel(desk, patientId);
        model.read();
        return Screen.of("followup.panel", () -> new PersonView(model).root())
                .watches(FXCollections.observableSet("patient/" + patientId), model::read);
    }

    private static Screen due(Desk desk) {
        var model = new DueModel(desk);
        var booking = new BookModel(model);
        model.read();
        var keys = new ArrayList<Key>();
        keys.add(Key.hint("↑↓", "followup.key.choose"));
        if (booking.may()) {
            keys.add(Key.hint("Enter", "followup.key.first"));
            for (var i = 0; i < MOST_TIMES; i++) {
                var number = i;
                keys.add(
                        Key.named(
                                Integer.toString(i + 1),
                                desk.texts().get("followup.key.time", i + 1),
                                () -> booking.book(number)));
            }
            keys.add(
                    Key.of(
                            "A",
                            "followup.anybody",
                            () -> booking.anybody().set(!booking.anybody().get())));
            keys.add(Key.of("Alt+Left", "followup.earlier", () -> booking.shift(-1)));
            keys.add(Key.of("Alt+Right", "followup.later", () -> booking.shift(1)));
        }
        keys.add(Key.of("O", "followup.open-patient", model::openPatient));
        if (desk.may(AppointmentServiceGrpc.getWithdrawFollowUpMethod())) {
            keys.add(Key.of("Delete", "followup.withdraw", () -> withdraw(model)));
        }
        return Screen.of("followup.due", () -> new DueView(model, booking).root())
                .keys(keys.toArray(Key[]::new))
                .watches(model.topics(), model::read);
    }

    private static void withdraw(DueModel model) {
        var followUp = model.chosen().get();
        if (followUp != null) {
            WithdrawDialog.open(model.withdrawing(), followUp);
        }
    }
}
