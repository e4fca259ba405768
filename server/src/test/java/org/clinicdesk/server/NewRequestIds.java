package org.clinicdesk.server;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;

import java.util.UUID;

/// Gives each call a request id of its own, unless it has one.
final class NewRequestIds implements ClientInterceptor {

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(
            MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<R> listener, Metadata headers) {
                if (!headers.containsKey(TestServer.REQUEST_ID)) {
                    headers.put(TestServer.REQUEST_ID, UUID.randomUUID().toString());
                }
                super.start(listener, headers);
            }
        };
    }
}
