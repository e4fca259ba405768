package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What to measure before and while a medicine is given.
///
/// @param beforeDays how old a result may be when it is begun
/// @param everyDays how old when it goes on
record MonitorRule(
        String id,
        Side target,
        Expression when,
        List<Labs.Lab> tests,
        @Nullable Double beforeDays,
        @Nullable Double everyDays,
        String text,
        Provenance provenance) {
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
}
