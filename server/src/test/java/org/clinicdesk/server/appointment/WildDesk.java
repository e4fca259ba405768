package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;

import io.grpc.StatusRuntimeException;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc.AppointmentServiceBlockingStub;
import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.appointment.v1.HoldRequest;
import org.clinicdesk.appointment.v1.OverbookRequest;
import org.clinicdesk.appointment.v1.RescheduleRequest;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Protos;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/// A desk where anything happens at any time, in the mornings of two days and with three doctors.
final class WildDesk {

    private static final int FIRST_DAY = 50;

    private final FrontDesk desk;
    private final AppointmentServiceBlockingStub doctors;

    WildDesk(TestServer server, String role) {
        this.desk = new FrontDesk(server, role);
        this.doctors = AppointmentServiceGrpc.newBlockingStub(server.as("doctor"));
    }

    /// Does something. @return "done", or why not
    String deed(List<String> patients, Random random) {
        var patient = patients.get(random.nextInt(patients.size()));
        var doctor = desk.doctor(random.nextInt(3));
        var day = FIRST_DAY + random.nextInt(2);
        var start = at(day, "08:00").plus(Duration.ofMinutes(5L * random.nextInt(44)));
        try {
            if (random.nextInt(3) == 0) {
                take(desk.wish(patient, doctor, start), random);
            } else {
                var visits = desk.day(day).getAppointmentsList();
                if (!visits.isEmpty()) {
                    change(visits.get(random.nextInt(visits.size())), doctor, start, random);
                }
            }
            return "done";
        } catch (StatusRuntimeException e) {
            return Refusals.reason(e);
        }
    }

    private void take(BookRequest.Builder wish, Random random) {
        wish.setMinutes(10 + 5 * random.nextInt(12));
        switch (random.nextInt(5)) {
            case 0 -> hold(wish, 1 + random.nextInt(2));
            case 1 -> overbook(wish);
            default -> desk.book(wish.setRoomId(desk.room(1 + random.nextInt(3))));
        }
    }

    private void hold(BookRequest.Builder wish, int seconds) {
        var _ =
                desk.appointments()
                        .hold(
                                HoldRequest.newBuilder()
                                        .setSiteId(wish.getSiteId())
                                        .setPractitionerId(wish.getPractitionerId())
                                        .setServiceId(wish.getServiceId())
                                        .setStart(wish.getStart())
                                        .setMinutes(wish.getMinutes())
                                        .setSeconds(seconds)
                                        .build());
    }

    private void overbook(BookRequest.Builder wish) {
        var _ =
                doctors.overbook(
                        OverbookRequest.newBuilder().setBooking(wish).setReason("Cấp cứu").build());
    }

    private void change(Appointment visit, String doctor, Instant start, Random random) {
        switch (random.nextInt(6)) {
            case 0, 1 ->
                    desk.move(visit, doctor, start, Duration.ofMinutes(5L * random.nextInt(12)));
            case 2 -> desk.cancel(visit);
            case 3 -> desk.reinstate(visit);
            case 4 -> reschedule(visit, doctor, start);
            default -> desk.undo(visit);
        }
    }

    private void reschedule(Appointment visit, String doctor, Instant start) {
        var _ =
                desk.appointments()
                        .reschedule(
                                RescheduleRequest.newBuilder()
                                        .setId(visit.getId())
                                        .setVersion(visit.getVersion())
                                        .setPractitionerId(doctor)
                                        .setStart(Protos.timestamp(start))
                                        .build());
    }
}
