package org.clinicdesk.server.sample;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.patient.PartialDate;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.record.Allergy;
import org.clinicdesk.server.record.AllergyAnswer;
import org.clinicdesk.server.record.Coding;
import org.clinicdesk.server.record.Condition;
import org.clinicdesk.server.record.Encounter;
import org.clinicdesk.server.record.Medication;
import org.clinicdesk.server.record.Observation;
import org.clinicdesk.server.record.Records;
import org.clinicdesk.server.record.Taken;
import org.clinicdesk.server.visit.Notes;
import org.clinicdesk.server.visit.VitalSign;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is known of the health of the people of the sample clinic: some take medicines, some have allergies, one was
/// asked and knows of none, most were never asked.
final class SampleRecords {

    private static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";
    private static final String ANH = "Nguyễn Thị Ánh";
    private static final String HUNG = "Phạm Văn Hùng";
    private static final String DUNG = "Nguyễn Tấn Dũng";
    private static final String LAN = "Hồ Ngọc Lan";
    private static final String LUCIA = "Lucía Fernández Peña";
    private static final String JUAN = "Juan Pérez Ortega";
    private static final String EMILY = "Emily Carter";
    private static final String OLIVER = "Oliver Grant";
    private static final String HENRY = "Henry Adams";

    /// Somebody takes a product of the formulary.
    private record Takes(String who, String product, String dosage, String since) {}

    private static final List<Takes> MEDICINES =
            List.of(
                    new Takes(ANH, "simvastatin-20-mg-tablet", "1 tablet × 1/day, oral", "2024-05"),
                    new Takes(HUNG, "warfarin-5-mg-tablet", "1 tablet × 1/day, oral", "2023-11-20"),
                    new Takes(
                            HUNG, "bisoprolol-5-mg-tablet", "1 tablet × 1/day, oral", "2023-11-20"),
                    new Takes(DUNG, "metformin-850-mg-tablet", "1 tablet × 2/day, oral", "2019"),
                    new Takes(DUNG, "lisinopril-10-mg-tablet", "1 tablet × 1/day, oral", "2020-02"),
                    new Takes(
                            JUAN,
                            "allopurinol-100-mg-tablet",
                            "1 tablet × 1/day, oral",
                            "2025-01-15"),
                    new Takes(
                            EMILY,
                            "salbutamol-0-1-mg-actuation-inhaler",
                            "2 puffs × 4/day if needed, inhaled",
                            "2012"),
                    new Takes(
                            OLIVER,
                            "atorvastatin-40-mg-tablet",
                            "1 tablet × 1/day, oral",
                            "2022-08"),
                    new Takes(
                            OLIVER,
                            "acetylsalicylic-acid-100-mg-gastro-resistant-tablet",
                            "1 tablet × 1/day, oral",
                            "2022-08"),
                    new Takes(HENRY, "metformin-500-mg-tablet", "1 tablet × 2/day, oral", "2010"),
                    new Takes(
                            HENRY, "amlodipine-5-mg-tablet", "1 tablet × 1/day, oral", "2015-03"));

    /// Somebody cannot take something. No agent: the checks cannot heed it, and say so.
    private record Reacts(
            String who,
            String substance,
            String agent,
            String reaction,
            Allergy.Severity severity) {}

    private static final List<Reacts> ALLERGIES =
            List.of(
                    new Reacts(
                            ANH,
                            "Penicillin",
                            "group:penicillins",
                            "sốc phản vệ",
                            Allergy.Severity.SEVERE),
                    new Reacts(
                            EMILY,
                            "Co-trimoxazole",
                            "ing:sulfamethoxazole+ing:trimethoprim",
                            "rash",
                            Allergy.Severity.MODERATE),
                    new Reacts(LUCIA, "Cacahuete", "", "urticaria", Allergy.Severity.MODERATE));

    /// Somebody has a condition.
    private record Has(String who, String code, String name, String since) {}

    private static final List<Has> CONDITIONS =
            List.of(
                    new Has(ANH, "E78.0", "Tăng cholesterol máu", "2024-05"),
                    new Has(HUNG, "I48", "Rung nhĩ và cuồng nhĩ", "2023-11"),
                    new Has(DUNG, "E11.9", "Đái tháo đường típ 2 không biến chứng", "2019"),
                    new Has(DUNG, "I10", "Tăng huyết áp vô căn", "2020"),
                    new Has(JUAN, "M10.9", "Gota", "2024"),
                    new Has(EMILY, "J45.9", "Asthma", "2001"),
                    new Has(OLIVER, "I25.9", "Chronic ischaemic heart disease", "2022-08"),
                    new Has(HENRY, "E11.9", "Type 2 diabetes without complications", "2010"),
                    new Has(LAN, "M17.9", "Thoái hóa khớp gối", ""));

    /// What was measured of somebody so many days ago: mmHg, a minute, kilograms.
    private record Measured(
            String who, int daysAgo, int systolic, int diastolic, int pulse, double weight) {}

