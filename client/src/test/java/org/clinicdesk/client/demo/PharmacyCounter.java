package org.clinicdesk.client.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.input.KeyCode;

import org.clinicdesk.card.v1.CardServiceGrpc;
import org.clinicdesk.card.v1.GetCardRequest;
import org.clinicdesk.pharmacy.v1.ListStockRequest;
import org.clinicdesk.pharmacy.v1.Lot;
import org.clinicdesk.pharmacy.v1.PharmacyServiceGrpc;
import org.clinicdesk.prescription.v1.ListPrescriptionsRequest;
import org.clinicdesk.prescription.v1.Prescription;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;
import org.clinicdesk.prescription.v1.PrescriptionStatus;

import java.util.Map;

/// The pharmacist: scans the card, verifies with today's data, dispenses; the stock goes down.
final class PharmacyCounter {

    private final Hands hands;
    private final Witness witness;
    private int before;

    PharmacyCounter(Hands hands, Witness witness) {
        this.hands = hands;
        this.witness = witness;
    }

    Map<String, ClinicDay.Step> steps() {
        var steps = ClinicDay.steps();
        steps.put("pharmacy: scan the card: the open prescription is verified again", this::scan);
        steps.put("pharmacy: dispense from a lot: the stock goes down", this::dispense);
        return steps;
    }

    private void scan() {
        hands.key(KeyCode.F8);
        hands.see("pharmacy-open.found");
        before = onHand();
        hands.scan(card());
        hands.see("pharmacy-verify.dispense");
        hands.see("pharmacy-verify.line-0");
        hands.picture("20-verify");
    }

    private void dispense() {
        hands.press("pharmacy-verify.dispense");
        hands.see("pharmacy-verify.done");
        hands.picture("21-dispensed");
        hands.until(
                "the prescription done",
                () ->
                        prescription().getStatus()
                                == PrescriptionStatus.PRESCRIPTION_STATUS_COMPLETED);
        assertEquals(before - prescription().getLines(0).getDispensed(), onHand());
    }

    private int onHand() {
        return PharmacyServiceGrpc.newBlockingStub(witness.channel())
                .listStock(ListStockRequest.newBuilder().setText("clarithromycin").build())
                .getLotsList()
                .stream()
                .mapToInt(Lot::getOnHand)
                .sum();
    }

    private String card() {
        return CardServiceGrpc.newBlockingStub(witness.channel())
                .getCard(GetCardRequest.newBuilder().setPatientId(witness.patient()).build())
                .getCode();
    }

    private Prescription prescription() {
        return PrescriptionServiceGrpc.newBlockingStub(witness.channel())
                .listPrescriptions(
                        ListPrescriptionsRequest.newBuilder()
                                .setPatientId(witness.patient())
                                .build())
                .getPrescriptions(0);
    }
}
