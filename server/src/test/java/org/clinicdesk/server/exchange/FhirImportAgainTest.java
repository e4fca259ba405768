package org.clinicdesk.server.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.record.Encounter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Imports more than once, or of something else than a folder.
@Tag("database")
class FhirImportAgainTest {

    private static final String CODES = "medicine codes seen";

    private final ImportFixture clinic;

    FhirImportAgainTest(@TempDir Path folder) {
        clinic = ImportFixture.in(folder);
    }

    @AfterEach
    void stop() throws InterruptedException {
        clinic.close();
    }

    @Test
    void aSecondImportChangesNothing() {
        var first = clinic.run();
        var before = clinic.counts();
        var again = clinic.run();
        assertEquals(before, clinic.counts());
        assertEquals(0, again.stored());
        assertEquals(27, again.read());
        assertTrue(again.adds(), again.table());
        assertTrue(first.notes().get(CODES) > 1);
        for (var note :
                List.of(
                        CODES,
                        "medicine codes resolved to ingredients",
                        "medicine code not known: 99999999 Thuốc nam")) {
            assertNotNull(first.notes().get(note), note);
            assertEquals(first.notes().get(note), again.notes().get(note), note);
        }
    }

    @Test
    void aRepairedBundleIsTakenByTheNextImport() throws IOException {
        clinic.run();
        var repaired =
                Files.readString(clinic.folder().resolve("3-broken.json"))
                        + "ma\"},\"subject\":{\"reference\":"
                        + "\"urn:uuid:00000000-0000-4000-8000-000000000040\"}}}]}";
        Files.writeString(clinic.folder().resolve("3-broken.json"), repaired);
        var report = clinic.run();
        assertEquals(List.of(), report.refused());
        assertEquals(2, report.stored());
    }

    @Test
    void aFileThatIsNoBundleIsRefused() throws IOException {
        Files.writeString(
                clinic.folder().resolve("6.json"),
                "{\"resourceType\": \"Patient\", \"id\": \"1\"}");
        Files.writeString(clinic.folder().resolve("7.json"), "");
        assertEquals(
                List.of(Why.NOT_JSON, Why.NOT_A_BUNDLE, Why.NOT_JSON),
                clinic.run().refused().stream().map(ImportReport.Refused::why).toList());
    }

    @Test
    void aLargeEmbeddedDocumentIsListedAndTheRestOfItsBundleTaken() throws IOException {
        clinic.replace(
                "1-anh.json",
                "\"display\": \"Dr. Trần Minh Quân\"",
                "\"display\": \"%s\"".formatted("x".repeat(22_000_000)));
        var report = clinic.run();
        assertEquals(1, report.refused().size(), report.table());
        assertEquals(
                List.of("Encounter"),
                report.listed().stream()
                        .filter(entry -> entry.why() == Why.TOO_LONG)
                        .map(ImportReport.Listed::type)
                        .toList());
    }

    @Test
    void whatIsNestedTooDeepIsRefusedWithItsPosition() throws IOException {
        Files.writeString(
                clinic.folder().resolve("6.json"),
                "{\"resourceType\": \"Bundle\", \"entry\": [\n{\"resource\":"
                        + "[".repeat(1_200)
                        + "]".repeat(1_200)
                        + "}]}");
        var refused = clinic.run().refused().getLast();
        assertEquals(Why.BEYOND_LIMITS, refused.why());
        assertEquals(2, refused.position().line());
        assertTrue(refused.position().bytes() > 1_000, refused.position().toString());
    }

    @Test
    void somebodyBornTomorrowIsListed() throws IOException {
        clinic.replace("1-anh.json", "\"birthDate\": \"1986-03\"", "\"birthDate\": \"2031\"");
        assertEquals(
                List.of("Patient"),
                clinic.run().listed().stream()
                        .filter(entry -> entry.why() == Why.BIRTH_TO_COME)
                        .map(ImportReport.Listed::type)
                        .toList());
        assertEquals(0, clinic.count("select count(*) from patient where birth_date = '2031'"));
    }

