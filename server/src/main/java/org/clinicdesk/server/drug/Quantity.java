package org.clinicdesk.server.drug;

import java.util.Optional;

/// An amount of something.
public record Quantity(double value, Unit unit) {
    public Quantity {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("no amount: " + value);
        }
    }

    /// The same amount in another unit; empty when these cannot be compared.
    public Optional<Double> in(Unit other) {
        return unit.converts(other) ? Optional.of(unit.in(other, value)) : Optional.empty();
    }

    /// The number as expressions compare it: mg of what has a mass, else units, mmol, ml and so on.
    double inUnitOfRules() {
        return switch (unit.dimension()) {
            case MASS -> unit.in(Unit.MG, value);
            case ACTIVITY -> unit.in(Unit.UNIT, value);
            case VOLUME -> unit.in(Unit.ML, value);
            default -> value;
        };
    }

    public Quantity times(double factor) {
        return new Quantity(value * factor, unit);
    }
}
