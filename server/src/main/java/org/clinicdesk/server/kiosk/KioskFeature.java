package org.clinicdesk.server.kiosk;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.kiosk.v1.KioskServiceGrpc;
import org.clinicdesk.server.appointment.AppointmentFeature;
import org.clinicdesk.server.card.CardFeature;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.server.queue.QueueFeature;
import org.clinicdesk.server.site.SiteFeature;

import java.util.List;

/// The machine in the hall.
public final class KioskFeature implements Feature {

    private final KioskApi api;

    public KioskFeature(
            Platform platform,
            SiteFeature site,
            CardFeature card,
            AppointmentFeature appointment,
            QueueFeature queue) {
        var checkIns =
                new CheckIns(
                        platform.db(),
                        card.codes(),
                        appointment.appointments(),
                        queue.entries(),
                        queue.board(),
                        new Guesses(platform.db(), platform.clock()));
        this.api =
                new KioskApi(
                        platform.clock(), site.sites(), checkIns, queue.board(), queue.papers());
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(KioskServiceGrpc.getServiceDescriptor())
                        .unary(KioskServiceGrpc.getCheckInMethod(), api::checkIn)
                        .bind());
    }
}
