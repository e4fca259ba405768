package org.clinicdesk.server.bench;

import io.grpc.StatusRuntimeException;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.Person;
import org.clinicdesk.patient.v1.RegisterPatientRequest;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.sample.SampleClinic;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/// `mvn -Pbench`.
public final class Bench {

    private static final int REGISTRATIONS = 3_000;
    private static final int BOOKINGS = 3_000;
    private static final int SEARCHES = 4_000;
    private static final int OPENINGS = 1_000;

    private Bench() {}

    /// @param args the folder to work in; then what to measure: write, search, openings, knowledge, streams, start
    ///     (all without)
    static void main(String[] args) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Files.createDirectories(Path.of(args[0]));
        var folder = Files.createTempDirectory(Path.of(args[0]), "run");
        var wanted = Arrays.asList(args).subList(1, args.length);
        out.println(
                "Processors: "
                        + Runtime.getRuntime().availableProcessors()
                        + ", Java "
                        + Runtime.version());
        if (wanted.isEmpty() || wanted.contains("knowledge")) {
            new KnowledgeBench(out).run();
        }
        if (wanted.equals(List.of("knowledge"))) {
            return;
        }
        try (var postgres = Base.postgres()) {
            for (var postgresql : new boolean[] {false, true}) {
                var kind = postgresql ? "pg" : "h2";
                if (wanted.isEmpty() || wanted.contains("write")) {
                    var people =
                            new Base(
                                    folder.resolve(kind + "_write"),
                                    postgresql,
                                    postgres,
                                    Population.of(5_000));
                    writes(out, people);
                }
                if (wanted.isEmpty() || wanted.contains("search")) {
                    var people =
                            new Base(
                                    folder.resolve(kind + "_search"),
                                    postgresql,
                                    postgres,
                                    Population.of(100_000));
                    new SearchBench(out, people).run(SEARCHES);
                }
                if (wanted.isEmpty() || wanted.contains("openings")) {
                    var busy =
                            new Base(
                                    folder.resolve(kind + "_openings"),
                                    postgresql,
                                    postgres,
                                    new BusyClinic());
                    new OpeningsBench(out, busy).run(OPENINGS);
                }
            }
        }
        if (wanted.isEmpty() || wanted.contains("start")) {
            new StartBench(out, folder).run();
        }
        if (wanted.isEmpty() || wanted.contains("streams")) {
            new StreamBench(out, folder).run(10_000);
        }
        System.exit(0);
    }

    private static void writes(PrintStream out, Base base) throws Exception {
        var bench = new WriteBench(out, base);
        bench.run("registrations, 8 clients", 8, REGISTRATIONS, Bench::registrations);
        bench.run("bookings, 16 clients, 20 % contend", 16, BOOKINGS, Bench::bookings);
    }

    private static IntConsumer registrations(Desks desks, int first) {
        return i ->
                PatientServiceGrpc.newBlockingStub(desks.channel(i))
                        .registerPatient(
                                RegisterPatientRequest.newBuilder()
                                        .setNotADuplicate(true)
                                        .setPerson(
                                                Person.newBuilder()
                                                        .setFamily("Nguyễn")
                                                        .setGiven(
                                                                "Thị Số "
                                                                        + Integer.toString(
                                                                                first + i, 36))
                                                        .setFamilyFirst(true)
                                                        .setBirthDate(
                                                                LocalDate.of(1950, 1, 1)
                                                                        .plusDays(
                                                                                (first + i)
                                                                                        % 25_000)
                                                                        .toString())
                                                        .addPhones(
                                                                "+84 9" + (10_000_000 + first + i))
                                                        .setLanguage("vi"))
                                        .build());
    }

    /// Every fifth wants the time that somebody before it already has.
    private static IntConsumer bookings(Desks desks, int first) {
        var desk = desks.desk();
        var patients =
                PatientServiceGrpc.newBlockingStub(desks.channel(0))
                        .searchPatients(
                                SearchPatientsRequest.newBuilder()
                                        .setText("a")
                                        .setLimit(200)
                                        .build())
                        .getHitsList();
        var monday =
                LocalDate.now(Base.CLOCK)
                        .plusWeeks(first == 0 ? 1 : 200)
                        .with(java.time.DayOfWeek.MONDAY);
        return i -> {
            var slot = i % 5 == 4 ? i - 4 : i;
            // As many as a doctor may have a day.
            var perDay = 15 * desk.getPractitionersCount();
            var day = monday.plusDays(slot / perDay + slot / perDay / 5 * 2);
            var start =
                    day.atTime(LocalTime.of(8, 0))
                            .plus(
                                    Duration.ofMinutes(
                                            15L * (slot % perDay / desk.getPractitionersCount())))
                            .atZone(SampleClinic.ZONE)
                            .toInstant();
            try {
                AppointmentServiceGrpc.newBlockingStub(desks.channel(i))
                        .book(
                                BookRequest.newBuilder()
                                        .setPatientId(
                                                patients.get(i % patients.size())
                                                        .getPerson()
                                                        .getPatientId())
                                        .setPractitionerId(
                                                desk.getPractitioners(
                                                                slot % desk.getPractitionersCount())
                                                        .getId())
                                        .setServiceId(desk.getServices(0).getId())
                                        .setSiteId(desk.getSites(0).getId())
                                        .setStart(Protos.timestamp(start))
                                        .setMinutes(15)
                                        .build());
            } catch (StatusRuntimeException e) {
                if (e.getStatus().getCode() != io.grpc.Status.Code.FAILED_PRECONDITION) {
                    throw e;
                }
            }
        };
    }
}
