package org.clinicdesk.client.prescription;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;

import org.clinicdesk.client.platform.Connection;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.FindingKind;
import org.clinicdesk.prescription.v1.GetCheckRequest;
import org.clinicdesk.prescription.v1.GetCheckResponse;
import org.clinicdesk.prescription.v1.KnownBody;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.Override;
import org.clinicdesk.prescription.v1.OverrideReason;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;
import org.clinicdesk.prescription.v1.Tier;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/// What the checks find, and what the doctor answers. A finding is never shown for lines it was not made of.
final class CheckModel {

    static final Duration PAUSE = Duration.ofMillis(200);

    private final Desk desk;
    private final String patientId;
    private final PrescriptionServiceGrpc.PrescriptionServiceBlockingV2Stub prescriptions;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Checking());
    private final BooleanProperty details = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<KnownBody> known =
            new ReadOnlyObjectWrapper<>(KnownBody.getDefaultInstance());
    private final Map<String, Override> answers = new HashMap<>();
    private final Lane lane = new Lane();
    private final DoubleSupplier weighed;
    private final ChangeListener<Connection.Line> back;
    private List<OrderLine> lines = List.of();

    /// How far the check of the lines is.
    sealed interface State {}

    record Checking() implements State {}

    /// Nothing is known of the lines.
    ///
    /// @param offline whether no server answered: it is checked again as soon as one does
    record Failed(boolean offline) implements State {}

    /// @param lines what was checked
    record Checked(List<OrderLine> lines, GetCheckResponse answer, Map<String, Override> answers)
            implements State {}

    /// @param weighed kg, today; 0: as the record has it
    CheckModel(Desk desk, String patientId, DoubleSupplier weighed) {
        this.desk = desk;
        this.patientId = patientId;
        this.weighed = weighed;
        this.prescriptions = PrescriptionServiceGrpc.newBlockingV2Stub(desk.channel());
        back = (property, before, now) -> checksAgain(now);
        desk.connection().line().addListener(new WeakChangeListener<>(back));
    }

    private void checksAgain(Connection.Line line) {
        if (state.get() instanceof Failed(boolean offline)
                && offline
                && line instanceof Connection.Line.Up) {
            again();
        }
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// What the person is checked with, as the last check had it.
    ReadOnlyObjectProperty<KnownBody> known() {
        return known.getReadOnlyProperty();
    }

    /// Whether findings that only belong into the details are shown.
    BooleanProperty details() {
        return details;
    }

    Optional<Checked> checked() {
        return state.get() instanceof Checked checked ? Optional.of(checked) : Optional.empty();
    }

    List<Finding> findings() {
        return checked().map(checked -> checked.answer().getFindingsList()).orElse(List.of());
    }

    /// Findings that stop the signing and have no answer.
    List<Finding> unanswered() {
        return findings().stream()
                .filter(finding -> finding.getTier() == Tier.TIER_INTERRUPTIVE)
                .filter(finding -> !answers.containsKey(finding.getKey()))
                .toList();
    }

    /// What could not be checked, of which a card each says why.
    List<Finding> unchecked() {
        return findings().stream()
                .filter(finding -> finding.getKind() == FindingKind.FINDING_KIND_UNCHECKED)
                .toList();
    }

    Optional<Override> answer(Finding finding) {
        return Optional.ofNullable(answers.get(finding.getKey()));
    }

    /// The answers to what is found now; an answer to something that is gone is not sent.
    List<Override> overrides() {
        return findings().stream()
                .filter(finding -> finding.getTier() == Tier.TIER_INTERRUPTIVE)
                .flatMap(finding -> answer(finding).stream())
                .distinct()
                .toList();
    }

    void answer(Finding finding, OverrideReason reason, String note) {
        answers.put(
                finding.getKey(),
                Override.newBuilder()
                        .setFindingKey(finding.getKey())
                        .setReason(reason)
                        .setNote(note.strip())
                        .build());
        redraw();
    }

    /// Answers that were given before the desk went down; those to what is found no longer are dropped by the next check.
    void restore(List<Override> given) {
        given.forEach(answer -> answers.put(answer.getFindingKey(), answer));
    }

    void takeBack(Finding finding) {
        answers.remove(finding.getKey());
        redraw();
    }

    /// Shows the same once more, for something beside the findings changed.
    void redraw() {
        checked()
                .ifPresent(
                        it -> state.set(new Checked(it.lines(), it.answer(), Map.copyOf(answers))));
    }

    /// Checks lines after a short pause; whatever was under way no longer counts.
    void check(List<OrderLine> wanted) {
        lines = List.copyOf(wanted);
        state.set(new Checking());
        var request =
                GetCheckRequest.newBuilder()
                        .setPatientId(patientId)
                        .addAllLines(lines)
                        .setWeightKg(weighed.getAsDouble())
                        .build();
        var asked = lines;
        desk.calls()
                .call(() -> prescriptions.getCheck(request))
                .latest(lane)
                .after(PAUSE)
                .refused(this::failed)
                .then(answer -> show(asked, answer));
    }

    /// The same lines once more: the server did not answer, or what the person takes has changed.
    void again() {
        check(lines);
    }

    private void show(List<OrderLine> asked, GetCheckResponse answer) {
        known.set(answer.getKnown());
        answers.keySet().retainAll(answer.getFindingsList().stream().map(Finding::getKey).toList());
        state.set(new Checked(asked, answer, Map.copyOf(answers)));
    }

    private void failed(Problem problem) {
        state.set(new Failed(problem.offline()));
        desk.explainUnread(problem);
    }
}
