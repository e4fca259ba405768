package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

/// What is usual of a medicine for somebody, by weight.
///
/// @param low mg for each kg at a time
/// @param high the same, at the upper end
/// @param mostSingle never more mg at a time, whatever the weight; null when no limit is known
/// @param mostDaily the same a day
public record UsualDose(
        double low,
        double high,
        int timesADay,
        @Nullable Double mostSingle,
        @Nullable Double mostDaily,
        String source,
        boolean reviewed) {}
