package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.NoteReminderRequest;
import org.clinicdesk.appointment.v1.Opening;
import org.clinicdesk.appointment.v1.ReinstateRequest;
import org.clinicdesk.appointment.v1.ReleaseRequest;
import org.clinicdesk.appointment.v1.Reminder;
import org.clinicdesk.appointment.v1.ReminderOutcome;
import org.clinicdesk.appointment.v1.SearchOpeningsRequest;
import org.clinicdesk.appointment.v1.WithdrawReminderRequest;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.TakeBack;
import org.clinicdesk.client.platform.Undos;
import org.clinicdesk.patient.v1.GetPatientRequest;
import org.clinicdesk.patient.v1.PatientServiceGrpc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// What is proposed for somebody who is late: call, give another time, give the time up. Each is decided by a person, and
/// each can be taken back.
final class LateModel {

    /// `9:40`, `09.40`, `940`.
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})[:.hH]?(\\d{2})");

    private final Board board;
    private final Desk desk;
    private final Busy busy = new Busy();
    private final TakeBack takeBack;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;

    LateModel(Board board) {
        this.board = board;
        this.desk = board.desk();
        this.takeBack = new TakeBack(desk, busy);
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    Busy busy() {
        return busy;
    }

    boolean may() {
        return desk.may(AppointmentServiceGrpc.getReleaseMethod());
    }

    /// The last call about a visit.
    Optional<Reminder> called(Appointment visit) {
        return board.unfinished().lists().get().getRemindersList().stream()
                .filter(reminder -> reminder.getAppointmentId().equals(visit.getId()))
                .findFirst();
    }

    /// Whole minutes since the visit began.
    long minutesLate(Appointment visit) {
        return Times.minutesSince(visit.getStart(), board.day().now().get());
    }

    /// The numbers of a person; asking for them is audited.
    void phones(Appointment visit, Consumer<List<String>> then) {
        var patients = PatientServiceGrpc.newBlockingV2Stub(desk.channel());
        var request =
                GetPatientRequest.newBuilder().setId(visit.getPerson().getPatientId()).build();
        run(
                () -> patients.getPatient(request).getPatient().getPerson(),
                person -> then.accept(person.getPhonesList()));
    }

    /// The time of today that was typed; empty when it is none, or over.
    Optional<Instant> today(String typed) {
        var match = CLOCK.matcher(typed.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            var time =
                    LocalTime.of(
                            Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
            return Optional.of(desk.today().atTime(time).atZone(desk.session().zone()).toInstant())
                    .filter(at -> !at.isBefore(desk.clock().instant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Notes what came of a call.
    ///
    /// @param expected when he said he comes
    void note(Appointment visit, ReminderOutcome outcome, Optional<Instant> expected) {
        var wish =
                NoteReminderRequest.newBuilder()
                        .setAppointmentId(visit.getId())
                        .setOutcome(outcome);
        expected.map(Times::timestamp).ifPresent(wish::setExpectedAt);
        var request = wish.build();
        run(
                () -> appointments.noteReminder(request).getReminder(),
                noted -> {
                    var undo = board.actions().undos().add(attempt -> withdraw(attempt, noted));
                    desk.notices().done(visit.getPerson().getName(), words(noted), undo);
                    board.unfinished().read();
                });
    }

    /// Notes what somebody said who was asked whether he will come. Who was not reached said nothing.
    void answer(Appointment visit, Answer answer) {
        if (answer == Answer.NOT_REACHED) {
            note(visit, ReminderOutcome.REMINDER_OUTCOME_NOT_REACHED, Optional.empty());
        } else {
            board.actions().confirm(visit, answer.confirmation());
        }
    }

    private String at(Reminder reminder) {
        var date = Day.instant(reminder.getAt()).atZone(desk.session().zone()).toLocalDate();
        var time = Times.at(desk, reminder.getAt());
        return date.equals(desk.today())
                ? time
                : desk.texts().dates().dayAndMonth(date) + ", " + time;
    }

    /// `10:05 · comes at 10:20 · Linh Mai`; with the day when it was not today.
    String words(Reminder reminder) {
        return String.join(
                " · ",
                at(reminder),
                desk.texts()
                        .get(
                                "appointment.late." + reminder.getOutcome().name(),
                                reminder.hasExpectedAt()
                                        ? Times.at(desk, reminder.getExpectedAt())
                                        : ""),
                reminder.getBy());
    }

    private void withdraw(Undos.Attempt attempt, Reminder noted) {
        var request =
                WithdrawReminderRequest.newBuilder()
                        .setId(noted.getId())
                        .setVersion(noted.getVersion())
                        .build();
        attempt.call(
                desk.calls().call(() -> appointments.withdrawReminder(request)).busy(busy),
                this::explain,
                answer -> board.unfinished().read());
    }

    /// Gives the time up; it counts as the clinic has set.
    void release(Appointment visit) {
        var request =
                ReleaseRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .build();
        run(
                () -> appointments.release(request).getAppointment(),
                gone -> {
                    var undo =
                            desk.undos()
                                    .add(attempt ->
                                            takeBack.of(
                                                    attempt, gone, this::explain, this::tellBack));
                    desk.notices().done(words("released", gone), status(gone), undo);
                    board.day().read();
                });
    }

    /// Takes back what the clinic gave up by itself.
    void reinstate(Appointment gone) {
        var request =
                ReinstateRequest.newBuilder()
                        .setId(gone.getId())
                        .setVersion(gone.getVersion())
                        .build();
        run(() -> appointments.reinstate(request).getAppointment(), this::tellBack);
    }

    private void tellBack(Appointment back) {
        desk.notices().done(words("back", back));
        board.day().read();
    }

    private String words(String what, Appointment visit) {
        return desk.texts()
                .get(
                        "appointment.late." + what,
                        visit.getPerson().getName(),
                        Times.start(desk, visit));
    }

    /// As what it counts.
    String status(Appointment visit) {
        return desk.texts().get("appointment.status." + visit.getStatus().name());
    }

    /// Takes the visit into the hand on the board, over the first time that is free; Enter puts it down there.
    void move(Appointment visit) {
        board.moves().expect();
        var request =
                SearchOpeningsRequest.newBuilder()
                        .setSiteId(board.day().siteId())
                        .setServiceId(visit.getServiceId())
                        .setMinutes(Times.minutes(visit))
                        .addPractitionerIds(visit.getPractitionerId())
                        .setPatientId(visit.getPerson().getPatientId())
                        .setLimit(1)
                        .build();
        run(
                () -> appointments.searchOpenings(request).getOpeningsList(),
                found -> take(visit, found.stream().findFirst()));
    }

    private void take(Appointment visit, Optional<Opening> to) {
        if (!board.moves().expected()) {
            return;
        }
        var start = Day.instant(visit.getStart()).atZone(desk.session().zone());
        board.day()
                .go(
                        start.toLocalDate(),
                        visit.getPractitionerId(),
                        Times.minute(start.toLocalTime()),
                        () -> {
                            board.day().select(visit.getId());
                            board.day().selected().ifPresent(board.moves()::begin);
                            to.ifPresentOrElse(this::carry, this::sayNoneFree);
                        });
    }

    private void sayNoneFree() {
        board.moves().arrived();
        desk.notices().reminder(desk.texts().get("appointment.late.none-free"));
    }

    private void carry(Opening to) {
        var start = Day.instant(to.getStart()).atZone(desk.session().zone());
        var minute = Times.minute(start.toLocalTime());
        board.day()
                .go(
                        start.toLocalDate(),
                        to.getPractitionerId(),
                        minute,
                        () -> {
                            var column =
                                    board.day()
                                            .day()
                                            .get()
                                            .indexOf(to.getPractitionerId(), start.toLocalDate());
                            if (column >= 0) {
                                board.moves().to(column, minute);
                            }
                            board.moves().arrived();
                        });
    }

    private <T> void run(Calls.Work<T> work, Consumer<T> then) {
        if (busy.is()) {
            return;
        }
        desk.calls().call(work).busy(busy).refused(this::explain).then(then::accept);
    }

    private void explain(Problem problem) {
        board.moves().arrived();
        board.actions().explain(problem);
        board.unfinished().read();
    }
}
