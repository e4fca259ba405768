package org.clinicdesk.server.card;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The codes on cards and prescriptions: `CD1-`, then 80 random bits and 60 bits of an HMAC-SHA256 over them and what
/// the code is for, in Crockford's base 32. Digits, capitals and hyphens only, for a scanner types them through any
/// keyboard layout. A code says nothing about anybody; what it stands for is in the database, and may be revoked there.
///
/// The signature stops guesses and misreadings before the database is asked. It is no permission by itself.
public final class Codes {
    /// What a code is printed on. Bound in the signature: a card's code is no prescription's.
    public enum Kind {
        CARD,
        PRESCRIPTION
    }

    /// A genuine code as it is stored, whatever way it was typed.
    public record Genuine(Kind kind, String code) {}

    private static final String PREFIX = "CD1";
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int TOKEN = 16;
    private static final int SIGNATURE = 12;
    private static final int GROUP = 4;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /// The secret has at least 32 bytes and is the same on every server of a clinic, for ever: cards are
    /// signed with it.
    public Codes(byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("the secret of the codes has less than 32 bytes");
        }
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /// A code that was never issued before.
    public String issue(Kind kind) {
        var bits = new byte[TOKEN];
        random.nextBytes(bits);
        var token = digits(bits, TOKEN);
        return grouped(token + signature(kind, token));
    }

    /// Empty for a code that is forged, misread or not of ours. Small letters, missing or additional hyphens and spaces
    /// are forgiven, and O, I, L are taken for the digits they look like.
    public Optional<Genuine> verify(String typed) {
        var payload = payload(typed);
        if (payload.length() != TOKEN + SIGNATURE) {
            return Optional.empty();
        }
        var token = payload.substring(0, TOKEN);
        var given = payload.substring(TOKEN).getBytes(StandardCharsets.US_ASCII);
        Optional<Genuine> genuine = Optional.empty();
        for (var kind : Kind.values()) {
            if (MessageDigest.isEqual(
                    given, signature(kind, token).getBytes(StandardCharsets.US_ASCII))) {
                genuine = Optional.of(new Genuine(kind, grouped(payload)));
            }
        }
        return genuine;
    }

    /// The base 32 digits behind the prefix; empty when there is anything else.
    private static String payload(String typed) {
        var bare = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (!bare.startsWith(PREFIX)) {
            return "";
        }
        var payload =
                bare.substring(PREFIX.length())
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        return payload.chars().allMatch(c -> DIGITS.indexOf(c) >= 0) ? payload : "";
    }

    private String signature(Kind kind, String token) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var signed =
                    mac.doFinal(
                            (PREFIX + ":" + kind + ":" + token)
                                    .getBytes(StandardCharsets.US_ASCII));
            return digits(Arrays.copyOf(signed, SIGNATURE), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM, e);
        }
    }

    /// The low five bits of each byte as one digit.
    private static String digits(byte[] bytes, int count) {
        var digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append(DIGITS.charAt(bytes[i] & 31));
        }
        return digits.toString();
    }

    private static String grouped(String payload) {
        return PREFIX + "-" + String.join("-", payload.split("(?<=\\G.{" + GROUP + "})"));
    }
}
