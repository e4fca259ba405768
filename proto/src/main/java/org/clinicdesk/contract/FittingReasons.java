package org.clinicdesk.contract;

import org.clinicdesk.prescription.v1.FindingKind;
import org.clinicdesk.prescription.v1.OverrideReason;

import java.util.List;
import java.util.stream.Stream;

/// Which reasons fit what a finding is about: the desk offers these and the server accepts no others.
public final class FittingReasons {

    private static final List<OverrideReason> OF_A_PARTNER =
            List.of(
                    OverrideReason.OVERRIDE_REASON_BENEFIT_WITH_MONITORING,
                    OverrideReason.OVERRIDE_REASON_TOLERATED_BEFORE,
                    OverrideReason.OVERRIDE_REASON_OTHER_STOPPED,
                    OverrideReason.OVERRIDE_REASON_NO_ALTERNATIVE,
                    OverrideReason.OVERRIDE_REASON_RECORD_WRONG,
                    OverrideReason.OVERRIDE_REASON_SPECIALIST_ADVICE);

    /// There is no other medicine that could be stopped.
    private static final List<OverrideReason> OF_THE_PERSON =
            OF_A_PARTNER.stream()
                    .filter(reason -> reason != OverrideReason.OVERRIDE_REASON_OTHER_STOPPED)
                    .toList();

    private static final List<OverrideReason> OF_AN_EARLY_REFILL =
            List.of(
                    OverrideReason.OVERRIDE_REASON_PRESCRIBER_AGREED,
                    OverrideReason.OVERRIDE_REASON_DOSE_RAISED,
                    OverrideReason.OVERRIDE_REASON_AWAY,
                    OverrideReason.OVERRIDE_REASON_LOST,
                    OverrideReason.OVERRIDE_REASON_RECORD_WRONG);

    private FittingReasons() {}

    /// A doctor's, in the order they are offered; none for what is found at the counter only.
    public static List<OverrideReason> ofPrescriber(FindingKind kind) {
        return switch (kind) {
            case FINDING_KIND_INTERACTION, FINDING_KIND_DUPLICATE, FINDING_KIND_DOSE ->
                    OF_A_PARTNER;
            case FINDING_KIND_ALLERGY,
                    FINDING_KIND_CONTRAINDICATION,
                    FINDING_KIND_MONITORING,
                    FINDING_KIND_UNCHECKED ->
                    OF_THE_PERSON;
            case FINDING_KIND_EARLY_REFILL, FINDING_KIND_UNSPECIFIED, UNRECOGNIZED -> List.of();
        };
    }

    /// A pharmacist's: before all else the prescriber was asked. Of what is asked for too soon other things are said than of
    /// a danger.
    public static List<OverrideReason> atCounter(FindingKind kind) {
        return kind == FindingKind.FINDING_KIND_EARLY_REFILL
                ? OF_AN_EARLY_REFILL
                : Stream.concat(
                                Stream.of(OverrideReason.OVERRIDE_REASON_PRESCRIBER_AGREED),
                                ofPrescriber(kind).stream())
                        .toList();
    }
}
