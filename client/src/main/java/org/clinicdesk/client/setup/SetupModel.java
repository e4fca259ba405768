package org.clinicdesk.client.setup;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub;
import org.clinicdesk.appointment.v1.GetSetupRequest;
import org.clinicdesk.appointment.v1.GetSetupResponse;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.jspecify.annotations.Nullable;

/// All that is set up at the site of this desk, as it was read last.
final class SetupModel {

    private final Desk desk;
    private final AppointmentServiceBlockingV2Stub appointments;
    private final ReadOnlyObjectWrapper<@Nullable GetSetupResponse> setup =
            new ReadOnlyObjectWrapper<>();
    private final Lane reading = new Lane();

    SetupModel(Desk desk) {
        this.desk = desk;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    Desk desk() {
        return desk;
    }

    AppointmentServiceBlockingV2Stub appointments() {
        return appointments;
    }

    String site() {
        return desk.site().getId();
    }

    /// `null` until it is read.
    ReadOnlyObjectProperty<@Nullable GetSetupResponse> setup() {
        return setup.getReadOnlyProperty();
    }

    void read() {
        var request = GetSetupRequest.newBuilder().setSiteId(site()).build();
        desk.calls().call(() -> appointments.getSetup(request)).latest(reading).then(setup::set);
    }
}
