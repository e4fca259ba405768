package org.clinicdesk.server.appointment;

import org.clinicdesk.appointment.v1.GetSetupRequest;
import org.clinicdesk.appointment.v1.GetSetupResponse;
import org.clinicdesk.appointment.v1.Resource;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.queue.Board;
import org.clinicdesk.server.site.Service;
import org.clinicdesk.server.site.Sites;
import org.clinicdesk.server.staff.StaffMember;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What of AppointmentService shows all that can be set up. [ResourceApi] changes it.
final class SetupApi {

    private final Db db;
    private final Sites sites;
    private final Resources resources;
    private final Caps caps;
    private final Board waiting;

    SetupApi(Db db, Sites sites, Resources resources, Caps caps, Board waiting) {
        this.db = db;
        this.sites = sites;
        this.resources = resources;
        this.caps = caps;
        this.waiting = waiting;
    }

    GetSetupResponse get(GetSetupRequest request) {
        var site = Ids.of(request.getSiteId());
        var answer = GetSetupResponse.newBuilder().addAllResources(resources(site));
        var said =
                resources.offered().stream()
                        .collect(
                                Collectors.toMap(
                                        it -> it.service().id(), it -> it.type().details()));
        for (Service service : sites.everyService()) {
            answer.addVisitTypes(
                    AppointmentProtos.proto(
                            service, said.getOrDefault(service.id(), VisitType.Details.NONE)));
        }
        addDoctors(answer);
        var limits = waiting.limits(site);
        return answer.setWaiting(AppointmentProtos.proto(limits, waiting.version(limits))).build();
    }

    /// Rooms of which nothing is said among the others.
    private List<Resource> resources(UUID site) {
        var said = resources.all(site);
        var known =
                said.stream()
                        .map(org.clinicdesk.server.appointment.Resource::id)
                        .collect(Collectors.toSet());
        var plain =
                sites.rooms().stream()
                        .filter(room -> room.siteId().equals(site) && !known.contains(room.id()));
        return Stream.concat(
                        said.stream().map(AppointmentProtos::proto),
                        plain.map(AppointmentProtos::plain))
                .sorted(Comparator.comparing(Resource::getName))
                .toList();
    }

    private void addDoctors(GetSetupResponse.Builder answer) {
        var own =
                db.session().createQuery("from DoctorLimits", DoctorLimits.class).list().stream()
                        .collect(Collectors.toMap(DoctorLimits::id, Function.identity()));
        db.session()
                .createQuery(
                        "from StaffMember where bookable and active order by name, id",
                        StaffMember.class)
                .list()
                .forEach(doctor ->
                        answer.addDoctors(
                                AppointmentProtos.proto(
                                        doctor.id(), doctor.name(), own.get(doctor.id()))));
        answer.setUsual(AppointmentProtos.proto(caps.everybody().usual()));
    }
}
