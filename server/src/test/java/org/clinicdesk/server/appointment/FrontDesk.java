package org.clinicdesk.server.appointment;

import io.grpc.Channel;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.appointment.v1.CancelReason;
import org.clinicdesk.appointment.v1.CancelRequest;
import org.clinicdesk.appointment.v1.CheckInRequest;
import org.clinicdesk.appointment.v1.GetDayRequest;
import org.clinicdesk.appointment.v1.GetDayResponse;
import org.clinicdesk.appointment.v1.MoveRequest;
import org.clinicdesk.appointment.v1.ReinstateRequest;
import org.clinicdesk.appointment.v1.RescheduleRequest;
import org.clinicdesk.appointment.v1.UndoCheckInRequest;
import org.clinicdesk.appointment.v1.UndoRequest;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.Person;
import org.clinicdesk.patient.v1.RegisterPatientRequest;
import org.clinicdesk.queue.v1.QueueServiceGrpc;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.sample.SampleClinic;
import org.clinicdesk.session.v1.Desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/// A receptionist who books through the contract, for tests.
public final class FrontDesk {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final Channel channel;
    private final Desk desk;

    public FrontDesk(TestServer server) {
        this(server, "receptionist");
    }

    /// Signs in anew: the clock may have gone on for days.
    public FrontDesk(TestServer server, String role) {
        var session = server.freshSignIn(TestServer.LOGINS.get(role));
        this.channel = server.withToken(session.getToken());
        this.desk = session.getDesk();
    }

    public AppointmentServiceGrpc.AppointmentServiceBlockingStub appointments() {
        return AppointmentServiceGrpc.newBlockingStub(channel);
    }

    public QueueServiceGrpc.QueueServiceBlockingStub queue() {
        return QueueServiceGrpc.newBlockingStub(channel);
    }

    public String site() {
        return desk.getSites(0).getId();
    }

    public String room(int number) {
        return desk.getSites(0).getRooms(number - 1).getId();
    }

    /// "Dr. Lê Thu Hà".
    public String doctor(String name) {
        return desk.getPractitionersList().stream()
                .filter(practitioner -> practitioner.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    /// A doctor by his place in the list.
    public String doctor(int index) {
        return desk.getPractitioners(index).getId();
    }

    public String service(String name) {
        return desk.getServicesList().stream()
                .filter(service -> service.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    /// Somebody who is new here.
    public String patient(String given, String birthDate) {
        var person =
                Person.newBuilder().setFamily("Trương").setGiven(given).setBirthDate(birthDate);
        return PatientServiceGrpc.newBlockingStub(channel)
                .registerPatient(
                        RegisterPatientRequest.newBuilder()
                                .setPerson(person)
                                .setNotADuplicate(true)
                                .build())
                .getPatient()
                .getId();
    }

    public String patient(String given) {
        return patient(given, "1980-01-01");
    }

    /// The wall time of the clinic: "09:30" some days from today.
    public static Instant at(int days, String time) {
        return TODAY.plusDays(days)
                .atTime(LocalTime.parse(time))
                .atZone(SampleClinic.ZONE)
                .toInstant();
    }

    public BookRequest.Builder wish(String patient, String doctor, Instant start) {
        return BookRequest.newBuilder()
                .setPatientId(patient)
                .setPractitionerId(doctor)
                .setServiceId(service("Consultation"))
                .setSiteId(site())
                .setStart(Protos.timestamp(start))
                .setMinutes(30);
    }

    public Appointment book(BookRequest.Builder wish) {
        return appointments().book(wish.build()).getAppointment();
    }

    public Appointment book(String patient, String doctor, Instant start) {
        return book(wish(patient, doctor, start));
    }

    public Appointment move(Appointment visit, String doctor, Instant start, Duration length) {
        return appointments()
                .move(
                        MoveRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .setPractitionerId(doctor)
                                .setStart(Protos.timestamp(start))
                                .setMinutes((int) length.toMinutes())
                                .build())
                .getAppointment();
    }

    public Appointment reschedule(Appointment visit, Instant start) {
        return appointments()
                .reschedule(
                        RescheduleRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .setPractitionerId(visit.getPractitionerId())
                                .setStart(Protos.timestamp(start))
                                .build())
                .getAppointment();
    }

    public Appointment cancel(Appointment visit) {
        return appointments()
                .cancel(
                        CancelRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .setReason(CancelReason.CANCEL_REASON_PATIENT)
                                .build())
                .getAppointment();
    }

    public Appointment reinstate(Appointment visit) {
        return appointments()
                .reinstate(
                        ReinstateRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .build())
                .getAppointment();
    }

    public Appointment undo(Appointment visit) {
        return appointments()
                .undo(
                        UndoRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .build())
                .getAppointment();
    }

    public Appointment checkIn(Appointment visit) {
        return appointments()
                .checkIn(
                        CheckInRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .build())
                .getAppointment();
    }

    public Appointment undoCheckIn(Appointment visit) {
        return appointments()
                .undoCheckIn(
                        UndoCheckInRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .build())
                .getAppointment();
    }

    public GetDayResponse day(int days) {
        return appointments()
                .getDay(
                        GetDayRequest.newBuilder()
                                .setDate(TODAY.plusDays(days).toString())
                                .setSiteId(site())
                                .build());
    }

    /// A visit as the board shows it now.
    public Appointment onBoard(int days, Appointment visit) {
        return onBoard(days, visit.getId());
    }

    public Appointment onBoard(int days, String visit) {
        return day(days).getAppointmentsList().stream()
                .filter(shown -> shown.getId().equals(visit))
                .findFirst()
                .orElseThrow();
    }
}
