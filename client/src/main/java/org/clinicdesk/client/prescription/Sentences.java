package org.clinicdesk.client.prescription;

import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.contract.Directions;
import org.clinicdesk.prescription.v1.Dosage;

import java.util.Optional;

/// How a dosage reads. The doctor signs what he can read: in the language of his desk, and beside it what the paper says to
/// the patient where that is something else.
///
/// @param paper "On the paper (Vietnamese): …"; empty where the patient reads the same
record Sentences(String doctor, Optional<String> paper) {

    static Sentences of(Dosage dosage, Texts texts, PatientWords patient) {
        var own = Directions.in(texts.locale());
        var whole = patient.whole(dosage);
        if (own.whole(dosage).equals(whole) && dosage.getDirections().isBlank()) {
            return new Sentences(whole, Optional.empty());
        }
        var language = texts.get("prescription.language." + patient.language());
        return new Sentences(
                own.sentence(dosage),
                Optional.of(texts.get("prescription.preview", language, whole)));
    }
}
