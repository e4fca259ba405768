package org.clinicdesk.server.staff;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Hashes passwords with Argon2id (RFC 9106), kept as PHC strings, and judges whether one is strong enough.
public final class Passwords {

    /// 19 MiB, two passes: OWASP's recommendation of 2023 for interactive sign-in.
    private static final int MEMORY_KIB = 19_456;

    private static final int PASSES = 2;
    private static final int HASH_BYTES = 32;
    private static final int LEAST_LENGTH = 10;
    private static final int LEAST_KINDS = 3;

    /// Without letters and digits that look alike, since a one-time password is read from paper.
    private static final String READABLE =
            "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=1\\$([^$]+)\\$([^$]+)");

    /// A hash that no password has. It takes as long as any other to find that out, so an unknown login is compared with
    /// it.
    public static final String NOBODYS = phc(new byte[16], new byte[HASH_BYTES]);

    private final SecureRandom random = new SecureRandom();

    /// Each hash takes its memory for a while; a storm of sign-ins must not take all of it.
    private final Semaphore atOnce = new Semaphore(2, true);

    public String hash(String password) {
        var salt = new byte[16];
        random.nextBytes(salt);
        return phc(salt, argon2(password, salt, MEMORY_KIB, PASSES));
    }

    private static String phc(byte[] salt, byte[] hash) {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m="
                + MEMORY_KIB
                + ",t="
                + PASSES
                + ",p=1$"
                + base64.encodeToString(salt)
                + "$"
                + base64.encodeToString(hash);
    }

    /// Whether the password belongs to the hash; takes as long for a wrong one.
    public boolean matches(String password, String phc) {
        var parts = PHC.matcher(phc);
        if (!parts.matches()) {
            return false;
        }
        var salt = Base64.getDecoder().decode(parts.group(3));
        var expected = Base64.getDecoder().decode(parts.group(4));
        var actual =
                argon2(
                        password,
                        salt,
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)));
        return MessageDigest.isEqual(expected, actual);
    }

    private byte[] argon2(String password, byte[] salt, int memory, int passes) {
        atOnce.acquireUninterruptibly();
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(
                    new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                            .withMemoryAsKB(memory)
                            .withIterations(passes)
                            .withParallelism(1)
                            .withSalt(salt)
                            .build());
            var hash = new byte[HASH_BYTES];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            atOnce.release();
        }
    }

    /// Long enough, of three kinds of characters, without the login in it.
    public boolean strong(String password, String login) {
        var kinds =
                Stream.of("\\p{Ll}", "\\p{Lu}", "\\p{Nd}", "[^\\p{Ll}\\p{Lu}\\p{Nd}]")
                        .filter(kind -> Pattern.compile(kind).matcher(password).find())
                        .count();
        return password.codePointCount(0, password.length()) >= LEAST_LENGTH
                && kinds >= LEAST_KINDS
                && !password.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT));
    }

    /// A password for one sign-in, easy to read out: "hKw7-9mQx-Tz4d".
    public String oneTime() {
        var password = new StringBuilder();
        for (var i = 0; i < 12; i++) {
            if (i > 0 && i % 4 == 0) {
                password.append('-');
            }
            password.append(READABLE.charAt(random.nextInt(READABLE.length())));
        }
        return password.toString();
    }
}
