package org.clinicdesk.server.queue;

import org.clinicdesk.server.patient.PartialDate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Why somebody goes before others.
///
/// Whom care is given first: emergencies, children under 6, pregnant women, the severely disabled and whoever is 75 or
/// older (Law on Medical Examination and Treatment of Viet Nam, 15/2023/QH15, article 3). Urgent, between an emergency
/// and these, is for what a nurse sees.
public enum PriorityGroup {
    EMERGENCY(4),
    URGENT(3),
    PREGNANT(2),
    SMALL_CHILD(2),
    ELDERLY(2),
    DISABLED(2);

    /// The weight of somebody who belongs to no group.
    static final short NONE = 1;

    /// Years, from the birthday on.
    private static final int ELDERLY_FROM = 75;

    /// Years, until the birthday.
    private static final int SMALL_UNTIL = 6;

    private static final String COMMA = ",";

    private final short weight;

    PriorityGroup(int weight) {
        this.weight = (short) weight;
    }

    /// That of the heaviest: weights are never added up, or two mild reasons would pass an emergency.
    static short weight(Collection<PriorityGroup> groups) {
        return groups.stream().map(group -> group.weight).max(Short::compare).orElse(NONE);
    }

    /// The groups somebody belongs to by his age alone. Where the birth date leaves it open, the kinder answer.
    static Set<PriorityGroup> byAge(PartialDate birthDate, LocalDate today) {
        var groups = EnumSet.noneOf(PriorityGroup.class);
        birthDate
                .earliest()
                .ifPresent(earliest -> {
                    if (!earliest.plusYears(ELDERLY_FROM).isAfter(today)) {
                        groups.add(ELDERLY);
                    } else if (latest(birthDate, earliest).plusYears(SMALL_UNTIL).isAfter(today)) {
                        groups.add(SMALL_CHILD);
                    }
                });
        return groups;
    }

    private static LocalDate latest(PartialDate birthDate, LocalDate earliest) {
        return switch (birthDate.text().length()) {
            case 4 -> earliest.plusYears(1).minusDays(1);
            case 7 -> earliest.plusMonths(1).minusDays(1);
            default -> earliest;
        };
    }

    /// As one column holds them: "PREGNANT,DISABLED".
    static String text(Collection<PriorityGroup> groups) {
        return groups.stream().sorted().map(PriorityGroup::name).collect(Collectors.joining(COMMA));
    }

    static Set<PriorityGroup> of(String text) {
        var groups = EnumSet.noneOf(PriorityGroup.class);
        Arrays.stream(text.split(COMMA))
                .filter(name -> !name.isEmpty())
                .map(PriorityGroup::valueOf)
                .forEach(groups::add);
        return groups;
    }
}
