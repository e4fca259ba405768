package org.clinicdesk.server.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.Person;
import org.clinicdesk.patient.v1.RegisterPatientRequest;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.clinicdesk.server.Databases;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Server;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/// From the database of this run to both.
@OnServer
class BackupTest {

    private final TestServer server;

    @TempDir Path folder;

    BackupTest(TestServer server) {
        this.server = server;
    }

    @Test
    void comesBackOnH2() throws Exception {
        comesBack(new Config(folder.resolve("h2"), null, "127.0.0.1", 0));
    }

    @Test
    void comesBackOnPostgresql() throws Exception {
        comesBack(Databases.freshPostgresql());
    }

    private void comesBack(Config config) throws Exception {
        var file = backup();
        try (var clinic = Server.Clinic.open(config, Clock.systemUTC())) {
            var restore = new Restore(clinic.platform().db().dataSource());
            assertTrue(restore.empty());
            var manifest = restore.read(file);
            assertEquals(manifest.rows(), again(clinic).rows());
            for (var table : manifest.rows().keySet()) {
                assertTrue(
                        lines(file, table).equals(lines(folder.resolve("again.zip"), table)),
                        table);
            }
        }
        try (var restored = TestServer.start(config)) {
            assertEquals(List.of("Nguyễn Thị Ánh"), search(restored, "anh nguyen thi"));
            // Numbers go on after the highest that was given.
            register(restored, "Nueva");
        }
    }

    /// Such as an H2 clinic took in once.
    @Test
    void aTextWithNulComesBackWithoutIt() throws Exception {
        var file = backup();
        edit(file, "staff", "Dr. Amara Okafor", "Dr. Am\\u0000ara Okafor");
        for (var config :
                List.of(
                        new Config(folder.resolve("nul"), null, "127.0.0.1", 0),
                        Databases.freshPostgresql())) {
            try (var clinic = Server.Clinic.open(config, Clock.systemUTC())) {
                new Restore(clinic.platform().db().dataSource()).read(file);
                again(clinic);
                assertEquals(
                        1,
                        lines(folder.resolve("again.zip"), "staff").stream()
                                .filter(line -> line.contains("Dr. Amara Okafor"))
                                .count());
            }
        }
    }

    /// Writes other words into a table of a backup, its digest with them.
    private static void edit(Path file, String table, String old, String fresh) throws Exception {
        var manifest = Restore.manifest(file);
        var text = String.join("\n", lines(file, table)) + "\n";
        assertTrue(text.contains(old));
        var bytes = text.replace(old, fresh).getBytes(StandardCharsets.UTF_8);
        var digests = new TreeMap<>(manifest.digests());
        digests.put(table, HexFormat.of().formatHex(Backup.sha256().digest(bytes)));
        try (var zip = FileSystems.newFileSystem(file)) {
            Files.write(zip.getPath(Manifest.entry(table)), bytes);
            Files.write(
                    zip.getPath(Manifest.ENTRY),
                    new ObjectMapper()
                            .writeValueAsBytes(
                                    new Manifest(
                                            manifest.format(),
                                            manifest.schema(),
                                            manifest.at(),
                                            manifest.rows(),
                                            digests,
                                            manifest.sequences(),
                                            manifest.knowledge())));
        }
    }

    @Test
    void aDamagedFileChangesNothing() throws Exception {
        var file = backup();
        var bytes = Files.readAllBytes(file);
        for (var i = bytes.length / 3; i < bytes.length / 3 + 40; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
        var restore = new Restore(server.clinic().platform().db().dataSource());
        assertThrows(Exception.class, () -> restore.read(file));
        assertEquals(List.of("Nguyễn Thị Ánh"), search(server, "anh nguyen thi"));
    }

    @Test
    void anotherFileIsNoBackup() throws Exception {
        var file = folder.resolve("other.zip");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("something"));
        }
        assertThrows(Restore.Unfit.class, () -> Restore.manifest(file));
    }

    @Test
    void thePracticesOwnTablesOfKnowledgeComeBack() throws Exception {
        var there = server.clinic().platform().config().data().resolve("knowledge");
        Files.createDirectories(there);
        Files.writeString(there.resolve("labs.tsv"), "# Cá nhân\n");
        var file = backup();
        Files.delete(there.resolve("labs.tsv"));
        var config = new Config(folder.resolve("own"), null, "127.0.0.1", 0);
        var here = Files.createDirectories(folder.resolve("own").resolve("knowledge"));
        Files.writeString(here.resolve("dose.tsv"), "# theirs\n");
        try (var clinic = Server.Clinic.open(config, Clock.systemUTC())) {
            new Restore(clinic.platform().db().dataSource()).read(file);
            assertEquals(1, own(clinic).putBack(file));
        }
        assertEquals("# Cá nhân\n", Files.readString(here.resolve("labs.tsv")));
        assertEquals("# theirs\n", Files.readString(here.resolve("dose.tsv.before-restore")));
        assertTrue(Files.notExists(here.resolve("dose.tsv")));
        try (var zip = FileSystems.newFileSystem(file)) {
            Files.writeString(zip.getPath("knowledge/labs.tsv"), "# other\n");
        }
        var restore = new Restore(server.clinic().platform().db().dataSource());
        assertThrows(Restore.Unfit.class, () -> restore.read(file));
    }

    private static OwnTables own(Server.Clinic clinic) {
        return new OwnTables(clinic.platform().config());
    }

    private Path backup() throws Exception {
        var file = folder.resolve("clinic.zip");
        var db = server.clinic().platform().db();
        new Backup(db.dataSource(), db.postgresql(), server.clock(), own(server.clinic()))
                .write(file);
        return file;
    }

    private Manifest again(Server.Clinic clinic) throws Exception {
        var db = clinic.platform().db();
        return new Backup(db.dataSource(), db.postgresql(), server.clock(), own(clinic))
                .write(folder.resolve("again.zip"));
    }

    private static List<String> lines(Path file, String table) throws Exception {
        try (var zip = new ZipFile(file.toFile());
                var in = zip.getInputStream(zip.getEntry(Manifest.entry(table)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().sorted().toList();
        }
    }

    private static List<String> search(TestServer server, String text) {
        return PatientServiceGrpc.newBlockingStub(server.as("receptionist"))
                .searchPatients(SearchPatientsRequest.newBuilder().setText(text).build())
                .getHitsList()
                .stream()
                .map(hit -> hit.getPerson().getName())
                .toList();
    }

    private static void register(TestServer server, String given) {
        PatientServiceGrpc.newBlockingStub(server.as("receptionist"))
                .registerPatient(
                        RegisterPatientRequest.newBuilder()
                                .setPerson(Person.newBuilder().setGiven(given))
                                .build());
    }
}
