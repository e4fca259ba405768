package org.clinicdesk.server.sample;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.patient.Gender;
import org.clinicdesk.server.patient.PartialDate;
import org.clinicdesk.server.patient.Person;
import org.clinicdesk.server.patient.PersonName;

import java.util.List;

/// The people of the sample clinic. All are invented.
public final class SamplePeople {

    private final Server.Clinic clinic;

    SamplePeople(Server.Clinic clinic) {
        this.clinic = clinic;
    }

    /// Somebody of the sample, in one line.
    private record Somebody(
            String family,
            String given,
            String born,
            Gender gender,
            String phone,
            String language) {}

    private static final List<Somebody> PEOPLE =
            List.of(
                    new Somebody(
                            "Nguyễn",
                            "Thị Ánh",
                            "1986-03-14",
                            Gender.FEMALE,
                            "+84 90 412 7781",
                            "vi"),
                    new Somebody(
                            "Nguyễn",
                            "Thị Bích Ngọc",
                            "1992-09-02",
                            Gender.FEMALE,
                            "+84 91 220 1145",
                            "vi"),
                    new Somebody(
                            "Nguyễn",
                            "Tấn Dũng",
                            "1958-01-21",
                            Gender.MALE,
                            "+84 28 3822 9911",
                            "vi"),
                    new Somebody(
                            "Nguyễn",
                            "Trọng Khôi",
                            "2019-07-30",
                            Gender.MALE,
                            "+84 97 118 0072",
                            "vi"),
                    new Somebody(
                            "Nguyễn",
                            "Thanh Tùng",
                            "1979-12-11",
                            Gender.MALE,
                            "+84 93 700 2210",
                            "vi"),
                    new Somebody(
                            "Phạm", "Văn Hùng", "1964-05-09", Gender.MALE, "+84 90 333 8120", "vi"),
                    new Somebody(
                            "Đỗ", "Quang Huy", "1990-11-02", Gender.MALE, "+84 98 201 4410", "vi"),
                    new Somebody(
                            "Võ",
                            "Thị Mỹ Duyên",
                            "1983-06-25",
                            Gender.FEMALE,
                            "+84 96 540 0087",
                            "vi"),
                    new Somebody(
                            "Trịnh",
                            "Hoài An",
                            "2001-08-17",
                            Gender.FEMALE,
                            "+84 94 881 3365",
                            "vi"),
                    new Somebody("Hồ", "Ngọc Lan", "1949", Gender.FEMALE, "+84 28 3930 1177", "vi"),
                    new Somebody(
                            "Fernández Peña",
                            "Lucía",
                            "2020-02-29",
                            Gender.FEMALE,
                            "+34 612 004 871",
                            "es"),
                    new Somebody(
                            "Pérez Ortega",
                            "Juan",
                            "1971-10-05",
                            Gender.MALE,
                            "+34 655 210 934",
                            "es"),
                    new Somebody(
                            "López Muñoz",
                            "María",
                            "1988-04-19",
                            Gender.FEMALE,
                            "+34 699 771 205",
                            "es"),
                    new Somebody(
                            "Ibáñez Gil",
                            "Íñigo",
                            "1955-07-07",
                            Gender.MALE,
                            "+34 611 390 552",
                            "es"),
                    new Somebody(
                            "Carter",
                            "Emily",
                            "1994-01-12",
                            Gender.FEMALE,
                            "+44 7700 900123",
                            "en"),
                    new Somebody(
                            "Grant", "Oliver", "1967-03-30", Gender.MALE, "+44 7700 900456", "en"),
                    new Somebody(
                            "Rahman",
                            "Aisha",
                            "1998-12-24",
                            Gender.FEMALE,
                            "+44 7700 900789",
                            "en"),
                    new Somebody(
                            "Müller", "Noah", "2016-09-15", Gender.MALE, "+49 1512 3456789", "en"),
                    new Somebody(
                            "Kim", "Grace", "1975-02-03", Gender.FEMALE, "+44 7700 900321", "en"),
                    new Somebody(
                            "Adams", "Henry", "1942-11-28", Gender.MALE, "+44 7700 900654", "en"));

    void register() {
        PEOPLE.forEach(somebody -> clinic.features().patient.patients().register(person(somebody)));
    }

    private static Person person(Somebody somebody) {
        return new Person(
                new PersonName(somebody.family, somebody.given, somebody.language.equals("vi")),
                new PartialDate(somebody.born),
                false,
                somebody.gender,
                List.of(somebody.phone),
                "",
                "",
                somebody.language,
                "",
                "");
    }
}
