package org.clinicdesk.server.drug;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/// One problem the checks found, or one thing they could not check.
///
/// `key` is the same for the same problem at the same level, whatever the order of the lines: an answer given to a
/// milder level is no answer to a graver one, and of a dose an answer to one amount none to another. `subject` is the INN of the medicine ordered, `object` what it collides
/// with; of an unchecked thing `subject` is its text and `object` is empty. `mechanism` is a code such as
/// `cyp3a4_inhibition`, of a contraindication its kind. `unknown` names what would make it graver if it were known to be
/// so ("eGFR", "Potassium"). `alternatives` are INN of what was checked for this person and would not interrupt.
/// `line` is that of the order. `dueDays` is in how many days to do what it asks for; 0: it asks for nothing on another day.
public record Finding(
        String key,
        FindingKind kind,
        Level level,
        Tier tier,
        String subject,
        String object,
        String effect,
        String management,
        String mechanism,
        List<String> unknown,
        List<String> alternatives,
        String ruleId,
        String source,
        String knowledgeVersion,
        boolean notReviewed,
        int line,
        int dueDays) {
    /// What follows in a key is the amount that was ordered.
    static final char AMOUNT = '@';

    public Finding {
        unknown = List.copyOf(unknown);
        alternatives = List.copyOf(alternatives);
    }

    /// Most dangerous first, then in an order that depends on nothing but the findings.
    static final Comparator<Finding> BY_DANGER =
            Comparator.comparing(Finding::tier, Comparator.reverseOrder())
                    .thenComparing(Finding::level, Comparator.reverseOrder())
                    .thenComparing(Finding::kind)
                    .thenComparingInt(Finding::line)
                    .thenComparing(Finding::key);

    Finding offering(List<String> others) {
        return new Finding(
                key,
                kind,
                level,
                tier,
                subject,
                object,
                effect,
                management,
                mechanism,
                unknown,
                others,
                ruleId,
                source,
                knowledgeVersion,
                notReviewed,
                line,
                dueDays);
    }

    /// The same in other words.
    Finding said(UnaryOperator<String> words) {
        return new Finding(
                key,
                kind,
                level,
                tier,
                words.apply(subject),
                words.apply(object),
                words.apply(effect),
                words.apply(management),
                mechanism,
                unknown.stream().map(words).toList(),
                alternatives,
                ruleId,
                source,
                knowledgeVersion,
                notReviewed,
                line,
                dueDays);
    }

    /// The key of a finding without the amount: the same alert, however often the dose is changed.
    public static String alert(String key) {
        int amount = key.indexOf(AMOUNT);
        return amount < 0 ? key : key.substring(0, amount);
    }
}
