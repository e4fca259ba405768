package org.clinicdesk.server.platform;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;

import io.grpc.Context;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;

import org.clinicdesk.contract.Policies;
import org.clinicdesk.options.v1.Audit;
import org.clinicdesk.options.v1.Permission;
import org.clinicdesk.options.v1.Policy;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// The one way through which every call goes: caller, permission, field rules, request id, one transaction with its audit
/// row, commit, reply; what changed is announced by the commit.
///
/// A method without a policy cannot be bound, and a service with a method that nobody answers cannot be built: either
/// way the server does not start.
public final class Rpc {

    /// A call without a deadline of its own waits so long for its turn.
    private static final long PATIENCE_MILLIS = 10_000;

    private final Db db;
    private final Callers callers;
    private final Requests requests;
    private final FieldRules rules = new FieldRules();
    private final Limit limit = new Limit();

    public Rpc(Platform platform, Callers callers) {
        this.db = platform.db();
        this.callers = callers;
        this.requests = new Requests(db, platform.clock());
    }

    /// Compiles the field rules of all services ahead of the first call, in the background.
    public void prepare(List<ServerServiceDefinition> services) {
        rules.compile(
                services.stream()
                        .flatMap(service -> service.getServiceDescriptor().getMethods().stream())
                        .map(method -> (ProtoMethodDescriptorSupplier) method.getSchemaDescriptor())
                        .map(schema -> schema.getMethodDescriptor().getInputType())
                        .toList());
    }

    /// Starts to bind a service; see [Service#bind].
    public Service service(ServiceDescriptor descriptor) {
        return new Service(descriptor);
    }

    /// A service being bound, method by method.
    public final class Service {
        private final ServerServiceDefinition.Builder builder;

        private Service(ServiceDescriptor descriptor) {
            this.builder = ServerServiceDefinition.builder(descriptor);
        }

        /// Answers a method: the handler runs inside the transaction, with [Call#current] bound.
        public <Q extends Message, R extends Message> Service unary(
                MethodDescriptor<Q, R> method, Function<Q, R> handler) {
            builder.addMethod(method, new Unary<>(new Rule<>(method), handler));
            return this;
        }

        /// Answers a method with a stream. The handler runs outside a transaction and keeps the observer.
        public <Q extends Message, R extends Message> Service stream(
                MethodDescriptor<Q, R> method, BiConsumer<Q, ServerCallStreamObserver<R>> handler) {
            builder.addMethod(method, new Streaming<>(new Rule<>(method), handler));
            return this;
        }

        /// @throws IllegalStateException when a method of the service was not bound
        public ServerServiceDefinition bind() {
            return builder.build();
        }
    }

    /// What the contract says of a method.
    private record Rule<Q, R>(MethodDescriptor<Q, R> method, Policy policy, boolean reads) {
        Rule(MethodDescriptor<Q, R> method) {
            this(method, Policies.of(method), Policies.reads(method));
        }

        String name() {
            return method.getFullMethodName();
        }
    }

    private final class Unary<Q extends Message, R extends Message>
            implements ServerCallHandler<Q, R> {
        private final Rule<Q, R> rule;
        private final Function<Q, R> handler;

        Unary(Rule<Q, R> rule, Function<Q, R> handler) {
            this.rule = rule;
            this.handler = handler;
        }

        @Override
        public ServerCall.Listener<Q> startCall(ServerCall<Q, R> call, Metadata metadata) {
            call.request(2);
            return new ServerCall.Listener<>() {
                private @Nullable Q request;

                @Override
                public void onMessage(Q message) {
                    request = message;
                }

                @Override
                public void onHalfClose() {
                    if (request == null) {
                        call.close(Status.INTERNAL.withDescription("no request"), new Metadata());
                    } else {
                        reply(call, Headers.of(metadata), request);
                    }
                }
            };
        }

        private void reply(ServerCall<Q, R> call, Headers headers, Q request) {
            R answer;
            try {
                answer = limit.within(patience(), () -> answer(headers, request));
            } catch (RuntimeException | Error e) {
                close(call, e, rule.name());
                return;
            }
            call.sendHeaders(new Metadata());
            call.sendMessage(answer);
            call.close(Status.OK, new Metadata());
        }

        private R answer(Headers headers, Q request) {
            var caller = admit(rule, headers);
            rules.check(request);
            var call =
                    new Call(
                            rule.name(),
                            caller.orElse(null),
                            rule.reads ? null : headers.requiredRequestId(),
                            headers.locale());
            return ScopedValue.where(Call.CURRENT, call)
                    .call(() -> rule.reads ? read(call, request) : write(call, request));
        }

        private R read(Call call, Q request) {
            var answer = db.read(() -> handler.apply(request));
            if (rule.policy.getAudit() == Audit.AUDIT_ALWAYS) {
                db.audit(call, AuditTrail.Outcome.DONE);
            }
            return answer;
        }

        @SuppressWarnings("unchecked")
        private R write(Call call, Q request) {
            var marshaller = (PrototypeMarshaller<R>) rule.method.getResponseMarshaller();
            var parser =
                    (Parser<R>)
                            Objects.requireNonNull(marshaller.getMessagePrototype())
                                    .getParserForType();
            try {
                return requests.once(
                        call,
                        request,
                        !rule.policy.getSecretAnswer(),
                        parser,
                        () -> handler.apply(request));
            } catch (Problem.Refusal refusal) {
                if (rule.policy.getAudit() == Audit.AUDIT_ALWAYS) {
                    db.auditRefused(call, refusal);
                }
                throw refusal;
            }
        }
    }