    @Test
    void controlCharactersAreLeftOut() throws IOException {
        clinic.replace(
                "1-anh.json", "Phòng khám Sông Hương", "Phòng khám\\u0000 Sông\\u0007 Hương");
        var report = clinic.run();
        assertEquals(15, report.stored(), report.table());
        assertEquals(1, report.notes().get("entries read without their control characters"));
        assertEquals(
                "Phòng khám Sông Hương", clinic.one(Encounter.class, "").circumstances().place());
    }

    @Test
    void whatChangedAtTheSourceIsBroughtUpToDate() throws IOException {
        clinic.run();
        clinic.replace(
                "1-anh.json",
                "\"status\": \"active\",\n    \"intent\"",
                "\"status\": \"stopped\",\n    \"intent\"");
        clinic.replace("1-anh.json", "+84 90 555 0101", "+84 90 555 0202");
        var report = clinic.run();
        assertEquals(2, report.notes().get("updated with what changed at the source"));
        assertEquals(0, clinic.count("select count(*) from medication where active"));
        var found =
                clinic.server()
                        .inDatabase(() ->
                                clinic.server()
                                        .clinic()
                                        .features()
                                        .patient
                                        .patients()
                                        .search("0202", 5));
        assertEquals(1, found.size());
        assertEquals(
                List.of(),
                clinic.server()
                        .inDatabase(() ->
                                clinic.server()
                                        .clinic()
                                        .features()
                                        .patient
                                        .patients()
                                        .search("5550101", 5)));
    }

    @Test
    void whoeverWasCorrectedAtTheDeskStaysSo() throws IOException {
        clinic.run();
        correctAtTheDesk();
        clinic.replace("1-anh.json", "+84 90 555 0101", "+84 90 555 0202");
        clinic.run();
        assertEquals(
                List.of("+84 1"),
                clinic.one(Patient.class, "where birthDate = '1986-03'").phones());
    }

    @Test
    void aDeathIsTakenOfWhoeverWasCorrectedAtTheDeskToo() throws IOException {
        clinic.run();
        correctAtTheDesk();
        clinic.replace(
                "1-anh.json",
                "\"birthDate\": \"1986-03\"",
                "\"birthDate\": \"1986-03\", \"deceasedDateTime\": \"2026-11-01\"");
        clinic.run();
        var anh = clinic.one(Patient.class, "where birthDate = '1986-03'");
        assertEquals(Optional.of(LocalDate.of(2026, 11, 1)), anh.deceasedOn());
        assertEquals(List.of("+84 1"), anh.phones());
    }

    private void correctAtTheDesk() {
        clinic.server()
                .change(() -> {
                    var patient =
                            clinic.server()
                                    .clinic()
                                    .platform()
                                    .db()
                                    .session()
                                    .createQuery(
                                            "from Patient where birthDate = '1986-03'",
                                            Patient.class)
                                    .getSingleResult();
                    var person = patient.person();
                    patient.describe(
                            new org.clinicdesk.server.patient.Person(
                                    person.name(),
                                    person.birthDate(),
                                    false,
                                    person.gender(),
                                    List.of("+84 1"),
                                    "",
                                    "",
                                    "vi",
                                    "",
                                    ""));
                });
    }

    @Test
    void anIdentifierOfSomebodyWithAnotherBirthDateIsAConflict() throws IOException {
        clinic.run();
        var other =
                Files.readString(clinic.folder().resolve("4-lucia.json"))
                        .replace("000000000031", "000000000061")
                        .replace("000000000032", "000000000062")
                        .replace("2020-02-29", "2001-02-28");
        Files.writeString(clinic.folder().resolve("6-other.json"), other);
        assertTrue(
                clinic.run().listed().stream()
                        .anyMatch(entry -> entry.why() == Why.IDENTIFIER_CONFLICT));
    }

    @Test
    void readsAnArchiveWithoutUnpackingIt() throws IOException {
        var archive = clinic.folder().resolve("all.tgz");
        clinic.pack(archive);
        var report = clinic.run(archive);
        assertEquals(27, report.read());
        assertEquals(15, report.stored());
    }

    @Test
    void anArchiveThatEndsTooEarlyIsTold() throws IOException {
        var archive = clinic.folder().resolve("all.tgz");
        clinic.pack(archive);
        var bytes = Files.readAllBytes(archive);
        Files.write(archive, java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3));
        assertTrue(
                clinic.run(archive).refused().stream()
                        .anyMatch(file -> file.why() == Why.UNREADABLE));
    }
}
