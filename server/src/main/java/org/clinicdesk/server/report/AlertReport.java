package org.clinicdesk.server.report;

import org.clinicdesk.server.paper.Cell;
import org.clinicdesk.server.paper.Sheet;
import org.clinicdesk.server.paper.Table;
import org.clinicdesk.server.paper.Table.Kind;
import org.clinicdesk.server.prescription.ShownAlerts.Place;
import org.clinicdesk.server.report.Alerts.OfReason;
import org.clinicdesk.server.report.Alerts.OfRule;
import org.clinicdesk.server.report.Alerts.Period;

import java.util.List;
import java.util.stream.Stream;

/// The tables of the report on the alerts of prescribing and of the counter.
final class AlertReport {

    static final String TITLE = "report.alerts";

    private record Figure(String key, Cell value) {}

    private static final Sheet<Figure> SUMMARY =
            new Sheet<>(
                    "report.alerts_summary",
                    List.of(
                            Sheet.word("report.figure", Figure::key),
                            new Sheet.Column<>("report.count", Kind.INTEGER, Figure::value)));

    private static final Sheet.Column<OfRule> PLACE =
            Sheet.word("report.place", rule -> "report.place." + rule.place());

    private static final Sheet<OfRule> REVIEW =
            new Sheet<>(
                    "report.review",
                    Stream.concat(rule("report.went_on").stream(), Stream.of(PLACE)).toList());
    private static final Sheet<OfRule> RULES =
            new Sheet<>("report.rules", rule("report.signed_anyway"));
    private static final Sheet<OfRule> COUNTER =
            new Sheet<>("report.rules_counter", rule("report.handed_out_anyway"));

    private static final Sheet<OfReason> REASONS =
            new Sheet<>(
                    "report.reasons",
                    List.of(
                            Sheet.text("report.rule", OfReason::rule),
                            Sheet.word("report.place", row -> "report.place." + row.place()),
                            Sheet.word("report.reason", row -> "report.reason." + row.reason()),
                            Sheet.whole("report.count", OfReason::count)));

    private AlertReport() {}

    /// @param wentOn what it is called when the alert stands and somebody goes on
    private static List<Sheet.Column<OfRule>> rule(String wentOn) {
        return List.of(
                Sheet.text("report.rule", OfRule::rule),
                Sheet.text("report.example", OfRule::example),
                Sheet.word("report.level", rule -> "report.level." + rule.level()),
                Sheet.whole("report.fires", OfRule::fires),
                Sheet.whole(wentOn, OfRule::wentOn),
                Sheet.whole("report.overridden", OfRule::overridden),
                new Sheet.Column<>("report.override_rate", Kind.PERCENT, AlertReport::rate),
                new Sheet.Column<>("report.main_reason", Kind.WORD, AlertReport::reason));
    }

    static List<Table> tables(Period period) {
        var none = period.rules().isEmpty();
        return List.of(
                SUMMARY.of(none ? List.of() : summary(period)),
                REVIEW.of(period.forReview()),
                RULES.of(period.at(Place.PRESCRIBING)),
                COUNTER.of(period.at(Place.COUNTER)),
                REASONS.of(period.reasons()));
    }

    private static List<Figure> summary(Period period) {
        return List.of(
                figure("report.signed_lines", period.lines()),
                figure("report.fires_prescribing", period.fires(Place.PRESCRIBING)),
                figure("report.interrupting", period.interrupting(Place.PRESCRIBING)),
                figure(
                        "report.fire_rate",
                        period.perThousandLines(period.fires(Place.PRESCRIBING))),
                figure(
                        "report.interrupting_rate",
                        period.perThousandLines(period.interrupting(Place.PRESCRIBING))),
                figure("report.overridden_prescribing", period.overridden(Place.PRESCRIBING)),
                figure("report.handed_out_lines", period.handedOut()),
                figure("report.fires_counter", period.fires(Place.COUNTER)),
                figure("report.overridden_counter", period.overridden(Place.COUNTER)),
                figure("report.for_review", period.forReview().size()));
    }

    private static Figure figure(String key, long value) {
        return new Figure(key, new Cell.Whole(value));
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
