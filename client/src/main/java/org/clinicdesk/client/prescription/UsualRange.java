package org.clinicdesk.client.prescription;

import org.clinicdesk.prescription.v1.UsualDose;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What is usual of a medicine for somebody of a weight: at a time, and in the whole day. The same milligrams three times a
/// day where two are usual are too many.
///
/// @param kg more than 0
record UsualRange(UsualDose usual, BigDecimal kg) {

    /// What is a hair beside the usual is usual.
    private static final double HAIR = 0.02;

    /// How a dose stands to what is usual, the gravest first.
    enum Verdict {
        /// The day has more milligrams than anybody may take.
        DAY_ABOVE_CEILING,
        DAY_OUTSIDE,
        DOSE_OUTSIDE,
        USUAL
    }

    /// @param mg at a time
    /// @param timesADay 0: it is not said yet
    /// @param asNeeded too little in a day is nothing to be said then
    Verdict judge(BigDecimal mg, double timesADay, boolean asNeeded) {
        var day = mg.doubleValue() * timesADay;
        if (usual.getMaxDailyMg() > 0 && day > usual.getMaxDailyMg() * (1 + HAIR)) {
            return Verdict.DAY_ABOVE_CEILING;
        }
        if (timesADay == 0) {
            return isBelow(mg) || isAbove(mg) ? Verdict.DOSE_OUTSIDE : Verdict.USUAL;
        }
        var daily = day / kg.doubleValue();
        if (daily > highADay() * (1 + HAIR)
                || !asNeeded && daily < lowADay() * (1 - HAIR) && !isCeiling(mg)) {
            return Verdict.DAY_OUTSIDE;
        }
        return isAbove(mg) ? Verdict.DOSE_OUTSIDE : Verdict.USUAL;
    }

    /// Who is heavy gets the most at a time, which is little for each kilogram.
    private boolean isCeiling(BigDecimal mg) {
        return usual.getMaxMg() > 0 && mg.doubleValue() >= usual.getMaxMg() * (1 - HAIR);
    }

    boolean isBelow(BigDecimal mg) {
        return perKg(mg).doubleValue() < usual.getLow() * (1 - HAIR);
    }

    boolean isAbove(BigDecimal mg) {
        return perKg(mg).doubleValue() > usual.getHigh() * (1 + HAIR);
    }

    BigDecimal perKg(BigDecimal mg) {
        return mg.divide(kg, 3, RoundingMode.HALF_UP);
    }

    double lowADay() {
        return usual.getLow() * usual.getTimesADay();
    }

    double highADay() {
        return usual.getHigh() * usual.getTimesADay();
    }
}
