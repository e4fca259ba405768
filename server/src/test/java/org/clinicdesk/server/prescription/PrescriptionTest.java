package org.clinicdesk.server.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.server.platform.Problem.NotFound;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

class PrescriptionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final UUID SOMEBODY = new UUID(0, 1);

    private final Prescription prescription =
            new Prescription(
                    new UUID(0, 9),
                    new Prescription.Signature(
                            "R-000001",
                            "CD1",
                            SOMEBODY,
                            null,
                            SOMEBODY,
                            "Dr. Amara Okafor",
                            NOW,
                            TODAY.plusDays(90)),
                    List.of());
    private final PrescriptionLine one = add(21, 7);
    private final PrescriptionLine other = add(10, 0);

    private PrescriptionLine add(int quantity, int days) {
        var dosage = Dosages.tablets(1, Timing.timesADay(3), days);
        return prescription.add(
                UUID.randomUUID(),
                new OrderedMedicine("", "Amoxicillin", dosage, quantity, 0, false, null, ""),
                List.of("amoxicillin"));
    }

    @Test
    void aPackLastsAsLongAsWhatIsInIt() {
        var once = Dosages.tablets(1, Timing.timesADay(3), 0);
        var puffs =
                new Dosage(
                        2, "puff", once.timing(), false, "", 0, 0, null, "", "inhaled", "", "", 0);
        assertEquals(OptionalInt.of(33), inhaler(puffs, "200 puff").lasts(1));
        assertEquals(OptionalInt.empty(), inhaler(puffs, "").lasts(1));
        assertEquals(OptionalInt.of(7), inhaler(once, "28 tablet").lasts(21));
    }

    private static OrderedMedicine inhaler(Dosage dosage, String pack) {
        return new OrderedMedicine("", "Salbutamol", dosage, 1, 0, false, null, pack);
    }

    @Test
    void isOpenWhenSigned() {
        assertEquals(PrescriptionStatus.SIGNED, prescription.status());
        assertTrue(prescription.open());
    }

    @Test
    void isPartlyDispensedWhileSomethingIsLeft() {
        assertEquals(PrescriptionStatus.PARTLY_DISPENSED, prescription.dispense(one.id(), 21));
        assertEquals(0, one.left());
        assertEquals(10, other.left());
    }

    @Test
    void isCompletedWhenNothingIsLeft() {
        prescription.dispense(one.id(), 20);
        prescription.dispense(one.id(), 1);
        assertEquals(PrescriptionStatus.COMPLETED, prescription.dispense(other.id(), 10));
        assertFalse(prescription.open());
    }

    @Test
    void isStoppedWhenEveryLineIsStoppedUnseen() {
        prescription.stop(one, "rash", SOMEBODY, NOW);
        assertEquals(PrescriptionStatus.SIGNED, prescription.status());
        prescription.stop(other, "rash", SOMEBODY, NOW);
        assertEquals(PrescriptionStatus.STOPPED, prescription.status());
    }

    @Test
    void isCompletedWhenWhatWasNotHandedOutIsStopped() {
        prescription.dispense(one.id(), 21);
        prescription.stop(other, "not needed", SOMEBODY, NOW);
        assertEquals(PrescriptionStatus.COMPLETED, prescription.status());
    }

    @Test
    void neverHandsOutMoreThanWasSigned() {
        prescription.dispense(other.id(), 9);
        assertThrows(IllegalArgumentException.class, () -> prescription.dispense(other.id(), 2));
        assertThrows(IllegalArgumentException.class, () -> prescription.dispense(other.id(), 0));
        assertEquals(9, other.dispensed());
    }

    @Test
    void neverHandsOutWhatWasStopped() {
        prescription.stop(one, "rash", SOMEBODY, NOW);
        assertThrows(IllegalArgumentException.class, () -> prescription.dispense(one.id(), 1));
    }

    @Test
    void aCourseIsOverAfterItsLastDay() {
        assertFalse(one.over(TODAY, LocalDate.parse("2026-11-29")));
        assertTrue(one.over(TODAY, LocalDate.parse("2026-11-30")));
        assertFalse(other.over(TODAY, LocalDate.parse("2027-11-30")));
    }

    @Test
    void knowsItsOwnLinesOnly() {
        assertThrows(NotFound.class, () -> prescription.line(SOMEBODY));
    }
}
