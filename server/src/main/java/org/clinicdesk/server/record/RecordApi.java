package org.clinicdesk.server.record;

import com.google.protobuf.ByteString;

import org.clinicdesk.prescription.v1.Dosage;
import org.clinicdesk.record.v1.AddAllergyRequest;
import org.clinicdesk.record.v1.AddAllergyResponse;
import org.clinicdesk.record.v1.AddConditionRequest;
import org.clinicdesk.record.v1.AddConditionResponse;
import org.clinicdesk.record.v1.ConfirmAllergiesRequest;
import org.clinicdesk.record.v1.ConfirmAllergiesResponse;
import org.clinicdesk.record.v1.GetDocumentRequest;
import org.clinicdesk.record.v1.GetDocumentResponse;
import org.clinicdesk.record.v1.GetRecordRequest;
import org.clinicdesk.record.v1.GetRecordResponse;
import org.clinicdesk.record.v1.GetRecordRulesRequest;
import org.clinicdesk.record.v1.GetRecordRulesResponse;
import org.clinicdesk.record.v1.SetRecordRulesRequest;
import org.clinicdesk.record.v1.SetRecordRulesResponse;
import org.clinicdesk.record.v1.StrikeAllergyRequest;
import org.clinicdesk.record.v1.StrikeAllergyResponse;
import org.clinicdesk.record.v1.StruckAs;
import org.clinicdesk.record.v1.TakeBackAnswerRequest;
import org.clinicdesk.record.v1.TakeBackAnswerResponse;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.Spoken;
import org.clinicdesk.server.patient.PartialDate;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.Problem.Stale;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.site.Sites;
import org.clinicdesk.server.staff.StaffMember;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// RecordService of the contract.
final class RecordApi {

    /// Of the column.
    private static final int LONGEST_AGENT = 100;

    private static final int OBSERVATIONS = 200;
    private static final int ENCOUNTERS = 100;
    private static final int ANSWERS = 50;

    /// More than a person gathers in a life; what is beyond is old.
    private static final int MOST = 500;

    private final Db db;
    private final Clock clock;
    private final Sites sites;
    private final Records records;
    private final Supplier<Knowledge> knowledge;
    private Function<Collection<UUID>, Map<UUID, Dosage>> orders = _ -> Map.of();

    RecordApi(Db db, Clock clock, Sites sites, Records records, Supplier<Knowledge> knowledge) {
        this.db = db;
        this.clock = clock;
        this.sites = sites;
        this.records = records;
        this.knowledge = knowledge;
    }

    /// @param source how medicines were ordered, by the ids of their prescription lines
    void orders(Function<Collection<UUID>, Map<UUID, Dosage>> source) {
        orders = source;
    }

    GetRecordResponse get(GetRecordRequest request) {
        var id = patient(request.getPatientId());
        var today = today();
        var answer = GetRecordResponse.newBuilder();
        var chart = records.chart(id).orElseGet(() -> new Chart(id));
        answer.setAllergyState(RecordLines.state(chart.allergyState()));
        chart.allergiesConfirmedAt()
                .ifPresent(at -> answer.setAllergiesConfirmedAt(Protos.timestamp(at)));
        answer.setAllergiesDue(
                records.rules().due(chart, clock.instant().atZone(sites.clinic().zone())));
        records.allAllergies(id).forEach(allergy -> answer.addAllergies(allergy(allergy)));
        records.answers(id).stream()
                .limit(ANSWERS)
                .forEach(said -> answer.addAllergyAnswers(answer(said)));
        records.tolerances(id)
                .forEach(taken -> answer.addTolerances(RecordLines.tolerance(taken, words())));
        records.conditions(id, MOST)
                .forEach(condition -> answer.addConditions(RecordLines.condition(condition)));
        answer.addAllMedications(medications(id, today));
        records.observations(id, OBSERVATIONS)
                .forEach(seen -> answer.addObservations(RecordLines.observation(seen)));
        records.immunizations(id, MOST)
                .forEach(given -> answer.addImmunizations(RecordLines.immunization(given)));
        records.encounters(id, ENCOUNTERS)
                .forEach(contact -> answer.addEncounters(RecordLines.encounter(contact)));
        records.documents(id, MOST)
                .forEach(document -> answer.addDocuments(RecordLines.document(document)));
        return answer.build();
    }

