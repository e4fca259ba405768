package org.clinicdesk.server.drug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KidneyFunctionTest {
    /// Values that calculators of CKD-EPI 2021 give, rounded to whole ml/min/1.73 m².
    @ParameterizedTest
    @CsvSource({
        "FEMALE, 40, 0.7, 112",
        "FEMALE, 60, 1.0, 64",
        "FEMALE, 80, 1.5, 35",
        "FEMALE, 30, 0.5, 129",
        "MALE, 50, 1.0, 92",
        "MALE, 60, 1.2, 69",
        "MALE, 80, 2.0, 33",
        "MALE, 25, 0.8, 126",
    })
    void isAsCalculated(Sex sex, double age, double mgPerDl, long egfr) {
        Range value = KidneyFunction.egfr(Range.exactly(mgPerDl * 88.42), Range.exactly(age), sex);
        assertEquals(egfr, Math.round(value.min()));
        assertEquals(egfr, Math.round(value.max()));
    }

    @Test
    void ofUnknownSexIsBetweenThatOfAWomanAndOfAMan() {
        Range creatinine = Range.exactly(300);
        Range age = Range.exactly(60);
        Range value = KidneyFunction.egfr(creatinine, age, null);
        assertEquals(KidneyFunction.egfr(creatinine, age, Sex.FEMALE).min(), value.min());
        assertEquals(KidneyFunction.egfr(creatinine, age, Sex.MALE).max(), value.max());
    }

    @Test
    void isNotKnownOfAChild() {
        assertNull(KidneyFunction.egfr(Range.exactly(50), Range.exactly(17), Sex.MALE));
    }

    @Test
    void ofAnAdultOfUnknownAgeIsARange() {
        Range value = KidneyFunction.egfr(Range.exactly(88.42), new Range(20, 80), Sex.FEMALE);
        assertEquals(57, Math.round(value.min()));
        assertEquals(83, Math.round(value.max()));
    }
}
