package org.clinicdesk.client.platform;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;

import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Why a call brought no answer, decoded from the status and its details.
///
/// @param reason what the server calls it, `SLOT_TAKEN`; empty when no server spoke
/// @param domain feature that refused, `appointment`; empty when no server spoke
/// @param fields what is wrong with which field, by the names of the contract
public record Problem(
        Status.Code code,
        String reason,
        String domain,
        Map<String, String> metadata,
        List<Field> fields) {

    /// Reason given when the server's key is not known on this desk yet.
    public static final String UNKNOWN_SERVER = "UNKNOWN_SERVER";

    /// Reason given when the server's key is another than the one known.
    public static final String SERVER_KEY_CHANGED = "SERVER_KEY_CHANGED";

    private static final String BUSY = "BUSY";

    public Problem {
        metadata = Map.copyOf(metadata);
        fields = List.copyOf(fields);
    }

    /// One field that the server did not take.
    ///
    /// @param path as the contract names it: `person.phones[0]`
    /// @param rule the rule broken: `string.max_len`
    public record Field(String path, String rule) {

        /// The last name of the path, without an index: `phones`.
        public String name() {
            var last = path.substring(path.lastIndexOf('.') + 1);
            var index = last.indexOf('[');
            return index < 0 ? last : last.substring(0, index);
        }
    }

    public static Problem of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Trust.Refused refused) {
                return new Problem(
                        Status.Code.UNAVAILABLE,
                        refused.known() ? SERVER_KEY_CHANGED : UNKNOWN_SERVER,
                        "session",
                        Map.of(
                                "address",
                                refused.address().toString(),
                                "fingerprint",
                                refused.fingerprint()),
                        List.of());
            }
        }
        return switch (failure) {
            case StatusException e ->
                    decode(e.getStatus(), Objects.requireNonNull(StatusProto.fromThrowable(e)));
            case StatusRuntimeException e ->
                    decode(e.getStatus(), Objects.requireNonNull(StatusProto.fromThrowable(e)));
            default -> plain(Status.Code.UNKNOWN);
        };
    }

    static Problem cancelled() {
        return plain(Status.Code.CANCELLED);
    }

    private static Problem plain(Status.Code code) {
        return new Problem(code, "", "", Map.of(), List.of());
    }

    private static Problem decode(Status status, com.google.rpc.Status details) {
        var info = detail(details, ErrorInfo.class).orElse(ErrorInfo.getDefaultInstance());
        var fields = detail(details, BadRequest.class).orElse(BadRequest.getDefaultInstance());
        return new Problem(
                status.getCode(),
                info.getReason(),
                info.getDomain(),
                info.getMetadataMap(),
                fields.getFieldViolationsList().stream()
                        .map(violation -> new Field(violation.getField(), violation.getReason()))
                        .toList());
    }

    private static <D extends Message> Optional<D> detail(
            com.google.rpc.Status details, Class<D> type) {
        for (Any any : details.getDetailsList()) {
            if (any.is(type)) {
                try {
                    return Optional.of(any.unpack(type));
                } catch (InvalidProtocolBufferException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    public boolean is(String reason) {
        return this.reason.equals(reason);
    }

    /// No server answered, so it is open whether a write was done.
    public boolean offline() {
        return reason.isEmpty()
                && (code == Status.Code.UNAVAILABLE || code == Status.Code.DEADLINE_EXCEEDED);
    }

    /// Another person changed the same thing first.
    public boolean stale() {
        return code == Status.Code.ABORTED;
    }

    boolean worthRepeating() {
        return offline() || is(BUSY);
    }

    /// What a person is told. The key is mechanical: `appointment.refused.SLOT_TAKEN`, then the words all features
    /// share, then those for the kind of failure.
    public String text(Texts texts) {
        if (!reason.isEmpty() && texts.has(domain + ".refused." + reason)) {
            return texts.get(domain + ".refused." + reason);
        }
        if (!reason.isEmpty() && texts.has("kit.refused." + reason)) {
            return texts.get("kit.refused." + reason);
        }
        return texts.has("kit.problem." + code)
                ? texts.get("kit.problem." + code)
                : texts.get("kit.problem.OTHER");
    }

    /// What support needs to find the same failure in the server's log. Holds nothing about people.
    public String supportCode() {
        return String.join(" ", code.name(), reason, metadata.getOrDefault("code", "")).strip();
    }
}
