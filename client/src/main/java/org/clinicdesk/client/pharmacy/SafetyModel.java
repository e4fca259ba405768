package org.clinicdesk.client.pharmacy;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

import org.clinicdesk.pharmacy.v1.GetDispensingResponse;
import org.clinicdesk.pharmacy.v1.GetDispensingResponse.EarlyRefill;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.Override;
import org.clinicdesk.prescription.v1.OverrideReason;
import org.clinicdesk.prescription.v1.Prescription;
import org.clinicdesk.prescription.v1.Prescription.AnsweredFinding;
import org.clinicdesk.prescription.v1.Tier;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// What the checks found today, what the doctor answered when he signed, and what the pharmacist answers now.
final class SafetyModel {

    private Prescription prescription = Prescription.getDefaultInstance();
    private List<Finding> findings = List.of();
    private List<EarlyRefill> early = List.of();
    private final Map<String, Reply> replies = new HashMap<>();
    private final Set<String> demanded = new HashSet<>();
    private final ObservableSet<String> missing = FXCollections.observableSet();

    /// An answer while it is given: the name of a coded reason, and a note.
    record Reply(StringProperty reason, StringProperty note) {
        Reply() {
            this(new SimpleStringProperty(""), new SimpleStringProperty(""));
        }
    }

    void load(GetDispensingResponse answer) {
        prescription = answer.getPrescription();
        early = answer.getEarlyList();
        findings =
                answer.getFindingsList().stream()
                        .sorted(
                                Comparator.comparing((Finding finding) -> !open(finding))
                                        .thenComparing(finding -> -finding.getTierValue())
                                        .thenComparing(finding -> -finding.getLevelValue()))
                        .toList();
    }

    /// What still wants an answer first, then most dangerous first.
    List<Finding> findings() {
        return findings;
    }

    /// What should be left, when that is what a finding is about.
    Optional<EarlyRefill> early(Finding finding) {
        return early.stream().filter(it -> it.getFindingKey().equals(finding.getKey())).findFirst();
    }

    /// What the doctor was shown and is not found any more.
    List<AnsweredFinding> gone() {
        var keys = findings.stream().map(Finding::getKey).toList();
        return prescription.getFindingsList().stream()
                .filter(shown -> !keys.contains(shown.getFinding().getKey()))
                .toList();
    }

    /// What the doctor answered; empty when he was not asked or did not have to.
    Optional<Override> doctor(Finding finding) {
        return prescription.getFindingsList().stream()
                .filter(shown ->
                        shown.hasAnswer()
                                && shown.getAnswer().getFindingKey().equals(finding.getKey()))
                .map(AnsweredFinding::getAnswer)
                .findFirst();
    }

    /// Whether somebody must still answer, if what it is about is handed out.
    boolean open(Finding finding) {
        return finding.getTier() == Tier.TIER_INTERRUPTIVE && doctor(finding).isEmpty();
    }

    Reply reply(Finding finding) {
        return replies.computeIfAbsent(
                finding.getKey(),
                key -> {
                    var reply = new Reply();
                    reply.reason().addListener(change -> missing.remove(key));
                    return reply;
                });
    }

    /// Keys of the findings without the answer that is needed now.
    ObservableSet<String> missing() {
        return missing;
    }

    /// The server says that these want an answer.
    void demand(String keys) {
        demanded.addAll(keys.lines().toList());
        missing.addAll(keys.lines().toList());
    }

    /// Sees what must be answered before this can be handed out.
    ///
    /// @param handed whether something of the line with this index is handed out
    /// @return whether nothing is missing
    boolean check(IntPredicate handed) {
        missing.clear();
        findings.stream()
                .filter(this::open)
                .filter(finding -> demanded.contains(finding.getKey()) || concerns(finding, handed))
                .filter(finding -> reply(finding).reason().get().isEmpty())
                .forEach(finding -> missing.add(finding.getKey()));
        return missing.isEmpty();
    }

    /// About a line that is handed out, or about something in one.
    private boolean concerns(Finding finding, IntPredicate handed) {
        return handed.test(finding.getLine())
                || IntStream.range(0, prescription.getLinesCount())
                        .filter(handed)
                        .mapToObj(prescription::getLines)
                        .anyMatch(
                                line -> line.getIngredientsList().contains(finding.getObjectInn()));
    }

    /// The pharmacist's answers, to open findings only.
    List<Override> overrides() {
        return findings.stream()
                .filter(this::open)
                .filter(finding -> !reply(finding).reason().get().isEmpty())
                .map(finding ->
                        Override.newBuilder()
                                .setFindingKey(finding.getKey())
                                .setReason(OverrideReason.valueOf(reply(finding).reason().get()))
                                .setNote(reply(finding).note().get().strip())
                                .build())
                .toList();
    }

    boolean touched() {
        return replies.values().stream()
                .anyMatch(
                        reply -> !reply.reason().get().isEmpty() || !reply.note().get().isBlank());
    }
}
