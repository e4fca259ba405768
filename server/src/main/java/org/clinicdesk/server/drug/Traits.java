package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

/// What is known of a body; null is not known.
///
/// @param age years
/// @param weight kg
/// @param weeks of pregnancy
/// @param childbearing whether she may become pregnant; known false when sterile or on contraception
public record Traits(
        @Nullable Range age,
        @Nullable Sex sex,
        @Nullable Double weight,
        @Nullable Boolean pregnant,
        @Nullable Range weeks,
        @Nullable Boolean lactating,
        @Nullable Boolean smoker,
        @Nullable Boolean childbearing) {
    public static final Traits UNKNOWN = new Traits(null, null, null, null, null, null, null, null);

    /// What a record knows.
    public static Traits of(
            @Nullable Range age,
            @Nullable Sex sex,
            @Nullable Double weight,
            @Nullable Boolean pregnant,
            @Nullable Boolean smoker) {
        return new Traits(age, sex, weight, pregnant, null, null, smoker, null);
    }
}