    private org.clinicdesk.record.v1.Allergy allergy(Allergy allergy) {
        return RecordLines.allergy(allergy, name(allergy.struckBy()));
    }

    private org.clinicdesk.record.v1.AllergyAnswer answer(AllergyAnswer answer) {
        return RecordLines.answer(answer, name(answer.askedBy()), name(answer.takenBackBy()));
    }

    private String name(Optional<UUID> staffId) {
        return staffId.map(id -> db.session().find(StaffMember.class, id))
                .map(StaffMember::name)
                .orElse("");
    }

    private List<org.clinicdesk.record.v1.Medication> medications(UUID id, LocalDate today) {
        var taken = records.medications(id, MOST);
        var ordered =
                orders.apply(
                        taken.stream().flatMap(one -> one.prescriptionLineId().stream()).toList());
        return taken.stream()
                .map(one -> {
                    var dosage = one.prescriptionLineId().map(ordered::get);
                    return RecordLines.medication(one, today, dosage.orElse(null), words());
                })
                .toList();
    }

    private Spoken words() {
        return knowledge.get().spoken(Call.current().locale());
    }

    GetDocumentResponse getDocument(GetDocumentRequest request) {
        var document = db.get(Document.class, Ids.of(request.getId()));
        Call.current().concerns(document.patientId());
        return GetDocumentResponse.newBuilder()
                .setDocument(RecordLines.document(document.line()))
                .setContent(ByteString.copyFrom(document.content()))
                .build();
    }

    AddAllergyResponse addAllergy(AddAllergyRequest request) {
        var id = patient(request.getPatientId());
        var told = RecordLines.told(request, agent(request), past("onset", request.getOnset()));
        records.chartForUpdate(id);
        amended(id, request);
        if (records.allergies(id).stream().anyMatch(other -> other.same(told))) {
            throw new Refusal(RecordRefusal.ALREADY_RECORDED);
        }
        var allergy = new Allergy(Ids.next(clock), id, told, clock.instant(), caller());
        records.addAllergy(allergy);
        return AddAllergyResponse.newBuilder().setAllergy(allergy(allergy)).build();
    }

    /// What was chosen, else what the words say wholly.
    private String agent(AddAllergyRequest request) {
        if (request.getAgent().isEmpty()) {
            return knowledge
                    .get()
                    .codeOf(request.getSubstance().strip())
                    .filter(code -> code.length() <= LONGEST_AGENT)
                    .orElse("");
        }
        if (knowledge.get().agents(request.getAgent()).isEmpty()) {
            throw new Invalid("agent", "agent.unknown");
        }
        return request.getAgent();
    }

    /// Strikes out what is told anew.
    private void amended(UUID patientId, AddAllergyRequest request) {
        if (request.getAmends().isEmpty()) {
            return;
        }
        var before = db.get(Allergy.class, Ids.of(request.getAmends()), request.getAmendsVersion());
        if (!before.patientId().equals(patientId)) {
            throw new Invalid("amends", "allergy.other_person");
        }
        before.strike(Allergy.StruckAs.AMENDED, "", clock.instant(), caller());
    }

    StrikeAllergyResponse strikeAllergy(StrikeAllergyRequest request) {
        var allergy = db.get(Allergy.class, Ids.of(request.getId()));
        Call.current().concerns(allergy.patientId());
        if (!allergy.struck()) {
            allergy = db.get(Allergy.class, allergy.id(), request.getVersion());
        }
        var chart = records.chartForUpdate(allergy.patientId());
        allergy.strike(
                RecordLines.struckAs(request.getStruckAs()),
                reason(request),
                clock.instant(),
                caller());
        records.settle(chart);
        db.session().flush();
        return StrikeAllergyResponse.newBuilder().setAllergy(allergy(allergy)).build();
    }

