package org.clinicdesk.server.appointment;

import org.clinicdesk.appointment.v1.FollowUpState;
import org.clinicdesk.appointment.v1.ListFollowUpsRequest;
import org.clinicdesk.appointment.v1.ListFollowUpsResponse;
import org.clinicdesk.appointment.v1.OrderFollowUpRequest;
import org.clinicdesk.appointment.v1.OrderFollowUpResponse;
import org.clinicdesk.appointment.v1.WithdrawFollowUpRequest;
import org.clinicdesk.appointment.v1.WithdrawFollowUpResponse;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.patient.People;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.roster.Roster;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What of AppointmentService lets doctors order visits and shows which of them are due.
final class FollowUpApi {

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final FollowUps followUps;
    private final Wishes wishes;
    private final Patients patients;

    FollowUpApi(
            Db db,
            Clock clock,
            Roster roster,
            FollowUps followUps,
            Wishes wishes,
            Patients patients) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.followUps = followUps;
        this.wishes = wishes;
        this.patients = patients;
    }

    OrderFollowUpResponse order(OrderFollowUpRequest request) {
        var due = date("due", request.getDue());
        if (due.isBefore(roster.today())) {
            throw new Invalid("due", "date.past");
        }
        var order = wishes.of(request, due);
        Call.current().concerns(order.patient());
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var by = Call.current().caller().staffId();
        var followUp = new FollowUp(Ids.next(clock), order, at, by);
        db.session().persist(followUp);
        db.session().flush();
        var line = new FollowUps.Line(followUp, patients.get(order.patient()), null);
        return OrderFollowUpResponse.newBuilder().setFollowUp(shown(line)).build();
    }

    WithdrawFollowUpResponse withdraw(WithdrawFollowUpRequest request) {
        var followUp = db.get(FollowUp.class, Ids.of(request.getId()), request.getVersion());
        Call.current().concerns(followUp.patientId());
        followUp.withdraw(clock.instant());
        return WithdrawFollowUpResponse.getDefaultInstance();
    }

    ListFollowUpsResponse list(ListFollowUpsRequest request) {
        var answer = ListFollowUpsResponse.newBuilder();
        lines(request).forEach(line -> answer.addFollowUps(shown(line)));
        return answer.build();
    }

    private List<FollowUps.Line> lines(ListFollowUpsRequest request) {
        if (request.getPatientId().isEmpty()) {
            var until =
                    request.getUntil().isEmpty()
                            ? roster.today()
                            : date("until", request.getUntil());
            return followUps.due(Ids.of(request.getSiteId()), until);
        }
        var patient = patients.get(Ids.of(request.getPatientId())).id();
        Call.current().concerns(patient);
        return followUps.of(patient);
    }

    private static LocalDate date(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new Invalid(field, "date.none");
        }
    }

    private static org.clinicdesk.appointment.v1.FollowUp shown(FollowUps.Line line) {
        var followUp = line.followUp();
        var visit = line.visit();
        var answer =
                org.clinicdesk.appointment.v1.FollowUp.newBuilder()
                        .setId(followUp.id().toString())
                        .setVersion(followUp.version())
                        .setPerson(People.line(line.patient()))
                        .setPhone(line.patient().phones().stream().findFirst().orElse(""))
                        .setPractitionerId(followUp.practitionerId().toString())
                        .setServiceId(followUp.serviceId().toString())
                        .setDue(followUp.dueOn().toString())
                        .setReason(followUp.reason())
                        .setOrderedAt(Protos.timestamp(followUp.orderedAt()))
                        .setOrderedBy(followUp.orderedBy().toString())
                        .setState(state(line));
        if (visit != null) {
            answer.setAppointmentId(visit.id().toString())
                    .setAppointmentStart(Protos.timestamp(visit.span().start()));
        }
        return answer.build();
    }

    private static FollowUpState state(FollowUps.Line line) {
        if (line.visit() != null) {
            return line.visit().status() == Status.FULFILLED
                    ? FollowUpState.FOLLOW_UP_STATE_DONE
                    : FollowUpState.FOLLOW_UP_STATE_BOOKED;
        }
        return line.followUp().withdrawn()
                ? FollowUpState.FOLLOW_UP_STATE_WITHDRAWN
                : FollowUpState.FOLLOW_UP_STATE_WAITING;
    }
}
