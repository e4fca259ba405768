package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.BoardView;
import org.clinicdesk.appointment.v1.GetDayRequest;
import org.clinicdesk.appointment.v1.GetDayResponse;
import org.clinicdesk.appointment.v1.ListBoardViewsRequest;
import org.clinicdesk.appointment.v1.RemoveBoardViewRequest;
import org.clinicdesk.appointment.v1.SetBoardViewRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Views of one's own, and the days in a row that a week reads.
@OnServer
class BoardViewTest {

    private final TestServer server;
    private final FrontDesk desk;

    BoardViewTest(TestServer server) {
        this.server = server;
        this.desk = new FrontDesk(server);
    }

    private BoardView.Builder view(int key, String name) {
        return BoardView.newBuilder().setKey(key).setName(name).setSiteId(desk.site());
    }

    private BoardView save(BoardView.Builder view) {
        return desk.appointments()
                .setBoardView(SetBoardViewRequest.newBuilder().setView(view).build())
                .getView();
    }

    private static List<BoardView> of(FrontDesk desk) {
        return desk.appointments()
                .listBoardViews(ListBoardViewsRequest.getDefaultInstance())
                .getViewsList();
    }

    private void remove(BoardView view) {
        var _ =
                desk.appointments()
                        .removeBoardView(
                                RemoveBoardViewRequest.newBuilder()
                                        .setKey(view.getKey())
                                        .setVersion(view.getVersion())
                                        .build());
    }

    @Test
    void aViewFollowsItsOwnerToAnotherDesk() {
        var saved =
                save(
                        view(1, "Phòng khám tầng 2")
                                .setByRoom(true)
                                .addColumnIds(desk.room(2))
                                .addColumnIds("none")
                                .setZoom(2));
        assertTrue(of(new FrontDesk(server)).contains(saved));
    }

    @Test
    void nobodySeesTheViewsOfOthers() {
        save(view(2, "Của tôi"));
        assertEquals(List.of(), of(new FrontDesk(server, "nurse")));
    }

    @Test
    void whatOneDeskSavedIsNotOverwrittenUnseenByAnother() {
        var saved = save(view(3, "Sáng"));
        assertEquals("platform/STALE", Refusals.reason(() -> save(view(3, "Chiều"))));
        assertEquals("Chiều", save(saved.toBuilder().setName("Chiều")).getName());
        assertEquals("platform/STALE", Refusals.reason(() -> save(saved.toBuilder())));
    }

    @Test
    void aRemovedViewLeavesItsKeyFree() {
        remove(save(view(4, "Cũ")));
        assertEquals(Set.of(), named(4));
        save(view(4, "Mới"));
        assertEquals(Set.of("Mới"), named(4));
    }

    private Set<String> named(int key) {
        return of(desk).stream()
                .filter(view -> view.getKey() == key)
                .map(BoardView::getName)
                .collect(Collectors.toSet());
    }

    private GetDayRequest.Builder days(int from, int days) {
        return GetDayRequest.newBuilder()
                .setSiteId(desk.site())
                .setDate(FrontDesk.TODAY.plusDays(from).toString())
                .setDays(days);
    }

    private GetDayResponse read(GetDayRequest.Builder wanted) {
        return desk.appointments().getDay(wanted.build());
    }

    private static Set<String> ids(GetDayResponse answer) {
        return answer.getAppointmentsList().stream()
                .map(Appointment::getId)
                .collect(Collectors.toSet());
    }

    @Test
    void aWeekOfADoctorIsOneAnswer() {
        var monday = desk.book(desk.patient("Hai"), desk.doctor(0), at(28, "09:00"));
        var friday =
                desk.book(
                        desk.wish(desk.patient("Sáu"), desk.doctor(1), at(32, "09:00"))
                                .addAlsoPractitionerIds(desk.doctor(0)));
        desk.book(desk.patient("Khác"), desk.doctor(1), at(29, "09:00"));
        desk.book(desk.patient("Tuần sau"), desk.doctor(0), at(35, "09:00"));
        var week = read(days(28, 7).setPractitionerId(desk.doctor(0)));
        assertEquals(Set.of(monday.getId(), friday.getId()), ids(week));
        var hours =
                week.getColumnsList().stream()
                        .filter(column -> column.getPractitionerId().equals(desk.doctor(0)))
                        .findFirst()
                        .orElseThrow()
                        .getHoursCount();
        assertTrue(hours >= 5, "spans of hours " + hours);
    }

    @Test
    void aWeekOfARoomHasWhatKeepsItBusy() {
        var wish = desk.wish(desk.patient("Phòng"), desk.doctor(0), at(37, "09:00"));
        var here = desk.book(wish.setRoomId(desk.room(3)));
        desk.book(desk.patient("Ngoài"), desk.doctor(0), at(37, "10:00"));
        assertEquals(Set.of(here.getId()), ids(read(days(35, 7).setRoomId(desk.room(3)))));
    }

    @Test
    void refusesAWeekOfBothADoctorAndARoom() {
        var both = days(35, 7).setRoomId(desk.room(3)).setPractitionerId(desk.doctor(0));
        assertEquals("room_id: room.beside_practitioner", Refusals.field(() -> read(both)));
    }
}
