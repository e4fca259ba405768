package org.clinicdesk.server.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.server.card.Codes.Genuine;
import org.clinicdesk.server.card.Codes.Kind;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

class CodesTest {
    private final Codes codes = new Codes(secret('a'));

    private static byte[] secret(char of) {
        return Character.toString(of).repeat(32).getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void anIssuedCodeIsGenuineAndKnowsWhatItIsFor() {
        for (var kind : Kind.values()) {
            var code = codes.issue(kind);
            assertEquals(Optional.of(new Genuine(kind, code)), codes.verify(code));
        }
    }

    @Test
    void aCodeHasDigitsCapitalsAndHyphensOnlyAndIsShort() {
        var code = codes.issue(Kind.CARD);
        assertTrue(code.matches("CD1(-[0-9A-HJKMNP-TV-Z]{4}){7}"), code);
        assertEquals(38, code.length());
    }

    @Test
    void noCodeIsIssuedTwice() {
        assertNotEquals(codes.issue(Kind.CARD), codes.issue(Kind.CARD));
    }

    @Test
    void everySingleMistypedCharacterIsNoticed() {
        var code = codes.issue(Kind.CARD);
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) != '-') {
                var other = code.charAt(i) == '7' ? '8' : '7';
                var typed = code.substring(0, i) + other + code.substring(i + 1);
                assertEquals(Optional.empty(), codes.verify(typed), "character " + i);
            }
        }
    }

    @Test
    void aCodeSignedWithAnotherSecretIsForged() {
        assertEquals(Optional.empty(), codes.verify(new Codes(secret('b')).issue(Kind.CARD)));
    }

    @Test
    void anotherServerWithTheSameSecretAgrees() {
        assertTrue(new Codes(secret('a')).verify(codes.issue(Kind.CARD)).isPresent());
    }

    @Test
    void howItWasTypedIsForgiven() {
        var code = codes.issue(Kind.PRESCRIPTION);
        var typed =
                " "
                        + code.toLowerCase(Locale.ROOT)
                                .replace("-", "")
                                .replace('0', 'o')
                                .replace('1', 'l')
                        + "\n";
        var prefix = typed.replaceFirst("cdl", "cd1");
        assertEquals(Optional.of(new Genuine(Kind.PRESCRIPTION, code)), codes.verify(prefix));
    }

    @Test
    void whatIsNoCodeIsRefused() {
        for (var typed :
                new String[] {
                    "", "CD1-", "CD2-" + codes.issue(Kind.CARD).substring(4), "000042-6", "CD1-é"
                }) {
            assertEquals(Optional.empty(), codes.verify(typed));
        }
    }

    @Test
    void aShortSecretIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Codes(new byte[31]));
    }
}
