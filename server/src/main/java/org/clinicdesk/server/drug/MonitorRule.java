package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What to measure before and while a medicine is given.
///
/// @param beforeDays how old a result may be when it is begun
/// @param everyDays how old when it goes on
/// @param firstDays when it is measured next after the medicine was begun
record MonitorRule(
        String id,
        Side target,
        Expression when,
        List<Labs.Lab> tests,
        @Nullable Double beforeDays,
        @Nullable Double everyDays,
        int firstDays,
        String text,
        Provenance provenance) {
    private static final int SOON = 7;
    private static final double EVER = Double.MAX_VALUE;

    static MonitorRule read(Table.Row row, Vocabulary words) {
        List<Labs.Lab> tests =
                row.list("tests").stream().map(id -> words.labs().require(row, id)).toList();
        if (tests.isEmpty()) {
            throw row.bad("no tests");
        }
        return new MonitorRule(
                row.required("rule_id"),
                words.side(row, "target", RouteGroup.UNKNOWN),
                words.when(row),
                tests,
                row.number("before_d").orElse(null),
                row.number("every_d").orElse(null),
                (int) row.number("first_d", row.required("first_d")),
                row.required("text"),
                words.provenance(row));
    }

    /// The tests of which there is no result that is young enough.
    List<Labs.Lab> missing(Person person, boolean renewal) {
        Double days = renewal ? everyDays : beforeDays;
        return days == null
                ? List.of()
                : tests.stream().filter(test -> !person.hasResult(test.id(), days)).toList();
    }

    /// In how many days to measure: after the first interval, where it is begun or was never measured; else soon.
    int due(Person person, boolean renewal) {
        boolean never = tests.stream().noneMatch(test -> person.hasResult(test.id(), EVER));
        return renewal && !never ? Math.min(SOON, firstDays) : firstDays;
    }
}
