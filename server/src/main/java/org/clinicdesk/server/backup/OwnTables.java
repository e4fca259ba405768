package org.clinicdesk.server.backup;

import org.clinicdesk.server.backup.Restore.Unfit;
import org.clinicdesk.server.platform.Config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The practice's own tables of the medicines' knowledge, which lie beside the database: without them the same prescription
/// would be judged otherwise after a restore.
public final class OwnTables {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+\\.tsv");
    private static final String BEFORE = ".before-restore";

    private final Path folder;

    public OwnTables(Config config) {
        this.folder = config.data().resolve("knowledge");
    }

    /// @return the digest of each
    SortedMap<String, String> write(ZipOutputStream zip) throws IOException {
        var digests = new TreeMap<String, String>();
        for (var file : files()) {
            var content = Files.readAllBytes(file);
            zip.putNextEntry(new ZipEntry(entry(name(file))));
            zip.write(content);
            zip.closeEntry();
            digests.put(name(file), digest(content));
        }
        return digests;
    }

    /// @throws Unfit when one is not as the manifest says
    static void judge(Manifest manifest, ZipFile zip) throws IOException, Unfit {
        for (var table : manifest.ownTables().orElse(Map.of()).entrySet()) {
            var name = table.getKey();
            if (!NAME.matcher(name).matches()
                    || !digest(content(zip, name)).equals(table.getValue())) {
                throw new Unfit("damaged: own table " + name);
            }
        }
    }

    /// Puts those of a backup in the place of what is there, which stays beside them under another name. A backup of a
    /// program that kept none changes nothing.
    ///
    /// @return how many were put back
    public int putBack(Path backup) throws IOException, Unfit {
        try (var zip = new ZipFile(backup.toFile())) {
            var tables = Restore.manifest(backup).ownTables();
            if (tables.isEmpty()) {
                return 0;
            }
            for (var file : files()) {
                Files.move(
                        file,
                        file.resolveSibling(name(file) + BEFORE),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            for (var name : tables.get().keySet()) {
                Files.createDirectories(folder);
                Files.write(folder.resolve(name), content(zip, name));
            }
            return tables.get().size();
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> NAME.matcher(name(file)).matches()).sorted().toList();
        }
    }

    private static byte[] content(ZipFile zip, String name) throws IOException, Unfit {
        var entry = zip.getEntry(entry(name));
        if (entry == null) {
            throw new Unfit("damaged: own table " + name + " is missing");
        }
        try (var in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static String digest(byte[] content) {
        return HexFormat.of().formatHex(Backup.sha256().digest(content));
    }

    private static String entry(String name) {
        return "knowledge/" + name;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