    private static String reason(StrikeAllergyRequest request) {
        if (request.getStruckAs() == StruckAs.STRUCK_AS_AMENDED) {
            throw new Invalid("struck_as", "unfit");
        }
        var reason = request.getReason().strip();
        if (reason.isEmpty() && request.getStruckAs() == StruckAs.STRUCK_AS_OTHER) {
            throw new Invalid("reason", "required");
        }
        return reason;
    }

    ConfirmAllergiesResponse confirmAllergies(ConfirmAllergiesRequest request) {
        var id = patient(request.getPatientId());
        records.chartForUpdate(id);
        var seen = request.getAllergyIdsList().stream().map(Ids::of).collect(Collectors.toSet());
        var hold = records.allergies(id).stream().map(Allergy::id).collect(Collectors.toSet());
        if (!seen.equals(hold)) {
            throw new Refusal(RecordRefusal.ALLERGIES_CHANGED);
        }
        var now = clock.instant();
        var answer = new AllergyAnswer(Ids.next(clock), id, hold.isEmpty(), now, caller());
        records.answered(answer);
        return ConfirmAllergiesResponse.newBuilder()
                .setConfirmedAt(Protos.timestamp(now))
                .setAnswer(answer(answer))
                .build();
    }

    TakeBackAnswerResponse takeBackAnswer(TakeBackAnswerRequest request) {
        var answer = db.get(AllergyAnswer.class, Ids.of(request.getId()));
        Call.current().concerns(answer.patientId());
        if (!answer.takenBack()) {
            answer = db.get(AllergyAnswer.class, answer.id(), request.getVersion());
        }
        var chart = records.chartForUpdate(answer.patientId());
        answer.takeBack(request.getReason().strip(), clock.instant(), caller());
        records.settle(chart);
        return TakeBackAnswerResponse.getDefaultInstance();
    }

    GetRecordRulesResponse rules(GetRecordRulesRequest request) {
        return GetRecordRulesResponse.newBuilder()
                .setRules(RecordLines.rules(records.rules()))
                .build();
    }

    SetRecordRulesResponse setRules(SetRecordRulesRequest request) {
        var said = request.getRules();
        var rules = records.rules();
        if (rules.version() != said.getVersion()) {
            throw new Stale(RecordRules.class, rules.id());
        }
        rules.set(said.getAskAllergiesAfterMonths());
        db.session().flush();
        return SetRecordRulesResponse.newBuilder().setRules(RecordLines.rules(rules)).build();
    }

    AddConditionResponse addCondition(AddConditionRequest request) {
        var id = patient(request.getPatientId());
        var code = request.getCode();
        if (code.getDisplay().isBlank()) {
            throw new Invalid("code.display", "string.min_len");
        }
        var condition =
                new Condition(
                        Ids.next(clock),
                        id,
                        new Coding(code.getSystem(), code.getCode(), code.getDisplay().strip()),
                        past("onset", request.getOnset()),
                        clock.instant(),
                        caller());
        records.addCondition(condition);
        return AddConditionResponse.newBuilder()
                .setCondition(RecordLines.condition(condition))
                .build();
    }

    private UUID patient(String text) {
        var patient = db.get(Patient.class, Ids.of(text));
        Call.current().concerns(patient.id());
        return patient.id();
    }

    private LocalDate today() {
        return clock.instant().atZone(sites.clinic().zone()).toLocalDate();
    }

    private static UUID caller() {
        return Call.current().caller().staffId();
    }

    private PartialDate past(String field, String text) {
        try {
            var date = new PartialDate(text);
            if (date.earliest().filter(day -> day.isAfter(today())).isPresent()) {
                throw new Invalid(field, "date.future");
            }
            return date;
        } catch (DateTimeException _) {
            throw new Invalid(field, "date.none");
        }
    }
}
