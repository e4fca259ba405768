package org.clinicdesk.server.patient;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Finds who might already be registered as somebody typed in.
///
/// Two people are likely one when the same national identifier was told, or when they are alike in two of: name, birth
/// date, phone. A name is alike when one's words all occur in the other's, without accents and in any order, so that
/// "Anh Nguyen" is "Nguyễn Thị Ánh".
public final class Duplicates {

    /// In what two people are alike.
    public enum Likeness {
        NAME,
        BIRTH_DATE,
        PHONE,
        NATIONAL_ID
    }

    /// Somebody registered who is like the person typed in.
    public record Duplicate(Patient patient, Set<Likeness> alike) {}

    private static final int MOST = 10;

    private final Patients patients;

    Duplicates(Patients patients) {
        this.patients = patients;
    }

    /// Most alike first.
    public List<Duplicate> of(Person person) {
        var candidates = new LinkedHashMap<UUID, Patient>();
        gather(person, candidates);
        return candidates.values().stream()
                .map(patient -> new Duplicate(patient, alike(person, patient)))
                .filter(duplicate -> likely(duplicate.alike))
                .sorted(
                        Comparator.comparingInt((Duplicate duplicate) -> -duplicate.alike.size())
                                .thenComparing(duplicate -> duplicate.patient.number()))
                .limit(MOST)
                .toList();
    }

    private void gather(Person person, Map<UUID, Patient> candidates) {
        patients.byNationalId(person.nationalId())
                .ifPresent(patient -> candidates.put(patient.id(), patient));
        for (var phone : person.phones()) {
            add(candidates, patients.withTerm("p:" + Fold.digits(phone)));
        }
        if (!person.birthDate().text().isEmpty()) {
            add(
                    candidates,
                    patients.withTerm(
                            "b:" + person.birthDate().text(), Fold.words(person.name().full())));
        }
    }

    private static void add(Map<UUID, Patient> candidates, List<Patient> found) {
        found.forEach(patient -> candidates.put(patient.id(), patient));
    }

    private static boolean likely(Set<Likeness> alike) {
        return alike.contains(Likeness.NATIONAL_ID) || alike.size() >= 2;
    }

    private static Set<Likeness> alike(Person person, Patient patient) {
        var alike = EnumSet.noneOf(Likeness.class);
        if (sameName(person.name(), patient.name())) {
            alike.add(Likeness.NAME);
        }
        if (person.birthDate().agrees(patient.birthDate())) {
            alike.add(Likeness.BIRTH_DATE);
        }
        if (sharePhone(person.phones(), patient.phones())) {
            alike.add(Likeness.PHONE);
        }
        if (patient.nationalId().filter(person.nationalId()::equals).isPresent()) {
            alike.add(Likeness.NATIONAL_ID);
        }
        return alike;
    }

    private static boolean sameName(PersonName one, PersonName other) {
        var words = new HashSet<>(Fold.words(one.full()));
        var others = new HashSet<>(Fold.words(other.full()));
        return words.containsAll(others) || others.containsAll(words);
    }

    private static boolean sharePhone(List<String> one, List<String> other) {
        var digits = one.stream().map(Fold::digits).toList();
        return other.stream().map(Fold::digits).anyMatch(digits::contains);
    }
}
