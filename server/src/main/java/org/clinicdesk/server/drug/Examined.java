package org.clinicdesk.server.drug;

import java.util.List;
import java.util.stream.Stream;

/// Whom new lines are checked for, with all that is known worked out once.
record Examined(Person person, List<Resolved> taken, List<Ended> ended, List<Allergen> allergies) {
    /// What was taken until lately.
    record Ended(EndedMedicine told, Contents contents) {}

    /// A medicine as written and what it turned out to hold.
    record Resolved(MedicineUse written, Contents contents) {
        static Resolved of(MedicineUse written, Knowledge knowledge) {
            return new Resolved(written, knowledge.contents(written));
        }
    }

    static Examined of(PatientFacts patient, Knowledge knowledge) {
        return new Examined(
                knowledge.person(patient),
                patient.medicines().stream().map(use -> Resolved.of(use, knowledge)).toList(),
                patient.ended().stream()
                        .map(told -> new Ended(told, knowledge.contents(told.medicine())))
                        .toList(),
                patient.allergies().stream()
                        .flatMap(told -> Allergen.of(told, knowledge).stream())
                        .toList());
    }

    /// The same person taking these too.
    Examined taking(Stream<Resolved> others) {
        return new Examined(
                person, Stream.concat(taken.stream(), others).toList(), ended, allergies);
    }
}
