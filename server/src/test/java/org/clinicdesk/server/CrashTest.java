package org.clinicdesk.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.clinicdesk.server.platform.Config;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.sample.SampleClinic;
import org.clinicdesk.session.v1.Desk;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.session.v1.SignInRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The server is killed in the middle of a storm of bookings (SIGKILL: no hook runs). What it had acknowledged is there
/// after the next start, once.
@Tag("database")
class CrashTest {

    private static final int CLIENTS = 16;

    private final Config config = Databases.fresh();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger slot = new AtomicInteger();

    @Test
    void noAcknowledgedBookingIsLostOrDoubled() throws Exception {
        var process = serve();
        try {
            storm(portOf(process), process);
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        assertFalse(acknowledged.isEmpty());
        try (var clinic = Server.Clinic.open(config, Clock.systemUTC())) {
            var db = clinic.platform().db();
            var lost = acknowledged.stream().filter(id -> count(clinic, id) != 1).toList();
            assertEquals(List.of(), lost);
            assertEquals(
                    List.of(),
                    db.read(() -> clinic.features().appointment.appointments().overlaps()));
        }
    }

    private static long count(Server.Clinic clinic, String appointment) {
        return clinic.platform()
                .db()
                .read(() ->
                        clinic.platform()
                                .db()
                                .session()
                                .createNativeQuery(
                                        "select count(*) from appointment where id = :id",
                                        Long.class)
                                .setParameter("id", UUID.fromString(appointment))
                                .getSingleResult());
    }

    private Process serve() throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Main.class.getName(),
                                "serve",
                                "--sample",
                                "--host",
                                "127.0.0.1",
                                "--port",
                                "0",
                                "--data",
                                config.data().toString()));
        if (config.database() != null) {
            command.addAll(List.of("--database", config.database()));
        }
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static int portOf(Process process) throws Exception {
        var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("Ready at port ")) {
                return Integer.parseInt(line.split(" ")[3]);
            }
        }
        throw new AssertionError("The server did not start");
    }

    private void storm(int port, Process process) throws Exception {
        var tls =
                GrpcSslContexts.forClient()
                        .trustManager(config.data().resolve("server.crt").toFile())
                        .build();
        var channel = NettyChannelBuilder.forAddress("localhost", port).sslContext(tls).build();
        var request =
                SignInRequest.newBuilder()
                        .setLogin("linh")
                        .setPassword(SampleClinic.PASSWORD)
                        .build();
        var ids = TestServer.requestIds(channel);
        var signedIn = SessionServiceGrpc.newBlockingStub(ids).signIn(request);
        var desk = TestServer.withToken(ids, signedIn.getToken());
        var patient =
                PatientServiceGrpc.newBlockingStub(desk)
                        .searchPatients(
                                SearchPatientsRequest.newBuilder().setText("nguyen").build())
                        .getHits(0)
                        .getPerson()
                        .getPatientId();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < CLIENTS; i++) {
                threads.submit(() ->
                        book(
                                AppointmentServiceGrpc.newBlockingStub(desk),
                                signedIn.getDesk(),
                                patient));
            }
            while (acknowledged.size() < 60 && process.isAlive()) {
                Thread.sleep(5);
            }
            process.destroyForcibly();
            threads.shutdownNow();
        } finally {
            channel.shutdownNow();
        }
        assertTrue(acknowledged.size() >= 60);
    }

    /// Books free times one after the other until the server is gone.
    private void book(
            AppointmentServiceGrpc.AppointmentServiceBlockingStub desk,
            Desk opened,
            String patient) {
        while (!Thread.currentThread().isInterrupted()) {
            var next = slot.getAndIncrement();
            var start =
                    Instant.parse("2027-01-04T01:00:00Z")
                            .plus(Duration.ofDays(next / 14))
                            .plus(Duration.ofMinutes(15L * (next % 14)));
            try {
                var answer =
                        desk.book(
                                BookRequest.newBuilder()
                                        .setPatientId(patient)
                                        .setPractitionerId(
                                                opened.getPractitioners(next % 5).getId())
                                        .setServiceId(opened.getServices(0).getId())
                                        .setSiteId(opened.getSites(0).getId())
                                        .setStart(Protos.timestamp(start))
                                        .setMinutes(15)
                                        .build());
                acknowledged.add(answer.getAppointment().getId());
            } catch (StatusRuntimeException e) {
                if (e.getStatus().getCode() == io.grpc.Status.Code.UNAVAILABLE) {
                    return;
                }
            }
        }
    }
}
