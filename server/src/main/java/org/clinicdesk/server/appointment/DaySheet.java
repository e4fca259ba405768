package org.clinicdesk.server.appointment;

import org.clinicdesk.server.paper.Report;
import org.clinicdesk.server.paper.ReportPaper;
import org.clinicdesk.server.paper.Sheet;
import org.clinicdesk.server.paper.Table;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.site.Room;
import org.clinicdesk.server.site.Service;
import org.clinicdesk.server.site.Sites;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// The visits of a day on paper: a page for each doctor, by start. Cancelled ones are not on it.
final class DaySheet {

    private static final String TEXTS = "org.clinicdesk.server.appointment.appointment";

    private final Clock clock;
    private final Sites sites;
    private final DayBoard board;
    private final ReportPaper paper = new ReportPaper(TEXTS);

    DaySheet(Clock clock, Sites sites, DayBoard board) {
        this.clock = clock;
        this.sites = sites;
        this.board = board;
    }

    /// A line of the list, with the names of what it points to.
    private record Line(
            String doctor,
            Appointment visit,
            Patient patient,
            String service,
            String room,
            ZoneId zone) {

        LocalTime start() {
            return visit.span().start().atZone(zone).toLocalTime();
        }

        /// An estimated date is never printed as an exact one.
        String born() {
            return (patient.birthDateEstimated() ? "≈ " : "") + patient.birthDate().text();
        }

        String phone() {
            return patient.phones().stream().findFirst().orElse("");
        }

        String what() {
            return visit.reason().isEmpty() ? service : visit.reason();
        }
    }

    private static final Sheet<Line> VISITS =
            new Sheet<>(
                    "appointment.sheet",
                    List.of(
                            Sheet.time("appointment.start", Line::start),
                            Sheet.text("appointment.patient", line -> line.patient.name().full()),
                            Sheet.text("appointment.number", line -> line.patient.number()),
                            Sheet.text("appointment.born", Line::born),
                            Sheet.text("appointment.phone", Line::phone),
                            Sheet.text("appointment.what", Line::what),
                            Sheet.text("appointment.room", Line::room),
                            Sheet.word(
                                    "appointment.status",
                                    line -> "appointment.status." + line.visit.status())));

    /// @param doctors none: all
    /// @throws org.clinicdesk.server.paper.NothingToExport on a day without visits
    byte[] pdf(UUID site, LocalDate date, Set<UUID> doctors) {
        var clinic = sites.clinic();
        var call = Call.current();
        return paper.pdf(
                new Report(
                        clinic.name(),
                        "appointment.day",
                        date,
                        pages(lines(site, date, doctors, clinic.zone())),
                        call.caller().name(),
                        clock.instant(),
                        clinic.zone(),
                        call.locale()));
    }

    private static List<Table> pages(List<Line> lines) {
        var byDoctor =
                lines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Line::doctor, TreeMap::new, Collectors.toList()));
        return byDoctor.entrySet().stream()
                .map(page -> VISITS.of(page.getValue()).about(page.getKey()))
                .toList();
    }

    private List<Line> lines(UUID site, LocalDate date, Set<UUID> doctors, ZoneId zone) {
        var day = board.read(site, date);
        Map<UUID, String> names =
                day.columns().stream()
                        .collect(
                                Collectors.toMap(
                                        DayBoard.Column::practitionerId, DayBoard.Column::name));
        Map<UUID, String> rooms =
                sites.rooms().stream().collect(Collectors.toMap(Room::id, Room::name));
        Map<UUID, String> services =
                sites.everyService().stream().collect(Collectors.toMap(Service::id, Service::name));
        return day.visits().stream()
                .filter(visit -> visit.appointment().status().keepsTime())
                .flatMap(visit ->
                        visit.appointment().practitioners().stream()
                                .filter(doctor -> doctors.isEmpty() || doctors.contains(doctor))
                                .map(doctor ->
                                        new Line(
                                                names.getOrDefault(doctor, ""),
                                                visit.appointment(),
                                                visit.patient(),
                                                services.getOrDefault(
                                                        visit.appointment().serviceId(), ""),
                                                visit.appointment()
                                                        .roomId()
                                                        .map(rooms::get)
                                                        .orElse(""),
                                                zone)))
                .sorted(
                        Comparator.comparing(Line::doctor)
                                .thenComparing(line -> line.visit.span().start()))
                .toList();
    }
}
