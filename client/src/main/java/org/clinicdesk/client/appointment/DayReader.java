package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.GetDayResponse;
import org.clinicdesk.appointment.v1.Resource;
import org.clinicdesk.appointment.v1.Span;
import org.clinicdesk.appointment.v1.VisitType;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.session.v1.Desk.Practitioner;
import org.clinicdesk.session.v1.Desk.Room;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Lays out what the server told: which columns there are, and what stands in which.
final class DayReader {

    private final Desk desk;
    private final Layout layout;
    private final LocalDate asked;
    private final String siteId;
    private final GetDayResponse answer;
    private final WallTime wall;
    private final List<Appointment> kept;

    /// @param asked the day asked for; in a week any of its days
    DayReader(Desk desk, Layout layout, LocalDate asked, String siteId, GetDayResponse answer) {
        this.desk = desk;
        this.layout = layout;
        this.asked = asked;
        this.siteId = siteId;
        this.answer = answer;
        this.wall = new WallTime(desk.session().zone());
        this.kept =
                answer.getAppointmentsList().stream()
                        .filter(visit ->
                                visit.getStatus() != AppointmentStatus.APPOINTMENT_STATUS_CANCELLED)
                        .toList();
    }

    /// @param now when it was answered
    Day read(Instant now) {
        var columns = layout.week() ? week() : layout.by() == By.DOCTOR ? doctors() : rooms();
        var visits = new ArrayList<Visit>();
        for (int i = 0; i < columns.size(); i++) {
            visits.addAll(visits(columns.get(i), i));
        }
        var doctors = answer.getColumnsList().stream().map(Doctor::new).toList();
        return new Day(
                asked,
                layout,
                wall,
                columns,
                visits,
                held(columns, now),
                doctors,
                kept,
                Offered.of(answer));
    }

    private List<Visit> visits(Column column, int index) {
        return Lanes.spread(
                kept.stream()
                        .filter(visit -> column.takes(visit) && begins(visit, column.date()))
                        .map(visit ->
                                new Visit(
                                        visit,
                                        index,
                                        wall.minutes(visit, column.date()),
                                        0,
                                        1,
                                        about(visit, column)))
                        .filter(visit -> visit.time().length() > 0)
                        .toList());
    }

    private About about(Appointment visit, Column column) {
        var type =
                answer.getVisitTypesList().stream()
                        .filter(one -> one.getServiceId().equals(visit.getServiceId()))
                        .findFirst()
                        .orElseGet(VisitType::getDefaultInstance);
        var kept =
                answer.getResourcesList().stream()
                        .filter(one -> visit.getResourceIdsList().contains(one.getId()))
                        .map(Resource::getName)
                        .toList();
        return new About(
                type.getColour(),
                type.getPreparation(),
                kept,
                column.isRoom() ? Times.practitioner(desk, visit.getPractitionerId()) : "");
    }

    /// A visit over midnight stands on its first day, or on the first that is shown.
    private boolean begins(Appointment visit, LocalDate date) {
        return date.equals(layout.first(asked)) || wall.date(visit.getStart()).equals(date);
    }

    private List<Held> held(List<Column> columns, Instant now) {
        return answer.getHoldsList().stream()
                .flatMap(hold ->
                        IntStream.range(0, columns.size())
                                .filter(i -> columns.get(i).takes(hold))
                                .mapToObj(i ->
                                        new Held(
                                                hold.getId(),
                                                i,
                                                wall.minutes(
                                                        hold.getStart(),
                                                        hold.getEnd(),
                                                        columns.get(i).date()),
                                                hold.getBy(),
                                                now.plusSeconds(hold.getSecondsLeft()),
                                                hold.getMine())))
                .filter(held -> held.time().length() > 0)
                .toList();
    }

    /// Those who work, and those who have visits all the same; or those who were chosen, whether they work or not.
    private List<Column> doctors() {
        var all = new LinkedHashMap<String, Column>();
        answer.getColumnsList()
                .forEach(read ->
                        all.put(
                                read.getPractitionerId(),
                                doctor(
                                        read.getPractitionerId(),
                                        read.getName(),
                                        read.getSpecialty())));
        kept.forEach(
                visit -> all.computeIfAbsent(visit.getPractitionerId(), id -> doctor(id, "?", "")));
        if (layout.doctors().isEmpty()) {
            return List.copyOf(all.values());
        }
        known().filter(one -> layout.doctors().contains(one.getId()))
                .forEach(one ->
                        all.computeIfAbsent(
                                one.getId(), id -> doctor(id, one.getName(), one.getSpecialty())));
        return all.values().stream()
                .filter(column -> layout.doctors().contains(column.id()))
                .sorted(Comparator.comparing(Column::name))
                .toList();
    }

