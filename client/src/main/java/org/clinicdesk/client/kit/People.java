package org.clinicdesk.client.kit;

import org.clinicdesk.client.platform.Dates;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.common.v1.Gender;
import org.clinicdesk.common.v1.PersonLine;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says who somebody is, the same way on every screen.
public record People(Texts texts, LocalDate today) {

    /// `Female · 40 y · No. 000042-6`.
    public String line(PersonLine person) {
        return Stream.of(
                        gender(person.getGender()),
                        age(person.getBirthDate()),
                        number(person.getNumber()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /// `14 Mar 1986 · 40 y`, with a mark when it was estimated.
    public String born(PersonLine person) {
        if (person.getBirthDate().isEmpty()) {
            return "—";
        }
        var date = texts.dates().partial(person.getBirthDate());
        var marked = person.getBirthDateEstimated() ? texts.get("kit.estimated", date) : date;
        var age = age(person.getBirthDate());
        return age.isEmpty() ? marked : marked + " · " + age;
    }

    /// `40 y`, months below two years; empty when the birth date does not tell.
    public String age(String birthDate) {
        return Dates.ageInMonths(birthDate, today)
                .map(months ->
                        months < 24
                                ? texts.get("kit.age.months", months)
                                : texts.get("kit.age.years", months / 12))
                .orElse("");
    }

    public String gender(Gender gender) {
        return gender == Gender.GENDER_UNSPECIFIED || gender == Gender.UNRECOGNIZED
                ? ""
                : texts.get("kit.gender." + gender.name());
    }

    private String number(String number) {
        return number.isEmpty() ? "" : texts.get("kit.number", number);
    }
}