    private static final List<Measured> VITALS =
            List.of(
                    new Measured(ANH, 200, 118, 74, 72, 54.5),
                    new Measured(ANH, 20, 122, 78, 70, 55),
                    new Measured(HUNG, 30, 134, 82, 88, 71.2),
                    new Measured(DUNG, 90, 148, 92, 76, 78),
                    new Measured(DUNG, 14, 138, 86, 74, 77.1),
                    new Measured(EMILY, 60, 112, 70, 66, 61),
                    new Measured(HENRY, 45, 142, 80, 70, 82.4));

    /// Somebody was here, or elsewhere, so many days ago.
    private record Was(String who, int daysAgo, String reason, String practitioner) {}

    private static final List<Was> ENCOUNTERS =
            List.of(
                    new Was(ANH, 200, "Khám sức khỏe tổng quát", "Dr. Amara Okafor"),
                    new Was(ANH, 20, "Kiểm tra mỡ máu", "Dr. Amara Okafor"),
                    new Was(HUNG, 30, "Kiểm tra INR", "Dr. Trần Minh Đức"),
                    new Was(DUNG, 90, "Tái khám tiểu đường", "Dr. James Whitlow"),
                    new Was(DUNG, 14, "Tái khám huyết áp", "Dr. Trần Minh Đức"),
                    new Was(LUCIA, 120, "Revisión pediátrica", "Dr. Sofía Herrera"),
                    new Was(EMILY, 60, "Asthma review", "Dr. James Whitlow"),
                    new Was(HENRY, 45, "Diabetes review", "Dr. Amara Okafor"));

    private final Server.Clinic clinic;
    private final Records records;
    private final Instant now;
    private final Map<String, Patient> people;

    SampleRecords(Server.Clinic clinic) {
        this.clinic = clinic;
        this.records = clinic.features().record.records();
        this.now = clinic.platform().clock().instant().truncatedTo(ChronoUnit.SECONDS);
        this.people =
                clinic
                        .platform()
                        .db()
                        .session()
                        .createQuery("from Patient", Patient.class)
                        .list()
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        patient -> patient.name().full(), Function.identity()));
    }

    void fill() {
        MEDICINES.forEach(this::add);
        addUnknownRemedy();
        ALLERGIES.forEach(this::add);
        records.answered(
                new AllergyAnswer(
                        Ids.next(clinic.platform().clock()),
                        person(DUNG).id(),
                        true,
                        daysAgo(14),
                        null));
        CONDITIONS.forEach(this::add);
        VITALS.forEach(this::add);
        ENCOUNTERS.forEach(this::add);
    }

    /// What a doctor might have written on a visit of the day that is over.
    static Notes notes(String reason) {
        return new Notes(
                reason, "", List.of(), "Reassurance; come back if it does not get better.");
    }

    private Patient person(String name) {
        return Objects.requireNonNull(people.get(name), name);
    }

    private Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days));
    }

    private void add(Takes takes) {
        var medicine =
                clinic.features()
                        .drug
                        .knowledge()
                        .medicine("product:" + takes.product)
                        .orElseThrow();
        add(takes, new Taken(medicine.name(), medicine.id(), medicine.ingredients(), false));
    }

    private void add(Takes takes, Taken taken) {
        records.addMedication(
                Medication.imported(
                        Ids.next(clinic.platform().clock()),
                        person(takes.who).id(),
                        taken,
                        takes.dosage,
                        new PartialDate(takes.since),
                        true));
    }

    /// One that no check can heed.
    private void addUnknownRemedy() {
        add(
                new Takes(LAN, "", "2 lần một ngày", "2021"),
                new Taken("Thuốc nam gia truyền", "", List.of(), true));
    }

    private void add(Reacts reacts) {
        var told =
                new Allergy.Told(
                        reacts.substance,
                        reacts.agent,
                        Allergy.Type.ALLERGY,
                        Allergy.Certainty.CONFIRMED,
                        reacts.reaction,
                        reacts.severity);
        records.addAllergy(
                new Allergy(
                        Ids.next(clinic.platform().clock()),
                        person(reacts.who).id(),
                        told,
                        daysAgo(200),
                        null));
    }

    private void add(Has has) {
        records.addCondition(
                new Condition(
                        Ids.next(clinic.platform().clock()),
                        person(has.who).id(),
                        new Coding(ICD_10, has.code, has.name),
                        new PartialDate(has.since),
                        now,
                        null));
    }

    private void add(Measured measured) {
        add(measured, VitalSign.SYSTOLIC, measured.systolic);
        add(measured, VitalSign.DIASTOLIC, measured.diastolic);
        add(measured, VitalSign.PULSE, measured.pulse);
        add(measured, VitalSign.WEIGHT, measured.weight);
    }

    private void add(Measured measured, VitalSign sign, double number) {
        records.addObservation(
                new Observation(
                        Ids.next(clinic.platform().clock()),
                        person(measured.who).id(),
                        sign.code(),
                        daysAgo(measured.daysAgo),
                        sign.of(number),
                        true));
    }

    private void add(Was was) {
        var start = daysAgo(was.daysAgo);
        records.addEncounter(
                new Encounter(
                        Ids.next(clinic.platform().clock()),
                        person(was.who).id(),
                        start,
                        start.plus(Duration.ofMinutes(20)),
                        new Encounter.Circumstances(
                                "Consultation", was.reason, was.practitioner, SampleClinic.NAME)));
        person(was.who).visited(start.atZone(SampleClinic.ZONE).toLocalDate());
    }
}
