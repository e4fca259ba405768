package org.clinicdesk.server.pharmacy;

import org.clinicdesk.server.drug.Finding;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.prescription.Answer;
import org.clinicdesk.server.prescription.AnsweredFinding;
import org.clinicdesk.server.prescription.Prescription;
import org.clinicdesk.server.prescription.PrescriptionChecks;
import org.clinicdesk.server.prescription.PrescriptionLine;
import org.clinicdesk.server.prescription.Prescriptions;
import org.clinicdesk.server.prescription.ShownAlerts;
import org.clinicdesk.server.prescription.ShownAlerts.Place;
import org.clinicdesk.server.record.Records;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Hands medicines out. What could change under it is locked first and then read: the prescription, the person's chart,
/// the lots in the order of their ids; always in this order, so that nobody waits in a circle.
final class Dispensary {

    /// So many keys of unanswered findings are told; the desk reads all of them again.
    private static final int KEYS_TOLD = 8;

    private final Db db;
    private final Clock clock;
    private final Patients patients;
    private final Stock stock;
    private final Records records;
    private final Prescriptions prescriptions;
    private final CounterChecks checks;
    private final ShownAlerts shown;
    private final Substitution substitution;

    /// So much of a line from a lot.
    record Item(UUID lineId, UUID lotId, int quantity) {}

    /// What somebody wants to hand out.
    record Wish(UUID prescriptionId, long version, List<Item> items, List<Answer> answers) {
        Set<UUID> lines() {
            return items.stream().map(Item::lineId).collect(Collectors.toSet());
        }
    }

    /// What was handed out: the prescription and the lots as they are now.
    record Handed(Prescription prescription, List<Lot> lots) {}

    /// The lots that a line can come from, first to expire first.
    ///
    /// @param expired how many others are on the shelf and have expired
    /// @param otherStrength how many others are on the shelf and do not give the dose or the course
    record Offer(PrescriptionLine line, List<Lot> lots, int expired, int otherStrength) {}

    Dispensary(
            Db db,
            Clock clock,
            Patients patients,
            Stock stock,
            Records records,
            Prescriptions prescriptions,
            CounterChecks checks,
            ShownAlerts shown,
            Substitution substitution) {
        this.db = db;
        this.clock = clock;
        this.patients = patients;
        this.stock = stock;
        this.records = records;
        this.prescriptions = prescriptions;
        this.checks = checks;
        this.shown = shown;
        this.substitution = substitution;
    }

    /// What each line of which something is left can come from.
    List<Offer> offers(Prescription prescription) {
        var lines = prescription.lines().stream().filter(line -> line.left() > 0).toList();
        var shelf =
                stock.of(
                        stock.onShelf().stream()
                                .filter(product ->
                                        lines.stream()
                                                .anyMatch(line ->
                                                        substitution.serves(product, line)
                                                                || substitution.otherStrength(
                                                                        product, line)))
                                .toList());
        return lines.stream().map(line -> offer(line, shelf)).toList();
    }

    private Offer offer(PrescriptionLine line, List<Lot> shelf) {
        var today = stock.today();
        var lots =
                shelf.stream().filter(lot -> substitution.serves(lot.productId(), line)).toList();
        var good = lots.stream().filter(lot -> !lot.expired(today)).toList();
        var others =
                shelf.stream()
                        .filter(lot -> !lot.expired(today))
                        .filter(lot -> substitution.otherStrength(lot.productId(), line))
                        .count();
        return new Offer(line, good, lots.size() - good.size(), (int) others);
    }

    /// Hands out all of it or nothing. @throws Refusal DECEASED, NOT_OPEN, EXPIRED, TOO_MUCH, UNANSWERED_FINDINGS, WRONG_PRODUCT,
    /// WRONG_STRENGTH, EXPIRED_LOT, OUT_OF_STOCK
    Handed dispense(Wish wish, UUID by) {
        var prescription = prescriptions.forUpdate(wish.prescriptionId, wish.version);
        patients.living(prescription.patientId());
        refuseWhatIsNotLeft(prescription, wish);
        records.chartForUpdate(prescription.patientId());
        var answered = answered(prescription, wish, by);
        var dispensing =
                new Dispensing(Ids.next(clock), prescription.id(), by, clock.instant(), answered);
        db.session().persist(dispensing);
        shown.wentOn(Place.COUNTER, by, stock.today(), prescription, answered);
        var lots = stock.lock(wish.items.stream().map(Item::lotId).toList());
        wish.items.forEach(item ->
                hand(dispensing, prescription, item, Objects.requireNonNull(lots.get(item.lotId))));
        return new Handed(prescription, List.copyOf(lots.values()));
    }

