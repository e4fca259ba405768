package org.clinicdesk.server.replan;

import static org.clinicdesk.replan.v1.NoticeState.NOTICE_STATE_NOT_REACHED;
import static org.clinicdesk.replan.v1.NoticeState.NOTICE_STATE_TOLD;
import static org.clinicdesk.replan.v1.NoticeState.NOTICE_STATE_TO_TELL;
import static org.clinicdesk.server.replan.ReplanDesk.OKAFOR;
import static org.clinicdesk.server.replan.ReplanDesk.WHITLOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.CancelReason;
import org.clinicdesk.appointment.v1.CancelRequest;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.Person;
import org.clinicdesk.patient.v1.RegisterPatientRequest;
import org.clinicdesk.replan.v1.Notice;
import org.clinicdesk.replan.v1.NoticeState;
import org.clinicdesk.replan.v1.ReplanState;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.FrontDesk;
import org.clinicdesk.server.platform.Protos;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// The list of who has to be told what became of his visit. Each test has a day of its own.
@OnServer
class TellingTest {

    private final TestServer server;
    private final ReplanDesk desk;

    TellingTest(TestServer server) {
        this.server = server;
        this.desk = new ReplanDesk(server);
    }

    private Notice only(String absence) {
        var notices = desk.notices(absence);
        assertEquals(1, notices.size());
        return notices.getFirst();
    }

    @Test
    void nobodyIsToldBeforeSomethingIsDecided() {
        desk.book("Chưa", OKAFOR, 8, "09:00");
        assertEquals(List.of(), desk.notices(desk.leave(OKAFOR, 8)));
    }

    @Test
    void whoWasMovedIsToldHisOldAndHisNewTime() {
        var visit = desk.book("Báo", OKAFOR, 9, "09:00");
        var absence = desk.leave(OKAFOR, 9);
        desk.acceptAll(absence);
        var notice = only(absence);
        assertEquals(visit.getStart(), notice.getOldStart());
        assertEquals(visit.getPractitionerId(), notice.getOldPractitionerId());
        assertEquals(visit.getStart(), notice.getNewStart());
        assertEquals(desk.front().doctor(WHITLOW), notice.getNewPractitionerId());
        assertEquals(NOTICE_STATE_TO_TELL, notice.getState());
        assertEquals(1, desk.left(absence).getFirst().getToTell());
    }

    @Test
    void whoWasToldStaysOnTheListWithWhoToldHimAndWhen() {
        desk.book("Rồi", OKAFOR, 10, "09:00");
        var absence = desk.leave(OKAFOR, 10);
        desk.acceptAll(absence);
        var missed = desk.mark(absence, only(absence), NOTICE_STATE_NOT_REACHED);
        assertEquals(NOTICE_STATE_NOT_REACHED, missed.getState());
        assertEquals(1, missed.getAttempts());
        assertEquals(1, desk.left(absence).getFirst().getToTell());
        var told = desk.mark(absence, missed, NOTICE_STATE_TOLD);
        assertEquals(NOTICE_STATE_TOLD, told.getState());
        assertEquals(2, told.getAttempts());
        assertFalse(told.getBy().isEmpty());
        assertTrue(told.hasAt());
        assertEquals(told, only(absence));
        assertEquals(List.of(), desk.left(absence));
    }

    @Test
    void whoWasMovedByHandIsStillToBeTold() {
        var visit = desk.book("Bằng tay", OKAFOR, 98, "09:00");
        var absence = desk.leave(OKAFOR, 98);
        desk.front()
                .move(
                        desk.front().onBoard(98, visit),
                        desk.front().doctor(WHITLOW),
                        FrontDesk.at(98, "09:00"),
                        Duration.ZERO);
        assertEquals(1, desk.left(absence).getFirst().getToTell());
    }

    @Test
    void whomTwoAbsencesHitIsToldOnce() {
        var visit = desk.book("Hai lần", OKAFOR, 161, "09:00");
        var one = desk.leave(OKAFOR, 161);
        var other = desk.leave(OKAFOR, 161);
        desk.front()
                .move(
                        desk.front().onBoard(161, visit),
                        desk.front().doctor(WHITLOW),
                        FrontDesk.at(161, "09:00"),
                        Duration.ZERO);
        assertEquals(1, desk.left(one).getFirst().getToTell());
        assertEquals(1, desk.left(other).getFirst().getToTell());
        desk.mark(other, desk.notices(other).getFirst(), NoticeState.NOTICE_STATE_NOT_REACHED);
        desk.mark(one, desk.notices(one).getFirst(), NoticeState.NOTICE_STATE_TOLD);
        assertEquals(2, desk.notices(other).getFirst().getAttempts());
        assertEquals(NoticeState.NOTICE_STATE_TOLD, desk.notices(other).getFirst().getState());
        assertEquals(List.of(), desk.left(one));
        assertEquals(List.of(), desk.left(other));
    }

