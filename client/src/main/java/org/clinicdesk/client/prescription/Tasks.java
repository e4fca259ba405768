package org.clinicdesk.client.prescription;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.FollowUp;
import org.clinicdesk.appointment.v1.OrderFollowUpRequest;
import org.clinicdesk.appointment.v1.WithdrawFollowUpRequest;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.session.v1.Desk.Service;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes what a finding asks for into a task with one press: a visit ordered for the person, which the front desk sees
/// among those to be booked.
final class Tasks {

    private static final int LONGEST_REASON = 300;

    private final Desk desk;
    private final String patientId;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;

    /// By the key of the finding, the day it is due.
    private final Map<String, LocalDate> made = new HashMap<>();

    private final Set<String> making = new HashSet<>();

    Tasks(Desk desk, String patientId) {
        this.desk = desk;
        this.patientId = patientId;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    boolean may() {
        return desk.may(AppointmentServiceGrpc.getOrderFollowUpMethod()) && service().isPresent();
    }

    /// When the task of a finding is due; empty while none was made.
    Optional<LocalDate> of(Finding finding) {
        return Optional.ofNullable(made.get(finding.getKey()));
    }

    /// Whether a finding asks for something that somebody does on another day.
    static boolean asks(Finding finding) {
        return finding.getDueDays() > 0;
    }

    static LocalDate due(Finding finding, LocalDate today) {
        return today.plusDays(finding.getDueDays());
    }

    /// @param changed told when it was made, or taken back
    void make(Finding finding, Runnable changed) {
        var service = service();
        if (service.isEmpty()
                || made.containsKey(finding.getKey())
                || !making.add(finding.getKey())) {
            return;
        }
        var due = due(finding, desk.today());
        var request =
                OrderFollowUpRequest.newBuilder()
                        .setSiteId(desk.session().desk().getSites(0).getId())
                        .setPatientId(patientId)
                        .setPractitionerId(desk.session().desk().getStaffId())
                        .setServiceId(service.get().getId())
                        .setDue(due.toString())
                        .setReason(reason(finding))
                        .build();
        desk.calls()
                .call(() -> appointments.orderFollowUp(request).getFollowUp())
                .once(RequestId.fresh())
                .refused(problem -> {
                    making.remove(finding.getKey());
                    desk.explain(problem);
                })
                .then(order -> made(finding, due, order, changed));
    }

    private void made(Finding finding, LocalDate due, FollowUp order, Runnable changed) {
        making.remove(finding.getKey());
        made.put(finding.getKey(), due);
        changed.run();
        desk.notices()
                .done(
                        desk.texts().get("prescription.task.made", desk.texts().dates().date(due)),
                        order.getReason(),
                        () -> takeBack(finding, order, changed));
    }

    private void takeBack(Finding finding, FollowUp order, Runnable changed) {
        var request =
                WithdrawFollowUpRequest.newBuilder()
                        .setId(order.getId())
                        .setVersion(order.getVersion())
                        .build();
        desk.calls()
                .call(() -> appointments.withdrawFollowUp(request))
                .once(RequestId.fresh())
                .then(answer -> {
                    made.remove(finding.getKey());
                    changed.run();
                });
    }

    private static String reason(Finding finding) {
        var about =
                finding.getObject().isEmpty()
                        ? finding.getSubject()
                        : finding.getSubject() + " + " + finding.getObject();
        var text = finding.getManagement() + " (" + about + ")";
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }

    /// The shortest kind of visit: a task is a look, not a consultation.
    private Optional<Service> service() {
        return desk.session().desk().getServicesList().stream()
                .filter(Service::getActive)
                .min(Comparator.comparingInt(Service::getMinutes));
    }
}
