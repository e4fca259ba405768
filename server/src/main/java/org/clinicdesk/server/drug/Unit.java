package org.clinicdesk.server.drug;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What an amount is counted in. Amounts of one dimension convert into each other; pieces (tablets, capsules) and
/// volumes only by the strength of the product.
public enum Unit {
    NANOGRAM(Dimension.MASS, 1e-6, "ng", "nanograms"),
    MICROGRAM(Dimension.MASS, 1e-3, "mcg", "ug", "micrograms", "microgramo", "microgramos"),
    MG(Dimension.MASS, 1, "milligram", "milligrams", "mgs"),
    GRAM(Dimension.MASS, 1000, "g", "grams", "gm", "gramo", "gramos"),
    UNIT(Dimension.ACTIVITY, 1, "units", "iu", "u", "ui", "unidades", "international units"),
    MEGAUNIT(
            Dimension.ACTIVITY,
            1e6,
            "mu",
            "megaunits",
            "million units",
            "million iu",
            "mega units"),
    MMOL(Dimension.SUBSTANCE, 1, "meq", "millimol", "millimoles"),
    ML(Dimension.VOLUME, 1, "millilitre", "millilitres", "milliliter", "milliliters", "cc"),
    LITRE(Dimension.VOLUME, 1000, "l", "litres", "liter", "liters"),
    MICROGRAM_PER_HOUR(
            Dimension.RATE,
            1,
            "microgram/h",
            "microgram/hour",
            "microgram per hour",
            "micrograms per hour",
            "micrograms/hour",
            "micrograms/h",
            "mcg/h",
            "mcg/hr",
            "mcg/hour",
            "ug/h"),
    PUFF(
            Dimension.PUFF,
            1,
            "puffs",
            "actuation",
            "actuations",
            "inhalation",
            "inhalations",
            "spray",
            "sprays"),
    DROP(Dimension.DROP, 1, "drops"),
    PIECE(
            Dimension.PIECE,
            1,
            "tablet",
            "tablets",
            "tab",
            "tabs",
            "capsule",
            "capsules",
            "cap",
            "caps",
            "pill",
            "pills",
            "sachet",
            "sachets",
            "suppository",
            "suppositories",
            "pessary",
            "patch",
            "patches",
            "ampoule",
            "ampoules",
            "vial",
            "vials",
            "lozenge",
            "lozenges",
            "comprimido",
            "comprimidos",
            "viên"),
    APPLICATION(Dimension.APPLICATION, 1, "applications", "fingertip unit", "fingertip units");

    enum Dimension {
        MASS,
        ACTIVITY,
        SUBSTANCE,
        VOLUME,
        RATE,
        PUFF,
        DROP,
        PIECE,
        APPLICATION
    }

    private static final Map<String, Unit> BY_NAME = new HashMap<>();

    static {
        for (Unit unit : values()) {
            BY_NAME.put(unit.id(), unit);
            unit.synonyms.forEach(name -> BY_NAME.put(name, unit));
        }
    }

    private final Dimension dimension;
    private final double factor;
    private final List<String> synonyms;

    Unit(Dimension dimension, double factor, String... synonyms) {
        this.dimension = dimension;
        this.factor = factor;
        this.synonyms = List.copyOf(Arrays.asList(synonyms));
    }

    /// By any of its names; both micro signs are understood.
    public static Optional<Unit> named(String text) {
        String folded = text.strip().toLowerCase(Locale.ROOT).replace('µ', 'u').replace('μ', 'u');
        return Optional.ofNullable(BY_NAME.get(folded));
    }

    /// All names, longest first, so that none is read as the beginning of another.
    public static List<String> names() {
        return BY_NAME.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(n -> n))
                .toList();
    }

    /// As the knowledge writes it: `mg`, `microgram`, `unit`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Dimension dimension() {
        return dimension;
    }

    boolean converts(Unit other) {
        return dimension == other.dimension;
    }

    /// An amount of this unit in another one of the same dimension.
    double in(Unit other, double amount) {
        if (!converts(other)) {
            throw new IllegalArgumentException(this + " is not counted in " + other);
        }
        return amount * factor / other.factor;
    }
}