    @Test
    void whoWasMovedIsStillToBeToldWhenTheAbsenceIsGivenBack() {
        desk.book("Trả phép", OKAFOR, 99, "09:00");
        var absence = desk.leave(OKAFOR, 99);
        desk.acceptAll(absence);
        desk.strikeOut(absence);
        assertEquals(1, desk.left(absence).getFirst().getToTell());
    }

    @Test
    void whoWasToldIsToldAgainWhenItIsTakenBack() {
        var visit = desk.book("Lại", OKAFOR, 11, "09:00");
        desk.book("Chưa nghe", OKAFOR, 11, "10:00");
        var absence = desk.leave(OKAFOR, 11);
        var step = desk.acceptAll(absence);
        desk.mark(absence, desk.notices(absence).getFirst(), NOTICE_STATE_TOLD);
        desk.undo(absence, step.getId());
        var again = only(absence);
        assertEquals(visit.getId(), again.getAppointmentId());
        assertEquals(NOTICE_STATE_TO_TELL, again.getState());
        assertTrue(again.getToldOtherwise());
        assertEquals(visit.getStart(), again.getNewStart());
        assertEquals(visit.getPractitionerId(), again.getNewPractitionerId());
    }

    @Test
    void whoWaitsForATimeIsToldSo() {
        var visit = desk.book("Chờ giờ", OKAFOR, 14, "09:00");
        var absence = desk.leave(OKAFOR, 14);
        desk.pin(absence, visit);
        var notice = only(absence);
        assertEquals(ReplanState.REPLAN_STATE_PINNED, notice.getVisit());
        assertFalse(notice.hasNewStart());
        desk.mark(absence, notice, NOTICE_STATE_TOLD);
        desk.front()
                .move(
                        desk.front().onBoard(14, visit),
                        desk.front().doctor(WHITLOW),
                        FrontDesk.at(15, "14:00"),
                        Duration.ZERO);
        var placed = only(absence);
        assertEquals(NOTICE_STATE_TO_TELL, placed.getState());
        assertEquals(Protos.timestamp(FrontDesk.at(15, "14:00")), placed.getNewStart());
    }

    @Test
    void whomTheClinicCancelledIsToldAndWhoCancelledHimselfIsNot() {
        var clinic = desk.book("Phòng khám hủy", OKAFOR, 16, "09:00");
        var patient = desk.book("Tự hủy", OKAFOR, 16, "10:00");
        var absence = desk.leave(OKAFOR, 16);
        desk.front().cancel(patient);
        var _ =
                desk.front()
                        .appointments()
                        .cancel(
                                CancelRequest.newBuilder()
                                        .setId(clinic.getId())
                                        .setVersion(clinic.getVersion())
                                        .setReason(CancelReason.CANCEL_REASON_CLINIC)
                                        .build());
        var notice = only(absence);
        assertEquals(clinic.getId(), notice.getAppointmentId());
        assertEquals(ReplanState.REPLAN_STATE_CANCELLED, notice.getVisit());
    }

    @Test
    void nobodyIsMarkedAsToldWhatIsNotSoAnyMore() {
        var visit = desk.book("Khác rồi", OKAFOR, 17, "09:00");
        var absence = desk.leave(OKAFOR, 17);
        desk.pin(absence, visit);
        var seen = only(absence);
        desk.front()
                .move(
                        desk.front().onBoard(17, visit),
                        desk.front().doctor(WHITLOW),
                        FrontDesk.at(18, "14:00"),
                        Duration.ZERO);
        assertEquals(
                "replan/CHANGED_SINCE",
                Refusals.reason(() -> desk.mark(absence, seen, NOTICE_STATE_TOLD)));
    }

    @Test
    void whoStaysHasNothingToBeTold() {
        var visit = desk.book("Ở lại", OKAFOR, 21, "09:00");
        var absence = desk.leave(OKAFOR, 21);
        desk.keep(absence, visit);
        var made = Notice.newBuilder().setAppointmentId(visit.getId()).setTold("PINNED").build();
        assertEquals(
                "replan/NOTHING_TO_TELL",
                Refusals.reason(() -> desk.mark(absence, made, NOTICE_STATE_TOLD)));
    }

    @Test
    void thePhoneStandsBesideTheName() {
        var person =
                Person.newBuilder()
                        .setFamily("Trương")
                        .setGiven("Gọi")
                        .setBirthDate("1980-01-01")
                        .addPhones("0903 555 018");
        var patient =
                PatientServiceGrpc.newBlockingStub(server.as("receptionist"))
                        .registerPatient(
                                RegisterPatientRequest.newBuilder().setPerson(person).build())
                        .getPatient();
        var front = desk.front();
        var visit = front.book(patient.getId(), front.doctor(OKAFOR), FrontDesk.at(22, "09:00"));
        var absence = desk.leave(OKAFOR, 22);
        desk.pin(absence, visit);
        assertEquals(List.of("0903 555 018"), only(absence).getPhonesList());
    }
}
