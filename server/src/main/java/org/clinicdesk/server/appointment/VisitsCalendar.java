package org.clinicdesk.server.appointment;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.DateTimeStamp;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;

import org.clinicdesk.server.site.Room;
import org.clinicdesk.server.site.Service;
import org.clinicdesk.server.site.Sites;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// The visits of a doctor as a calendar (iCalendar, RFC 5545) that he may carry about: what kind of visit, where and when,
/// and nothing about the person, not even the reason.
///
/// Times are instants (UTC), which no change of the clocks moves. A visit that was exported once is cancelled in the next
/// export when it is not his any more: a calendar keeps what is merely not mentioned.
final class VisitsCalendar {

    private static final String PRODUCT = "-//ClinicDesk//Visits//EN";

    private final Clock clock;
    private final Sites sites;

    VisitsCalendar(Clock clock, Sites sites) {
        this.clock = clock;
        this.sites = sites;
    }

    String of(UUID doctor, List<Appointment> visits) {
        Map<UUID, String> services =
                sites.everyService().stream().collect(Collectors.toMap(Service::id, Service::name));
        Map<UUID, String> rooms =
                sites.rooms().stream().collect(Collectors.toMap(Room::id, Room::name));
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setMethod(Method.PUBLISH);
        for (var visit : visits) {
            var event = event(doctor, visit);
            event.setSummary(services.getOrDefault(visit.serviceId(), ""));
            visit.roomId().map(rooms::get).ifPresent(event::setLocation);
            calendar.addEvent(event);
        }
        return Biweekly.write(calendar).go();
    }

    private VEvent event(UUID doctor, Appointment visit) {
        var event = new VEvent();
        event.setUid(uid(doctor, visit));
        event.setDateTimeStamp(new DateTimeStamp(date(clock.instant())));
        event.setDateStart(new DateStart(date(visit.span().start())));
        event.setDateEnd(new DateEnd(date(visit.span().end())));
        event.setSequence(visit.changes());
        var status = status(doctor, visit);
        event.setStatus(status);
        // Who keeps time for it is asked by those who plan: what is cancelled keeps none.
        event.setTransparency(status.isCancelled());
        return event;
    }

    /// Says nothing, always the same, and another one for each doctor of the visit: one may lose it while the other keeps
    /// it.
    private static String uid(UUID doctor, Appointment visit) {
        var name = "visit/" + visit.id() + "/" + doctor;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + "@clinicdesk";
    }

    private static Status status(UUID doctor, Appointment visit) {
        if (!visit.status().keepsTime() || !visit.practitioners().contains(doctor)) {
            return Status.cancelled();
        }
        return visit.status() == org.clinicdesk.server.appointment.Status.REQUESTED
                ? Status.tentative()
                : Status.confirmed();
    }

    private static ICalDate date(Instant instant) {
        var utc = instant.atOffset(ZoneOffset.UTC);
        return new ICalDate(
                new DateTimeComponents(
                        utc.getYear(),
                        utc.getMonthValue(),
                        utc.getDayOfMonth(),
                        utc.getHour(),
                        utc.getMinute(),
                        utc.getSecond(),
                        true),
                true);
    }
}
