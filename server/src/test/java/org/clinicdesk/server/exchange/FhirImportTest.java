package org.clinicdesk.server.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.record.Allergy;
import org.clinicdesk.server.record.AllergyState;
import org.clinicdesk.server.record.Chart;
import org.clinicdesk.server.record.Condition;
import org.clinicdesk.server.record.Document;
import org.clinicdesk.server.record.Encounter;
import org.clinicdesk.server.record.Medication;
import org.clinicdesk.server.record.Observation;
import org.clinicdesk.server.site.Site;
import org.clinicdesk.server.staff.StaffMember;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// What the bundles become, imported once into a fresh clinic.
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FhirImportTest {

    private final ImportFixture clinic;
    private final ImportReport report;

    FhirImportTest(@TempDir Path folder) {
        clinic = ImportFixture.in(folder);
        report = clinic.run();
    }

    @AfterAll
    void stop() throws InterruptedException {
        clinic.close();
    }

    @Test
    void countsEveryEntryOnce() {
        assertTrue(report.adds(), report.table());
        assertEquals(27, report.read());
        assertEquals(15, report.stored());
        assertEquals(4, report.linked());
        assertEquals(8, report.notTaken());
    }

    @Test
    void listsEachEntryThatIsNotTakenWithItsReason() {
        var reasons = new TreeMap<Why, Long>();
        report.listed().forEach(entry -> reasons.merge(entry.why(), 1L, Long::sum));
        assertEquals(
                Map.of(
                        Why.KIND_NOT_KEPT, 1L,
                        Why.MALFORMED, 1L,
                        Why.NEGATION, 1L,
                        Why.NO_VALUE, 1L,
                        Why.NOT_HAPPENED, 2L,
                        Why.UNRESOLVED_REFERENCE, 1L,
                        Why.BUNDLE_REFUSED, 1L),
                reasons);
    }

    @Test
    void refusesABrokenBundleWithItsPositionAndStoresTheRest() {
        var refused = report.refused().getFirst();
        assertEquals(1, report.refused().size());
        assertEquals("#3 3-broken.json", refused.file());
        assertEquals(Why.NOT_JSON, refused.why());
        assertEquals(clinic.lines("3-broken.json"), refused.position().line());
        assertEquals(0, clinic.count("select count(*) from patient where family = 'Broken'"));
        assertEquals(1, clinic.count("select count(*) from patient where family = 'Quiroga Peña'"));
    }

    @Test
    void aVietnamesePersonIsFoundByHerName() {
        var found =
                clinic.server()
                        .inDatabase(() ->
                                clinic.server()
                                        .clinic()
                                        .features()
                                        .patient
                                        .patients()
                                        .search("anh 0101", 5));
        assertEquals(
                List.of("Nguyễn Thị Ánh"),
                found.stream().map(patient -> patient.name().full()).toList());
        assertEquals("1986-03", found.getFirst().birthDate().text());
        assertEquals("vi", patient(found.getFirst().id()).language());
    }

    private Patient patient(UUID id) {
        return clinic.server()
                .inDatabase(() -> clinic.server().clinic().features().patient.patients().get(id));
    }

    @Test
    void aSpanishPersonHasTheGivenNameFirst() {
        var lucia = clinic.one(Patient.class, "where nationalId = '12345678Z'");
        assertEquals("Lucía Quiroga Peña", lucia.name().full());
    }

    @Test
    void whoDiedOnADayThatIsNotKnownIsRecordedAsDead() {
        var lucia = clinic.one(Patient.class, "where nationalId = '12345678Z'");
        assertTrue(lucia.deceased());
        assertEquals(Optional.empty(), lucia.deceasedOn());
    }

    @Test
    void aMedicineIsResolvedByItsCodeThoughItComesAfterItsRequest() {
        var lisinopril = clinic.one(Medication.class, "where active");
        assertEquals(List.of("lisinopril"), lisinopril.taken().inn());
        assertFalse(lisinopril.taken().unchecked());
        assertEquals("1, 1 in 1.0 d", lisinopril.dosage());
        assertEquals("2026-03-02", lisinopril.since().text());
    }

    @Test
    void aMedicineWithoutAKnownCodeIsKeptUnchecked() {
        var other = clinic.one(Medication.class, "where not active");
        assertEquals("Thuốc nam", other.taken().text());
        assertTrue(other.taken().unchecked());
        assertEquals(List.of(), other.taken().inn());
    }

    @Test
    void anObservationFindsItsPersonInALaterBundle() {
        var weight = clinic.one(Observation.class, "where code.code = '29463-7'");
        assertEquals("61.50", weight.measured().shown());
        assertEquals(
                "Lucía",
                clinic.server()
                        .inDatabase(() ->
                                clinic.server()
                                        .clinic()
                                        .features()
                                        .patient
                                        .patients()
                                        .get(weight.patientId())
                                        .name()
                                        .given()));
    }

    @Test
    void aBloodPressureIsOneValue() {
        var pressure = clinic.one(Observation.class, "where code.code = '85354-9'");
        assertEquals("120/80", pressure.measured().shown());
        assertTrue(pressure.vital());
    }

    @Test
    void anEncounterFindsItsPractitionerAndSiteThatComeLater() {
        var encounter = clinic.one(Encounter.class, "");
        var member = clinic.one(StaffMember.class, "where name = 'Minh Quân Trần'");
        var site = clinic.one(Site.class, "where name = 'Phòng khám Sông Hương'");
        assertEquals(member.id(), encounter.practitionerId().orElseThrow());
        assertEquals(site.id(), encounter.siteId().orElseThrow());
        assertEquals(
                "2026-03-02T01:30",
                encounter.startedAt().atOffset(ZoneOffset.UTC).toLocalDateTime().toString());
    }

    @Test
    void anImportedPractitionerCannotSignIn() {
        var member = clinic.one(StaffMember.class, "where login = 'minh.quan.tran'");
        assertTrue(member.passwordHash().isEmpty());
        assertTrue(member.roles().isEmpty());
        assertEquals("General practice", member.specialty());
    }

    @Test
    void onlyAPractitionerOfAnEncounterCanBeBooked() {
        assertTrue(clinic.one(StaffMember.class, "where login = 'minh.quan.tran'").bookable());
        assertFalse(clinic.one(StaffMember.class, "where login = 'ana.ruiz'").bookable());
    }

    @Test
    void anAllergyIsCodedByTheKnowledgeAndAnaphylaxisIsSevere() {
        var aspirin = clinic.one(Allergy.class, "where substance = 'Aspirin'");
        assertEquals("ing:acetylsalicylic acid", aspirin.agent());
        assertEquals(Allergy.Severity.SEVERE, aspirin.severity());
        assertEquals(Allergy.Certainty.CONFIRMED, aspirin.certainty());
    }

    @Test
    void anAllergyThatIsNotCodedIsStoredAndNoted() {
        assertEquals("", clinic.one(Allergy.class, "where substance = 'Phấn hoa'").agent());
        assertEquals(1, report.notes().get("allergies stored that no check can heed"));
    }

    @Test
    void theChartSaysThatThereAreAllergiesAndMedicines() {
        var chart = clinic.one(Chart.class, "");
        assertEquals(AllergyState.RECORDED, chart.allergyState());
        assertEquals(1, chart.medicationsVersion());
    }

    @Test
    void aConditionKeepsItsPartialDates() {
        var condition = clinic.one(Condition.class, "");
        assertEquals("2025-11", condition.onset().text());
        assertEquals("2025-12-01", condition.abated().text());
        assertFalse(condition.active());
    }

    @Test
    void aNoteThatComesAsReportAndAsDocumentIsOneDocument() {
        var document = clinic.one(Document.class, "");
        assertEquals("Bệnh nhân khoẻ.", new String(document.content(), StandardCharsets.UTF_8));
    }

    @Test
    void theReportNamesNobody() {
        for (var text : List.of(report.table(), report.json())) {
            for (var name :
                    List.of(
                            "Nguyễn",
                            "Ánh",
                            "Quiroga",
                            "Lucía",
                            "Broken",
                            "12345678Z",
                            "555 0101")) {
                assertFalse(text.contains(name), name);
            }
        }
    }

    @Test
    void aFileNamedAfterAPersonIsToldByItsId() {
        var item =
                new Source.Item(
                        3,
                        "Ana_Ruiz_00000000-0000-4000-8000-000000000001.json",
                        java.io.InputStream.nullInputStream());
        assertEquals("#3 00000000-0000-4000-8000-000000000001.json", item.label());
    }

    @Test
    void leavesOneRowInTheAuditTrail() {
        assertEquals(1, clinic.count("select count(*) from audit where method = 'import'"));
    }
}
