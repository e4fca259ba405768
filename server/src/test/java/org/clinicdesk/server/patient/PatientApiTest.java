package org.clinicdesk.server.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.patient.v1.GetPatientRequest;
import org.clinicdesk.patient.v1.Likeness;
import org.clinicdesk.patient.v1.Patient;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.Person;
import org.clinicdesk.patient.v1.RegisterPatientRequest;
import org.clinicdesk.patient.v1.SearchDuplicatesRequest;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.clinicdesk.patient.v1.UpdatePatientRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

@OnServer
class PatientApiTest {

    private final PatientServiceGrpc.PatientServiceBlockingStub desk;

    private final TestServer server;

    PatientApiTest(TestServer server) {
        this.server = server;
        desk = PatientServiceGrpc.newBlockingStub(server.as("receptionist"));
    }

    @Test
    void findsAVietnameseNameTypedWithoutAccentsAndInAnyOrder() {
        assertEquals(List.of("Nguyễn Thị Ánh"), search("anh nguyen thi"));
    }

    @Test
    void findsDByTheCrossedD() {
        assertEquals(List.of("Đỗ Quang Huy"), search("do quang"));
    }

    @Test
    void findsADecomposedNameToo() {
        assertEquals(List.of("Đỗ Quang Huy"), search("Đo\u0302\u0303 Q"));
    }

    @Test
    void findsASpanishNameByItsSecondSurname() {
        assertEquals(List.of("Lucía Fernández Peña"), search("pena luc"));
    }

    @Test
    void findsByTheLastDigitsOfThePhone() {
        assertEquals(List.of("Nguyễn Thị Ánh"), search("7781"));
    }

    @Test
    void findsByThePhoneAsItIsWritten() {
        assertEquals(List.of("Nguyễn Thị Ánh"), search("+84 90 412"));
    }

    @Test
    void findsByBirthDateInTheOrderOfVietNamAndOfIso() {
        assertEquals(List.of("Nguyễn Thị Ánh"), search("14/3/1986"));
        assertEquals(List.of("Nguyễn Thị Ánh"), search("1986-03-14"));
    }

    @Test
    void findsByNameAndBirthDateTogether() {
        assertEquals(List.of("Nguyễn Thị Ánh"), search("nguyen 14/03/1986"));
        assertEquals(List.of(), search("pham 14/03/1986"));
    }

    @Test
    void findsByNumber() {
        var number = desk.searchPatients(text("anh nguyen thi")).getHits(0).getPerson().getNumber();
        assertEquals(List.of("Nguyễn Thị Ánh"), search(number));
    }

    @Test
    void saysThatThereAreMore() {
        var answer =
                desk.searchPatients(
                        SearchPatientsRequest.newBuilder().setText("nguyen").setLimit(2).build());
        assertEquals(2, answer.getHitsCount());
        assertTrue(answer.getMore());
    }

    @Test
    void showsSomebodyOnceWhoseNamesBeginAlike() {
        register(person("Quezada", "Querubín Quetzal").build());
        register(person("Quero", "Querry Quebec").build());
        assertEquals(
                List.of("Querry Quebec Quero", "Querubín Quetzal Quezada"),
                desk
                        .searchPatients(
                                SearchPatientsRequest.newBuilder()
                                        .setText("que")
                                        .setLimit(2)
                                        .build())
                        .getHitsList()
                        .stream()
                        .map(hit -> hit.getPerson().getName())
                        .toList());
    }

    @Test
    void showsTheFirstByTheWordThatWasFoundWhenThereAreMore() {
        List.of("Zzoe", "Zzara", "Zzita")
                .forEach(given -> register(person("Ikeda", given).build()));
        var answer =
                desk.searchPatients(
                        SearchPatientsRequest.newBuilder().setText("zz").setLimit(1).build());
        assertEquals("Zzara Ikeda", answer.getHits(0).getPerson().getName());
        assertEquals(1, answer.getHitsCount());
        assertTrue(answer.getMore());
    }

    @Test
    void takesABirthOfTodayWhereTheDayComesFirstAndNoneLater() {
        var today = LocalDate.ofInstant(server.clock().instant(), ZoneOffset.ofHours(14));
        register(person("Sớm", "Bé").setBirthDate(today.toString()).build());
        var later = person("Sau", "Bé").setBirthDate(today.plusDays(1).toString()).build();
        assertEquals("person.birth_date: date.future", Refusals.field(() -> register(later)));
    }

    @Test
    void registersAndAnswersTheSamePerson() {
        var registered = register(person("Đặng", "Thuỳ Dương").setBirthDate("1999-05").build());
        var read =
                desk.getPatient(GetPatientRequest.newBuilder().setId(registered.getId()).build());
        assertEquals(registered, read.getPatient());
        assertEquals("1999-05", read.getPatient().getPerson().getBirthDate());
    }

    @Test
    void refusesALikelyDuplicateUntilItIsLookedAt() {
        var person = person("Vo", "Thi My Duyen").setBirthDate("1983-06-25").build();
        var request = RegisterPatientRequest.newBuilder().setPerson(person);
        assertEquals(
                "patient/LIKELY_DUPLICATE",
                Refusals.reason(() -> desk.registerPatient(request.build())));
        desk.registerPatient(request.setNotADuplicate(true).build());
    }

