package org.clinicdesk.server.patient;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.server.platform.Check;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;

import java.util.List;

/// Patients.
public final class PatientFeature implements Feature {

    private final Patients patients;
    private final PatientApi api;

    public PatientFeature(Platform platform) {
        this.patients = new Patients(platform.db(), platform.clock());
        this.api = new PatientApi(platform.db(), platform.clock(), patients);
    }

    public Patients patients() {
        return patients;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Patient.class);
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(PatientServiceGrpc.getServiceDescriptor())
                        .unary(PatientServiceGrpc.getSearchPatientsMethod(), api::search)
                        .unary(PatientServiceGrpc.getGetPatientMethod(), api::get)
                        .unary(
                                PatientServiceGrpc.getSearchDuplicatesMethod(),
                                api::searchDuplicates)
                        .unary(PatientServiceGrpc.getRegisterPatientMethod(), api::register)
                        .unary(PatientServiceGrpc.getUpdatePatientMethod(), api::update)
                        .bind());
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.audited("patient", "Patient"),
                new Check(
                        "every patient can be found",
                        "select 'patient ' || cast(p.id as varchar(60)) from patient p where not"
                            + " exists (select 1 from patient_key k where k.patient_id = p.id)"));
    }
}
