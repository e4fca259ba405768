package org.clinicdesk.server.drug;

import org.clinicdesk.server.drug.evaluate.Grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a clinician expects of one order: the level of the gravest finding of a kind, or `none`.
///
/// @param place file and line
record Expectation(String place, Grammar.Case read, String level, FindingKind kind, String why) {
    private static final String HEADER = "patient\tactive\torder\tlevel\tkind\twhy";

    /// Those of a table: `expect-ddi.tsv` for `ddi.tsv`; none when there is no such file.
    static List<Expectation> of(String table, Grammar grammar) {
        String file = "expect-" + table;
        List<Expectation> expectations = new ArrayList<>();
        int number = 0;
        for (String line : text(file).lines().toList()) {
            number++;
            if (!line.startsWith("#") && !line.isBlank() && !line.equals(HEADER)) {
                expectations.add(read(file + ":" + number, line, grammar));
            }
        }
        return expectations;
    }

    private static Expectation read(String place, String line, Grammar grammar) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 6) {
            throw new IllegalStateException(place + ": " + cells.length + " cells instead of 6");
        }
        return new Expectation(
                place,
                grammar.order(cells[0], cells[1], cells[2]),
                cells[3],
                FindingKind.valueOf(cells[4].toUpperCase(Locale.ROOT)),
                cells[5]);
    }

    private static String text(String file) {
        try (InputStream in = Expectation.class.getResourceAsStream("/knowledge/" + file)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Finding> findings(Checker checker) {
        return checker.check(read.patient(), read.orders());
    }

    String found(Checker checker) {
        return findings(checker).stream()
                .filter(finding -> finding.kind() == kind)
                .map(Finding::level)
                .max(Level::compareTo)
                .map(found -> found.name().toLowerCase(Locale.ROOT))
                .orElse("none");
    }

    /// What is said, beyond its level: of allergies a milder likeness may have the same level.
    String said(Checker checker) {
        return findings(checker).stream()
                .filter(finding -> finding.kind() == kind)
                .map(finding -> finding.level() + finding.effect())
                .findFirst()
                .orElse("");
    }

    boolean holds(Checker checker) {
        return found(checker).equals(level);
    }
}
