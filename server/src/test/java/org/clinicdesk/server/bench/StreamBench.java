package org.clinicdesk.server.bench;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;

import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.Person;
import org.clinicdesk.patient.v1.RegisterPatientRequest;
import org.clinicdesk.patient.v1.UpdatePatientRequest;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.sample.SampleClinic;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.session.v1.SignInRequest;
import org.clinicdesk.watch.v1.WatchRequest;
import org.clinicdesk.watch.v1.WatchResponse;
import org.clinicdesk.watch.v1.WatchServiceGrpc;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// Measures the server's memory with many desks watching, and how long one change takes to reach the last of them.
final class StreamBench {

    /// A machine with less than a file for each connection shares them.
    private static final int STREAMS_A_CONNECTION = 10;

    private final PrintStream out;
    private final Path folder;
    private final AtomicReference<CountDownLatch> waiting =
            new AtomicReference<>(new CountDownLatch(0));

    StreamBench(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    void run(int streams) throws Exception {
        var data = folder.resolve("streams");
        try (var program = new Program(data)) {
            var idle = program.residentMb();
            var tls =
                    GrpcSslContexts.forClient()
                            .trustManager(data.resolve("server.crt").toFile())
                            .build();
            var connections = new ArrayList<ManagedChannel>();
            for (var i = 0; i < streams / STREAMS_A_CONNECTION; i++) {
                connections.add(
                        NettyChannelBuilder.forAddress("localhost", program.port())
                                .sslContext(tls)
                                .build());
            }
            var ids = TestServer.requestIds(connections.getFirst());
            var token =
                    SessionServiceGrpc.newBlockingStub(ids)
                            .signIn(
                                    SignInRequest.newBuilder()
                                            .setLogin("linh")
                                            .setPassword(SampleClinic.PASSWORD)
                                            .build())
                            .getToken();
            var desk = PatientServiceGrpc.newBlockingStub(TestServer.withToken(ids, token));
            var patient =
                    desk.registerPatient(
                                    RegisterPatientRequest.newBuilder()
                                            .setPerson(Person.newBuilder().setGiven("Vigilada"))
                                            .build())
                            .getPatient();
            var opened = open(connections, token, "patient/" + patient.getId(), streams);
            out.printf(
                    "%-34s %,d streams over %,d TLS connections open after %.1f s; resident %d MB,"
                            + " idle %d MB%n",
                    "live updates",
                    streams,
                    connections.size(),
                    opened,
                    program.residentMb(),
                    idle);
            for (var round = 0; round < 5; round++) {
                waiting.set(new CountDownLatch(streams));
                var begun = System.nanoTime();
                patient =
                        desk.updatePatient(
                                        UpdatePatientRequest.newBuilder()
                                                .setId(patient.getId())
                                                .setVersion(patient.getVersion())
                                                .setPerson(
                                                        Person.newBuilder()
                                                                .setGiven("Vigilada " + round))
                                                .build())
                                .getPatient();
                var all = waiting.get().await(30, TimeUnit.SECONDS);
                out.printf(
                        "%-34s one change at all %,d desks after %.0f ms%s%n",
                        "", streams, (System.nanoTime() - begun) / 1e6, all ? "" : " (NOT ALL)");
            }
            connections.forEach(ManagedChannel::shutdownNow);
        }
    }

    private double open(
            java.util.List<ManagedChannel> connections, String token, String topic, int streams)
            throws InterruptedException {
        waiting.set(new CountDownLatch(streams));
        var begun = System.nanoTime();
        for (var i = 0; i < streams; i++) {
            var channel = TestServer.withToken(connections.get(i % connections.size()), token);
            WatchServiceGrpc.newStub(channel)
                    .watch(WatchRequest.newBuilder().addTopics(topic).build(), new Heard());
        }
        if (!waiting.get().await(120, TimeUnit.SECONDS)) {
            throw new IllegalStateException(waiting.get().getCount() + " streams did not open");
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private final class Heard implements StreamObserver<WatchResponse> {
        @Override
        public void onNext(WatchResponse response) {
            if (!response.hasHeartbeat()) {
                waiting.get().countDown();
            }
        }

        @Override
        public void onError(Throwable thrown) {}

        @Override
        public void onCompleted() {}
    }
}
