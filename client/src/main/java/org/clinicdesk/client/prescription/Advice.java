package org.clinicdesk.client.prescription;

import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.FindingKind;
import org.clinicdesk.prescription.v1.Tier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is said once: a finding, or several interactions of one line whose advice is word for word the same. A finding that
/// wants an answer always stands alone.
///
/// @param findings at least one, in the order of the checks
record Advice(List<Finding> findings) {

    /// As few as there are different things to say, in the order of the first of each.
    static List<Advice> of(List<Finding> findings) {
        var alike = new LinkedHashMap<Object, List<Finding>>();
        findings.forEach(it -> alike.computeIfAbsent(words(it), any -> new ArrayList<>()).add(it));
        return alike.values().stream().map(Advice::new).toList();
    }

    /// What two findings share that are said as one.
    private static Object words(Finding finding) {
        return finding.getTier() == Tier.TIER_INTERRUPTIVE
                        || finding.getKind() != FindingKind.FINDING_KIND_INTERACTION
                ? finding
                : finding.toBuilder()
                        .clearKey()
                        .clearObject()
                        .clearObjectInn()
                        .clearRuleId()
                        .clearSource()
                        .clearMechanism()
                        .build();
    }

    Finding first() {
        return findings.getFirst();
    }

    /// "warfarin + amoxicillin, omeprazole"
    String partners() {
        var first = first();
        if (first.getKind() == FindingKind.FINDING_KIND_UNCHECKED) {
            return first.getSubject().isEmpty() ? first.getObject() : first.getSubject();
        }
        return Stream.of(first.getSubject(), each(Finding::getObject, ", "))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" + "));
    }

    /// A part of each, no two alike.
    String each(Function<Finding, String> part, String between) {
        return findings.stream()
                .map(part)
                .filter(it -> !it.isEmpty())
                .distinct()
                .collect(Collectors.joining(between));
    }
}
