package org.clinicdesk.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Words used are words defined, in every language.
class TextsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final List<String> LANGUAGES = List.of("vi", "es");

    static Stream<Path> bundles() throws IOException {
        return files(RESOURCES, ".properties").stream()
                .filter(file -> !file.getFileName().toString().matches(".*_(vi|es)\\.properties"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageHasTheSameKeys(Path english) throws IOException {
        var keys = new TreeSet<>(read(english).stringPropertyNames());
        for (var language : LANGUAGES) {
            assertEquals(
                    keys,
                    new TreeSet<>(read(in(language, english)).stringPropertyNames()),
                    language + " of " + english);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyKeyBeginsWithItsFolder(Path english) throws IOException {
        var room = english.getParent().getFileName().toString();
        for (var key : read(english).stringPropertyNames()) {
            assertTrue(key.startsWith(room + "."), key + " in " + english);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void argumentsAreTheSameInEveryLanguage(Path english) throws IOException {
        var texts = read(english);
        for (var language : LANGUAGES) {
            var translated = read(in(language, english));
            for (var key : texts.stringPropertyNames()) {
                assertEquals(
                        arguments(texts.getProperty(key)),
                        arguments(translated.getProperty(key)),
                        key);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aTextWithArgumentsHasNoLoneApostrophe(Path english) throws IOException {
        for (var file : List.of(english, in("vi", english), in("es", english))) {
            read(file)
                    .forEach((key, text) ->
                            assertTrue(
                                    arguments((String) text).isEmpty()
                                            || !((String) text).replace("''", "").contains("'"),
                                    key + ": MessageFormat swallows a lone apostrophe, write two"));
        }
    }

    @Test
    void everyKeyUsedIsDefined() throws IOException {
        var defined = new TreeSet<String>();
        for (var bundle : bundles().toList()) {
            defined.addAll(read(bundle).stringPropertyNames());
        }
        var rooms = bundles().map(file -> file.getParent().getFileName().toString()).toList();
        var literal =
                Pattern.compile(
                        "\"((?:" + String.join("|", rooms) + ")\\.[A-Za-z0-9_.-]*[A-Za-z0-9_])\"");
        var missing = new TreeSet<String>();
        for (var source : files(SOURCES, ".java")) {
            literal.matcher(Files.readString(source))
                    .results()
                    .map(result -> result.group(1))
                    .filter(key ->
                            !key.endsWith(".css")
                                    && !defined.contains(key)
                                    && !defined.contains(key + ".title"))
                    .forEach(key -> missing.add(key + " =    # " + source.getFileName()));
        }
        assertTrue(
                missing.isEmpty(),
                "Define in the bundle, in each language:\n" + String.join("\n", missing));
    }

    private static List<String> arguments(String text) {
        return new ArrayList<>(
                new TreeSet<>(
                        Pattern.compile("\\{\\d")
                                .matcher(text)
                                .results()
                                .map(result -> result.group())
                                .toList()));
    }

    private static Path in(String language, Path english) {
        return english.resolveSibling(
                english.getFileName()
                        .toString()
                        .replace(".properties", "_" + language + ".properties"));
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