    private final class Streaming<Q extends Message, R extends Message>
            implements ServerCallHandler<Q, R> {
        private final Rule<Q, R> rule;
        private final ServerCallHandler<Q, R> delegate;

        Streaming(Rule<Q, R> rule, BiConsumer<Q, ServerCallStreamObserver<R>> handler) {
            this.rule = rule;
            this.delegate =
                    ServerCalls.asyncServerStreamingCall((request, observer) -> {
                        try {
                            rules.check(request);
                            handler.accept(request, (ServerCallStreamObserver<R>) observer);
                        } catch (RuntimeException e) {
                            observer.onError(Statuses.of(e, rule.name()));
                        }
                    });
        }

        @Override
        public ServerCall.Listener<Q> startCall(ServerCall<Q, R> call, Metadata metadata) {
            try {
                var headers = Headers.of(metadata);
                var caller = limit.within(patience(), () -> admit(rule, headers));
                var bound = new Call(rule.name(), caller.orElse(null), null, headers.locale());
                return new BoundListener<>(bound, delegate.startCall(call, metadata));
            } catch (RuntimeException e) {
                close(call, e, rule.name());
                return new ServerCall.Listener<>() {};
            }
        }
    }

    /// Binds the call to the thread while the handler of a stream starts.
    private static final class BoundListener<Q> extends SimpleForwardingServerCallListener<Q> {
        private final Call call;

        BoundListener(Call call, ServerCall.Listener<Q> delegate) {
            super(delegate);
            this.call = call;
        }

        @Override
        public void onHalfClose() {
            ScopedValue.where(Call.CURRENT, call).run(super::onHalfClose);
        }
    }

    /// Who calls, if he may. A denial leaves an audit row.
    private Optional<Caller> admit(Rule<?, ?> rule, Headers headers) {
        var permission = rule.policy.getPermission();
        if (permission == Permission.PERMISSION_PUBLIC) {
            return Optional.empty();
        }
        var caller =
                headers.token()
                        .flatMap(callers::find)
                        .orElseThrow(() -> new Problem.Unauthenticated("SESSION_ENDED"));
        if (!caller.may(permission)) {
            db.audit(
                    new Call(rule.name(), caller, null, headers.locale()),
                    AuditTrail.Outcome.DENIED);
            throw new Problem.Denied(permission.name());
        }
        if (caller.mustChangePassword() && !rule.policy.getBeforePasswordChange()) {
            throw new Problem.Refusal(PlatformReason.PASSWORD_CHANGE_REQUIRED);
        }
        return Optional.of(caller);
    }

    private static long patience() {
        var deadline = Context.current().getDeadline();
        return deadline == null
                ? PATIENCE_MILLIS
                : Math.clamp(deadline.timeRemaining(TimeUnit.MILLISECONDS), 0, PATIENCE_MILLIS);
    }

    private static void close(ServerCall<?, ?> call, Throwable thrown, String method) {
        var status = Statuses.of(thrown, method);
        var trailers = status.getTrailers();
        call.close(status.getStatus(), trailers == null ? new Metadata() : trailers);
    }
}
