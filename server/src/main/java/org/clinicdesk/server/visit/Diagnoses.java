package org.clinicdesk.server.visit;

import org.clinicdesk.server.patient.Fold;
import org.clinicdesk.server.record.Coding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// The diagnoses that are offered while a doctor types: the common ones of a general practice, by ICD-10 (WHO). What is
/// not among them is written as free text.
final class Diagnoses {

    /// How FHIR names ICD-10 of the WHO.
    static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";

    private static final String FILE = "diagnoses.tsv";

    private final List<Diagnosis> all;

    private Diagnoses(List<Diagnosis> all) {
        this.all = all;
    }

    /// One line of the file, with what it is found by.
    private record Diagnosis(
            String code, String english, String vietnamese, String spanish, List<String> words) {

        static Diagnosis read(String line) {
            var cells = line.split("\t", -1);
            if (cells.length != 4 || Stream.of(cells).anyMatch(String::isBlank)) {
                throw new IllegalStateException(FILE + ": " + line);
            }
            return new Diagnosis(
                    cells[0],
                    cells[1],
                    cells[2],
                    cells[3],
                    Fold.words(String.join(" ", cells[1], cells[2], cells[3])));
        }

        String name(Locale locale) {
            return switch (locale.getLanguage()) {
                case "vi" -> vietnamese;
                case "es" -> spanish;
                default -> english;
            };
        }

        boolean coded(String prefix) {
            return code.startsWith(prefix);
        }

        boolean named(List<String> prefixes) {
            return prefixes.stream()
                    .allMatch(prefix -> words.stream().anyMatch(word -> word.startsWith(prefix)));
        }

        /// Whether its name in that language begins with what was typed.
        boolean begins(List<String> prefixes, Locale locale) {
            return Fold.words(name(locale)).getFirst().startsWith(prefixes.getFirst());
        }
    }

    /// Reads what is shipped.
    static Diagnoses load() {
        try (var in = Objects.requireNonNull(Diagnoses.class.getResourceAsStream(FILE), FILE);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Diagnoses(
                    lines.lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(Diagnosis::read)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Those whose code begins with the text or whose names hold words that begin with its words, in any of the three
    /// languages, accents or not; named in the language given.
    List<Coding> search(String text, Locale locale, int most) {
        var code = text.strip().toUpperCase(Locale.ROOT);
        var words = Fold.words(text);
        if (words.isEmpty()) {
            return List.of();
        }
        return all.stream()
                .filter(diagnosis -> diagnosis.coded(code) || diagnosis.named(words))
                .sorted(
                        Comparator.comparing((Diagnosis diagnosis) -> !diagnosis.coded(code))
                                .thenComparing(diagnosis -> !diagnosis.begins(words, locale))
                                .thenComparing(Diagnosis::code))
                .limit(most)
                .map(diagnosis -> new Coding(ICD_10, diagnosis.code, diagnosis.name(locale)))
                .toList();
    }
}
