package org.clinicdesk.server.paper;

import java.util.List;

/// What a prescription says of allergies. That nobody asked is not that there are none.
public sealed interface Allergies {
    /// Nobody recorded whether there are any.
    record NotRecorded() implements Allergies {}

    /// The person was asked and knows of none.
    record NoneKnown() implements Allergies {}

    /// The last one on record was taken off; whether there is another nobody asked since.
    record NoneLeft() implements Allergies {}

    /// Each as it is to be read: "Penicillin (rash)".
    record Known(List<String> substances) implements Allergies {
        public Known {
            if (substances.isEmpty()) {
                throw new IllegalArgumentException("known allergies without a substance");
            }
            substances = List.copyOf(substances);
        }
    }

    /// As paper shows it.
    default String printed(Words words) {
        return switch (this) {
            case NotRecorded() -> words.text("paper.prescription.allergies.unknown");
            case NoneKnown() -> words.text("paper.prescription.allergies.none");
            case NoneLeft() -> words.text("paper.prescription.allergies.none-left");
            case Known(var substances) -> String.join("; ", substances);
        };
    }
}
