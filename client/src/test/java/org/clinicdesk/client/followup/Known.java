package org.clinicdesk.client.followup;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;

import java.util.concurrent.CompletableFuture;

/// Finds people of the sample clinic.
final class Known {

    private Known() {}

    static PersonLine find(Desk desk, String name) {
        var patients = PatientServiceGrpc.newBlockingV2Stub(desk.channel());
        var request = SearchPatientsRequest.newBuilder().setText(name).build();
        var found = new CompletableFuture<PersonLine>();
        desk.calls()
                .call(() -> patients.searchPatients(request))
                .refused(problem -> found.completeExceptionally(new AssertionError(problem)))
                .then(answer -> found.complete(answer.getHits(0).getPerson()));
        return found.join();
    }
}
