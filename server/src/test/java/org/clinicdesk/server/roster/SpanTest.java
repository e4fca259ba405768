package org.clinicdesk.server.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class SpanTest {

    @Test
    void spansThatTouchDoNotOverlap() {
        assertFalse(span(1, 2).overlaps(span(2, 3)));
        assertTrue(span(1, 3).overlaps(span(2, 4)));
        assertTrue(span(1, 4).overlaps(span(2, 3)));
    }

    @Test
    void spansThatTouchAreJoined() {
        assertEquals(
                List.of(span(1, 4), span(5, 6)),
                Span.joined(List.of(span(5, 6), span(2, 4), span(1, 2))));
    }

    @Test
    void aSpanInsideAnotherAddsNothing() {
        assertEquals(List.of(span(1, 9)), Span.joined(List.of(span(1, 9), span(2, 3))));
    }

    @Test
    void anEmptySpanIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> span(2, 2));
    }

    private static Span span(int start, int end) {
        return new Span(Instant.ofEpochSecond(start), Instant.ofEpochSecond(end));
    }
}
