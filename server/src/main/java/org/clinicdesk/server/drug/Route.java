package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How a medicine is given, as specific as it was said. A route may be a kind of another: intravenous of injection.
public enum Route {
    SYSTEMIC(RouteGroup.SYSTEMIC, null),
    ORAL(RouteGroup.SYSTEMIC, SYSTEMIC, "po", "p.o.", "orally", "by mouth", "per os"),
    SUBLINGUAL(RouteGroup.SYSTEMIC, SYSTEMIC, "sl", "under the tongue"),
    BUCCAL(RouteGroup.SYSTEMIC, SYSTEMIC),
    RECTAL(RouteGroup.SYSTEMIC, SYSTEMIC, "pr", "per rectum", "rectally"),
    TRANSDERMAL(RouteGroup.SYSTEMIC, SYSTEMIC),
    INJECTION(RouteGroup.SYSTEMIC, SYSTEMIC, "parenteral", "injected"),
    INTRAVENOUS(RouteGroup.SYSTEMIC, INJECTION, "iv", "i.v.", "intravenously"),
    INTRAVENOUS_BOLUS(
            RouteGroup.SYSTEMIC,
            INTRAVENOUS,
            "iv push",
            "iv bolus",
            "intravenous push",
            "rapid iv",
            "rapid intravenous",
            "iv rapid",
            "push",
            "bolus",
            "undiluted iv",
            "iv undiluted"),
    INTRAVENOUS_INFUSION(
            RouteGroup.SYSTEMIC, INTRAVENOUS, "iv infusion", "infusion", "iv drip", "slow iv"),
    INTRAMUSCULAR(RouteGroup.SYSTEMIC, INJECTION, "im", "i.m.", "intramuscularly"),
    SUBCUTANEOUS(RouteGroup.SYSTEMIC, INJECTION, "sc", "s.c.", "subcut", "subq", "subcutaneously"),
    INTRADERMAL(RouteGroup.SYSTEMIC, INJECTION),
    INTRATHECAL(RouteGroup.SYSTEMIC, INJECTION, "intrathecally", "it injection"),
    EPIDURAL(RouteGroup.SYSTEMIC, INJECTION),
    INTRAARTICULAR(RouteGroup.SYSTEMIC, INJECTION, "intra articular"),
    INTRAOSSEOUS(RouteGroup.SYSTEMIC, INJECTION),
    INHALED(
            RouteGroup.INHALED,
            null,
            "inhalation",
            "respiratory",
            "inhaler",
            "nebulised",
            "nebulized",
            "by inhaler",
            "by nebuliser"),
    NASAL(RouteGroup.NASAL, null, "intranasal", "nose", "nasal spray", "nasally"),
    OPHTHALMIC(
            RouteGroup.OPHTHALMIC,
            null,
            "eye",
            "eyes",
            "eye drops",
            "eye drop",
            "eye ointment",
            "ocular"),
    INTRAVITREAL(RouteGroup.OPHTHALMIC, OPHTHALMIC),
    OTIC(RouteGroup.OTIC, null, "ear", "ears", "ear drops", "ear drop"),
    TOPICAL(
            RouteGroup.TOPICAL,
            null,
            "cutaneous",
            "skin",
            "topically",
            "cream",
            "gel",
            "ointment",
            "lotion",
            "shampoo",
            "foam",
            "crema",
            "pomada"),
    VAGINAL(RouteGroup.VAGINAL, null, "pv", "vaginally", "pessary"),
    INTRAUTERINE(RouteGroup.INTRAUTERINE, null);

    private static final Map<String, Route> BY_NAME = new HashMap<>();

    static {
        for (Route route : values()) {
            BY_NAME.put(Names.fold(route.id()), route);
            route.synonyms.forEach(name -> BY_NAME.put(Names.fold(name), route));
        }
    }

    private final RouteGroup group;
    private final @Nullable Route kindOf;
    private final List<String> synonyms;

    Route(RouteGroup group, @Nullable Route kindOf, String... synonyms) {
        this.group = group;
        this.kindOf = kindOf;
        this.synonyms = List.copyOf(Arrays.asList(synonyms));
    }

    /// By any of its names, in any spelling.
    public static Optional<Route> named(String text) {
        return Optional.ofNullable(BY_NAME.get(Names.fold(text)));
    }

    /// All names as they are folded, longest first, so that none is read as the beginning of another.
    public static List<String> names() {
        return BY_NAME.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(n -> n))
                .toList();
    }

    /// As the knowledge writes it: `intravenous_bolus`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    RouteGroup group() {
        return group;
    }

    /// Whether what is given by this route is given by the other; a mere "injection" may be intravenous.
    Truth is(Route other) {
        return isKindOf(other) ? Truth.TRUE : other.isKindOf(this) ? Truth.UNKNOWN : Truth.FALSE;
    }

    /// Whether what is made for this route can be given by the other: the one is a kind of the other, or both are injected.
    boolean takes(Route other) {
        return isKindOf(other)
                || other.isKindOf(this)
                || isKindOf(INJECTION) && other.isKindOf(INJECTION);
    }

    private boolean isKindOf(Route other) {
        for (Route route = this; route != null; route = route.kindOf) {
            if (route == other) {
                return true;
            }
        }
        return false;
    }
}
