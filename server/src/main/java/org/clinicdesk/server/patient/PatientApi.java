package org.clinicdesk.server.patient;

import org.clinicdesk.patient.v1.Duplicate;
import org.clinicdesk.patient.v1.GetPatientRequest;
import org.clinicdesk.patient.v1.GetPatientResponse;
import org.clinicdesk.patient.v1.Likeness;
import org.clinicdesk.patient.v1.PatientHit;
import org.clinicdesk.patient.v1.RegisterPatientRequest;
import org.clinicdesk.patient.v1.RegisterPatientResponse;
import org.clinicdesk.patient.v1.SearchDuplicatesRequest;
import org.clinicdesk.patient.v1.SearchDuplicatesResponse;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.clinicdesk.patient.v1.SearchPatientsResponse;
import org.clinicdesk.patient.v1.UpdatePatientRequest;
import org.clinicdesk.patient.v1.UpdatePatientResponse;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Problem.Refusal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// PatientService of the contract.
final class PatientApi {

    private static final int USUAL_LIMIT = 40;

    private final Db db;
    private final Clock clock;
    private final Patients patients;
    private final Duplicates duplicates;

    PatientApi(Db db, Clock clock, Patients patients) {
        this.db = db;
        this.clock = clock;
        this.patients = patients;
        this.duplicates = new Duplicates(patients);
    }

    SearchPatientsResponse search(SearchPatientsRequest request) {
        var limit = request.getLimit() == 0 ? USUAL_LIMIT : request.getLimit();
        var found = patients.search(request.getText(), limit);
        var answer = SearchPatientsResponse.newBuilder().setMore(found.size() > limit);
        found.stream().limit(limit).forEach(hit -> answer.addHits(proto(hit)));
        return answer.build();
    }

    GetPatientResponse get(GetPatientRequest request) {
        var patient = patients.get(Ids.of(request.getId()));
        Call.current().concerns(patient.id());
        return GetPatientResponse.newBuilder().setPatient(proto(patient)).build();
    }

    SearchDuplicatesResponse searchDuplicates(SearchDuplicatesRequest request) {
        var answer = SearchDuplicatesResponse.newBuilder();
        duplicates
                .of(person(request.getPerson()))
                .forEach(duplicate -> answer.addDuplicates(proto(duplicate)));
        return answer.build();
    }

    RegisterPatientResponse register(RegisterPatientRequest request) {
        var person = person(request.getPerson());
        if (!request.getNotADuplicate() && !duplicates.of(person).isEmpty()) {
            throw new Refusal(PatientRefusal.LIKELY_DUPLICATE);
        }
        var patient = patients.register(person);
        Call.current().concerns(patient.id());
        return RegisterPatientResponse.newBuilder().setPatient(proto(patient)).build();
    }

    UpdatePatientResponse update(UpdatePatientRequest request) {
        var patient = patients.get(Ids.of(request.getId()), request.getVersion());
        Call.current().concerns(patient.id());
        patients.describe(patient, person(request.getPerson()));
        db.session().flush();
        return UpdatePatientResponse.newBuilder().setPatient(proto(patient)).build();
    }

    private Person person(org.clinicdesk.patient.v1.Person asked) {
        return new Person(
                new PersonName(asked.getFamily(), asked.getGiven(), asked.getFamilyFirst()),
                birthDate(asked.getBirthDate()),
                asked.getBirthDateEstimated(),
                gender(asked.getGender()),
                asked.getPhonesList(),
                asked.getEmail(),
                asked.getAddress(),
                asked.getLanguage(),
                asked.getNationalId(),
                asked.getNote());
    }

    private PartialDate birthDate(String text) {
        try {
            var date = new PartialDate(text);
            if (date.earliest().filter(day -> day.isAfter(latestToday())).isPresent()) {
                throw new Invalid("person.birth_date", "date.future");
            }
            return date;
        } catch (DateTimeException _) {
            throw new Invalid("person.birth_date", "date.none");
        }
    }

    /// Whoever is born today where the day comes first is born.
    private LocalDate latestToday() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
    }

    private static Gender gender(org.clinicdesk.common.v1.Gender gender) {
        return switch (gender) {
            case GENDER_FEMALE -> Gender.FEMALE;
            case GENDER_MALE -> Gender.MALE;
            case GENDER_OTHER -> Gender.OTHER;
            case GENDER_UNKNOWN, GENDER_UNSPECIFIED, UNRECOGNIZED -> Gender.UNKNOWN;
        };
    }

    private static org.clinicdesk.patient.v1.Patient proto(Patient patient) {
        var person = patient.person();
        return org.clinicdesk.patient.v1.Patient.newBuilder()
                .setId(patient.id().toString())
                .setVersion(patient.version())
                .setNumber(patient.number())
                .setPerson(
                        org.clinicdesk.patient.v1.Person.newBuilder()
                                .setFamily(person.name().family())
                                .setGiven(person.name().given())
                                .setFamilyFirst(person.name().familyFirst())
                                .setBirthDate(person.birthDate().text())
                                .setBirthDateEstimated(person.birthDateEstimated())
                                .setGender(People.proto(person.gender()))
                                .addAllPhones(person.phones())
                                .setEmail(person.email())
                                .setAddress(person.address())
                                .setLanguage(person.language())
                                .setNationalId(person.nationalId())
                                .setNote(person.note()))
                .setActive(patient.active())
                .setDeceased(patient.deceased())
                .setDeceasedOn(patient.deceasedOn().map(LocalDate::toString).orElse(""))
                .build();
    }

    private static PatientHit proto(Hit hit) {
        return PatientHit.newBuilder()
                .setPerson(People.line(hit))
                .setPhone(hit.phone())
                .setLastVisit(hit.lastVisit() == null ? "" : hit.lastVisit().toString())
                .setActive(hit.active())
                .setDeceased(hit.deceased())
                .build();
    }

    private static Duplicate proto(Duplicates.Duplicate duplicate) {
        var answer = Duplicate.newBuilder().setHit(proto(Hit.of(duplicate.patient())));
        duplicate
                .alike()
                .forEach(alike -> answer.addAlike(Likeness.valueOf("LIKENESS_" + alike.name())));
        return answer.build();
    }
}
