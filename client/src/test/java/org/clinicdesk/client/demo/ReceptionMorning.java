package org.clinicdesk.client.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import javafx.scene.input.KeyCode;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;

/// The reception: finds, registers, books, prints the card, checks in.
final class ReceptionMorning {

    private final Hands hands;
    private final Witness witness;

    ReceptionMorning(Hands hands, Witness witness) {
        this.hands = hands;
        this.witness = witness;
    }

    Map<String, ClinicDay.Step> steps() {
        var steps = ClinicDay.steps();
        steps.put("reception: find a person as you type", this::find);
        return steps;
    }

    private void find() {
        hands.key(KeyCode.F3);
        hands.type("patient-search.query", "anh nguyen thi");
        hands.see("patient-search.open");
        hands.picture("01-find");
        assertEquals(1, found("anh nguyen thi"));
    }

    private int found(String text) {
        return PatientServiceGrpc.newBlockingStub(witness.channel())
                .searchPatients(SearchPatientsRequest.newBuilder().setText(text).build())
                .getHitsCount();
    }
}
