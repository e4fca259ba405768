package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What should have been measured. Of several rules for a medicine the most specific speaks.
final class Monitoring {
    private static final Comparator<MonitorRule> FINEST =
            Comparator.<MonitorRule>comparingInt(rule -> rule.target().specificity())
                    .thenComparing(MonitorRule::id, Comparator.reverseOrder());

    private final Map<String, List<MonitorRule>> byTarget = new HashMap<>();

    static Monitoring read(Table table, Vocabulary words) {
        Monitoring result = new Monitoring();
        for (Table.Row row : table.rows()) {
            MonitorRule rule = MonitorRule.read(row, words);
            result.byTarget
                    .computeIfAbsent(rule.target().term(), term -> new ArrayList<>())
                    .add(rule);
        }
        return result;
    }

    /// Of nobody no result is missing: a medicine is monitored in a person.
    void check(Findings findings, int line, Situation situation) {
        if (!situation.person().isSomebody()) {
            return;
        }
        Use use = situation.a();
        if (use.route() != RouteGroup.SYSTEMIC && use.route() != RouteGroup.UNKNOWN) {
            return;
        }
        rule(situation)
                .ifPresent(rule -> {
                    List<Labs.Lab> missing =
                            rule.missing(situation.person(), use.dosing().renewal());
                    if (!missing.isEmpty()) {
                        boolean renewal = use.dosing().renewal();
                        int due = rule.due(situation.person(), renewal);
                        findings.add(problem(line, use, rule, missing).due(due));
                    }
                });
    }

    private static Problem problem(
            int line, Use ordered, MonitorRule rule, List<Labs.Lab> missing) {
        Phrase tests = Phrase.list(missing.stream().map(Labs.Lab::name).map(Phrase::text));
        return new Problem(
                        FindingKind.MONITORING,
                        rule.id(),
                        Level.MODERATE,
                        line,
                        ordered.ingredient().inn(),
                        rule.provenance())
                .of(ordered)
                .says(Sentence.NO_RECENT_RESULT.of(tests), Phrase.text(rule.text()))
                .told(Tier.PASSIVE);
    }

    private Optional<MonitorRule> rule(Situation situation) {
        return situation.a().terms().stream()
                .flatMap(term -> byTarget.getOrDefault(term, List.of()).stream())
                .filter(rule -> rule.when().in(situation) == Truth.TRUE)
                .max(FINEST);
    }
}
