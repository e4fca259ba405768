package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.Confirmation;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.common.v1.PersonLine;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is said about visits and times, to eyes and to screen readers.
///
/// @param offered what can be booked at the site, now
record VisitWords(Desk desk, Supplier<Offered> offered) {

    VisitWords(Desk desk) {
        this(desk, () -> Offered.NOTHING);
    }

    String status(Visit visit) {
        return desk.texts().get("appointment.status." + visit.status().name());
    }

    /// What the person said, while it matters; empty when nobody asked.
    String confirmation(Visit visit) {
        return visit.expected() ? said(visit.appointment()) : "";
    }

    /// What the person said; empty when nobody asked.
    String said(Appointment visit) {
        var said = visit.getConfirmation();
        return said == Confirmation.CONFIRMATION_UNSPECIFIED
                        || said == Confirmation.CONFIRMATION_UNCONFIRMED
                ? ""
                : desk.texts().get("appointment.confirmation." + said.name());
    }

    /// `Kept by Linh Mai · 1:42`.
    String held(Held held, Instant now) {
        var left = Math.max(0, Duration.between(now, held.until()).toSeconds());
        return desk.texts()
                .get(
                        held.mine() ? "appointment.held.mine" : "appointment.held",
                        held.by(),
                        "%d:%02d".formatted(left / 60, left % 60));
    }

    /// The reason, or the service when no reason is written; in a room first the doctor.
    String why(Visit visit) {
        var reason = visit.appointment().getReason();
        return joined(
                visit.about().doctor(),
                reason.isBlank()
                        ? Times.service(desk, visit.appointment().getServiceId())
                        : reason);
    }

    /// `Waiting · since 08:52 · A-007`.
    String state(Visit visit) {
        var appointment = visit.appointment();
        var since =
                visit.is(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED) && appointment.hasArrivedAt()
                        ? desk.texts()
                                .get(
                                        "appointment.since",
                                        Times.at(desk, appointment.getArrivedAt()))
                        : "";
        return joined(status(visit), confirmation(visit), since, appointment.getTicket());
    }

    /// `Overbooked · knows about the wait · Ella Novak`; empty for a visit with a time of its own.
    String overbooked(Visit visit) {
        var appointment = visit.appointment();
        return appointment.getOverbooked()
                ? joined(
                        desk.texts().get("appointment.overbooked"),
                        appointment.getOverbookReason(),
                        appointment.getOverbookedByName())
                : "";
    }

    /// When he was asked to be there, where that is not the beginning.
    String askedToArrive(Visit visit) {
        var appointment = visit.appointment();
        return appointment.hasAskedToArrive() && visit.expected()
                ? desk.texts()
                        .get(
                                "appointment.asked-to-arrive",
                                Times.at(desk, appointment.getAskedToArrive()))
                : "";
    }

    /// What he is told to do before, while he is still to come.
    String preparation(Visit visit) {
        return visit.expected() ? visit.about().preparation() : "";
    }

    String equipment(Visit visit) {
        return String.join(", ", visit.about().equipment());
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    /// Service and reason.
    String what(Visit visit) {
        return Stream.of(
                        Times.service(desk, visit.appointment().getServiceId()),
                        visit.appointment().getReason())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /// `3 of 6 in a series`; empty for a visit of its own.
    String series(Visit visit) {
        var appointment = visit.appointment();
        return appointment.getSeriesVisits() == 0
                ? ""
                : desk.texts()
                        .get(
                                "appointment.series.place",
                                appointment.getSeriesNumber(),
                                appointment.getSeriesVisits());
    }

    /// `with Dr. Lê Thu Hà`; empty for a visit of one doctor.
    String with(Visit visit) {
        var doctors =
                visit.appointment().getAlsoPractitionerIdsList().stream()
                        .map(id -> Times.practitioner(desk, id))
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.joining(", "));
        return doctors.isEmpty() ? "" : desk.texts().get("appointment.with", doctors);
    }

    /// `350,000 VND`; empty when none is set.
    String price(Visit visit) {
        return offered.get().price(visit.appointment().getServiceId(), desk.texts().locale());
    }

    /// `Female · 40 y · No. 000042-6`.
    String who(PersonLine person) {
        return new People(desk.texts(), desk.today()).line(person);
    }

    /// All that the board knows of a visit, a line each.
    String card(Visit visit) {
        var appointment = visit.appointment();
        return String.join(
                "\n",
                Stream.of(
                                visit.person(),
                                joined(who(appointment.getPerson()), appointment.getPhone()),
                                appointment.getPersonNote(),
                                Times.range(visit.time())
                                        + " · "
                                        + Times.practitioner(desk, appointment.getPractitionerId()),
                                what(visit),
                                joined(Times.room(desk, appointment.getRoomId()), equipment(visit)),
                                with(visit),
                                price(visit),
                                askedToArrive(visit),
                                preparation(visit),
                                series(visit),
                                overbooked(visit),
                                state(visit))
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    String visit(Visit visit) {
        return String.join(
                ", ",
                Stream.of(
                                Times.range(visit.time()),
                                visit.person(),
                                status(visit),
                                confirmation(visit),
                                what(visit),
                                series(visit),
                                overbooked(visit))
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    /// What a screen reader says about the cursor.
    String cursor(BoardModel board) {
        var cursor = board.cursor().get();
        var column = board.day().get().column(cursor.columnId());
        if (column.isEmpty()) {
            return desk.texts().get("appointment.day.title");
        }
        return board.selected()
                .map(this::visit)
                .orElseGet(() ->
                        desk.texts()
                                .get(
                                        free(board)
                                                ? "appointment.slot.free"
                                                : "appointment.slot.closed",
                                        Times.clock(cursor.minute()),
                                        title(column.get())));
    }

    /// Which doctor or room, and in a week which day: `Dr. Lê Thu Hà, Mon 23 Nov`.
    String title(Column column) {
        var week = column.id().equals(column.date().getDayOfWeek().name());
        return week ? owner(column) + ", " + column.name() + " " + column.detail() : column.name();
    }

    /// The doctor or the room of a column.
    String owner(Column column) {
        if (!column.isRoom()) {
            return Times.practitioner(desk, column.practitionerId());
        }
        return column.isNoRoom()
                ? desk.texts().get("appointment.room.none")
                : Times.room(desk, column.roomId());
    }

    private static boolean free(BoardModel board) {
        return board.bookable(board.column(), board.cursor().get().minute());
    }
}
