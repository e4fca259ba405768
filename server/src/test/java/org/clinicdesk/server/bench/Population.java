package org.clinicdesk.server.bench;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.patient.Gender;
import org.clinicdesk.server.patient.PartialDate;
import org.clinicdesk.server.patient.Person;
import org.clinicdesk.server.patient.PersonName;
import org.clinicdesk.server.platform.Call;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// Invented people in the shares of a real town: four in ten are a Nguyễn.
final class Population {

    private static final List<String> FAMILIES =
            List.of(
                    "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ",
                    "García", "López", "Smith");
    private static final List<String> MIDDLES =
            List.of("Thị", "Văn", "Minh", "Ngọc", "Hữu", "Quang", "Thanh");
    private static final List<String> GIVENS =
            List.of(
                    "Ánh", "Bảo", "Châu", "Dũng", "Giang", "Hà", "Hùng", "Khôi", "Lan", "Long",
                    "Mai", "Nam", "Nga", "Oanh", "Phúc", "Quân", "Sơn", "Tâm", "Trang", "Tuấn",
                    "Uyên", "Vân", "Xuân", "Yến", "Đạt", "Đức");

    private Population() {}

    static Consumer<Server.Clinic> of(int count) {
        return clinic -> {
            var random = new Random(42);
            for (var done = 0; done < count; done += 500) {
                Call.system(
                        "population",
                        () ->
                                clinic.platform()
                                        .db()
                                        .write(() -> {
                                            for (var i = 0; i < 500; i++) {
                                                clinic.features()
                                                        .patient
                                                        .patients()
                                                        .register(person(random));
                                                if (i % 50 == 49) {
                                                    clinic.platform().db().session().flush();
                                                    clinic.platform().db().session().clear();
                                                }
                                            }
                                            return null;
                                        }));
            }
        };
    }

    private static Person person(Random random) {
        var given = one(MIDDLES, random) + " " + one(GIVENS, random);
        return new Person(
                new PersonName(one(FAMILIES, random), given, true),
                new PartialDate(
                        LocalDate.of(1930, 1, 1).plusDays(random.nextInt(35_000)).toString()),
                false,
                random.nextBoolean() ? Gender.FEMALE : Gender.MALE,
                List.of("+84 9" + (10_000_000 + random.nextInt(89_999_999))),
                "",
                "",
                "vi",
                "",
                "");
    }

    private static String one(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
