package org.clinicdesk.client.prescription;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.contract.Directions;
import org.clinicdesk.patient.v1.Patient;
import org.clinicdesk.prescription.v1.Draft;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.record.v1.AllergyState;
import org.clinicdesk.record.v1.GetRecordResponse;
import org.clinicdesk.record.v1.Medication;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One prescription from the first letter to the signature: what is [written][LinesModel], [checked][CheckModel],
/// [kept][DraftKeeper] and [signed][SigningModel], and what stands between.
final class PrescriptionModel {

    private final Desk desk;
    private final PersonModel person;
    private final PastModel past;
    private final LinesModel written;
    private final SigningModel signing;
    private final DraftKeeper keeper;
    private final Tasks tasks;
    private final Tolerances tolerances;
    private final MedicineSearch search;
    private final CheckModel check;
    private final EarlySign early;
    private final ReadOnlyObjectWrapper<Obstacle> obstacle =
            new ReadOnlyObjectWrapper<>(Obstacle.EMPTY);
    private List<OrderLine> asked = List.of();

    PrescriptionModel(Desk desk, String patientId, String visitId) {
        this.desk = desk;
        this.person = new PersonModel(desk, patientId);
        this.past = new PastModel(desk, patientId);
        this.signing = new SigningModel(desk, patientId, visitId, this::refresh);
        this.written = new LinesModel(desk, past, person::weight, this::isSigned);
        this.keeper = new DraftKeeper(desk, patientId);
        this.tasks = new Tasks(desk, patientId);
        this.tolerances = new Tolerances(desk, patientId);
        this.search = new MedicineSearch(desk, written.draft());
        this.check = new CheckModel(desk, patientId, this::weighed);
        this.early = new EarlySign(desk, check);
        recheckOnChange();
        judgeOnChange();
        keepOnChange();
        recheck();
        keeper.restore(this::restore);
    }

    private void recheckOnChange() {
        var draft = written.draft();
        written.onChange(this::recheck);
        written.lines().addListener((InvalidationListener) change -> recheck());
        draft.settledProperty().addListener((property, before, now) -> recheck());
        List.of("dose", "unit", "times", "days", "then", "max", "route")
                .forEach(name ->
                        draft.get(name).addListener((property, before, now) -> recheckSettled()));
        draft.asNeeded().addListener((property, before, now) -> recheckSettled());
        person.weighed().addListener((property, before, now) -> check.again());
    }

    private void judgeOnChange() {
        InvalidationListener judged = change -> obstacle.set(judge());
        LineDraft.TYPED.forEach(name -> draft().get(name).addListener(judged));
        check.state().addListener(judged);
        signing.signing().property().addListener(judged);
        written.lines().addListener(judged);
        written.editing().addListener(judged);
        early.asked().addListener(judged);
        obstacle.addListener((property, before, now) -> early.follow(now, this::sign));
    }

    private void keepOnChange() {
        InvalidationListener keep = change -> keep();
        signing.signed().addListener((property, before, now) -> keeper.signed());
        LineDraft.TYPED.forEach(name -> draft().get(name).addListener(keep));
        List.of(draft().asNeeded(), draft().asWritten(), draft().settledProperty())
                .forEach(part -> part.addListener(keep));
        written.editing().addListener(keep);
        written.lines().addListener(keep);
        person.weighed().addListener(keep);
        check.state().addListener(keep);
        check.state().addListener((property, before, now) -> keepTasks());
    }

    private void keepTasks() {
        if (!isSigned()) {
            check.checked().ifPresent(it -> tasks.keep(it.answer().getFindingsList()));
        }
    }

    /// What was written before the desk went down comes back, unless something is written already.
    private void restore(Draft kept) {
        if (written.isEmpty() && !isSigned()) {
            check.restore(kept.getOverridesList());
            var keptOn =
                    Instant.ofEpochSecond(kept.getSavedAt().getSeconds())
                            .atZone(desk.session().zone())
                            .toLocalDate();
            if (kept.getWeightKg() > 0 && keptOn.equals(desk.today())) {
                person.weigh(BigDecimal.valueOf(kept.getWeightKg()));
            }
            written.restore(kept);
            desk.notices().reminder(desk.texts().get("prescription.draft.restored"));
        }
    }

