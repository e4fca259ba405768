package org.clinicdesk.server;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;

import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

import org.junit.jupiter.api.function.Executable;

import java.util.Optional;

/// Reads what a refused call says.
public final class Refusals {

    private Refusals() {}

    /// The reason a call is refused with, "patient/LIKELY_DUPLICATE".
    public static String reason(Executable call) {
        return reason(assertThrows(StatusRuntimeException.class, call));
    }

    public static String reason(StatusRuntimeException thrown) {
        var info =
                detail(thrown, ErrorInfo.class)
                        .orElseThrow(() ->
                                new AssertionError(
                                        "A status without ErrorInfo: " + thrown.getStatus()));
        return info.getDomain() + "/" + info.getReason();
    }

    public static ErrorInfo info(Executable call) {
        return detail(assertThrows(StatusRuntimeException.class, call), ErrorInfo.class)
                .orElseThrow();
    }

    /// The first field a call is refused for, "person.given: string.min_len".
    public static String field(Executable call) {
        var violation =
                detail(assertThrows(StatusRuntimeException.class, call), BadRequest.class)
                        .orElseThrow()
                        .getFieldViolations(0);
        return violation.getField() + ": " + violation.getReason();
    }

    private static <T extends Message> Optional<T> detail(
            StatusRuntimeException thrown, Class<T> type) {
        try {
            for (var any : StatusProto.fromThrowable(thrown).getDetailsList()) {
                if (any.is(type)) {
                    return Optional.of(any.unpack(type));
                }
            }
            return Optional.empty();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
