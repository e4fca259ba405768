package org.clinicdesk.server.appointment;

import io.grpc.ServerServiceDefinition;
import java.util.List;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.server.patient.PatientFeature;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.server.queue.QueueFeature;
import org.clinicdesk.server.roster.RosterFeature;
import org.clinicdesk.server.site.SiteFeature;

/// Booked visits.
public final class AppointmentFeature implements Feature {

    private final Appointments appointments;
    private final AppointmentApi api;

    public AppointmentFeature(
            Platform platform, SiteFeature site, PatientFeature patient, RosterFeature roster, QueueFeature queue) {
        var db = platform.db();
        appointments = new Appointments(db, platform.clock(), roster.roster(), queue.entries());
        queue.entries().onChange(appointments::follow);
        api = new AppointmentApi(
                db,
                platform.clock(),
                appointments,
                new Wishes(db, patient.patients(), site.sites()),
                new DayBoard(db, roster.roster(), queue.entries()),
                roster.roster(),
                patient.patients(),
                queue.entries());
    }

    public Appointments appointments() {
        return appointments;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Appointment.class, AppointmentHistory.class, Booking.class);
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(rpc.service(AppointmentServiceGrpc.getServiceDescriptor())
                .unary(AppointmentServiceGrpc.getGetDayMethod(), api::day)
                .unary(AppointmentServiceGrpc.getListUpcomingMethod(), api::upcoming)
                .unary(AppointmentServiceGrpc.getBookMethod(), api::book)
                .unary(AppointmentServiceGrpc.getMoveMethod(), api::move)
                .unary(AppointmentServiceGrpc.getCancelMethod(), api::cancel)
                .unary(AppointmentServiceGrpc.getReinstateMethod(), api::reinstate)
                .unary(AppointmentServiceGrpc.getCheckInMethod(), api::checkIn)
                .unary(AppointmentServiceGrpc.getUndoCheckInMethod(), api::undoCheckIn)
                .bind());
    }
}
