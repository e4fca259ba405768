package org.clinicdesk.client.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.Timing;
import org.clinicdesk.prescription.v1.WeightDose;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.Optional;

class ByWeightTest {

    private static final Timing THREE = Timing.newBuilder().setTimesADay(3).build();

    private static WeightDose.Builder rule(double mgPerKg, double most) {
        return WeightDose.newBuilder().setMgPerKg(mgPerKg).setMaxMg(most);
    }

    private static Optional<Double> units(String medicine, WeightDose.Builder rule, String kg) {
        var line = OrderLine.newBuilder().setMedicine(medicine);
        line.getDosageBuilder().setUnit("tablet").setTiming(THREE);
        return ByWeight.line(line.build(), rule.build(), new BigDecimal(kg))
                .map(it -> it.getDosage().getDose());
    }

    @Test
    void measuresASyrupInMillilitres() {
        // 15 mg/kg × 12.4 kg = 186 mg, and 24 mg in each millilitre: rather a little less
        assertEquals(
                Optional.of(7.5), units("Paracetamol 24 mg/ml oral solution", rule(15, 0), "12.4"));
        // 120 mg in 5 ml is the same
        assertEquals(Optional.of(7.5), units("Paracetamol 120 mg/5 ml syrup", rule(15, 0), "12.4"));
    }

    @Test
    void sharesTheDoseOfADayByItsTimes() {
        // 45 mg/kg a day × 10 kg, in three doses of 150 mg of 50 mg/ml
        assertEquals(
                Optional.of(3.0),
                units("Amoxicillin 50 mg/ml oral suspension", rule(45, 0).setADay(true), "10"));
    }

    @Test
    void neverGoesAboveTheCeiling() {
        // 15 mg/kg × 90 kg would be 1350 mg
        assertEquals(Optional.of(2.0), units("Paracetamol 500 mg tablet", rule(15, 1000), "90"));
        // 2.7 tablets would be rounded up to 2.5 = 1000 mg: above 999
        assertEquals(Optional.of(2.0), units("Drug 400 mg tablet", rule(15, 999), "72"));
        assertTrue(ByWeight.dose(rule(15, 1000).build(), new BigDecimal(90), THREE).limited());
    }

    @Test
    void refusesAPartThatCannotBeMeasured() {
        assertEquals(Optional.empty(), units("Strong 1 g tablet", rule(15, 0), "10"));
        // 260 mg would be half a tablet of 500 mg
        assertEquals(Optional.empty(), units("Strong 1 g tablet", rule(13, 0), "20"));
        assertEquals(Optional.empty(), units("A + b 500 mg + 125 mg tablet", rule(15, 0), "10"));
        assertEquals(Optional.empty(), units("Moonlight", rule(15, 0), "10"));
    }
}
