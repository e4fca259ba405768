package org.clinicdesk.client.prescription;

import io.grpc.StatusException;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;

/// People of the sample clinic by name.
final class Patients {

    private Patients() {}

    static String find(Desk desk, String name) {
        try {
            return PatientServiceGrpc.newBlockingV2Stub(desk.channel())
                    .searchPatients(
                            SearchPatientsRequest.newBuilder().setText(name).setLimit(1).build())
                    .getHits(0)
                    .getPerson()
                    .getPatientId();
        } catch (StatusException e) {
            throw new AssertionError(e);
        }
    }
}
