package org.clinicdesk.client.visit;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.visit.v1.FinishVisitRequest;
import org.clinicdesk.visit.v1.FinishVisitResponse;
import org.clinicdesk.visit.v1.GetVisitRequest;
import org.clinicdesk.visit.v1.Visit;
import org.clinicdesk.visit.v1.VisitServiceGrpc;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// One visit: who it is, what may be done with it, and what follows from what is written.
final class VisitModel {

    /// Whoever has this role may write in everybody's visits.
    private static final String HEAD = "head-doctor";

    private static final String RECORD = "record";

    private final Desk desk;
    private final String id;
    private final VisitServiceGrpc.VisitServiceBlockingV2Stub visits;
    private final ReadOnlyObjectWrapper<@Nullable Visit> visit = new ReadOnlyObjectWrapper<>();
    private final ObservableSet<String> topics = FXCollections.observableSet();
    private final Writing writing = new Writing(this::typed);
    private final Keeping keeping;
    private final DiagnosisModel diagnosis;
    private final Lane reads = new Lane();
    private final Busy busy = new Busy();
    private Optional<Screen> record = Optional.empty();
    private Optional<Screen> called = Optional.empty();
    private RequestId finishing = RequestId.fresh();

    VisitModel(Desk desk, String id) {
        this.desk = desk;
        this.id = id;
        this.visits = VisitServiceGrpc.newBlockingV2Stub(desk.channel());
        this.keeping = new Keeping(desk, writing, visit, this::read);
        this.diagnosis = new DiagnosisModel(desk, writing);
        diagnosis.query().addListener(change -> keeping.forget(Keeping.State.DIAGNOSIS_OPEN));
    }

    /// As the server has it; `null` until it was read.
    ReadOnlyObjectProperty<@Nullable Visit> visit() {
        return visit.getReadOnlyProperty();
    }

    Writing writing() {
        return writing;
    }

    Keeping keeping() {
        return keeping;
    }

    DiagnosisModel diagnosis() {
        return diagnosis;
    }

    Busy busy() {
        return busy;
    }

    /// What is told when something of the visit or its person changed.
    ObservableSet<String> topics() {
        return topics;
    }

    /// The record beside the notes; empty until the visit was read, and for those who may not read it.
    Optional<Screen> record() {
        return record;
    }

    /// What can be done with somebody who was called and does not come; empty from the first word that was written.
    Optional<Screen> called() {
        return isWritten() ? Optional.empty() : called;
    }

    boolean isWritten() {
        var open = visit.get();
        return open == null || open.getWritten() || writing.dirty();
    }

    boolean mayWrite() {
        var open = visit.get();
        var caller = desk.session().desk();
        return open != null
                && !open.getFinished()
                && desk.may(VisitServiceGrpc.getSaveVisitMethod())
                && (open.getPractitionerId().equals(caller.getStaffId())
                        || caller.getRolesList().contains(HEAD));
    }

    boolean mayMeasure() {
        var open = visit.get();
        return open != null
                && !open.getFinished()
                && desk.may(VisitServiceGrpc.getSaveVitalsMethod());
    }

    boolean mayPrescribe() {
        return desk.has("prescription") && mayWrite();
    }

    String title() {
        var open = visit.get();
        return open == null ? desk.texts().get("visit.write.title") : open.getPerson().getName();
    }

    /// Reads again; what is typed stays, over what is new.
    void read() {
        var request = GetVisitRequest.newBuilder().setId(id).build();
        desk.calls()
                .call(() -> visits.getVisit(request))
                .latest(reads)
                .then(answer -> keeping.whenQuiet(() -> show(answer.getVisit())));
    }

    /// Something changed, or may have while nobody listened: what could not be kept before is kept now.
    void refresh() {
        read();
        record.ifPresent(screen -> screen.refresh().run());
    }

    private void show(Visit now) {
        var before = visit.get();
        if (before != null && before.getVersion() > now.getVersion()) {
            return;
        }
        var theirs = writing.follow(now) && before != null;
        if (before == null) {
            open(now);
        }
        visit.set(now);
        keeping.followed(theirs);
    }

    private void open(Visit now) {
        var patientId = now.getPerson().getPatientId();
        topics.add("patient/" + patientId);
        desk.patient().set(now.getPerson());
        record = beside(Place.of(RECORD, "panel").with("patient_id", patientId));
        if (!now.getWritten() && !now.getFinished()) {
            called = beside(Place.of("queue", "called").with("visit_id", id));
        }
    }

    /// A screen of another feature, inside this one.
    private Optional<Screen> beside(Place place) {
        return desk.features().stream()
                .filter(feature ->
                        feature.id().equals(place.feature()) && desk.may(feature.needs()))
                .findFirst()
                .map(feature -> feature.open(desk, place));
    }

    private void typed() {
        if (visit.get() != null) {
            keeping.soon();
        }
    }

    boolean maySeeAgain() {
        return desk.may(AppointmentServiceGrpc.getOrderFollowUpMethod());
    }

    /// Asks when the person is to be seen again.
    void seeAgain() {
        var open = visit.get();
        if (open != null) {
            desk.seeAgain(open.getPerson()).ifPresent(Runnable::run);
        }
    }

    /// Keeps what was typed and goes on to the prescription.
    void prescribe() {
        var open = visit.get();
        if (open != null && mayPrescribe()) {
            keeping.now(() ->
                    desk.navigator()
                            .go(
                                    Place.of("prescription", "write")
                                            .with("patient_id", open.getPerson().getPatientId())
                                            .with("visit_id", id)));
        }
    }

    /// Keeps what was typed, signs it and sends the person on. Nothing is signed while something on the screen is not kept.
    void finish() {
        if (busy.is() || !mayWrite()) {
            return;
        }
        if (!writing.vitals().valid()) {
            keeping.say(Keeping.State.VITALS_WRONG);
        } else if (diagnosis.pending()) {
            keeping.say(Keeping.State.DIAGNOSIS_OPEN);
        } else {
            keeping.now(this::sign);
        }
    }

    private void sign() {
        var open = visit.get();
        if (open == null || writing.dirty() || busy.is()) {
            return;
        }
        var request =
                FinishVisitRequest.newBuilder().setId(id).setVersion(open.getVersion()).build();
        desk.calls()
                .call(() -> visits.finishVisit(request))
                .once(finishing)
                .busy(busy)
                .refused(this::notFinished)
                .then(this::finished);
    }

    private void notFinished(Problem problem) {
        if (!problem.offline()) {
            finishing = RequestId.fresh();
        }
        desk.explain(problem);
        if (problem.is("NO_ASSESSMENT")) {
            writing.notes().errors().put("plan", "assessment");
        } else {
            read();
        }
    }

    private void finished(FinishVisitResponse answer) {
        finishing = RequestId.fresh();
        writing.kept(answer.getVisit());
        visit.set(answer.getVisit());
        var name = answer.getVisit().getPerson().getName();
        desk.notices().done(desk.texts().get("visit.finished", name));
        var here = Place.of("visit", "write").with("id", id);
        if (desk.has("queue") && desk.navigator().place().equals(Optional.of(here))) {
            desk.navigator().replace(Place.of("queue"));
        }
    }
}
