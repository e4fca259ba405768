package org.clinicdesk.server.replan;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.replan.v1.AcceptAlternativesRequest;
import org.clinicdesk.replan.v1.AcceptAlternativesRequest.Choice;
import org.clinicdesk.replan.v1.Alternative;
import org.clinicdesk.replan.v1.GetReplanRequest;
import org.clinicdesk.replan.v1.GetReplanResponse;
import org.clinicdesk.replan.v1.HitVisit;
import org.clinicdesk.replan.v1.KeepVisitsRequest;
import org.clinicdesk.replan.v1.ListNoticesRequest;
import org.clinicdesk.replan.v1.ListReplansRequest;
import org.clinicdesk.replan.v1.ListReplansResponse.Replan;
import org.clinicdesk.replan.v1.MarkNoticeRequest;
import org.clinicdesk.replan.v1.Notice;
import org.clinicdesk.replan.v1.NoticeState;
import org.clinicdesk.replan.v1.PinVisitsRequest;
import org.clinicdesk.replan.v1.ReplanServiceGrpc;
import org.clinicdesk.replan.v1.ReplanServiceGrpc.ReplanServiceBlockingStub;
import org.clinicdesk.replan.v1.ReplanStep;
import org.clinicdesk.replan.v1.UndoReplanRequest;
import org.clinicdesk.roster.v1.AbsenceKind;
import org.clinicdesk.roster.v1.AddAbsenceRequest;
import org.clinicdesk.roster.v1.DayMode;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.SetDayRequest;
import org.clinicdesk.roster.v1.Shift;
import org.clinicdesk.roster.v1.VoidAbsenceRequest;
import org.clinicdesk.roster.v1.WallTime;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.FrontDesk;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.sample.SampleClinic;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/// Somebody who enters leave and looks after the visits it hits, through the contract, for tests.
final class ReplanDesk {

    static final String OKAFOR = "Dr. Amara Okafor";
    static final String WHITLOW = "Dr. James Whitlow";

    private final TestServer server;
    private final ReplanServiceBlockingStub stub;
    private final FrontDesk desk;

    ReplanDesk(TestServer server) {
        this.server = server;
        this.stub = ReplanServiceGrpc.newBlockingStub(server.as("receptionist"));
        this.desk = new FrontDesk(server);
    }

    FrontDesk front() {
        return desk;
    }

    /// Leave of a doctor on one day, over whatever is booked.
    ///
    /// @return its id
    String leave(String doctor, int day) {
        return absence(
                AddAbsenceRequest.newBuilder()
                        .setKind(AbsenceKind.ABSENCE_KIND_SICK)
                        .setPractitionerId(desk.doctor(doctor))
                        .setTime(time(day)));
    }

    /// Takes an absence out that was entered now.
    void strikeOut(String absence) {
        var _ =
                RosterServiceGrpc.newBlockingStub(server.as("head-doctor"))
                        .voidAbsence(
                                VoidAbsenceRequest.newBuilder()
                                        .setId(absence)
                                        .setReason("Khỏe lại")
                                        .build());
    }

    static WallTime.Builder time(int day) {
        return WallTime.newBuilder().setFirstDay(FrontDesk.TODAY.plusDays(day).toString());
    }

    String absence(AddAbsenceRequest.Builder absence) {
        return RosterServiceGrpc.newBlockingStub(server.as("head-doctor"))
                .addAbsence(absence.setDespiteBooked(true).build())
                .getAbsence()
                .getId();
    }

    /// Shorter hours of a doctor on one day, over whatever is booked.
    ///
    /// @return the id of what keeps its visits on the board
    String shorter(String doctor, int day, String from, String to) {
        var hours =
                SetDayRequest.newBuilder()
                        .setPractitionerId(desk.doctor(doctor))
                        .setSiteId(desk.site())
                        .setDate(FrontDesk.TODAY.plusDays(day).toString())
                        .setMode(DayMode.DAY_MODE_INSTEAD)
                        .addShifts(Shift.newBuilder().setFrom(from).setTo(to))
                        .setDespiteBooked(true)
                        .build();
        return RosterServiceGrpc.newBlockingStub(server.as("head-doctor"))
                .setDay(hours)
                .getTaken()
                .getAbsenceIds(0);
    }

