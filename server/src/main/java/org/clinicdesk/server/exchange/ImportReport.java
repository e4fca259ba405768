package org.clinicdesk.server.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// What an import did: every entry read is counted once as stored, linked or listed.
///
/// @param files bundles read, also those refused
/// @param refused files that are no bundle, or not to their end; nothing of them was stored
/// @param listed the entries that were not taken, at most 50,000 of them one by one
/// @param notes what somebody should know of what was taken, with its count
public record ImportReport(
        int files,
        List<Line> lines,
        List<Refused> refused,
        List<Listed> listed,
        Map<String, Long> notes,
        long millis) {

    /// The entries of one kind of resource.
    public record Line(String type, long read, long stored, long linked, Map<Why, Long> listed) {

        long listedInAll() {
            return listed.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /// A bundle that was refused.
    public record Refused(String file, Position position, Why why) {}

    /// An entry that was not taken.
    public record Listed(
            String file, int entry, Position position, String type, String id, Why why) {}

    public long read() {
        return sum(Line::read);
    }

    public long stored() {
        return sum(Line::stored);
    }

    public long linked() {
        return sum(Line::linked);
    }

    public long notTaken() {
        return sum(Line::listedInAll);
    }

    /// Whether every entry read was counted once.
    public boolean adds() {
        return lines.stream()
                .allMatch(line -> line.read == line.stored + line.linked + line.listedInAll());
    }

    private long sum(ToLongFunction<Line> count) {
        return lines.stream().mapToLong(count).sum();
    }

    /// For a terminal.
    public String table() {
        var text = new StringBuilder();
        text.append(row("", "read", "stored", "linked", "listed", ""));
        for (var line : lines) {
            var reasons =
                    line.listed.entrySet().stream()
                            .map(reason -> reason.getKey() + " " + reason.getValue())
                            .collect(Collectors.joining(", "));
            text.append(
                    row(
                            line.type,
                            line.read,
                            line.stored,
                            line.linked,
                            line.listedInAll(),
                            reasons));
        }
        text.append(
                row(
                        "all",
                        read(),
                        stored(),
                        linked(),
                        notTaken(),
                        adds() ? "" : "DOES NOT ADD UP"));
        notes.forEach((note, count) -> text.append("%n%s: %d".formatted(note, count)));
        refused.forEach(bundle ->
                text.append(
                        "%nRefused: %s, %s: %s"
                                .formatted(bundle.file, bundle.position, bundle.why)));
        return text.append("%n%d files, %.1f s%n".formatted(files, millis / 1000.0)).toString();
    }

    private static String row(Object... cells) {
        return "%-26s %8s %8s %8s %8s  %s".formatted(cells).stripTrailing()
                + System.lineSeparator();
    }

    public String json() {
        var all = new LinkedHashMap<String, Object>();
        all.put("files", files);
        all.put("millis", millis);
        all.put("read", read());
        all.put("stored", stored());
        all.put("linked", linked());
        all.put("listed", notTaken());
        all.put("adds", adds());
        all.put("kinds", lines);
        all.put("notes", notes);
        all.put("refused", refused);
        all.put("entries", listed);
        try {
            return JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
