package org.clinicdesk.client.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.visit.v1.Vitals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignTest {

    @Test
    void aCommaIsAPoint() {
        assertEquals(37.2, Sign.TEMPERATURE.read("37,2").orElseThrow());
    }

    @Test
    void nothingTypedIsNotMeasured() {
        assertEquals(0, Sign.PULSE.read("  ").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "12a", "120.5", "-120", "1e2", "NaN", "301", "٣"})
    void aSystolicPressureCannotBe(String typed) {
        assertTrue(Sign.SYSTOLIC.read(typed).isEmpty());
    }

    @Test
    void whatIsTypedWrongLeavesWhatWasThere() {
        var draft = new VitalsDraft();
        draft.text(Sign.PULSE).set("7x");
        var before = Vitals.newBuilder().setPulse(70).build();
        assertEquals(before, draft.over(before).toBuilder().build());
    }

    @Test
    void diastolicIsBelowSystolic() {
        var draft = new VitalsDraft();
        draft.text(Sign.SYSTOLIC).set("80");
        draft.text(Sign.DIASTOLIC).set("120");
        assertFalse(draft.valid(Sign.DIASTOLIC));
    }

    @Test
    void everyLimitIsInsideTheContract() {
        for (var sign : Sign.values()) {
            assertTrue(sign.read("999").isEmpty(), sign.name());
        }
    }
}
