package org.clinicdesk.server.visit;

import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.patient.People;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.record.Coding;

/// Visits between the contract and the domain.
final class VisitLines {

    private VisitLines() {}

    static org.clinicdesk.visit.v1.Visit visit(Visit visit, Patient patient, String practitioner) {
        var answer =
                org.clinicdesk.visit.v1.Visit.newBuilder()
                        .setId(visit.id().toString())
                        .setVersion(visit.version())
                        .setPerson(People.line(patient))
                        .setPractitionerId(visit.practitionerId().toString())
                        .setPractitionerName(practitioner)
                        .setStart(Protos.timestamp(visit.startedAt()))
                        .setFinished(visit.state() == VisitState.FINISHED)
                        .setWritten(visit.written())
                        .setNotes(proto(visit.notes()))
                        .setVitals(proto(visit.vitals()));
        visit.endedAt().ifPresent(at -> answer.setEnd(Protos.timestamp(at)));
        return answer.build();
    }

    static Notes notes(org.clinicdesk.visit.v1.Notes notes) {
        return new Notes(
                notes.getReason(),
                notes.getFindings(),
                notes.getDiagnosesList().stream().map(VisitLines::coding).toList(),
                notes.getPlan());
    }

    private static org.clinicdesk.visit.v1.Notes proto(Notes notes) {
        return org.clinicdesk.visit.v1.Notes.newBuilder()
                .setReason(notes.reason())
                .setFindings(notes.findings())
                .addAllDiagnoses(notes.diagnoses().stream().map(VisitLines::proto).toList())
                .setPlan(notes.plan())
                .build();
    }

    static Vitals vitals(org.clinicdesk.visit.v1.Vitals vitals) {
        return new Vitals(
                vitals.getSystolic(),
                vitals.getDiastolic(),
                vitals.getPulse(),
                vitals.getTemperature(),
                vitals.getRespiration(),
                vitals.getOxygenSaturation(),
                vitals.getWeight(),
                vitals.getHeight());
    }

    private static org.clinicdesk.visit.v1.Vitals proto(Vitals vitals) {
        return org.clinicdesk.visit.v1.Vitals.newBuilder()
                .setSystolic(vitals.systolic())
                .setDiastolic(vitals.diastolic())
                .setPulse(vitals.pulse())
                .setTemperature(vitals.temperature())
                .setRespiration(vitals.respiration())
                .setOxygenSaturation(vitals.oxygenSaturation())
                .setWeight(vitals.weight())
                .setHeight(vitals.height())
                .build();
    }

    private static Coding coding(org.clinicdesk.record.v1.Coding coding) {
        return new Coding(coding.getSystem(), coding.getCode(), coding.getDisplay().strip());
    }

    static org.clinicdesk.record.v1.Coding proto(Coding coding) {
        return org.clinicdesk.record.v1.Coding.newBuilder()
                .setSystem(coding.system())
                .setCode(coding.code())
                .setDisplay(coding.display())
                .build();
    }
}
