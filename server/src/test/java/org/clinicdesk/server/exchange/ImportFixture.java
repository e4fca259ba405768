package org.clinicdesk.server.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.clinicdesk.server.Databases;
import org.clinicdesk.server.TestServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A fresh clinic, and a folder with the bundles of `fhir/clinic` to import into it. Everybody in them is invented.
record ImportFixture(TestServer server, Path folder) implements AutoCloseable {

    private static final List<String> TABLES =
            List.of(
                    "patient",
                    "patient_key",
                    "staff",
                    "site",
                    "chart",
                    "allergy",
                    "patient_condition",
                    "observation",
                    "immunization",
                    "medication",
                    "encounter",
                    "document",
                    "import_link",
                    "import_reference");

    static ImportFixture in(Path folder) {
        try {
            var bundles = Objects.requireNonNull(ImportFixture.class.getResource("/fhir/clinic"));
            try (var files = Files.list(Path.of(bundles.toURI()))) {
                for (var file : files.toList()) {
                    Files.copy(file, folder.resolve(file.getFileName().toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return new ImportFixture(TestServer.startEmpty(Databases.fresh()), folder);
    }

    @Override
    public void close() throws InterruptedException {
        server.close();
    }

    ImportReport run() {
        return run(folder);
    }

    ImportReport run(Path source) {
        try {
            return server.clinic().features().exchange.fhirImport().run(source, Progress.none());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The only row of its kind, or the only one that answers to `where`, among those that were imported.
    <T> T one(Class<T> type, String where) {
        return server.inDatabase(() -> {
            var found =
                    server.clinic()
                            .platform()
                            .db()
                            .session()
                            .createQuery("from " + type.getSimpleName() + " " + where, type)
                            .list();
            assertEquals(1, found.size());
            return found.getFirst();
        });
    }

    Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        TABLES.forEach(table -> counts.put(table, count("select count(*) from " + table)));
        return counts;
    }

    long count(String sql) {
        return server.inDatabase(() ->
                server.clinic()
                        .platform()
                        .db()
                        .session()
                        .createNativeQuery(sql, Long.class)
                        .getSingleResult());
    }

    int lines(String file) {
        try {
            return (int) Files.readString(folder.resolve(file)).lines().count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void replace(String file, String old, String fresh) throws IOException {
        var text = Files.readString(folder.resolve(file));
        assertTrue(text.contains(old));
        Files.writeString(folder.resolve(file), text.replace(old, fresh));
    }

    void pack(Path archive) throws IOException {
        try (var files = Files.list(folder);
                var tar =
                        new TarArchiveOutputStream(
                                new GzipCompressorOutputStream(Files.newOutputStream(archive)))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
                tar.putArchiveEntry(new TarArchiveEntry(file, "fhir/" + file.getFileName()));
                Files.copy(file, tar);
                tar.closeArchiveEntry();
            }
        }
    }
}