    Appointment book(String given, String doctor, int day, String time) {
        return desk.book(desk.patient(given), desk.doctor(doctor), FrontDesk.at(day, time));
    }

    GetReplanResponse read(String absence) {
        return stub.getReplan(GetReplanRequest.newBuilder().setAbsenceId(absence).build());
    }

    HitVisit of(String absence, Appointment visit) {
        return read(absence).getVisitsList().stream()
                .filter(one -> one.getAppointmentId().equals(visit.getId()))
                .findFirst()
                .orElseThrow();
    }

    static Choice choice(HitVisit visit, Alternative alternative) {
        return Choice.newBuilder()
                .setAppointmentId(visit.getAppointmentId())
                .setVersion(visit.getVersion())
                .setAlternative(alternative)
                .build();
    }

    /// The best of each that is open.
    static List<Choice> best(GetReplanResponse replan) {
        return replan.getVisitsList().stream()
                .filter(visit -> visit.getAlternativesCount() > 0)
                .map(visit -> choice(visit, visit.getAlternatives(0)))
                .toList();
    }

    ReplanStep accept(String absence, List<Choice> choices) {
        return stub.acceptAlternatives(
                        AcceptAlternativesRequest.newBuilder()
                                .setAbsenceId(absence)
                                .addAllChoices(choices)
                                .build())
                .getStep();
    }

    ReplanStep acceptAll(String absence) {
        return accept(absence, best(read(absence)));
    }

    ReplanStep keep(String absence, Appointment... visits) {
        return stub.keepVisits(
                        KeepVisitsRequest.newBuilder()
                                .setAbsenceId(absence)
                                .addAllAppointmentIds(ids(visits))
                                .setReason("Bác sĩ về sớm")
                                .build())
                .getStep();
    }

    ReplanStep pin(String absence, Appointment... visits) {
        return stub.pinVisits(
                        PinVisitsRequest.newBuilder()
                                .setAbsenceId(absence)
                                .addAllAppointmentIds(ids(visits))
                                .build())
                .getStep();
    }

    private static List<String> ids(Appointment... visits) {
        return Arrays.stream(visits).map(Appointment::getId).toList();
    }

    /// @param step empty for all
    int undo(String absence, String step) {
        return stub.undoReplan(
                        UndoReplanRequest.newBuilder()
                                .setAbsenceId(absence)
                                .setStepId(step)
                                .build())
                .getVisits();
    }

    List<Notice> notices(String absence) {
        return stub.listNotices(ListNoticesRequest.newBuilder().setAbsenceId(absence).build())
                .getNoticesList();
    }

    Notice mark(String absence, Notice notice, NoticeState state) {
        return stub.markNotice(
                        MarkNoticeRequest.newBuilder()
                                .setAbsenceId(absence)
                                .setAppointmentId(notice.getAppointmentId())
                                .setState(state)
                                .setTold(notice.getTold())
                                .build())
                .getNotice();
    }

    /// Takes the last change of a visit back where it stands on the day board.
    void undoOnBoard(int day, String visit) {
        var shown =
                desk.day(day).getAppointmentsList().stream()
                        .filter(one -> one.getId().equals(visit))
                        .findFirst()
                        .orElseThrow();
        var _ = desk.undo(shown);
    }

    /// What is left to do of an absence; nothing when there is nothing.
    List<Replan> left(String absence) {
        return stub
                .listReplans(ListReplansRequest.newBuilder().setSiteId(desk.site()).build())
                .getReplansList()
                .stream()
                .filter(one -> one.getAbsenceId().equals(absence))
                .toList();
    }

    /// "Dr. James Whitlow 7 09:00": doctor, days from today, wall time.
    String words(Alternative one) {
        var start = Protos.instant(one.getStart()).atZone(SampleClinic.ZONE);
        var doctor =
                server.desk("receptionist").getPractitionersList().stream()
                        .filter(other -> other.getId().equals(one.getPractitionerId()))
                        .findFirst()
                        .orElseThrow()
                        .getName();
        var days = ChronoUnit.DAYS.between(FrontDesk.TODAY, start.toLocalDate());
        return doctor + " " + days + " " + start.toLocalTime();
    }
}
