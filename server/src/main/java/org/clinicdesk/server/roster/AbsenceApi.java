package org.clinicdesk.server.roster;

import org.clinicdesk.roster.v1.AddAbsenceRequest;
import org.clinicdesk.roster.v1.AddAbsenceResponse;
import org.clinicdesk.roster.v1.DecideLeaveRequest;
import org.clinicdesk.roster.v1.DecideLeaveResponse;
import org.clinicdesk.roster.v1.HitVisit;
import org.clinicdesk.roster.v1.ImportHolidaysRequest;
import org.clinicdesk.roster.v1.ImportHolidaysResponse;
import org.clinicdesk.roster.v1.ListAbsencesRequest;
import org.clinicdesk.roster.v1.ListAbsencesResponse;
import org.clinicdesk.roster.v1.ListHitVisitsRequest;
import org.clinicdesk.roster.v1.ListHitVisitsResponse;
import org.clinicdesk.roster.v1.RequestLeaveRequest;
import org.clinicdesk.roster.v1.RequestLeaveResponse;
import org.clinicdesk.roster.v1.VoidAbsenceRequest;
import org.clinicdesk.roster.v1.VoidAbsenceResponse;
import org.clinicdesk.roster.v1.WithdrawLeaveRequest;
import org.clinicdesk.roster.v1.WithdrawLeaveResponse;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.staff.Staff;
import org.clinicdesk.server.staff.StaffMember;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// RosterService of the contract: holidays, closures, blockouts and leave.
final class AbsenceApi {

    private static final int HOLIDAY_YEARS = 2;

    /// So many events of a calendar that were passed over are named; all are counted.
    private static final int MOST_TOLD = 200;

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final Absences absences;
    private final Staff staff;

    AbsenceApi(Db db, Clock clock, Roster roster, Absences absences, Staff staff) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.absences = absences;
        this.staff = staff;
    }

    ListAbsencesResponse list(ListAbsencesRequest request) {
        var from = RosterProtos.optionalDay("from", request.getFrom()).orElseGet(roster::today);
        var to =
                RosterProtos.optionalDay("to", request.getTo())
                        .orElseGet(() -> from.plusDays(Absences.MOST_DAYS));
        if (to.isBefore(from)) {
            throw new Invalid("to", "date.before");
        }
        return ListAbsencesResponse.newBuilder().addAllAbsences(between(from, to)).build();
    }

    /// As whoever calls may see them.
    List<org.clinicdesk.roster.v1.Absence> between(LocalDate from, LocalDate to) {
        var names = names();
        return absences.list(from, to).stream().map(absence -> proto(absence, names)).toList();
    }

    private Map<UUID, String> names() {
        return staff.all().stream().collect(Collectors.toMap(StaffMember::id, StaffMember::name));
    }

    ListHitVisitsResponse hitVisits(ListHitVisitsRequest request) {
        var concerned =
                concerned(request.getPractitionerId(), request.getRoomId(), request.getSiteId());
        var hit = absences.hit(concerned, RosterProtos.span(request.getTime()));
        return ListHitVisitsResponse.newBuilder().addAllVisits(visits(hit)).build();
    }

    AddAbsenceResponse add(AddAbsenceRequest request) {
        var absence =
                new Absence(
                        Ids.next(clock),
                        RosterProtos.kind(request.getKind()),
                        AbsenceState.APPROVED,
                        concerned(
                                request.getPractitionerId(),
                                request.getRoomId(),
                                request.getSiteId()),
                        RosterProtos.span(request.getTime()),
                        request.getNote().strip());
        var hit = absences.add(absence, request.getDespiteBooked());
        return AddAbsenceResponse.newBuilder()
                .setAbsence(changed(absence))
                .addAllHit(visits(hit))
                .build();
    }

    ImportHolidaysResponse importHolidays(ImportHolidaysRequest request) {
        var from = roster.today();
        var calendar =
                HolidayCalendar.read(
                                request.getCalendar().toByteArray(),
                                from,
                                from.plusYears(HOLIDAY_YEARS),
                                roster.zone())
                        .orElseThrow(() -> new Refusal(RosterRefusal.NOT_A_CALENDAR));
        var entered = absences.enter(calendar, request.getDespiteBooked());
        var changes = entered.changes();
        var answer =
                ImportHolidaysResponse.newBuilder()
                        .setKnown(calendar.holidays().size() - changes.fresh().size())
                        .setPassedOver(calendar.passedOver().size())
                        .setCorrected(changes.corrected())
                        .setGivenBack(changes.givenBack())
                        .addAllHit(visits(entered.hit()));
        calendar.passedOver().stream()
                .limit(MOST_TOLD)
                .forEach(event -> answer.addPassed(RosterProtos.proto(event)));
        db.session().flush();
        var names = names();
        entered.holidays().forEach(holiday -> answer.addHolidays(proto(holiday, names)));
        return answer.build();
    }

    RequestLeaveResponse request(RequestLeaveRequest request) {
        var leave =
                absences.request(
                        RosterProtos.kind(request.getKind()),
                        RosterProtos.span(request.getTime()),
                        request.getNote().strip());
        return RequestLeaveResponse.newBuilder().setAbsence(changed(leave)).build();
    }

    DecideLeaveResponse decide(DecideLeaveRequest request) {
        var leave = absences.get(Ids.of(request.getId()), request.getVersion());
        var hit = absences.decide(leave, request.getApprove(), request.getDespiteBooked());
        return DecideLeaveResponse.newBuilder()
                .setAbsence(changed(leave))
                .addAllHit(visits(hit))
                .build();
    }

    WithdrawLeaveResponse withdraw(WithdrawLeaveRequest request) {
        var leave = absences.get(Ids.of(request.getId()), request.getVersion());
        absences.withdraw(leave);
        return WithdrawLeaveResponse.newBuilder().setAbsence(changed(leave)).build();
    }

    VoidAbsenceResponse strikeOut(VoidAbsenceRequest request) {
        var absence = absences.get(Ids.of(request.getId()), request.getVersion());
        absences.strikeOut(absence, request.getReason().strip());
        return VoidAbsenceResponse.getDefaultInstance();
    }

    private org.clinicdesk.roster.v1.Absence changed(Absence absence) {
        db.session().flush();
        return proto(absence, names());
    }

    private static org.clinicdesk.roster.v1.Absence proto(
            Absence absence, Map<UUID, String> names) {
        var name = absence.staffId().map(id -> names.getOrDefault(id, "")).orElse("");
        return RosterProtos.proto(absence, name, Call.current().caller());
    }

    private static Absence.Concerned concerned(String practitioner, String room, String site) {
        return new Absence.Concerned(
                RosterProtos.idOrNull(practitioner),
                RosterProtos.idOrNull(room),
                RosterProtos.idOrNull(site));
    }

    private static List<HitVisit> visits(Collection<BookedTimes.Hit> hits) {
        return hits.stream().map(RosterProtos::proto).toList();
    }
}
