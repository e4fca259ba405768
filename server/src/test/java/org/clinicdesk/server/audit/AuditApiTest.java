package org.clinicdesk.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.audit.v1.AuditOutcome;
import org.clinicdesk.audit.v1.AuditRow;
import org.clinicdesk.audit.v1.AuditServiceGrpc;
import org.clinicdesk.audit.v1.ListAuditRequest;
import org.clinicdesk.patient.v1.GetPatientRequest;
import org.clinicdesk.patient.v1.Patient;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.Person;
import org.clinicdesk.patient.v1.RegisterPatientRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.TestServer;
import org.junit.jupiter.api.Test;

import java.util.List;

@OnServer
class AuditApiTest {

    private final TestServer server;

    AuditApiTest(TestServer server) {
        this.server = server;
    }

    @Test
    void tellsWhoRegisteredAndWhoLookedNewestFirst() {
        var patient = register();
        PatientServiceGrpc.newBlockingStub(server.as("doctor"))
                .getPatient(GetPatientRequest.newBuilder().setId(patient.getId()).build());
        var rows = rows(ListAuditRequest.newBuilder().setPatientId(patient.getId()).build());
        assertEquals(
                List.of("Dr. Amara Okafor GetPatient", "Linh Mai RegisterPatient"),
                rows.stream()
                        .map(AuditApiTest::line)
                        .filter(line -> !line.contains("ListAudit"))
                        .toList());
        assertEquals(patient.getNumber(), rows.getLast().getPatientNumber());
        assertEquals("Desk 1", rows.getLast().getWorkstation());
    }

    @Test
    void namesWhatWasChanged() {
        var patient = register();
        var row =
                rows(ListAuditRequest.newBuilder().setPatientId(patient.getId()).build()).getLast();
        assertEquals(List.of("Patient " + patient.getId()), row.getChangesList());
        assertEquals(AuditOutcome.AUDIT_OUTCOME_DONE, row.getOutcome());
    }

    @Test
    void aDayIsThatOfTheClinicsZone() {
        register();
        // 09:00 in the clinic is still the day before in New York, and 02:00 in Greenwich.
        assertTrue(rows(ListAuditRequest.newBuilder().setDate("2026-11-23").build()).size() > 0);
        assertEquals(List.of(), rows(ListAuditRequest.newBuilder().setDate("2026-11-22").build()));
    }

    @Test
    void readingTheTrailLeavesARowToo() {
        rows(ListAuditRequest.getDefaultInstance());
        assertTrue(
                line(rows(ListAuditRequest.getDefaultInstance()).getFirst()).endsWith("ListAudit"));
    }

    @Test
    void goesOnWhereAPageEnded() {
        register();
        register();
        var first = service().listAudit(ListAuditRequest.newBuilder().setLimit(1).build());
        assertTrue(first.getMore());
        var next =
                service()
                        .listAudit(
                                ListAuditRequest.newBuilder()
                                        .setLimit(1)
                                        .setBeforeId(first.getRows(0).getId())
                                        .build());
        assertTrue(next.getRows(0).getId() < first.getRows(0).getId());
    }

    private static String line(AuditRow row) {
        return row.getStaffName()
                + " "
                + row.getMethod().substring(row.getMethod().indexOf('/') + 1);
    }

    private AuditServiceGrpc.AuditServiceBlockingStub service() {
        return AuditServiceGrpc.newBlockingStub(server.as("administrator"));
    }

    private List<AuditRow> rows(ListAuditRequest request) {
        return service().listAudit(request).getRowsList();
    }

    private Patient register() {
        return PatientServiceGrpc.newBlockingStub(server.as("receptionist"))
                .registerPatient(
                        RegisterPatientRequest.newBuilder()
                                .setPerson(Person.newBuilder().setGiven("Auditada"))
                                .build())
                .getPatient();
    }
}
