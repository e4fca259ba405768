package org.clinicdesk.client.replan;

import com.google.protobuf.Timestamp;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.appointment.v1.CheckInRequest;
import org.clinicdesk.appointment.v1.SearchOpeningsRequest;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.Person;
import org.clinicdesk.patient.v1.RegisterPatientRequest;
import org.clinicdesk.replan.v1.Alternative;
import org.clinicdesk.roster.v1.AbsenceKind;
import org.clinicdesk.roster.v1.AddAbsenceRequest;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.WallTime;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.CompletableFuture;

/// Books visits and enters leave over them, for tests.
final class Leave {

    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    static final String OKAFOR = "Dr. Amara Okafor";
    static final String WHITLOW = "Dr. James Whitlow";
    static final String HERRERA = "Dr. Sofía Herrera";

    private final Desk reception;
    private final Desk head;

    Leave(SampleServer server) {
        this.reception = server.deskOf("linh");
        this.head = server.deskOf("duc");
    }

    Desk reception() {
        return reception;
    }

    /// Some work that the test cannot go on without.
    private static <T> T done(Desk desk, Calls.Work<T> work) {
        var answer = new CompletableFuture<T>();
        desk.calls()
                .call(work)
                .refused(problem -> answer.completeExceptionally(new AssertionError(problem)))
                .then(answer::complete);
        return answer.join();
    }

    String doctor(String name) {
        return reception.session().desk().getPractitionersList().stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    /// Somebody new, with a phone.
    Appointment book(String family, String given, String doctor, int day, String time) {
        return book(patient(family, given), doctor, day, time);
    }

    private String patient(String family, String given) {
        var person =
                Person.newBuilder()
                        .setFamily(family)
                        .setGiven(given)
                        .setBirthDate("1974-05-09")
                        .addPhones("0903 555 01" + given.length());
        var register =
                RegisterPatientRequest.newBuilder()
                        .setPerson(person)
                        .setNotADuplicate(true)
                        .build();
        return done(
                reception,
                () ->
                        PatientServiceGrpc.newBlockingV2Stub(reception.channel())
                                .registerPatient(register)
                                .getPatient()
                                .getId());
    }

    /// Somebody new is here, for the last time that a doctor has today.
    void here(String family, String given, String doctor) {
        var search =
                SearchOpeningsRequest.newBuilder()
                        .setSiteId(reception.session().desk().getSites(0).getId())
                        .setServiceId(reception.session().desk().getServices(0).getId())
                        .setMinutes(30)
                        .setDays(1)
                        .addPractitionerIds(doctor(doctor))
                        .build();
        var last =
                done(
                        reception,
                        () ->
                                AppointmentServiceGrpc.newBlockingV2Stub(reception.channel())
                                        .searchOpenings(search)
                                        .getOpeningsList()
                                        .getLast());
        arrive(book(patient(family, given), doctor(doctor), last.getStart()));
    }

    private void arrive(Appointment visit) {
        var request =
                CheckInRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .build();
        done(
                reception,
                () ->
                        AppointmentServiceGrpc.newBlockingV2Stub(reception.channel())
                                .checkIn(request));
    }

    /// Somebody else books what is proposed.
    void take(Alternative proposed) {
        var _ = book(patient("Đinh", "Nhanh"), proposed.getPractitionerId(), proposed.getStart());
    }

    /// The same in a room.
    Appointment bookIn(
            String room, String family, String given, String doctor, int day, String time) {
        return book(room, patient(family, given), doctor(doctor), start(day, time));
    }

    private Appointment book(String patient, String doctor, int day, String time) {
        return book(patient, doctor(doctor), start(day, time));
    }

    private Timestamp start(int day, String time) {
        var start =
                MONDAY.plusDays(day)
                        .atTime(LocalTime.parse(time))
                        .atZone(reception.session().zone())
                        .toInstant();
        return Timestamp.newBuilder().setSeconds(start.getEpochSecond()).build();
    }

    private Appointment book(String patient, String doctorId, Timestamp start) {
        return book("", patient, doctorId, start);
    }

    /// A room of the site.
    String room() {
        return reception.session().desk().getSites(0).getRooms(0).getId();
    }

    private Appointment book(String room, String patient, String doctorId, Timestamp start) {
        var desk = reception.session().desk();
        var request =
                BookRequest.newBuilder()
                        .setPatientId(patient)
                        .setPractitionerId(doctorId)
                        .setServiceId(desk.getServices(0).getId())
                        .setSiteId(desk.getSites(0).getId())
                        .setRoomId(room)
                        .setStart(start)
                        .setMinutes(30)
                        .build();
        return done(
                reception,
                () ->
                        AppointmentServiceGrpc.newBlockingV2Stub(reception.channel())
                                .book(request)
                                .getAppointment());
    }

    /// @return the id of the absence
    String of(String doctor, int day) {
        return enter(
                AddAbsenceRequest.newBuilder()
                        .setKind(AbsenceKind.ABSENCE_KIND_SICK)
                        .setPractitionerId(doctor(doctor)),
                day);
    }

    /// Closes a room for a day. @return the id of the blockout
    String closed(String room, int day) {
        return enter(
                AddAbsenceRequest.newBuilder()
                        .setKind(AbsenceKind.ABSENCE_KIND_BLOCKOUT)
                        .setNote("Painting")
                        .setRoomId(room),
                day);
    }

    private String enter(AddAbsenceRequest.Builder absence, int day) {
        var request =
                absence.setTime(WallTime.newBuilder().setFirstDay(MONDAY.plusDays(day).toString()))
                        .setDespiteBooked(true)
                        .build();
        return done(
                head,
                () ->
                        RosterServiceGrpc.newBlockingV2Stub(head.channel())
                                .addAbsence(request)
                                .getAbsence()
                                .getId());
    }
}
