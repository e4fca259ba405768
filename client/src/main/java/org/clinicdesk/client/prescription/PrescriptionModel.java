package org.clinicdesk.client.prescription;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.common.v1.File;
import org.clinicdesk.contract.Course;
import org.clinicdesk.contract.Directions;
import org.clinicdesk.patient.v1.Patient;
import org.clinicdesk.prescription.v1.Draft;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.GetPrescriptionPaperRequest;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.OrderSetItem;
import org.clinicdesk.prescription.v1.Prescription;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;
import org.clinicdesk.prescription.v1.SignPrescriptionRequest;
import org.clinicdesk.record.v1.GetRecordResponse;
import org.clinicdesk.record.v1.Medication;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One prescription from the first letter to the signature.
final class PrescriptionModel {

    /// The index of [#editing] while a new line is typed.
    static final int NEW = -1;

    private final Desk desk;
    private final String patientId;
    private final String visitId;
    private final PrescriptionServiceGrpc.PrescriptionServiceBlockingV2Stub prescriptions;
    private final PersonModel person;
    private final LineDraft draft;
    private final ReadOnlyIntegerWrapper filled = new ReadOnlyIntegerWrapper();
    private final PastModel past;
    private final DraftKeeper keeper;
    private final Tasks tasks;
    private final MedicineSearch search;
    private final CheckModel check;
    private final ObservableList<OrderLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper editing = new ReadOnlyIntegerWrapper(NEW);
    private final ReadOnlyObjectWrapper<Obstacle> obstacle =
            new ReadOnlyObjectWrapper<>(Obstacle.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable Prescription> signed =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable File> paper = new ReadOnlyObjectWrapper<>();
    private final Busy signing = new Busy();
    private final Busy printing = new Busy();
    private final InvalidationListener keep = change -> keep();
    private List<OrderLine> asked = List.of();
    private RequestId requestId = RequestId.fresh();

    PrescriptionModel(Desk desk, String patientId, String visitId) {
        this.desk = desk;
        this.patientId = patientId;
        this.visitId = visitId;
        this.prescriptions = PrescriptionServiceGrpc.newBlockingV2Stub(desk.channel());
        this.person = new PersonModel(desk, patientId);
        this.draft = new LineDraft(desk.today());
        this.past = new PastModel(desk, patientId);
        this.keeper = new DraftKeeper(desk, patientId);
        this.tasks = new Tasks(desk, patientId);
        this.search = new MedicineSearch(desk, draft);
        this.check = new CheckModel(desk, patientId);
        InvalidationListener changed = change -> recheck();
        lines.addListener(changed);
        draft.settledProperty().addListener((property, before, now) -> recheck());
        List.of("dose", "unit", "times", "days", "then", "max", "route")
                .forEach(name ->
                        draft.get(name).addListener((property, before, now) -> recheckSettled()));
        draft.asNeeded().addListener((property, before, now) -> recheckSettled());
        InvalidationListener judged = change -> obstacle.set(judge());
        LineDraft.TYPED.forEach(name -> draft.get(name).addListener(judged));
        check.state().addListener(judged);
        signing.property().addListener(judged);
        lines.addListener(judged);
        editing.addListener(judged);
        lines.addListener(keep);
        check.state().addListener(keep);
        recheck();
        keeper.restore(this::restore);
    }

    /// What was written before the desk went down comes back, unless something is written already.
    private void restore(Draft kept) {
        if (lines.isEmpty() && draft.isEmpty() && signed.get() == null) {
            check.restore(kept.getOverridesList());
            lines.setAll(kept.getLinesList());
            desk.notices().reminder(desk.texts().get("prescription.draft.restored"));
        }
    }

    private void keep() {
        if (signed.get() == null) {
            keeper.save(lines, check.overrides());
        }
    }

    PersonModel person() {
        return person;
    }

    PastModel past() {
        return past;
    }

    Tasks tasks() {
        return tasks;
    }

    DraftKeeper keeper() {
        return keeper;
    }

    /// Counts how often the form was filled by a click: the hands go on where something is missing.
    ReadOnlyIntegerProperty filled() {
        return filled.getReadOnlyProperty();
    }

    LineDraft draft() {
        return draft;
    }

    MedicineSearch search() {
        return search;
    }

    CheckModel check() {
        return check;
    }

    ObservableList<OrderLine> lines() {
        return lines;
    }

    /// Which line the form holds for a change; [#NEW] for none.
    ReadOnlyIntegerProperty editing() {
        return editing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Obstacle> obstacle() {
        return obstacle.getReadOnlyProperty();
    }

    /// What was signed; `null` until then.
    ReadOnlyObjectProperty<@Nullable Prescription> signed() {
        return signed.getReadOnlyProperty();
    }

    /// The paper that was fetched last.
    ReadOnlyObjectProperty<@Nullable File> paper() {
        return paper.getReadOnlyProperty();
    }

    Busy printing() {
        return printing;
    }

    boolean dirty() {
        return signed.get() == null && (!lines.isEmpty() || !draft.isEmpty());
    }

    /// Takes the typed line over, or shows what is wrong with it.
    ///
    /// @return whether it was taken
    boolean add() {
        var line = draft.line();
        if (line.isEmpty() || signed.get() != null) {
            return false;
        }
        var at = editing.get();
        editing.set(NEW);
        draft.clear();
        if (at == NEW) {
            lines.add(line.get());
        } else {
            lines.set(at, line.get());
        }
        return true;
    }

    /// Brings a line back into the form. What is being typed there must be added first: it is not thrown away.
    boolean edit(int index) {
        if (editing.get() == NEW && !draft.isEmpty()) {
            return false;
        }
        draft.load(lines.get(index));
        editing.set(index);
        recheck();
        return true;
    }

    void remove(int index) {
        if (editing.get() == index) {
            clearDraft();
        } else if (editing.get() > index) {
            editing.set(editing.get() - 1);
        }
        lines.remove(index);
    }

    /// Empties the form; a line that was being changed stays as it was.
    void clearDraft() {
        editing.set(NEW);
        draft.clear();
        recheck();
    }

    /// Drops what a finding is about, added already or still being typed.
    void removeFor(Finding finding) {
        var index = finding.getLine();
        if (index < lines.size()) {
            remove(index);
        } else {
            clearDraft();
        }
    }

    /// Takes lines of a set, or what was prescribed before. What is complete is added; the first that is not, such as a dose
    /// by weight of somebody whose weight nobody knows, comes into the form.
    void take(List<OrderSetItem> items) {
        for (var item : items) {
            var line = weighed(item);
            if (line.isPresent() && items.size() > 1) {
                lines.add(line.get());
            } else if (draft.isEmpty()) {
                draft.load(line.orElse(item.getOrder()));
                if (line.isEmpty()) {
                    draft.get("dose").set("");
                }
            } else {
                desk.notices()
                        .failed(
                                desk.texts()
                                        .get(
                                                "prescription.pick.left-out",
                                                item.getOrder().getMedicine()));
            }
        }
        recheck();
    }

    private Optional<OrderLine> weighed(OrderSetItem item) {
        if (!item.hasByWeight()) {
            return Optional.of(counted(item.getOrder()));
        }
        return record().flatMap(it -> ByWeight.Weight.of(it, desk.session().zone()))
                .flatMap(weight -> ByWeight.line(item.getOrder(), item.getByWeight(), weight.kg()))
                .map(this::counted);
    }

    private OrderLine counted(OrderLine line) {
        var units = Course.quantity(line.getDosage(), desk.today());
        return line.getQuantity() > 0 || units.isEmpty()
                ? line
                : line.toBuilder().setQuantity(units.getAsInt()).build();
    }

    /// Writes what is taken once more, as it was ordered; of what was not ordered here only the medicine is known.
    ///
    /// @param same as it is; else its dosage is to be said anew
    /// @return whether the form was free
    boolean renew(Medication medication, boolean same) {
        if (!draft.isEmpty()) {
            desk.notices().failed(desk.texts().get("prescription.renew.first"));
            return false;
        }
        var order =
                past.order(medication.getPrescriptionLineId())
                        .map(OrderLine::toBuilder)
                        .orElseGet(() ->
                                OrderLine.newBuilder()
                                        .setMedicineId(medication.getMedicineId())
                                        .setMedicine(medication.getText()));
        order.setReplaces(medication.getId());
        if (!order.getDosage().getUntil().isEmpty()) {
            order.getDosageBuilder().clearUntil();
        }
        draft.load(order.build());
        if (!same) {
            draft.get("dose").set("");
        }
        recheck();
        filled.set(filled.get() + 1);
        return true;
    }

    /// Puts another medicine in the place of the one a finding is about; how it is taken is to be said anew.
    ///
    /// @param inn what the checks offer, checked for this person already
    void useInstead(Finding finding, String inn) {
        var index = finding.getLine();
        var typed = index >= lines.size() || index == editing.get();
        if (!typed && !draft.isEmpty()) {
            desk.notices().failed(desk.texts().get("prescription.renew.first"));
            return;
        }
        var replaces = typed ? draft.replaces() : lines.get(index).getReplaces();
        if (!typed) {
            remove(index);
        }
        draft.load(
                OrderLine.newBuilder()
                        .setMedicineId("ing:" + inn)
                        .setMedicine(
                                inn.substring(0, 1).toUpperCase(Locale.ROOT) + inn.substring(1))
                        .setReplaces(replaces)
                        .build());
        recheck();
        filled.set(filled.get() + 1);
    }

    /// Somebody else changed what is known of the person.
    void refresh() {
        person.read();
        past.readPrevious();
        if (signed.get() == null) {
            check.again();
        }
    }

    private void recheckSettled() {
        if (draft.settled()) {
            recheck();
        }
    }

    /// Only when there is something else to check than before.
    private void recheck() {
        var wanted = checkable();
        if (!wanted.equals(asked) || check.checked().isEmpty()) {
            asked = wanted;
            check.check(wanted);
        }
    }

    /// The lines, with the one being typed in its place.
    private List<OrderLine> checkable() {
        var all = new ArrayList<>(lines);
        draft.checkable()
                .ifPresent(line -> {
                    if (editing.get() == NEW) {
                        all.add(line);
                    } else {
                        all.set(editing.get(), line);
                    }
                });
        return all;
    }

    private Obstacle judge() {
        if (signing.is()) {
            return Obstacle.SIGNING;
        }
        if (!draft.isEmpty()) {
            return check.unanswered().isEmpty() ? Obstacle.NOT_ADDED : Obstacle.UNANSWERED;
        }
        if (lines.isEmpty()) {
            return Obstacle.EMPTY;
        }
        return switch (check.state().get()) {
            case CheckModel.Checking() -> Obstacle.CHECKING;
            case CheckModel.Failed() -> Obstacle.NOT_CHECKED;
            case CheckModel.Checked checked when !checked.lines().equals(lines) ->
                    Obstacle.CHECKING;
            case CheckModel.Checked checked ->
                    check.unanswered().isEmpty() ? Obstacle.NONE : Obstacle.UNANSWERED;
        };
    }

    void sign() {
        if (judge() != Obstacle.NONE || signed.get() != null) {
            return;
        }
        var checked = check.checked().orElseThrow();
        var request =
                SignPrescriptionRequest.newBuilder()
                        .setPatientId(patientId)
                        .setVisitId(visitId)
                        .addAllLines(checked.lines())
                        .addAllOverrides(check.overrides())
                        .setMedicationsVersion(checked.answer().getMedicationsVersion())
                        .build();
        desk.calls()
                .call(() -> prescriptions.signPrescription(request))
                .once(requestId)
                .busy(signing)
                .refused(
                        "MEDICATIONS_CHANGED",
                        problem -> changedMeanwhile("prescription.refused.MEDICATIONS_CHANGED"))
                .refused(
                        "UNANSWERED_FINDINGS",
                        problem -> changedMeanwhile("prescription.refused.UNANSWERED_FINDINGS"))
                .refused(this::refused)
                .then(answer -> signed(answer.getPrescription()));
    }

    private void changedMeanwhile(String text) {
        requestId = RequestId.fresh();
        desk.notices().failed(desk.texts().get(text));
        refresh();
    }

    private void refused(Problem problem) {
        if (!problem.offline()) {
            requestId = RequestId.fresh();
        }
        desk.explain(problem);
    }

    private void signed(Prescription prescription) {
        requestId = RequestId.fresh();
        keeper.signed();
        signed.set(prescription);
        desk.notices().done(desk.texts().get("prescription.signed", prescription.getNumber()));
        print();
    }

    /// Fetches the paper; the server marks every one after the first as a copy.
    void print() {
        var prescription = signed.get();
        if (prescription == null || printing.is()) {
            return;
        }
        var request = GetPrescriptionPaperRequest.newBuilder().setId(prescription.getId()).build();
        desk.calls()
                .call(() -> prescriptions.getPrescriptionPaper(request))
                .busy(printing)
                .then(answer -> paper.set(answer.getFile()));
    }

    /// The record, once it was read.
    Optional<GetRecordResponse> record() {
        return Optional.ofNullable(person.record().get());
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
