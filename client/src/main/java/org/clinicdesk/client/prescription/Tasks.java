package org.clinicdesk.client.prescription;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.FollowUp;
import org.clinicdesk.appointment.v1.OrderFollowUpRequest;
import org.clinicdesk.appointment.v1.WithdrawFollowUpRequest;
import org.clinicdesk.appointment.v1.WithdrawFollowUpResponse;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.client.platform.Undos;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.session.v1.Desk.Service;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes what a finding asks for into a task with one press: a visit ordered for the person, which the front desk sees
/// among those to be booked.
final class Tasks {

    private static final int LONGEST_REASON = 300;

    private final Desk desk;
    private final String patientId;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;

    /// By the key of the first finding of the advice.
    private final Map<String, Made> made = new HashMap<>();

    /// @param due the day
    /// @param keys of all findings it is for
    private record Made(LocalDate due, FollowUp order, Set<String> keys) {}

    private final Set<String> making = new HashSet<>();

    Tasks(Desk desk, String patientId) {
        this.desk = desk;
        this.patientId = patientId;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    boolean may() {
        return desk.may(AppointmentServiceGrpc.getOrderFollowUpMethod()) && service().isPresent();
    }

    /// When the task of an advice is due; empty while none was made.
    Optional<LocalDate> of(Advice advice) {
        return made.values().stream()
                .filter(task -> !Collections.disjoint(task.keys, keys(advice.findings())))
                .map(Made::due)
                .findFirst();
    }

    private static Set<String> keys(List<Finding> findings) {
        return findings.stream().map(Finding::getKey).collect(Collectors.toSet());
    }

    /// Whether a finding asks for something that somebody does on another day.
    static boolean asks(Finding finding) {
        return finding.getDueDays() > 0;
    }

    static LocalDate due(Advice advice, LocalDate today) {
        return today.plusDays(advice.first().getDueDays());
    }

    /// @param changed told when it was made, or taken back
    void make(Advice advice, Runnable changed) {
        var key = advice.first().getKey();
        var service = service();
        if (service.isEmpty() || of(advice).isPresent() || !making.add(key)) {
            return;
        }
        var due = due(advice, desk.today());
        var request =
                OrderFollowUpRequest.newBuilder()
                        .setSiteId(desk.session().desk().getSites(0).getId())
                        .setPatientId(patientId)
                        .setPractitionerId(desk.session().desk().getStaffId())
                        .setServiceId(service.get().getId())
                        .setDue(due.toString())
                        .setReason(reason(advice))
                        .build();
        desk.calls()
                .call(() -> appointments.orderFollowUp(request).getFollowUp())
                .once(RequestId.fresh())
                .refused(problem -> {
                    making.remove(key);
                    desk.explain(problem);
                })
                .then(order -> made(key, new Made(due, order, keys(advice.findings())), changed));
    }

    private void made(String key, Made task, Runnable changed) {
        making.remove(key);
        made.put(key, task);
        changed.run();
        desk.notices()
                .done(
                        desk.texts()
                                .get("prescription.task.made", desk.texts().dates().date(task.due)),
                        task.order.getReason(),
                        desk.undos().add(step(task), attempt -> undo(key, task, changed, attempt)));
    }

    private static Undos.Step step(Made task) {
        return new Undos.Step("follow-up", task.order.getId(), task.order.getVersion());
    }

    private void undo(String key, Made task, Runnable changed, Undos.Attempt attempt) {
        attempt.call(
                withdrawal(task),
                desk::explain,
                answer -> {
                    made.remove(key, task);
                    changed.run();
                    tellTakenBack(task);
                });
    }

    private Calls.Call<WithdrawFollowUpResponse> withdrawal(Made task) {
        var request =
                WithdrawFollowUpRequest.newBuilder()
                        .setId(task.order.getId())
                        .setVersion(task.order.getVersion())
                        .build();
        return desk.calls()
                .call(() -> appointments.withdrawFollowUp(request))
                .once(RequestId.fresh());
    }

    /// Takes back the tasks of what is found no longer: the medicine they were for is left out.
    void keep(List<Finding> found) {
        var keys = keys(found);
        Map.copyOf(made)
                .forEach((key, task) -> {
                    if (Collections.disjoint(task.keys, keys)) {
                        made.remove(key);
                        desk.undos().forget(step(task));
                        withdrawal(task).then(answer -> tellTakenBack(task));
                    }
                });
    }

    private void tellTakenBack(Made task) {
        desk.notices()
                .done(desk.texts().get("prescription.task.taken-back", task.order.getReason()));
    }

    private static String reason(Advice advice) {
        var text = advice.first().getManagement() + " (" + advice.partners() + ")";
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }

    /// The shortest kind of visit: a task is a look, not a consultation.
    private Optional<Service> service() {
        return desk.session().desk().getServicesList().stream()
                .filter(Service::getActive)
                .min(Comparator.comparingInt(Service::getMinutes));
    }
}
