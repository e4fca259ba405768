package org.clinicdesk.server.platform;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.ResourceInfo;
import com.google.rpc.Status;

import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;

/// Turns what a call ended with into the status that leaves the server: always with an ErrorInfo, never with a message
/// that could quote a row.
public final class Statuses {

    private static final Logger LOG = LoggerFactory.getLogger(Statuses.class);
    private static final String PLATFORM = "platform";

    private Statuses() {}

    public static StatusRuntimeException of(Throwable thrown, String method) {
        return StatusProto.toStatusRuntimeException(
                switch (thrown) {
                    case Problem.Refusal e ->
                            status(
                                    Code.FAILED_PRECONDITION,
                                    e.reason().name(),
                                    e.reason().domain(),
                                    e.metadata());
                    case Problem.Invalid e -> invalid(violation(e));
                    case FieldRules.Broken e -> invalid(e.violations());
                    case Problem.NotFound e -> notFound(e);
                    case Problem.Stale _ -> status(Code.ABORTED, "STALE");
                    case Problem.Busy _, Problem.Away _ -> status(Code.UNAVAILABLE, "BUSY");
                    case Problem.Unauthenticated e -> status(Code.UNAUTHENTICATED, e.why());
                    case Problem.Denied e ->
                            status(
                                    Code.PERMISSION_DENIED,
                                    "DENIED",
                                    PLATFORM,
                                    Map.of("permission", e.permission()));
                    default -> unexpected(thrown, method);
                });
    }

    private static Status status(Code code, String reason) {
        return status(code, reason, PLATFORM, Map.of());
    }

    private static Status status(
            Code code, String reason, String domain, Map<String, String> metadata) {
        return builder(code, reason, domain, metadata).build();
    }

    private static Status.Builder builder(
            Code code, String reason, String domain, Map<String, String> metadata) {
        var info =
                ErrorInfo.newBuilder()
                        .setReason(reason)
                        .setDomain(domain)
                        .putAllMetadata(metadata)
                        .build();
        return Status.newBuilder()
                .setCode(code.getNumber())
                .setMessage(reason)
                .addDetails(Any.pack(info));
    }

    private static BadRequest violation(Problem.Invalid e) {
        var answer = BadRequest.newBuilder();
        answer.addFieldViolationsBuilder().setField(e.field()).setReason(e.rule());
        return answer.build();
    }

    private static Status invalid(BadRequest violations) {
        return builder(Code.INVALID_ARGUMENT, "INVALID", PLATFORM, Map.of())
                .addDetails(Any.pack(violations))
                .build();
    }

    private static Status notFound(Problem.NotFound e) {
        var resource =
                ResourceInfo.newBuilder().setResourceType(e.type()).setResourceName(e.id()).build();
        return builder(Code.NOT_FOUND, "NOT_FOUND", PLATFORM, Map.of())
                .addDetails(Any.pack(resource))
                .build();
    }

    /// Somebody reads the code to us on the phone; it finds the line in the log.
    private static Status unexpected(Throwable thrown, String method) {
        var code = code(thrown);
        LOG.error("Unexpected {} in {}", code, method, new Shown(thrown));
        return status(Code.INTERNAL, "UNEXPECTED", PLATFORM, Map.of("code", code));
    }

    private static String code(Throwable thrown) {
        var crc = new CRC32();
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            crc.update(
                    cause.getClass().getName().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            for (var frame : cause.getStackTrace()) {
                crc.update(frame.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().withUpperCase().toHexDigits((int) crc.getValue());
    }

    /// A thrown exception without its message, which may quote a patient's data.
    private static final class Shown extends Exception {
        private static final long serialVersionUID = 1;

        Shown(Throwable thrown) {
            super(
                    thrown.getClass().getName(),
                    thrown.getCause() == null ? null : new Shown(thrown.getCause()));
            setStackTrace(thrown.getStackTrace());
        }
    }
}
