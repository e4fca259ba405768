package org.clinicdesk.server.exchange;

import org.clinicdesk.server.patient.Gender;
import org.clinicdesk.server.patient.PartialDate;
import org.clinicdesk.server.patient.Person;
import org.clinicdesk.server.patient.PersonName;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who a FHIR Patient is.
final class FhirPerson {

    /// Where the family name is written first.
    private static final Set<String> FAMILY_FIRST = Set.of("vi", "zh", "ja", "ko", "hu");

    /// HL7 v2 table 0203: social security number, national identifier.
    private static final String[] NATIONAL = {"SS", "NI"};

    private FhirPerson() {}

    /// @param now whoever is born by then, wherever the day comes first, is born
    /// @throws NotTaken NO_NAME, TOO_LONG, BIRTH_TO_COME
    static Person of(Patient patient, Instant now) {
        var language = language(patient);
        var phones =
                patient.getTelecom().stream()
                        .filter(contact ->
                                contact.getSystem() == ContactPoint.ContactPointSystem.PHONE
                                        || contact.getSystem()
                                                == ContactPoint.ContactPointSystem.SMS)
                        .map(ContactPoint::getValue)
                        .toList();
        FhirText.fit(String.join("\n", phones), 200);
        return new Person(
                name(patient.getName(), FAMILY_FIRST.contains(language)),
                birthDate(patient, LocalDate.ofInstant(now, ZoneOffset.MAX)),
                false,
                gender(patient),
                phones,
                FhirText.fit(email(patient), 120),
                FhirText.fit(address(patient.getAddressFirstRep()), 300),
                language,
                FhirText.fit(nationalId(patient), 40),
                "");
    }

    static boolean dead(Patient patient) {
        return patient.hasDeceasedDateTimeType()
                || patient.hasDeceasedBooleanType()
                        && patient.getDeceasedBooleanType().booleanValue();
    }

    /// The day of a death, if it is known.
    static Optional<LocalDate> died(Patient patient) {
        return patient.hasDeceasedDateTimeType()
                ? FhirText.day(patient.getDeceasedDateTimeType()).earliest()
                : Optional.empty();
    }

    private static PartialDate birthDate(Patient patient, LocalDate today) {
        var date = FhirText.day(patient.hasBirthDate() ? dateTime(patient) : null);
        if (date.earliest().filter(day -> day.isAfter(today)).isPresent()) {
            throw new NotTaken(Why.BIRTH_TO_COME);
        }
        return date;
    }

    private static org.hl7.fhir.r4.model.DateTimeType dateTime(Patient patient) {
        return new org.hl7.fhir.r4.model.DateTimeType(
                patient.getBirthDateElement().getValueAsString());
    }

    private static PersonName name(List<HumanName> names, boolean familyFirst) {
        var name =
                names.stream()
                        .filter(candidate -> candidate.getUse() == HumanName.NameUse.OFFICIAL)
                        .findFirst()
                        .or(() -> names.stream().findFirst())
                        .orElseThrow(() -> new NotTaken(Why.NO_NAME));
        var family = FhirText.fit(name.getFamily(), 80);
        var given = FhirText.fit(FhirText.given(name), 80);
        if (family.isEmpty() && given.isEmpty()) {
            given = FhirText.fit(name.getText(), 80);
        }
        if (family.isEmpty() && given.isEmpty()) {
            throw new NotTaken(Why.NO_NAME);
        }
        return new PersonName(family, given, familyFirst);
    }

    private static Gender gender(Patient patient) {
        return patient.getGender() == null
                ? Gender.UNKNOWN
                : switch (patient.getGender()) {
                    case FEMALE -> Gender.FEMALE;
                    case MALE -> Gender.MALE;
                    case OTHER -> Gender.OTHER;
                    case UNKNOWN, NULL -> Gender.UNKNOWN;
                };
    }

    private static String email(Patient patient) {
        return patient.getTelecom().stream()
                .filter(contact -> contact.getSystem() == ContactPoint.ContactPointSystem.EMAIL)
                .map(ContactPoint::getValue)
                .findFirst()
                .orElse("");
    }

    static String address(Address address) {
        if (address.hasText()) {
            return address.getText();
        }
        var lines = address.getLine().stream().map(line -> line.getValue());
        var rest =
                Stream.of(
                        address.getCity(),
                        address.getState(),
                        address.getPostalCode(),
                        address.getCountry());
        return Stream.concat(lines, rest)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    /// The primary subtag: "en-US" is "en".
    private static String language(Patient patient) {
        var code = patient.getCommunicationFirstRep().getLanguage().getCodingFirstRep().getCode();
        return code == null ? "" : FhirText.fit(code.split("-")[0].toLowerCase(Locale.ROOT), 10);
    }

    private static String nationalId(Patient patient) {
        return patient.getIdentifier().stream()
                .filter(identifier -> FhirText.has(identifier.getType(), NATIONAL))
                .map(identifier -> identifier.getValue())
                .findFirst()
                .orElse("");
    }
}
