package org.clinicdesk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.prescription.v1.FindingKind;
import org.clinicdesk.prescription.v1.OverrideReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.HashSet;

class FittingReasonsTest {

    @ParameterizedTest
    @EnumSource(
            names = {"FINDING_KIND_UNSPECIFIED", "FINDING_KIND_EARLY_REFILL", "UNRECOGNIZED"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyDangerCanBeAnswered(FindingKind kind) {
        assertFalse(FittingReasons.ofPrescriber(kind).isEmpty());
        assertTrue(FittingReasons.atCounter(kind).containsAll(FittingReasons.ofPrescriber(kind)));
    }

    @ParameterizedTest
    @EnumSource(FindingKind.class)
    void noReasonIsOfferedTwice(FindingKind kind) {
        var offered = FittingReasons.atCounter(kind);
        assertEquals(offered.size(), new HashSet<>(offered).size());
    }

    @Test
    void ofAnAllergyNoOtherMedicineIsStopped() {
        assertFalse(
                FittingReasons.ofPrescriber(FindingKind.FINDING_KIND_ALLERGY)
                        .contains(OverrideReason.OVERRIDE_REASON_OTHER_STOPPED));
    }

    @Test
    void thatTheMedicineIsLostIsNoAnswerToADanger() {
        assertFalse(
                FittingReasons.atCounter(FindingKind.FINDING_KIND_INTERACTION)
                        .contains(OverrideReason.OVERRIDE_REASON_LOST));
    }

    @Test
    void anEarlyRefillIsNoMatterOfTheDoctor() {
        assertTrue(FittingReasons.ofPrescriber(FindingKind.FINDING_KIND_EARLY_REFILL).isEmpty());
    }
}
