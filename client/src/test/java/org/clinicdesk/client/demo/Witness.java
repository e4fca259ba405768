package org.clinicdesk.client.demo;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;

import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.clinicdesk.server.Server;
import org.clinicdesk.server.sample.SampleClinic;
import org.clinicdesk.session.v1.Desk;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.session.v1.SignInRequest;
import org.clinicdesk.session.v1.SignInResponse;

import java.nio.file.Path;
import java.util.UUID;

import javax.net.ssl.SSLException;

/// Another client, with a connection and a session of its own, that reads from the server what the desk under test did.
/// It may see everything, and writes nothing.
final class Witness implements AutoCloseable {

    private final ManagedChannel connection;
    private final Channel channel;
    private final Desk desk;

    Witness(Server server, Path data) {
        this.connection = connect(server, data);
        var answer = signIn(connection);
        this.channel =
                ClientInterceptors.intercept(
                        connection, header("authorization", "Bearer " + answer.getToken()));
        this.desk = answer.getDesk();
    }

    /// The id of somebody visits are booked with.
    String practitioner(String name) {
        return desk.getPractitionersList().stream()
                .filter(practitioner -> practitioner.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private static ManagedChannel connect(Server server, Path data) {
        try {
            var tls =
                    GrpcSslContexts.forClient()
                            .trustManager(data.resolve("server.crt").toFile())
                            .build();
            return NettyChannelBuilder.forAddress("localhost", server.port())
                    .sslContext(tls)
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SignInResponse signIn(Channel connection) {
        var request =
                SignInRequest.newBuilder()
                        .setLogin("admin")
                        .setPassword(SampleClinic.PASSWORD)
                        .setWorkstation("Witness")
                        .build();
        return SessionServiceGrpc.newBlockingStub(
                        ClientInterceptors.intercept(
                                connection, header("request-id", UUID.randomUUID().toString())))
                .signIn(request);
    }

    private static io.grpc.ClientInterceptor header(String name, String value) {
        var metadata = new Metadata();
        metadata.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value);
        return MetadataUtils.newAttachHeadersInterceptor(metadata);
    }

    String site() {
        return desk.getSites(0).getId();
    }

    /// The person whose day it is.
    String patient() {
        return PatientServiceGrpc.newBlockingStub(channel)
                .searchPatients(
                        SearchPatientsRequest.newBuilder()
                                .setText(ReceptionMorning.PATIENT)
                                .build())
                .getHits(0)
                .getPerson()
                .getPatientId();
    }

    /// For stubs.
    Channel channel() {
        return channel;
    }

    @Override
    public void close() {
        connection.shutdownNow();
    }
}
