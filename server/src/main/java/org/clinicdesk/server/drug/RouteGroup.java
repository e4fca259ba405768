package org.clinicdesk.server.drug;

import java.util.Locale;

/// Routes that mean the same to the checks. A route that is not known is compatible with every other.
enum RouteGroup {
    SYSTEMIC,
    INHALED,
    NASAL,
    OPHTHALMIC,
    OTIC,
    TOPICAL,
    VAGINAL,
    INTRAUTERINE,
    UNKNOWN;

    static RouteGroup of(String route) {
        return switch (Names.fold(route)) {
            case "oral",
                    "po",
                    "sublingual",
                    "buccal",
                    "rectal",
                    "transdermal",
                    "injection",
                    "parenteral" ->
                    SYSTEMIC;
            case "intravenous", "iv", "intramuscular", "im", "subcutaneous", "sc", "systemic" ->
                    SYSTEMIC;
            case "inhaled", "inhalation", "respiratory" -> INHALED;
            case "nasal" -> NASAL;
            case "ophthalmic", "eye" -> OPHTHALMIC;
            case "otic", "ear" -> OTIC;
            case "topical", "cutaneous", "skin" -> TOPICAL;
            case "vaginal" -> VAGINAL;
            case "intrauterine" -> INTRAUTERINE;
            default -> UNKNOWN;
        };
    }

    boolean compatible(RouteGroup other) {
        return this == other || this == UNKNOWN || other == UNKNOWN;
    }

    /// A route column of the knowledge: a group, or `any`, which is read as not restricted.
    static RouteGroup read(Table.Row row, String column) {
        String cell = row.get(column);
        if (cell.equals("any")) {
            return UNKNOWN;
        }
        for (RouteGroup group : values()) {
            if (group != UNKNOWN && group.name().toLowerCase(Locale.ROOT).equals(cell)) {
                return group;
            }
        }
        throw row.bad("unknown route '" + cell + "' in " + column);
    }
}