    private void keep() {
        if (!isSigned()) {
            keeper.save(written.lines(), check.overrides(), written.typed(), weighed());
        }
    }

    PersonModel person() {
        return person;
    }

    PastModel past() {
        return past;
    }

    LinesModel written() {
        return written;
    }

    LineDraft draft() {
        return written.draft();
    }

    SigningModel signing() {
        return signing;
    }

    Tasks tasks() {
        return tasks;
    }

    Tolerances tolerances() {
        return tolerances;
    }

    DraftKeeper keeper() {
        return keeper;
    }

    MedicineSearch search() {
        return search;
    }

    CheckModel check() {
        return check;
    }

    ReadOnlyObjectProperty<Obstacle> obstacle() {
        return obstacle.getReadOnlyProperty();
    }

    /// kg, today; 0: as the record has it.
    private double weighed() {
        var weight = person.weighed().get();
        return weight == null ? 0 : weight.kg().doubleValue();
    }

    private boolean isSigned() {
        return signing.signed().get() != null;
    }

    boolean dirty() {
        return !isSigned() && !written.isEmpty();
    }

    /// Somebody else changed what is known of the person.
    void refresh() {
        person.read();
        past.readPrevious();
        if (!isSigned()) {
            check.again();
        }
    }

    private void recheckSettled() {
        if (draft().settled()) {
            recheck();
        }
    }

    /// Only when there is something else to check than before.
    private void recheck() {
        var wanted = written.checkable();
        if (!wanted.equals(asked) || check.checked().isEmpty()) {
            asked = wanted;
            check.check(wanted);
        }
    }

    private Obstacle judge() {
        if (signing.signing().is()) {
            return Obstacle.SIGNING;
        }
        if (!draft().isEmpty()) {
            return check.unanswered().isEmpty() ? Obstacle.NOT_ADDED : Obstacle.UNANSWERED;
        }
        if (written.isEmpty()) {
            return Obstacle.EMPTY;
        }
        return switch (check.state().get()) {
            case CheckModel.Checking() -> checking();
            case CheckModel.Failed(var _) -> Obstacle.NOT_CHECKED;
            case CheckModel.Checked checked when !checked.lines().equals(written.lines()) ->
                    checking();
            case CheckModel.Checked checked ->
                    check.unanswered().isEmpty() ? Obstacle.NONE : Obstacle.UNANSWERED;
        };
    }

    private Obstacle checking() {
        return early.isAsked(written.lines()) ? Obstacle.SIGNS_NEXT : Obstacle.CHECKING;
    }

    /// What was pressed before is done first. While the check is under way it is signed [after it][EarlySign].
    void sign() {
        if (search.awaited().isWaitedFor()) {
            search.awaited().then(this::sign);
            return;
        }
        switch (judge()) {
            case NONE -> signing.sign(check.checked().orElseThrow(), check.overrides(), weighed());
            case CHECKING -> early.ask(written.lines());
            default -> {}
        }
    }

    /// A medicine that the person takes; empty for the id of none.
    Optional<Medication> taken(String medicationId) {
        return record().stream()
                .flatMap(record -> record.getMedicationsList().stream())
                .filter(it -> it.getId().equals(medicationId))
                .findFirst();
    }

    /// The record, once it was read.
    Optional<GetRecordResponse> record() {
        return Optional.ofNullable(person.record().get());
    }

    /// Whether nothing is checked against allergies, for nobody asked about them.
    boolean allergiesNeverAsked() {
        return record().filter(it -> it.getAllergyState() == AllergyState.ALLERGY_STATE_NEVER_ASKED)
                .isPresent();
    }

    /// As the doctor reads it.
    Directions words() {
        return Directions.in(desk.texts().locale());
    }

    /// The language the patient reads.
    PatientWords patientWords() {
        var patient = person.patient().get();
        return new PatientWords(
                Optional.ofNullable(patient)
                        .map(Patient::getPerson)
                        .map(it -> it.getLanguage())
                        .orElse(""));
    }
}
