package org.clinicdesk.server.drug;

/// A result: `lab` is an id of `labs.tsv`, the value in its unit, `ageDays` how old it is.
public record LabResult(String lab, Range value, int ageDays) {
    public LabResult {
        if (ageDays < 0) {
            throw new IllegalArgumentException("a result of the future");
        }
    }

    public static LabResult of(String lab, double value, int ageDays) {
        return new LabResult(lab, Range.exactly(value), ageDays);
    }
}