    @Test
    void tellsInWhatADuplicateIsAlike() {
        var person = person("Pham", "Van Hung").addPhones("+84-90-333-8120").build();
        var duplicates =
                desk.searchDuplicates(
                        SearchDuplicatesRequest.newBuilder().setPerson(person).build());
        assertEquals("Phạm Văn Hùng", duplicates.getDuplicates(0).getHit().getPerson().getName());
        assertEquals(
                List.of(Likeness.LIKENESS_NAME, Likeness.LIKENESS_PHONE),
                duplicates.getDuplicates(0).getAlikeList());
    }

    @Test
    void aFamilySharingAPhoneIsNoDuplicate() {
        var child =
                person("Phạm", "Gia Hân")
                        .addPhones("+84 90 333 8120")
                        .setBirthDate("2015-01-01")
                        .build();
        assertFalse(register(child).getId().isEmpty());
    }

    @Test
    void aNationalIdentifierBelongsToOnePerson() {
        register(person("Ruiz", "Ana").setNationalId("12345678Z").build());
        var other =
                RegisterPatientRequest.newBuilder()
                        .setPerson(person("Soto", "Eva").setNationalId("12345678Z"))
                        .setNotADuplicate(true)
                        .build();
        assertEquals(
                "patient/IDENTIFIER_TAKEN", Refusals.reason(() -> desk.registerPatient(other)));
    }

    @Test
    void refusesABirthDateThatIsNoneAtItsField() {
        var request =
                RegisterPatientRequest.newBuilder()
                        .setPerson(person("Ruiz", "Ana").setBirthDate("2001-02-30"))
                        .build();
        assertEquals(
                "person.birth_date: date.none",
                Refusals.field(() -> desk.registerPatient(request)));
    }

    @Test
    void refusesABirthDateToCome() {
        var request =
                RegisterPatientRequest.newBuilder()
                        .setPerson(person("Ruiz", "Ana").setBirthDate("2031-01-01"))
                        .build();
        assertEquals(
                "person.birth_date: date.future",
                Refusals.field(() -> desk.registerPatient(request)));
    }

    @Test
    void refusesANameOfNothingToSeeAsAMissingOne() {
        for (var nothing : List.of("   ", "\t\n", "\u00A0", "\u200B")) {
            var request =
                    RegisterPatientRequest.newBuilder()
                            .setPerson(Person.newBuilder().setGiven(nothing))
                            .build();
            assertEquals(
                    "person.given: string.min_len",
                    Refusals.field(() -> desk.registerPatient(request)));
        }
    }

    @Test
    void refusesControlCharactersAtTheirField() {
        for (var character : List.of("\0", "\u0007", "\u001B", "\u007F", "\u0085")) {
            var name =
                    RegisterPatientRequest.newBuilder()
                            .setPerson(person("Ruiz", "Qu" + character + "ark"))
                            .build();
            assertEquals(
                    "person.given: string.control",
                    Refusals.field(() -> desk.registerPatient(name)));
            var noted =
                    RegisterPatientRequest.newBuilder()
                            .setPerson(person("Ruiz", "Ana").setNote("a" + character + "b"))
                            .build();
            assertEquals(
                    "person.note: string.control",
                    Refusals.field(() -> desk.registerPatient(noted)));
        }
    }

    @Test
    void takesANoteWithLinesAndTabs() {
        var note = "Rings twice\n\tthen waits\r\nat the door";
        var request =
                RegisterPatientRequest.newBuilder()
                        .setPerson(person("Líneas", "Tres").setNote(note))
                        .build();
        assertEquals(note, desk.registerPatient(request).getPatient().getPerson().getNote());
    }

    @Test
    void refusesAMissingNameAtItsField() {
        var request = RegisterPatientRequest.newBuilder().setPerson(Person.newBuilder()).build();
        assertEquals(
                "person.given: string.min_len",
                Refusals.field(() -> desk.registerPatient(request)));
    }

    @Test
    void correctsAPersonAndFindsHimByTheNewName() {
        var patient = register(person("Wrong", "Spelling").build());
        var corrected = update(patient, person("Right", "Spelling").build());
        assertEquals(patient.getVersion() + 1, corrected.getVersion());
        assertEquals(List.of("Spelling Right"), search("right spelling"));
        assertEquals(List.of(), search("wrong spelling"));
    }

    @Test
    void refusesACorrectionOfAnOldVersion() {
        var patient = register(person("Stale", "Record").build());
        update(patient, person("Stale", "Recorded").build());
        assertEquals(
                "platform/STALE",
                Refusals.reason(() -> update(patient, person("Stale", "Again").build())));
    }

    private Patient update(Patient patient, Person person) {
        return desk.updatePatient(
                        UpdatePatientRequest.newBuilder()
                                .setId(patient.getId())
                                .setVersion(patient.getVersion())
                                .setPerson(person)
                                .build())
                .getPatient();
    }

    private Patient register(Person person) {
        return desk.registerPatient(RegisterPatientRequest.newBuilder().setPerson(person).build())
                .getPatient();
    }

    private static Person.Builder person(String family, String given) {
        return Person.newBuilder().setFamily(family).setGiven(given);
    }

    private List<String> search(String text) {
        return desk.searchPatients(text(text)).getHitsList().stream()
                .map(hit -> hit.getPerson().getName())
                .toList();
    }

    private static SearchPatientsRequest text(String text) {
        return SearchPatientsRequest.newBuilder().setText(text).build();
    }
}
