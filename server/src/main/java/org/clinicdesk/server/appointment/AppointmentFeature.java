package org.clinicdesk.server.appointment;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.server.patient.PatientFeature;
import org.clinicdesk.server.platform.Check;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.server.queue.QueueFeature;
import org.clinicdesk.server.roster.RosterFeature;
import org.clinicdesk.server.site.SiteFeature;

import java.util.List;

/// Booked visits.
public final class AppointmentFeature implements Feature {

    private final Appointments appointments;
    private final AppointmentApi api;

    public AppointmentFeature(
            Platform platform,
            SiteFeature site,
            PatientFeature patient,
            RosterFeature roster,
            QueueFeature queue) {
        var db = platform.db();
        appointments = new Appointments(db, platform.clock(), roster.roster(), queue.entries());
        queue.entries().onChange(appointments::follow);
        api =
                new AppointmentApi(
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
        return List.of(
                rpc.service(AppointmentServiceGrpc.getServiceDescriptor())
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

    @Override
    public List<Check> checks() {
        return List.of(
                Check.audited("appointment", "Appointment"),
                new Check(
                        "nobody and nothing is booked twice at one time",
                        """
                        select 'booking ' || cast(a.id as varchar(60)) || ' and ' || cast(b.id as varchar(60))
                        from booking a join booking b
                          on b.resource_id = a.resource_id and b.id > a.id
                          and b.starts_at < a.ends_at and b.ends_at > a.starts_at
                        where a.active and b.active and not a.overbooked and not b.overbooked\
                        """),
                new Check(
                        "every appointment is where its history says",
                        """
                        select 'appointment ' || cast(a.id as varchar(60)) from appointment a
                        where not exists (
                          select 1 from appointment_history h
                          where h.appointment_id = a.id and h.number = a.changes and h.new_status = a.status
                            and h.new_practitioner_id = a.practitioner_id
                            and h.new_starts_at = a.starts_at and h.new_ends_at = a.ends_at)\
                        """));
    }
}
