package org.clinicdesk.server.platform;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/// Does every write once. The row of the request id is the first thing a write inserts: a repeat, through whichever
/// server, waits there until the first has committed and then gets its answer.
final class Requests {

    private final Db db;
    private final Clock clock;

    Requests(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private static final class Repeated extends RuntimeException {
        private static final long serialVersionUID = 1;

        Repeated() {
            super("repeated", null, false, false);
        }
    }

    private record Stored(
            @Nullable UUID staffId,
            String method,
            @Nullable String digest,
            byte @Nullable [] answer) {

        /// Whether the same person asks for the same again. A row of before has no digest.
        boolean repeatedBy(Call call, String asked) {
            return method.equals(call.method())
                    && Objects.equals(staffId, call.signedIn().map(Caller::staffId).orElse(null))
                    && (digest == null || digest.equals(asked));
        }
    }

    /// @param keep whether the answer is stored; one that holds a secret is not
    <R extends Message> R once(
            Call call, Message request, boolean keep, Parser<R> parser, Supplier<R> work) {
        var digest = digest(request);
        try {
            return db.write(() -> {
                claim(call, digest);
                var answer = work.get();
                if (keep) {
                    store(Objects.requireNonNull(call.requestId()), answer.toByteArray());
                }
                return answer;
            });
        } catch (Repeated _) {
            return repeat(call, digest, parser);
        }
    }

    private void claim(Call call, String digest) {
        try {
            db.sql(connection -> {
                var sql =
                        "insert into request (id, staff_id, method, at, digest) values (?, ?, ?, ?,"
                                + " ?)";
                try (var insert = connection.prepareStatement(sql)) {
                    insert.setObject(1, call.requestId());
                    insert.setObject(
                            2, call.signedIn().map(Caller::staffId).orElse(null), Types.OTHER);
                    insert.setString(3, call.method());
                    insert.setObject(4, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                    insert.setString(5, digest);
                    insert.executeUpdate();
                }
            });
        } catch (RuntimeException e) {
            throw SqlStates.taken(e, "") ? new Repeated() : e;
        }
    }

    private void store(UUID id, byte[] answer) {
        // What the handler changed must be in the database before the answer is.
        db.session().flush();
        db.sql(connection -> {
            try (var update =
                    connection.prepareStatement("update request set answer = ? where id = ?")) {
                update.setBytes(1, answer);
                update.setObject(2, id);
                update.executeUpdate();
            }
        });
    }

    private <R extends Message> R repeat(Call call, String digest, Parser<R> parser) {
        var stored = db.read(() -> find(Objects.requireNonNull(call.requestId())));
        if (!stored.repeatedBy(call, digest)) {
            throw new Problem.Refusal(PlatformReason.REQUEST_ID_TAKEN);
        }
        if (stored.answer == null) {
            throw new Problem.Refusal(PlatformReason.ALREADY_DONE);
        }
        try {
            return parser.parseFrom(stored.answer);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A stored answer cannot be read", e);
        }
    }

    private Stored find(UUID id) {
        return db.session()
                .doReturningWork(connection -> {
                    var sql = "select staff_id, method, digest, answer from request where id = ?";
                    try (var query = connection.prepareStatement(sql)) {
                        query.setObject(1, id);
                        try (var rows = query.executeQuery()) {
                            if (!rows.next()) {
                                throw new Problem.Busy("the first call was taken back");
                            }
                            return new Stored(
                                    rows.getObject(1, UUID.class),
                                    rows.getString(2),
                                    rows.getString(3),
                                    rows.getBytes(4));
                        }
                    }
                });
    }

    private static String digest(Message request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                withoutSecrets(request).writeTo(out);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// From the digest of a password it could be guessed, at no cost.
    private static Message withoutSecrets(Message request) {
        var secrets =
                request.getDescriptorForType().getFields().stream()
                        .filter(field -> field.getOptions().getDebugRedact())
                        .toList();
        if (secrets.isEmpty()) {
            return request;
        }
        var rest = request.toBuilder();
        secrets.forEach(rest::clearField);
        return rest.build();
    }
}
