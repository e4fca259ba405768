package org.clinicdesk.server.report;

import org.clinicdesk.server.paper.Cell;
import org.clinicdesk.server.paper.Sheet;
import org.clinicdesk.server.paper.Table;
import org.clinicdesk.server.paper.Table.Kind;
import org.clinicdesk.server.report.Alerts.OfRule;
import org.clinicdesk.server.report.Alerts.Period;

import java.util.List;
import java.util.Map;

/// The tables of the report on the alerts of prescribing.
final class AlertReport {

    static final String TITLE = "report.alerts";

    private record Figure(String key, Cell value) {}

    private static final Sheet<Figure> SUMMARY =
            new Sheet<>(
                    "report.summary",
                    List.of(
                            Sheet.word("report.figure", Figure::key),
                            new Sheet.Column<>("report.count", Kind.INTEGER, Figure::value)));

    private static final List<Sheet.Column<OfRule>> RULE =
            List.of(
                    Sheet.text("report.rule", OfRule::rule),
                    Sheet.text("report.example", OfRule::example),
                    Sheet.word("report.level", rule -> "report.level." + rule.level()),
                    Sheet.whole("report.fires", OfRule::fires),
                    Sheet.whole("report.signed_anyway", OfRule::signed),
                    Sheet.whole("report.overridden", OfRule::overridden),
                    new Sheet.Column<>("report.override_rate", Kind.PERCENT, AlertReport::rate),
                    new Sheet.Column<>("report.main_reason", Kind.WORD, AlertReport::reason));

    private static final Sheet<OfRule> REVIEW = new Sheet<>("report.review", RULE);
    private static final Sheet<OfRule> RULES = new Sheet<>("report.rules", RULE);

    private static final Sheet<Map.Entry<String, Long>> REASONS =
            new Sheet<>(
                    "report.reasons",
                    List.of(
                            Sheet.word("report.reason", row -> "report.reason." + row.getKey()),
                            Sheet.whole("report.count", row -> row.getValue())));

    private AlertReport() {}

    static List<Table> tables(Period period) {
        var none = period.rules().isEmpty();
        return List.of(
                SUMMARY.of(none ? List.of() : summary(period)),
                REVIEW.of(period.forReview()),
                RULES.of(period.rules()),
                REASONS.of(period.reasons()));
    }

    private static List<Figure> summary(Period period) {
        return List.of(
                new Figure("report.signed_lines", new Cell.Whole(period.lines())),
                new Figure("report.fires", new Cell.Whole(period.fires())),
                new Figure("report.interrupting", new Cell.Whole(period.interrupting())),
                new Figure("report.overridden", new Cell.Whole(period.overridden())),
                new Figure("report.for_review", new Cell.Whole(period.forReview().size())));
    }

    /// Only what interrupts is answered.
    private static Cell rate(OfRule rule) {
        return rule.tier().equals("INTERRUPTIVE")
                ? new Cell.Percent(rule.overrideRate())
                : new Cell.Empty();
    }

    private static Cell reason(OfRule rule) {
        return rule.mainReason().isEmpty()
                ? new Cell.Empty()
                : new Cell.Word("report.reason." + rule.mainReason());
    }
}
