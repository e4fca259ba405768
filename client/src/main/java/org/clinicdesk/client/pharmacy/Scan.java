package org.clinicdesk.client.pharmacy;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.card.v1.CardServiceGrpc;
import org.clinicdesk.card.v1.GetScanRequest;
import org.clinicdesk.card.v1.GetScanResponse;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.pharmacy.v1.ListOpenRequest;
import org.clinicdesk.pharmacy.v1.PharmacyServiceGrpc;
import org.clinicdesk.prescription.v1.Prescription;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Follows a scanned code to the prescription that is to be handed out, or says why it leads to none.
final class Scan {

    /// Our codes begin so; what else is typed is a name or a number.
    static final String PREFIX = "CD1-";

    private final Desk desk;
    private final CardServiceGrpc.CardServiceBlockingV2Stub cards;
    private final PharmacyServiceGrpc.PharmacyServiceBlockingV2Stub pharmacy;
    private final BiConsumer<PersonLine, List<Prescription>> several;
    private final ReadOnlyObjectWrapper<Optional<Said>> said =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Lane lane = new Lane();
    private final Busy busy = new Busy();

    /// What came of a scan that opened nothing.
    enum Outcome {
        UNKNOWN_CODE,
        REVOKED,
        NOTHING_OPEN,
        SEVERAL,
        FAILED
    }

    /// @param detail whom it is about, or what went wrong; may be empty
    record Said(Outcome outcome, String detail) {}

    /// @param several takes the open prescriptions of somebody who has more than one
    Scan(Desk desk, BiConsumer<PersonLine, List<Prescription>> several) {
        this.desk = desk;
        this.several = several;
        this.cards = CardServiceGrpc.newBlockingV2Stub(desk.channel());
        this.pharmacy = PharmacyServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    boolean may() {
        return desk.may(CardServiceGrpc.getGetScanMethod());
    }

    /// What there is to say about the last scan.
    ReadOnlyObjectProperty<Optional<Said>> said() {
        return said.getReadOnlyProperty();
    }

    Busy busy() {
        return busy;
    }

    void dismiss() {
        said.set(Optional.empty());
    }

    void scanned(String code) {
        dismiss();
        var request = GetScanRequest.newBuilder().setCode(code).build();
        desk.calls()
                .call(() -> cards.getScan(request))
                .latest(lane)
                .busy(busy)
                .refused("UNKNOWN_CODE", problem -> say(Outcome.UNKNOWN_CODE, ""))
                .refused("REVOKED", problem -> say(Outcome.REVOKED, ""))
                .refused(this::failed)
                .then(this::found);
    }

    private void found(GetScanResponse scan) {
        desk.patient().set(scan.getPerson());
        if (!scan.getPrescriptionId().isEmpty()) {
            desk.navigator().go(PharmacyFeature.verify(scan.getPrescriptionId()));
            return;
        }
        desk.calls()
                .call(() -> pharmacy.listOpen(ListOpenRequest.getDefaultInstance()))
                .latest(lane)
                .busy(busy)
                .refused(this::failed)
                .then(answer ->
                        open(
                                scan.getPerson(),
                                answer.getPrescriptionsList().stream()
                                        .filter(p ->
                                                p.getPerson()
                                                        .getPatientId()
                                                        .equals(scan.getPerson().getPatientId()))
                                        .toList()));
    }

    private void open(PersonLine person, List<Prescription> theirs) {
        switch (theirs.size()) {
            case 0 -> say(Outcome.NOTHING_OPEN, person.getName() + " · " + person.getNumber());
            case 1 -> desk.navigator().go(PharmacyFeature.verify(theirs.getFirst().getId()));
            default -> {
                say(Outcome.SEVERAL, person.getName() + " · " + person.getNumber());
                several.accept(person, theirs);
            }
        }
    }

    private void failed(Problem problem) {
        say(Outcome.FAILED, problem.text(desk.texts()));
    }

    private void say(Outcome outcome, String detail) {
        said.set(Optional.of(new Said(outcome, detail)));
    }
}
