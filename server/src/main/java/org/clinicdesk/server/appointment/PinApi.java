package org.clinicdesk.server.appointment;

import org.clinicdesk.appointment.v1.ListUnfinishedRequest;
import org.clinicdesk.appointment.v1.ListUnfinishedResponse;
import org.clinicdesk.appointment.v1.PinRequest;
import org.clinicdesk.appointment.v1.PinResponse;
import org.clinicdesk.appointment.v1.UnpinRequest;
import org.clinicdesk.appointment.v1.UnpinResponse;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.roster.Roster;

import java.util.List;
import java.util.stream.Stream;

/// What of AppointmentService is about work that is not finished: the pinboard and the lists.
final class PinApi {

    private final Db db;
    private final Appointments appointments;
    private final Pinboard pinboard;
    private final Holds holds;
    private final Worklist worklist;
    private final Reminders reminders;
    private final Wishes wishes;
    private final Patients patients;
    private final SeriesPlaces places;
    private final FollowUps followUps;
    private final Roster roster;

    PinApi(
            Db db,
            Appointments appointments,
            Pinboard pinboard,
            Holds holds,
            Worklist worklist,
            Reminders reminders,
            Wishes wishes,
            Patients patients,
            SeriesPlaces places,
            FollowUps followUps,
            Roster roster) {
        this.db = db;
        this.appointments = appointments;
        this.pinboard = pinboard;
        this.holds = holds;
        this.worklist = worklist;
        this.reminders = reminders;
        this.wishes = wishes;
        this.patients = patients;
        this.places = places;
        this.followUps = followUps;
        this.roster = roster;
    }

    PinResponse pin(PinRequest request) {
        var pinned = pinboard.pin(wishes.of(request, appointments));
        Call.current().concerns(pinned.patientId());
        return PinResponse.newBuilder()
                .setPin(AppointmentProtos.proto(pinned, patients.get(pinned.patientId())))
                .build();
    }

    UnpinResponse unpin(UnpinRequest request) {
        var pinned = db.get(PinnedVisit.class, Ids.of(request.getId()), request.getVersion());
        Call.current().concerns(pinned.patientId());
        pinboard.end(pinned);
        return UnpinResponse.getDefaultInstance();
    }

    ListUnfinishedResponse unfinished(ListUnfinishedRequest request) {
        var site = Ids.of(request.getSiteId());
        var unconfirmed = worklist.unconfirmed(site);
        var unresolved = worklist.unresolved(site);
        var late = worklist.late(site, appointments.rules());
        var answer =
                ListUnfinishedResponse.newBuilder()
                        .addAllUnconfirmed(shown(unconfirmed))
                        .setUnconfirmedTotal((int) unconfirmed.count())
                        .addAllUnresolved(shown(unresolved))
                        .setUnresolvedTotal((int) unresolved.count())
                        .addAllLate(shown(late))
                        .setLateTotal((int) late.count());
        var released = worklist.released(site);
        answer.addAllReleased(shown(released)).setReleasedTotal((int) released.count());
        answer.setFollowUpsTotal((int) followUps.count(site, roster.today()));
        reminders
                .last(
                        Stream.of(late, unconfirmed)
                                .flatMap(part -> part.visits().stream())
                                .map(it -> it.appointment().id())
                                .toList())
                .forEach(noted -> answer.addReminders(AppointmentProtos.proto(noted)));
        holds.live(site).forEach(held -> answer.addHolds(AppointmentProtos.proto(held)));
        pinboard.all(site)
                .forEach(pinned ->
                        answer.addPins(AppointmentProtos.proto(pinned.visit(), pinned.patient())));
        return answer.build();
    }

    /// Without tickets: none of them is about somebody who waits.
    private List<org.clinicdesk.appointment.v1.Appointment> shown(Worklist.Part part) {
        var inSeries = places.of(part.visits().stream().map(DayBoard.Visit::appointment).toList());
        return part.visits().stream()
                .map(visit ->
                        AppointmentProtos.proto(visit.appointment(), visit.patient(), "", inSeries))
                .toList();
    }
}
