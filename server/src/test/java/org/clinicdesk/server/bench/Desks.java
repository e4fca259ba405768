package org.clinicdesk.server.bench;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.sample.SampleClinic;
import org.clinicdesk.session.v1.Desk;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.session.v1.SignInRequest;

import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLException;

/// A running server and receptionists at it, each with a TLS connection of his own.
final class Desks implements AutoCloseable {

    private final Server server;
    private final List<ManagedChannel> connections = new ArrayList<>();
    private final List<Channel> channels = new ArrayList<>();
    private final Desk opened;

    Desks(org.clinicdesk.server.platform.Config config, int count) throws SSLException {
        server = Server.start(config, Base.CLOCK);
        var tls =
                GrpcSslContexts.forClient()
                        .trustManager(config.data().resolve("server.crt").toFile())
                        .build();
        var request =
                SignInRequest.newBuilder()
                        .setLogin("linh")
                        .setPassword(SampleClinic.PASSWORD)
                        .build();
        Desk desk = Desk.getDefaultInstance();
        for (var i = 0; i < count; i++) {
            var connection =
                    NettyChannelBuilder.forAddress("localhost", server.port())
                            .sslContext(tls)
                            .build();
            connections.add(connection);
            var ids = TestServer.requestIds(connection);
            var answer = SessionServiceGrpc.newBlockingStub(ids).signIn(request);
            desk = answer.getDesk();
            channels.add(TestServer.withToken(ids, answer.getToken()));
        }
        opened = desk;
    }

    Channel channel(int number) {
        return channels.get(number % channels.size());
    }

    Desk desk() {
        return opened;
    }

    Server server() {
        return server;
    }

    @Override
    public void close() {
        connections.forEach(ManagedChannel::shutdownNow);
        server.close();
    }
}
