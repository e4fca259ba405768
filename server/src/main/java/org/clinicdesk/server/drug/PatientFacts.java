package org.clinicdesk.server.drug;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the checks know of a person: the medicines now taken, those that were taken until lately, the allergies that hold, the body, the conditions (ids of
/// `conditions.tsv`), the results, those that could not be read, and what is taken together without harm. What is not recorded as a condition is not there; every other thing that is not
/// recorded is not known.
public record PatientFacts(
        Traits traits,
        List<MedicineUse> medicines,
        List<EndedMedicine> ended,
        List<KnownAllergy> allergies,
        Set<String> conditions,
        List<LabResult> results,
        List<UnreadResult> unread,
        Set<ToleratedPair> toleratedPairs) {
    public PatientFacts {
        medicines = List.copyOf(medicines);
        ended = List.copyOf(ended);
        allergies = List.copyOf(allergies);
        conditions = Set.copyOf(conditions);
        results = List.copyOf(results);
        unread = List.copyOf(unread);
        toleratedPairs = Set.copyOf(toleratedPairs);
    }

    /// Of a person of whom no tolerance is known, and every result is read.
    public PatientFacts(
            Traits traits,
            List<MedicineUse> medicines,
            List<KnownAllergy> allergies,
            Set<String> conditions,
            List<LabResult> results) {
        this(traits, medicines, List.of(), allergies, conditions, results, List.of(), Set.of());
    }

    /// Of a person of whom nothing else is known.
    public PatientFacts(List<MedicineUse> medicines, List<KnownAllergy> allergies) {
        this(Traits.UNKNOWN, medicines, allergies, Set.of(), List.of());
    }

    /// The same person with other medicines.
    public PatientFacts taking(List<MedicineUse> others) {
        return new PatientFacts(
                traits, others, ended, allergies, conditions, results, unread, toleratedPairs);
    }

    /// The same person, who took these until lately.
    public PatientFacts after(List<EndedMedicine> before) {
        return new PatientFacts(
                traits, medicines, before, allergies, conditions, results, unread, toleratedPairs);
    }

    /// The newest result of a test.
    Optional<LabResult> latest(String lab) {
        return results.stream()
                .filter(result -> result.lab().equals(lab))
                .min(Comparator.comparingInt(LabResult::ageDays));
    }
}