    private void refuseWhatIsNotLeft(Prescription prescription, Wish wish) {
        if (!prescription.open()) {
            throw new Refusal(PharmacyRefusal.NOT_OPEN);
        }
        if (prescription.expired(stock.today())) {
            throw new Refusal(PharmacyRefusal.EXPIRED);
        }
        var asked =
                wish.items.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Item::lineId, Collectors.summingInt(Item::quantity)));
        asked.forEach((id, quantity) -> {
            var line = prescription.line(id);
            if (line.stopped()) {
                throw new Refusal(PharmacyRefusal.NOT_OPEN, Map.of("line", id.toString()));
            }
            if (quantity > line.left()) {
                throw new Refusal(
                        PharmacyRefusal.TOO_MUCH,
                        Map.of("line", id.toString(), "left", Integer.toString(line.left())));
            }
        });
    }

    /// What is found today of what is left; the pharmacist has seen it now. @param early as the checks have them
    List<Finding> show(Prescription prescription, List<CounterChecks.Early> early, UUID by) {
        var lines =
                prescription.lines().stream()
                        .filter(line -> line.left() > 0)
                        .map(PrescriptionLine::id)
                        .toList();
        return show(prescription, lines, early, by);
    }

    private List<Finding> show(
            Prescription prescription,
            Collection<UUID> lines,
            List<CounterChecks.Early> early,
            UUID by) {
        var findings = checks.findings(prescription, lines, early);
        var answered = byTheDoctor(prescription);
        shown.shown(
                Place.COUNTER,
                by,
                prescription.patientId(),
                stock.today(),
                findings.stream().filter(it -> !answered.contains(it.key())).toList());
        return findings;
    }

    private static Set<String> byTheDoctor(Prescription prescription) {
        return prescription.findings().stream()
                .flatMap(it -> it.given().stream())
                .map(Answer::findingKey)
                .collect(Collectors.toSet());
    }

    private List<AnsweredFinding> answered(Prescription prescription, Wish wish, UUID by) {
        var answers =
                wish.answers.stream()
                        .collect(
                                Collectors.toMap(
                                        Answer::findingKey,
                                        Function.identity(),
                                        (first, _) -> first));
        var findings = show(prescription, wish.lines(), checks.early(prescription), by);
        var keys = new HashSet<>(byTheDoctor(prescription));
        keys.addAll(answers.keySet());
        Answer.refuseUnfitAtCounter(wish.answers, findings);
        refuseUnanswered(PrescriptionChecks.unanswered(findings, keys));
        return findings.stream()
                .map(finding -> AnsweredFinding.of(finding, answers.get(finding.key())))
                .toList();
    }

    private static void refuseUnanswered(List<Finding> unanswered) {
        if (!unanswered.isEmpty()) {
            var keys =
                    unanswered.stream()
                            .limit(KEYS_TOLD)
                            .map(Finding::key)
                            .collect(Collectors.joining("\n"));
            throw new Refusal(
                    PharmacyRefusal.UNANSWERED_FINDINGS,
                    Map.of("keys", keys, "count", Integer.toString(unanswered.size())));
        }
    }

    private void hand(Dispensing dispensing, Prescription prescription, Item item, Lot lot) {
        refuse(prescription.line(item.lineId), lot, item);
        var dispense =
                new MedicationDispense(
                        Ids.next(clock), dispensing.id(), item.lineId, lot.id(), item.quantity);
        db.session().persist(dispense);
        stock.takeOut(lot, item.quantity, dispense.id());
        prescription.dispense(item.lineId, item.quantity);
    }

    private void refuse(PrescriptionLine line, Lot lot, Item item) {
        var which = line.id().toString();
        if (substitution.otherStrength(lot.productId(), line)) {
            throw new Refusal(PharmacyRefusal.WRONG_STRENGTH, Map.of("line", which));
        }
        if (!substitution.serves(lot.productId(), line)) {
            throw new Refusal(PharmacyRefusal.WRONG_PRODUCT, Map.of("line", which));
        }
        if (lot.expired(stock.today())) {
            throw new Refusal(PharmacyRefusal.EXPIRED_LOT, Map.of("line", which));
        }
        if (lot.onHand() < item.quantity) {
            throw new Refusal(
                    PharmacyRefusal.OUT_OF_STOCK,
                    Map.of("line", which, "available", Integer.toString(lot.onHand())));
        }
    }
}
