package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

/// Estimated glomerular filtration by creatinine, CKD-EPI 2021 without race (Inker, N Engl J Med 2021;385:1737), for
/// adults: 142 × min(Scr/κ, 1)^α × max(Scr/κ, 1)^-1.200 × 0.9938^age, × 1.012 in women, where κ is 0.7 and α -0.241 in
/// women, 0.9 and -0.302 in men, and Scr is in mg/dl.
final class KidneyFunction {
    private static final double UMOL_PER_MG_DL = 88.42;
    private static final double ADULT = 18;

    private KidneyFunction() {}

    /// Filtration in ml/min/1.73 m².
    ///
    /// @param creatinine µmol/l
    /// @param age years
    /// @param sex null when not known: then between what it is in women and in men
    /// @return null below 18 years, for which the equation does not hold
    static @Nullable Range egfr(Range creatinine, Range age, @Nullable Sex sex) {
        if (age.min() < ADULT || creatinine.min() <= 0) {
            return null;
        }
        Sex lower = sex == null ? Sex.FEMALE : sex;
        Sex higher = sex == null ? Sex.MALE : sex;
        double least = egfr(creatinine.max(), age.max(), lower);
        double most = egfr(creatinine.min(), age.min(), higher);
        return new Range(Math.min(least, most), Math.max(least, most));
    }

    private static double egfr(double umol, double age, Sex sex) {
        boolean female = sex == Sex.FEMALE;
        double ratio = umol / UMOL_PER_MG_DL / (female ? 0.7 : 0.9);
        return 142
                * Math.pow(Math.min(ratio, 1), female ? -0.241 : -0.302)
                * Math.pow(Math.max(ratio, 1), -1.200)
                * Math.pow(0.9938, age)
                * (female ? 1.012 : 1);
    }
}
