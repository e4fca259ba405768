package org.clinicdesk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import build.buf.validate.ValidateProto;

import com.google.protobuf.DescriptorProtos.MethodOptions.IdempotencyLevel;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;

import org.clinicdesk.appointment.v1.AppointmentProto;
import org.clinicdesk.audit.v1.AuditProto;
import org.clinicdesk.card.v1.CardProto;
import org.clinicdesk.drug.v1.DrugProto;
import org.clinicdesk.kiosk.v1.KioskProto;
import org.clinicdesk.options.v1.OptionsProto;
import org.clinicdesk.options.v1.Permission;
import org.clinicdesk.patient.v1.PatientProto;
import org.clinicdesk.pharmacy.v1.PharmacyProto;
import org.clinicdesk.prescription.v1.PrescriptionProto;
import org.clinicdesk.queue.v1.QueueProto;
import org.clinicdesk.record.v1.RecordProto;
import org.clinicdesk.replan.v1.ReplanProto;
import org.clinicdesk.report.v1.ReportProto;
import org.clinicdesk.roster.v1.RosterProto;
import org.clinicdesk.session.v1.SessionProto;
import org.clinicdesk.staff.v1.StaffProto;
import org.clinicdesk.visit.v1.VisitProto;
import org.clinicdesk.waitingroom.v1.WaitingRoomProto;
import org.clinicdesk.waitlist.v1.WaitlistProto;
import org.clinicdesk.watch.v1.WatchProto;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Rules that every service of the contract follows.
class ContractTest {

    private static final Pattern READ = Pattern.compile("(Get|List|Search|Watch).*");

    private static final List<FileDescriptor> FILES =
            List.of(
                    AppointmentProto.getDescriptor(),
                    AuditProto.getDescriptor(),
                    CardProto.getDescriptor(),
                    DrugProto.getDescriptor(),
                    KioskProto.getDescriptor(),
                    PatientProto.getDescriptor(),
                    PharmacyProto.getDescriptor(),
                    PrescriptionProto.getDescriptor(),
                    QueueProto.getDescriptor(),
                    RecordProto.getDescriptor(),
                    ReplanProto.getDescriptor(),
                    ReportProto.getDescriptor(),
                    RosterProto.getDescriptor(),
                    SessionProto.getDescriptor(),
                    StaffProto.getDescriptor(),
                    VisitProto.getDescriptor(),
                    WaitingRoomProto.getDescriptor(),
                    WaitlistProto.getDescriptor(),
                    WatchProto.getDescriptor());

    @Test
    void everyMethodHasAPolicyWithAPermission() {
        assertEquals(
                List.of(),
                breaking(method ->
                        !method.getOptions().hasExtension(OptionsProto.policy)
                                || method.getOptions()
                                                .getExtension(OptionsProto.policy)
                                                .getPermission()
                                        == Permission.PERMISSION_UNSPECIFIED));
    }

    @Test
    void whatIsNamedAsAReadIsOneAndNothingElseIs() {
        assertEquals(
                List.of(),
                breaking(method -> READ.matcher(method.getName()).matches() != reads(method)));
    }

    @Test
    void everyMethodHasMessagesOfItsOwn() {
        assertEquals(
                List.of(),
                breaking(method ->
                        !method.getInputType().getName().equals(method.getName() + "Request")
                                || !method.getOutputType()
                                        .getName()
                                        .equals(method.getName() + "Response")));
    }

    @Test
    void onlyAWriteKeepsItsAnswerSecret() {
        assertEquals(
                List.of(),
                breaking(method ->
                        reads(method)
                                && method.getOptions()
                                        .getExtension(OptionsProto.policy)
                                        .getSecretAnswer()));
    }

    @Test
    void everyPermissionIsNeededSomewhere() {
        var needed =
                methods()
                        .map(method ->
                                method.getOptions()
                                        .getExtension(OptionsProto.policy)
                                        .getPermission())
                        .toList();
        for (var permission : Permission.values()) {
            if (permission != Permission.UNRECOGNIZED
                    && permission != Permission.PERMISSION_UNSPECIFIED) {
                assertFalse(!needed.contains(permission), permission.name());
            }
        }
    }

    /// 36 hyphens are as long as an id, and none.
    @Test
    void whatLetsAnIdThroughLetsNothingElseThrough() {
        var hyphens = "-".repeat(36);
        assertEquals(
                List.of(),
                FILES.stream()
                        .flatMap(file -> file.getMessageTypes().stream())
                        .flatMap(message -> message.getFields().stream())
                        .filter(field -> {
                            var pattern =
                                    field.getOptions()
                                            .getExtension(ValidateProto.field)
                                            .getString()
                                            .getPattern();
                            return pattern.contains("0-9a-f") && hyphens.matches(pattern);
                        })
                        .map(FieldDescriptor::getFullName)
                        .toList());
    }

    private static List<String> breaking(Predicate<MethodDescriptor> rule) {
        return methods().filter(rule).map(MethodDescriptor::getFullName).toList();
    }

    private static Stream<MethodDescriptor> methods() {
        return FILES.stream()
                .flatMap(file -> file.getServices().stream())
                .flatMap(s -> s.getMethods().stream());
    }

    private static boolean reads(MethodDescriptor method) {
        return method.getOptions().getIdempotencyLevel() == IdempotencyLevel.NO_SIDE_EFFECTS;
    }
}
