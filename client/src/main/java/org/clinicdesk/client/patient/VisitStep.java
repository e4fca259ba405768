package org.clinicdesk.client.patient;

import io.grpc.MethodDescriptor;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.CancelReason;
import org.clinicdesk.appointment.v1.Confirmation;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What can be said of a visit of today from the row of its person.
enum VisitStep {
    CHECK_IN("mdi2l-login-variant"),
    UNDO_CHECK_IN("mdi2u-undo-variant"),
    CONFIRM("mdi2p-phone-check-outline"),
    NO_SHOW("mdi2a-account-off-outline"),
    /// The person cancels.
    CANCEL("mdi2c-calendar-remove-outline"),
    /// The clinic does.
    CANCEL_CLINIC("mdi2h-hospital-building"),
    REINSTATE("mdi2u-undo-variant");

    private static final Set<AppointmentStatus> EXPECTED =
            Set.of(
                    AppointmentStatus.APPOINTMENT_STATUS_BOOKED,
                    AppointmentStatus.APPOINTMENT_STATUS_REQUESTED);
    private static final Set<AppointmentStatus> GIVEN_UP =
            Set.of(
                    AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW,
                    AppointmentStatus.APPOINTMENT_STATUS_CANCELLED);

    private final String icon;

    VisitStep(String icon) {
        this.icon = icon;
    }

    String icon() {
        return icon;
    }

    /// The call without which it is not offered.
    MethodDescriptor<?, ?> needs() {
        return switch (this) {
            case CHECK_IN -> AppointmentServiceGrpc.getCheckInMethod();
            case UNDO_CHECK_IN -> AppointmentServiceGrpc.getUndoCheckInMethod();
            case CONFIRM -> AppointmentServiceGrpc.getSetConfirmationMethod();
            case NO_SHOW -> AppointmentServiceGrpc.getMarkNoShowMethod();
            case CANCEL, CANCEL_CLINIC -> AppointmentServiceGrpc.getCancelMethod();
            case REINSTATE -> AppointmentServiceGrpc.getReinstateMethod();
        };
    }

    boolean cancels() {
        return this == CANCEL || this == CANCEL_CLINIC;
    }

    /// Who ends the visit.
    CancelReason reason() {
        return this == CANCEL_CLINIC
                ? CancelReason.CANCEL_REASON_CLINIC
                : CancelReason.CANCEL_REASON_PATIENT;
    }

    /// Those that make sense where a visit stands.
    static List<VisitStep> of(Appointment visit, Instant now) {
        return Arrays.stream(values()).filter(step -> step.fits(visit, now)).toList();
    }

    /// Whether the person is still to come.
    static boolean expected(Appointment visit) {
        return EXPECTED.contains(visit.getStatus());
    }

    boolean fits(Appointment visit, Instant now) {
        var status = visit.getStatus();
        var expected = expected(visit);
        return switch (this) {
            case CHECK_IN -> expected || status == AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW;
            case UNDO_CHECK_IN -> status == AppointmentStatus.APPOINTMENT_STATUS_ARRIVED;
            case CONFIRM ->
                    expected && visit.getConfirmation() != Confirmation.CONFIRMATION_CONFIRMED;
            // Nobody has missed a visit that has not begun.
            case NO_SHOW -> expected && visit.getStart().getSeconds() <= now.getEpochSecond();
            case CANCEL, CANCEL_CLINIC ->
                    expected || status == AppointmentStatus.APPOINTMENT_STATUS_ARRIVED;
            // One that was rescheduled goes on in its successor.
            case REINSTATE -> GIVEN_UP.contains(status) && visit.getSuccessorId().isEmpty();
        };
    }
}
