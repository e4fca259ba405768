package org.clinicdesk.server.patient;

import java.text.Normalizer;
import java.util.List;

/// Who somebody is, as it is asked at the desk. Texts are composed (NFC) and stripped; unknown ones are empty.
public record Person(
        PersonName name,
        PartialDate birthDate,
        boolean birthDateEstimated,
        Gender gender,
        List<String> phones,
        String email,
        String address,
        String language,
        String nationalId,
        String note) {

    public Person {
        name = new PersonName(clean(name.family()), clean(name.given()), name.familyFirst());
        phones = phones.stream().map(Person::clean).distinct().toList();
        email = clean(email);
        address = clean(address);
        nationalId = clean(nationalId);
        note = clean(note);
    }

    private static String clean(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }
}
