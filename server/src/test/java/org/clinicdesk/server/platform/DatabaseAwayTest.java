package org.clinicdesk.server.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.StatusRuntimeException;

import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.Person;
import org.clinicdesk.patient.v1.RegisterPatientRequest;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.clinicdesk.server.ByHand;
import org.clinicdesk.server.Databases;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// PostgreSQL ends the server's connections, as it does when it is started anew.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DatabaseAwayTest {

    @Test
    void aCallInTheMiddleIsToldToRepeatAndItsRepeatIsDoneOnce() throws Exception {
        var config = Databases.freshPostgresql();
        try (var server = TestServer.start(config);
                var beside = ByHand.connect(config);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var desk =
                    PatientServiceGrpc.newBlockingStub(
                            TestServer.repeating(server.as("receptionist"), UUID.randomUUID()));
            var request =
                    RegisterPatientRequest.newBuilder()
                            .setPerson(Person.newBuilder().setGiven("Interrumpida"))
                            .build();
            ByHand.run(beside, "lock table patient in access exclusive mode");
            Callable<Optional<StatusRuntimeException>> register =
                    () -> {
                        try {
                            desk.registerPatient(request);
                            return Optional.empty();
                        } catch (StatusRuntimeException e) {
                            return Optional.of(e);
                        }
                    };
            var first = threads.submit(register);
            while (ByHand.waiting(beside, "patient") == 0) {
                Thread.sleep(20);
            }
            endConnections(beside);
            var told = first.get().orElseThrow();
            assertEquals("UNAVAILABLE", told.getStatus().getCode().name());
            assertEquals("platform/BUSY", Refusals.reason(told));
            beside.rollback();
            while (register.call().isPresent()) {
                Thread.sleep(200);
            }
            assertEquals(
                    1,
                    desk.searchPatients(
                                    SearchPatientsRequest.newBuilder()
                                            .setText("Interrumpida")
                                            .build())
                            .getHitsCount());
        }
    }

    @Test
    void whatAConnectionComesToMeansThatTheDatabaseIsAway() {
        for (var state : new String[] {"08006", "08001", "57P01", "57P02", "57P03"}) {
            assertTrue(
                    SqlStates.problem(new IllegalStateException(new SQLException("", state)))
                            instanceof Problem.Away,
                    state);
        }
        // Somebody has ended the statement alone.
        assertTrue(
                SqlStates.problem(new SQLException("", "57014")) instanceof IllegalStateException);
    }

    private static void endConnections(Connection connection) throws SQLException {
        ByHand.run(
                connection,
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()\
                """);
    }
}
