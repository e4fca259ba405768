package org.clinicdesk.server.platform;

import io.grpc.Metadata;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// What comes beside a request.
///
/// @param token the session's token, without "Bearer "
/// @param requestId made by the client when the form opened; the same for every repeat
/// @param locale the language of the desk
record Headers(Optional<String> token, Optional<String> requestId, Locale locale) {

    private static final Metadata.Key<String> AUTHORIZATION = key("authorization");
    private static final Metadata.Key<String> REQUEST_ID = key("request-id");
    private static final Metadata.Key<String> LOCALE = key("locale");
    private static final String BEARER = "Bearer ";

    static Headers of(Metadata metadata) {
        return new Headers(
                Optional.ofNullable(metadata.get(AUTHORIZATION))
                        .filter(value -> value.startsWith(BEARER))
                        .map(value -> value.substring(BEARER.length())),
                Optional.ofNullable(metadata.get(REQUEST_ID)),
                Locale.forLanguageTag(Optional.ofNullable(metadata.get(LOCALE)).orElse("en")));
    }

    /// @throws Problem.Invalid when it is missing or no UUID: every write needs one
    UUID requiredRequestId() {
        try {
            return UUID.fromString(
                    requestId.orElseThrow(() -> new Problem.Invalid("request-id", "required")));
        } catch (IllegalArgumentException _) {
            throw new Problem.Invalid("request-id", "string.uuid");
        }
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }
}
