package org.clinicdesk.client.platform;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;

import org.clinicdesk.contract.Policies;

import java.util.concurrent.TimeUnit;

/// What every call carries: who calls, in which language, which write it is, and how long the answer may take.
final class Headers implements ClientInterceptor {

    private static final Metadata.Key<String> AUTHORIZATION = ascii("authorization");
    private static final Metadata.Key<String> LOCALE = ascii("locale");
    private static final Metadata.Key<String> REQUEST_ID = ascii("request-id");
    private static final long READ_SECONDS = 10;

    /// A write may wait for another one of the same day.
    private static final long WRITE_SECONDS = 20;

    private final Session session;
    private final Texts texts;

    Headers(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
    }

    private static Metadata.Key<String> ascii(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(
            MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        var write = !Policies.reads(method);
        return new SimpleForwardingClientCall<>(
                next.newCall(method, withDeadline(method, options, write))) {
            @Override
            public void start(Listener<R> listener, Metadata headers) {
                session.token().ifPresent(token -> headers.put(AUTHORIZATION, "Bearer " + token));
                headers.put(LOCALE, texts.locale().toLanguageTag());
                if (write) {
                    headers.put(
                            REQUEST_ID,
                            RequestId.CURRENT
                                    .orElseThrow(() ->
                                            new IllegalStateException(
                                                    "A write has to go through Calls: "
                                                            + method.getFullMethodName()))
                                    .value());
                }
                super.start(listener, headers);
            }
        };
    }

    private static CallOptions withDeadline(
            MethodDescriptor<?, ?> method, CallOptions options, boolean write) {
        if (options.getDeadline() != null
                || method.getType() != MethodDescriptor.MethodType.UNARY) {
            return options;
        }
        return options.withDeadlineAfter(write ? WRITE_SECONDS : READ_SECONDS, TimeUnit.SECONDS);
    }
}
