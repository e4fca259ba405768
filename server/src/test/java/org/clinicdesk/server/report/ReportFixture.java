package org.clinicdesk.server.report;

import static org.clinicdesk.server.pharmacy.PharmacyFixture.line;
import static org.clinicdesk.server.pharmacy.PharmacyFixture.wish;

import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.Appointment;
import org.clinicdesk.server.appointment.CancelReason;
import org.clinicdesk.server.appointment.Wish;
import org.clinicdesk.server.patient.Gender;
import org.clinicdesk.server.patient.PartialDate;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.patient.Person;
import org.clinicdesk.server.patient.PersonName;
import org.clinicdesk.server.pharmacy.PharmacyFixture;
import org.clinicdesk.server.roster.Span;
import org.clinicdesk.server.sample.SampleClinic;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A day of which every figure is known.
final class ReportFixture {

    static final String NEW_PATIENT = "Quỳnh Nhất";

    private final TestServer server;
    private final LocalDate day;

    private ReportFixture(TestServer server, String day) {
        this.server = server;
        this.day = LocalDate.parse(day);
    }

    /// One visit done after 15 minutes of waiting, one in the room after 25, one cancelled, one nobody came to; visits
    /// right before midnight and at the next one; new patients, prescriptions and dispensing. It is the evening
    /// of that day then.
    static void live(TestServer server, String day) {
        new ReportFixture(server, day).live();
    }

    private void live() {
        server.clock().set(at("17:30"));
        server.change(() -> {
            var okafor = member("okafor");
            var duc = member("duc");
            var done = visit(0, okafor, at("09:00"));
            var going = visit(1, okafor, at("09:30"));
            var cancelled = visit(2, duc, at("10:00"));
            visit(3, duc, at("10:30"));
            visit(4, duc, at("00:00").minus(Duration.ofMinutes(30)));
            visit(5, duc, at("00:00").plus(Duration.ofDays(1)));
            come(done, okafor, at("08:50"), at("09:05"));
            features().queue.entries().finish(visitOf(done), at("09:25"));
            come(going, okafor, at("09:10"), at("09:35"));
            features().appointment.appointments().cancel(cancelled, CancelReason.CLINIC);
            features().patient.patients().register(somebody());
        });
        dispense();
    }

    /// Two prescriptions of two new people: one handed out at once from two lots, one only in part.
    private void dispense() {
        var pharmacy = new PharmacyFixture(server);
        var ibuprofen = "product:ibuprofen-400-mg-tablet";
        var metformin = "product:metformin-500-mg-tablet";
        var one = pharmacy.sign(pharmacy.patient(), line(ibuprofen, "Ibuprofen 400 mg tablet", 10));
        var partly =
                pharmacy.dispense(wish(one, 0, pharmacy.lot(ibuprofen, 4), 4)).getPrescription();
        pharmacy.dispense(wish(partly, 0, pharmacy.lot(ibuprofen, 50), 6));
        var two =
                pharmacy.sign(
                        pharmacy.patient(),
                        line(metformin, "Metformin 500 mg tablet", 30),
                        line("product:cetirizine-10-mg-tablet", "Cetirizine 10 mg tablet", 7));
        pharmacy.dispense(wish(two, 0, pharmacy.lot(metformin, 30), 30));
    }

    private org.clinicdesk.server.Features features() {
        return server.clinic().features();
    }

    private UUID member(String login) {
        return features().staff.staff().byLogin(login).orElseThrow().id();
    }

    private Instant at(String time) {
        return LocalDateTime.of(day, LocalTime.parse(time)).atZone(SampleClinic.ZONE).toInstant();
    }

    private Appointment visit(int patient, UUID practitioner, Instant start) {
        var sites = features().site.sites();
        return features()
                .appointment
                .appointments()
                .enter(
                        new Wish(
                                people().get(patient).id(),
                                practitioner,
                                sites.sites().getFirst().id(),
                                Optional.empty(),
                                sites.services().getFirst().id(),
                                new Span(start, start.plus(Duration.ofMinutes(30))),
                                ""));
    }

    private List<Patient> people() {
        return server.clinic()
                .platform()
                .db()
                .session()
                .createQuery("from Patient order by number", Patient.class)
                .list();
    }

    private void come(Appointment visit, UUID practitioner, Instant arrived, Instant called) {
        features().appointment.appointments().arrive(visit, arrived);
        var entry = features().queue.entries().present(visit.id()).orElseThrow();
        features().queue.entries().call(entry.id(), visit.siteId(), practitioner, called);
    }

    private UUID visitOf(Appointment visit) {
        return features().queue.entries().present(visit.id()).orElseThrow().visitId().orElseThrow();
    }

    private static Person somebody() {
        return new Person(
                new PersonName(NEW_PATIENT, "Thử", true),
                new PartialDate("1999-09-09"),
                false,
                Gender.OTHER,
                List.of(),
                "",
                "",
                "vi",
                "",
                "");
    }
}
