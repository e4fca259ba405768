package org.clinicdesk.server.drug;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A folder with tables of the knowledge: a practice's own beside the shipped ones, or a whole other knowledge. A line
/// with the key of a shipped one takes its place; every other line is added.
public final class KnowledgeFolder {
    private final Path folder;

    public KnowledgeFolder(Path folder) {
        this.folder = folder;
    }

    /// The shipped knowledge with what lies in the folder, if there is one.
    ///
    /// @throws BadKnowledge when a line must not be used, or a file is no table of the knowledge
    public Knowledge load() {
        return files().isEmpty() ? Knowledge.shipped() : new Knowledge(shipped().with(tables()));
    }

    /// What is wrong, for each file the first thing; empty when nothing is.
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Path file : files()) {
            try {
                KnowledgeFiles.parse(name(file), text(file));
            } catch (BadKnowledge e) {
                faults.add(e.getMessage());
            }
        }
        if (faults.isEmpty()) {
            try {
                load();
            } catch (BadKnowledge e) {
                faults.add(e.getMessage());
            }
        }
        return faults;
    }

    /// Something that changes when any of the files does.
    public String state() {
        StringBuilder state = new StringBuilder();
        for (Path file : files()) {
            try {
                state.append(name(file))
                        .append(' ')
                        .append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file))
                        .append('\n');
            } catch (IOException e) {
                state.append(name(file)).append(" gone\n");
            }
        }
        return state.toString();
    }

    /// What the tables of the folder say, without the shipped ones.
    Tables tables() {
        SortedMap<String, String> texts = new TreeMap<>();
        files().forEach(file -> texts.put(name(file), text(file)));
        return Tables.some(new KnowledgeFiles(texts));
    }

    private static Tables shipped() {
        return Tables.read(KnowledgeFiles.shipped());
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).endsWith(".tsv")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /// Without the marks that editors and spreadsheets put in.
    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8)
                    .replace("\ufeff", "")
                    .replace("\r\n", "\n");
        } catch (IOException e) {
            throw new BadKnowledge(name(file), 0, "cannot be read as UTF-8");
        }
    }
}