    private Stream<Practitioner> known() {
        return desk.session().desk().getPractitionersList().stream();
    }

    private Column doctor(String id, String name, String specialty) {
        return new Column(id, asked, id, "", name, specialty, hours(id, asked));
    }

    /// Every room of the site, whatever else visits are in, and at the end those in none.
    private List<Column> rooms() {
        var all = new LinkedHashMap<String, Column>();
        roomsOfSite().forEach(room -> all.put(room.getId(), room(room.getId(), room.getName())));
        kept.stream()
                .map(Appointment::getRoomId)
                .filter(id -> !id.isEmpty())
                .forEach(id -> all.computeIfAbsent(id, unknown -> room(unknown, "?")));
        all.put(Column.NO_ROOM, room(Column.NO_ROOM, desk.texts().get("appointment.room.none")));
        return all.values().stream()
                .filter(column -> layout.rooms().isEmpty() || layout.rooms().contains(column.id()))
                .toList();
    }

    private List<Room> roomsOfSite() {
        return desk.session().desk().getSitesList().stream()
                .filter(site -> site.getId().equals(siteId))
                .flatMap(site -> site.getRoomsList().stream())
                .toList();
    }

    private Column room(String id, String name) {
        return new Column(id, asked, "", id, name, "", roomHours(id, asked));
    }

    /// Monday first. A weekend on which nobody is there is left out.
    private List<Column> week() {
        return layout.days(asked).stream()
                .map(this::weekday)
                .filter(column ->
                        column.date().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                                || !column.hours().isEmpty()
                                || !visits(column, 0).isEmpty())
                .toList();
    }

    private Column weekday(LocalDate date) {
        var doctor = layout.by() == By.DOCTOR;
        var dates = desk.texts().dates();
        return new Column(
                date.getDayOfWeek().name(),
                date,
                doctor ? layout.whose() : "",
                doctor ? "" : layout.whose(),
                dates.weekday(date),
                dates.dayAndMonth(date),
                doctor ? hours(layout.whose(), date) : roomHours(layout.whose(), date));
    }

    private List<Minutes> hours(String practitioner, LocalDate date) {
        return answer.getColumnsList().stream()
                .filter(read -> read.getPractitionerId().equals(practitioner))
                .flatMap(read -> read.getHoursList().stream())
                .map(span -> wall.minutes(span, date))
                .filter(time -> time.length() > 0)
                .toList();
    }

    /// A room is open when anybody works and nothing closes it.
    private List<Minutes> roomHours(String room, LocalDate date) {
        var open = new ArrayList<Minutes>();
        answer.getColumnsList().stream()
                .flatMap(read -> hours(read.getPractitionerId(), date).stream())
                .sorted(Comparator.comparingInt(Minutes::from))
                .forEach(time -> join(open, time));
        var closed =
                answer.getClosedRoomsList().stream()
                        .filter(it -> it.getRoomId().equals(room))
                        .flatMap(it -> it.getClosedList().stream())
                        .map((Span span) -> wall.minutes(span, date))
                        .toList();
        return open.stream().flatMap(time -> without(time, closed).stream()).toList();
    }

    private static void join(List<Minutes> open, Minutes next) {
        if (open.isEmpty() || open.getLast().to() < next.from()) {
            open.add(next);
        } else {
            var last = open.removeLast();
            open.add(new Minutes(last.from(), Math.max(last.to(), next.to())));
        }
    }

    private static List<Minutes> without(Minutes time, List<Minutes> closed) {
        var rest = List.of(time);
        for (var gone : closed) {
            rest =
                    rest.stream()
                            .flatMap(part ->
                                    Stream.of(
                                            new Minutes(
                                                    part.from(), Math.min(part.to(), gone.from())),
                                            new Minutes(
                                                    Math.max(part.from(), gone.to()), part.to())))
                            .filter(part -> part.length() > 0)
                            .toList();
        }
        return rest;
    }
}
