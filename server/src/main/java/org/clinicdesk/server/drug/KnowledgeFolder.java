package org.clinicdesk.server.drug;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A folder with tables of the knowledge: a practice's own beside the shipped ones, or a whole other knowledge. A line
/// with the key of a shipped one takes its place; every other line is added.
public final class KnowledgeFolder {
    private static final int MOST_FAULTS = 50;

    private final Path folder;

    public KnowledgeFolder(Path folder) {
        this.folder = folder;
    }

    /// The shipped knowledge with what lies in the folder, if there is one.
    ///
    /// @throws BadKnowledge when a line must not be used, or a file is no table of the knowledge
    public Knowledge load() {
        return files().isEmpty() ? Knowledge.shipped() : with(tables());
    }

    private static Knowledge with(Tables own) {
        Knowledge knowledge = new Knowledge(shipped().with(own));
        // What it says in other languages is read when it is first said: a bad line is to be
        // refused now.
        Translations.LANGUAGES.forEach(language -> knowledge.in(Locale.of(language)));
        return knowledge;
    }

    /// What is wrong, line by line, at most [#MOST_FAULTS]; empty when nothing is.
    public List<String> faults() {
        SortedMap<String, String> texts = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (Path file : files()) {
            try {
                texts.put(name(file), text(file));
            } catch (BadKnowledge e) {
                faults.add(e.getMessage());
            }
        }
        Optional<BadKnowledge> fault = fault(texts);
        while (fault.isPresent() && faults.size() < MOST_FAULTS) {
            faults.add(fault.get().getMessage());
            fault = without(texts, fault.get()) ? fault(texts) : Optional.empty();
        }
        return faults;
    }

    private static Optional<BadKnowledge> fault(SortedMap<String, String> texts) {
        try {
            if (!texts.isEmpty()) {
                texts.forEach(KnowledgeFiles::parse);
                with(Tables.some(KnowledgeFiles.of(texts)));
            }
            return Optional.empty();
        } catch (BadKnowledge e) {
            return Optional.of(e);
        }
    }

    /// Leaves a bad line out, or the file where its header is bad, so that what comes after it is looked at too.
    private static boolean without(SortedMap<String, String> texts, BadKnowledge fault) {
        String text = texts.get(fault.file());
        List<String> lines = new ArrayList<>(text == null ? List.of() : text.lines().toList());
        int place = fault.line() - 1;
        if (place >= lines.size() || place >= 0 && lines.get(place).startsWith("#")) {
            return false;
        }
        boolean header =
                place < 0 || lines.subList(0, place).stream().allMatch(KnowledgeFolder::isRemark);
        if (header) {
            texts.remove(fault.file());
        } else {
            lines.set(place, "#");
            texts.put(fault.file(), String.join("\n", lines) + "\n");
        }
        return true;
    }

    private static boolean isRemark(String line) {
        return line.startsWith("#");
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
        return Tables.some(KnowledgeFiles.of(texts));
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
