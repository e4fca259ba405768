package org.clinicdesk.server.prescription;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.clinicdesk.server.drug.Finding;
import org.clinicdesk.server.drug.FindingKind;
import org.clinicdesk.server.drug.Level;
import org.clinicdesk.server.drug.Tier;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// A [Finding] as it was shown, in its own words and with the version of the knowledge, and the answer given to it.
///
/// @param notKnown one a line
/// @param alternatives INN of what was offered, one a line
/// @param answer null when none was needed or given
@Embeddable
public record AnsweredFinding(
        String findingKey,
        @Enumerated(EnumType.STRING) FindingKind kind,
        @Enumerated(EnumType.STRING) Level level,
        @Enumerated(EnumType.STRING) Tier tier,
        String subject,
        String object,
        String effect,
        String management,
        String ruleId,
        String source,
        String knowledgeVersion,
        boolean notReviewed,
        int line,
        String mechanism,
        String notKnown,
        String alternatives,
        @Enumerated(EnumType.STRING) @Nullable OverrideReason answer,
        String note) {

    public static AnsweredFinding of(Finding finding, @Nullable Answer answer) {
        return new AnsweredFinding(
                finding.key(),
                finding.kind(),
                finding.level(),
                finding.tier(),
                finding.subject(),
                finding.object(),
                finding.effect(),
                finding.management(),
                finding.ruleId(),
                finding.source(),
                finding.knowledgeVersion(),
                finding.notReviewed(),
                finding.line(),
                finding.mechanism(),
                String.join("\n", finding.unknown()),
                String.join("\n", finding.alternatives()),
                answer == null ? null : answer.reason(),
                answer == null ? "" : answer.note());
    }

    public Finding finding() {
        return new Finding(
                findingKey,
                kind,
                level,
                tier,
                subject,
                object,
                effect,
                management,
                mechanism,
                notKnown.lines().toList(),
                alternatives.lines().toList(),
                ruleId,
                source,
                knowledgeVersion,
                notReviewed,
                line,
                0);
    }

    public Optional<Answer> given() {
        return Optional.ofNullable(answer).map(reason -> new Answer(findingKey, reason, note));
    }
}
