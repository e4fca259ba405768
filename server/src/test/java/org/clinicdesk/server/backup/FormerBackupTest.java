package org.clinicdesk.server.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.options.v1.Permission;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.clinicdesk.server.Databases;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A backup that version 78 of the tables wrote: a day of the sample clinic with visits, records, prescriptions and stock.
class FormerBackupTest {
    @TempDir private Path folder;
    private Path backup;

    @BeforeEach
    void unpack() throws IOException {
        backup = folder.resolve("schema-78.zip");
        try (var in = FormerBackupTest.class.getResourceAsStream("/backup/schema-78.zip")) {
            Files.copy(Objects.requireNonNull(in), backup);
        }
    }

    @Test
    void isBroughtUpToDateOnH2() throws Exception {
        isBroughtUpToDate(unused());
    }

    @Test
    void isBroughtUpToDateOnPostgresql() throws Exception {
        isBroughtUpToDate(Databases.freshPostgresql());
    }

    private void isBroughtUpToDate(Config config) throws Exception {
        var manifest = Restore.former(backup, config).orElseThrow();
        assertEquals(78, Integer.parseInt(manifest.schema()));
        try (var server = TestServer.start(config)) {
            assertEquals(List.of(), faults(server));
            assertEquals(List.of("Nguyễn Thị Ánh"), search(server, "anh nguyen thi"));
            // What a later version lets a role do is not lost with the roles of the backup.
            assertTrue(
                    server.desk("head-doctor")
                            .getPermissionsList()
                            .contains(Permission.PERMISSION_PROTOCOL_WRITE));
        }
    }

    @Test
    void goesIntoNoClinicThatWasUsed() throws Exception {
        var config = unused();
        try (var server = TestServer.start(config)) {
            assertEquals(List.of("Nguyễn Thị Ánh"), search(server, "anh nguyen thi"));
        }
        assertTrue(Restore.former(backup, config).isEmpty());
        try (var server = TestServer.start(config)) {
            var restore = new Restore(server.clinic().platform().db().dataSource());
            assertThrows(Restore.Unfit.class, () -> restore.read(backup));
            assertEquals(List.of("Nguyễn Thị Ánh"), search(server, "anh nguyen thi"));
        }
    }

    private Config unused() {
        return new Config(folder.resolve("h2"), null, "127.0.0.1", 0);
    }

    private static List<String> faults(TestServer server) throws SQLException {
        var faults = new ArrayList<String>();
        try (var connection = server.clinic().platform().db().dataSource().getConnection();
                var statement = connection.createStatement()) {
            for (var check : server.clinic().features().checks()) {
                try (var rows = statement.executeQuery(check.sql())) {
                    while (rows.next()) {
                        faults.add(check.name() + ": " + rows.getString(1));
                    }
                }
            }
            connection.rollback();
        }
        return faults;
    }

    private static List<String> search(TestServer server, String text) {
        return PatientServiceGrpc.newBlockingStub(server.as("receptionist"))
                .searchPatients(SearchPatientsRequest.newBuilder().setText(text).build())
                .getHitsList()
                .stream()
                .map(hit -> hit.getPerson().getName())
                .toList();
    }
}
