package org.clinicdesk.client.waitlist;

import com.google.protobuf.Timestamp;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.appointment.v1.CancelReason;
import org.clinicdesk.appointment.v1.CancelRequest;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.Person;
import org.clinicdesk.patient.v1.RegisterPatientRequest;
import org.clinicdesk.roster.v1.DayMode;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.SetDayRequest;
import org.clinicdesk.roster.v1.Shift;
import org.clinicdesk.waitlist.v1.AddToWaitlistRequest;
import org.clinicdesk.waitlist.v1.Urgency;
import org.clinicdesk.waitlist.v1.WaitingEntry;
import org.clinicdesk.waitlist.v1.WaitlistServiceGrpc;
import org.clinicdesk.waitlist.v1.Wanted;

import java.time.LocalTime;
import java.util.concurrent.CompletableFuture;

/// What other desks of the sample clinic do: people ask, visits are booked and cancelled.
record FreedTimes(Desk desk) {

    private <T> T ask(Calls.Work<T> work) {
        var done = new CompletableFuture<T>();
        desk.calls()
                .call(work)
                .refused(problem -> done.completeExceptionally(new AssertionError(problem)))
                .then(done::complete);
        return done.join();
    }

    String site() {
        return desk.session().desk().getSites(0).getId();
    }

    String doctor(int index) {
        return desk.session().desk().getPractitioners(index).getId();
    }

    PersonLine person(String family, String given, String phone) {
        var person =
                Person.newBuilder()
                        .setFamily(family)
                        .setGiven(given)
                        .setBirthDate("1984-06-02")
                        .setFamilyFirst(true)
                        .addPhones(phone);
        var request =
                RegisterPatientRequest.newBuilder()
                        .setPerson(person)
                        .setNotADuplicate(true)
                        .build();
        var patients = PatientServiceGrpc.newBlockingV2Stub(desk.channel());
        var patient = ask(() -> patients.registerPatient(request)).getPatient();
        return PersonLine.newBuilder()
                .setPatientId(patient.getId())
                .setNumber(patient.getNumber())
                .setName(family + " " + given)
                .setBirthDate("1984-06-02")
                .build();
    }

    WaitingEntry waits(PersonLine person, Urgency urgency, Wanted.Builder limits) {
        var request =
                AddToWaitlistRequest.newBuilder()
                        .setSiteId(site())
                        .setPatientId(person.getPatientId())
                        .setWanted(
                                limits.setServiceId(desk.session().desk().getServices(0).getId())
                                        .setMinutes(30)
                                        .setUrgency(urgency))
                        .build();
        var waitlist = WaitlistServiceGrpc.newBlockingV2Stub(desk.channel());
        return ask(() -> waitlist.addToWaitlist(request)).getEntry();
    }

    Appointment books(PersonLine person, int doctor, int days, String time) {
        var start =
                desk.today()
                        .plusDays(days)
                        .atTime(LocalTime.parse(time))
                        .atZone(desk.session().zone());
        var request =
                BookRequest.newBuilder()
                        .setSiteId(site())
                        .setPatientId(person.getPatientId())
                        .setPractitionerId(doctor(doctor))
                        .setServiceId(desk.session().desk().getServices(0).getId())
                        .setMinutes(30)
                        .setStart(Timestamp.newBuilder().setSeconds(start.toEpochSecond()))
                        .build();
        var appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        return ask(() -> appointments.book(request)).getAppointment();
    }

    /// The office gives a doctor another shift.
    static void works(Desk office, int doctor, int days, String from, String to) {
        var there = new FreedTimes(office);
        var day = office.today().plusDays(days).toString();
        var roster = RosterServiceGrpc.newBlockingV2Stub(office.channel());
        var request =
                SetDayRequest.newBuilder()
                        .setPractitionerId(there.doctor(doctor))
                        .setSiteId(there.site())
                        .setDate(day)
                        .setMode(DayMode.DAY_MODE_EXTRA)
                        .addShifts(Shift.newBuilder().setFrom(from).setTo(to))
                        .build();
        var _ = there.ask(() -> roster.setDay(request));
    }

    /// Somebody had this time and gave it up.
    void frees(int doctor, int days, String time) {
        var visit = books(person("Hoàng", "Văn Đi", "0900 000 001"), doctor, days, time);
        var request =
                CancelRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .setReason(CancelReason.CANCEL_REASON_PATIENT)
                        .build();
        var appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        var _ = ask(() -> appointments.cancel(request));
    }
}
