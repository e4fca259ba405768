package org.clinicdesk.server.report;

import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.prescription.ShownAlerts.Place;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Reads which alerts were shown while prescribing and at the counter, and what became of them.
final class Alerts {

    private static final String TOGETHER = " \\+ ";

    private final Db db;
    private final Supplier<Knowledge> knowledge;

    Alerts(Db db, Supplier<Knowledge> knowledge) {
        this.db = db;
        this.knowledge = knowledge;
    }

    /// How often a rule was shown, overridden, or signed or handed out in spite of.
    ///
    /// @param wentOn with the alert standing: what interrupts was overridden then, what is beside the order was read
    /// @param reasons how often each, by its code
    record OfRule(
            Place place,
            String rule,
            String kind,
            String level,
            String tier,
            String example,
            long fires,
            long overridden,
            long wentOn,
            Map<String, Long> reasons) {

        /// Above which a rule is for review, and below how few fires nothing is said.
        private static final int REVIEW_PERCENT = 90;

        private static final int REVIEW_FIRES = 50;

        int overrideRate() {
            return fires == 0 ? 0 : (int) Math.round(100.0 * overridden / fires);
        }

        /// Overridden nearly always: either the rule is wrong here, or nobody reads it any more.
        boolean forReview() {
            return fires >= REVIEW_FIRES && overridden * 100 > fires * REVIEW_PERCENT;
        }

        String mainReason() {
            return reasons.entrySet().stream()
                    .max(
                            Map.Entry.<String, Long>comparingByValue()
                                    .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse("");
        }
    }

    /// How often a reason was given for going on in spite of a rule.
    record OfReason(String rule, Place place, String reason, long count) {}

    /// All rules of a period, the most often shown first; and how many lines were signed, and handed out, in it.
    record Period(List<OfRule> rules, long lines, long handedOut) {

        List<OfRule> at(Place place) {
            return rules.stream().filter(rule -> rule.place() == place).toList();
        }

        long fires(Place place) {
            return at(place).stream().mapToLong(OfRule::fires).sum();
        }

        long interrupting(Place place) {
            return at(place).stream()
                    .filter(rule -> rule.tier().equals("INTERRUPTIVE"))
                    .mapToLong(OfRule::fires)
                    .sum();
        }

        long overridden(Place place) {
            return at(place).stream().mapToLong(OfRule::overridden).sum();
        }

        List<OfRule> forReview() {
            return rules.stream().filter(OfRule::forReview).toList();
        }

        /// So that a rule which fires more rarely than once in a hundred lines does not look as if it never did.
        long perThousandLines(long fires) {
            return lines == 0 ? 0 : Math.round(1000.0 * fires / lines);
        }

        /// How often each reason was given for each rule, the most often first.
        List<OfReason> reasons() {
            return rules.stream()
                    .flatMap(rule ->
                            rule.reasons().entrySet().stream()
                                    .map(given ->
                                            new OfReason(
                                                    rule.rule(),
                                                    rule.place(),
                                                    given.getKey(),
                                                    given.getValue())))
                    .sorted(
                            Comparator.comparingLong(OfReason::count)
                                    .reversed()
                                    .thenComparing(OfReason::rule)
                                    .thenComparing(OfReason::reason))
                    .toList();
        }
    }

    /// @param to the last day
    Period between(LocalDate from, LocalDate to) {
        var reasons = reasons(from, to);
        var rules =
                db
                        .session()
                        .createNativeQuery(
                                """
                                select rule_id, kind, level, tier, min(subject || case when object = '' then '' else ' + ' end || object),
                                  count(*), count(answer), count(prescription_id), place
                                from alert_shown where on_day >= :from and on_day <= :to
                                group by rule_id, kind, level, tier, place
                                order by count(*) desc, rule_id, level, place\
                                """,
                                Object[].class)
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .list()
                        .stream()
                        .map(row -> rule(row, reasons))
                        .toList();
        return new Period(rules, lines(from, to), handedOut(from, to));
    }

    private OfRule rule(Object[] row, Map<String, Map<String, Long>> reasons) {
        var key = row[0] + "/" + row[2] + "/" + row[8];
        return new OfRule(
                Place.valueOf((String) row[8]),
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                said((String) row[4]),
                ((Number) row[5]).longValue(),
                ((Number) row[6]).longValue(),
                ((Number) row[7]).longValue(),
                reasons.getOrDefault(key, Map.of()));
    }

    /// Stored in the language of who was shown it.
    private String said(String example) {
        return Arrays.stream(example.split(TOGETHER))
                .map(part -> knowledge.get().said(part, Call.current().locale()))
                .collect(Collectors.joining(" + "));
    }

    private Map<String, Map<String, Long>> reasons(LocalDate from, LocalDate to) {
        var byRule = new HashMap<String, Map<String, Long>>();
        db.session()
                .createNativeQuery(
                        """
                        select rule_id, level, answer, count(*), place from alert_shown
                        where on_day >= :from and on_day <= :to and answer is not null
                        group by rule_id, level, answer, place\
                        """,
                        Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .list()
                .forEach(row ->
                        byRule.computeIfAbsent(
                                        row[0] + "/" + row[1] + "/" + row[4],
                                        key -> new HashMap<>())
                                .put((String) row[2], ((Number) row[3]).longValue()));
        return byRule;
    }

    private long lines(LocalDate from, LocalDate to) {
        return count(
                """
                select count(*) from prescription p
                join prescription_line l on l.prescription_id = p.id
                where cast(p.signed_at as date) >= :from and cast(p.signed_at as date) <= :to\
                """,
                from,
                to);
    }

    private long handedOut(LocalDate from, LocalDate to) {
        return count(
                """
                select count(distinct m.line_id) from dispensing d
                join medication_dispense m on m.dispensing_id = d.id
                where cast(d.at as date) >= :from and cast(d.at as date) <= :to\
                """,
                from,
                to);
    }

    private long count(String sql, LocalDate from, LocalDate to) {
        return ((Number)
                        db.session()
                                .createNativeQuery(sql, Object.class)
                                .setParameter("from", from)
                                .setParameter("to", to)
                                .getSingleResult())
                .longValue();
    }
}
