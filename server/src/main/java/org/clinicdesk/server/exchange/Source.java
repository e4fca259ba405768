package org.clinicdesk.server.exchange;

import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/// The JSON files of a folder, of a .tgz, or a single one; read one after another, never unpacked.
final class Source {

    private static final Pattern ARCHIVE =
            Pattern.compile(".*\\.(tgz|tar\\.gz)", Pattern.CASE_INSENSITIVE);
    private static final Pattern JSON = Pattern.compile(".*\\.json", Pattern.CASE_INSENSITIVE);

    /// Other systems name a file after the person and an id; the person is not told.
    private static final Pattern NAMED =
            Pattern.compile(
                    ".*?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}.*)",
                    Pattern.CASE_INSENSITIVE);

    private final Path path;
    private long done;
    private int number;

    /// One file of the source.
    ///
    /// @param number from 1, the same at each reading
    record Item(int number, String name, InputStream content) {

        /// For the report: without the name of a person.
        String label() {
            return Source.label(number, name);
        }
    }

    /// Does something with a file.
    @FunctionalInterface
    interface Visitor {
        void visit(Item item) throws IOException;
    }

    Source(Path path) {
        this.path = path;
    }

    /// How many bytes there are.
    long size() throws IOException {
        var sum = 0L;
        for (var file : files()) {
            sum += Files.size(file);
        }
        return sum;
    }

    /// How many bytes were read.
    long done() {
        return done;
    }

    /// The files in an order that is always the same. Those that cannot be read, or not to their end, are returned.
    List<String> each(Visitor visitor) throws IOException {
        done = 0;
        number = 0;
        var unreadable = new ArrayList<String>();
        for (var file : files()) {
            try (var in =
                    new Counted(
                            new BufferedInputStream(Files.newInputStream(file), 1 << 16),
                            n -> done += n)) {
                if (ARCHIVE.matcher(file.toString()).matches()) {
                    unpack(in, visitor);
                } else {
                    visitor.visit(new Item(++number, file.getFileName().toString(), in));
                }
            } catch (IOException _) {
                unreadable.add(label(number, file.getFileName().toString()));
            }
        }
        return unreadable;
    }

    private static String label(int number, String name) {
        var named = NAMED.matcher(name);
        return "#" + number + " " + (named.matches() ? named.group(1) : name);
    }

    private void unpack(InputStream in, Visitor visitor) throws IOException {
        var tar = new TarArchiveInputStream(new GzipCompressorInputStream(in, true));
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.isFile() && JSON.matcher(entry.getName()).matches()) {
                var name = entry.getName();
                visitor.visit(new Item(++number, name.substring(name.lastIndexOf('/') + 1), tar));
            }
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var walk = Files.walk(path)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file ->
                            JSON.matcher(file.toString()).matches()
                                    || ARCHIVE.matcher(file.toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private static final class Counted extends FilterInputStream {
        private final LongConsumer count;

        Counted(InputStream in, LongConsumer count) {
            super(in);
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            count.accept(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = super.read(into, offset, length);
            count.accept(Math.max(read, 0));
            return read;
        }
    }
}
