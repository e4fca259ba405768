package org.clinicdesk.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.css.CssParser;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A style sheet with a mistake in it is not refused: JavaFX leaves out what it cannot read and goes on.
class SheetsTest {

    @BeforeAll
    static void start() {
        Ui.start();
    }

    static Stream<Path> sheets() throws IOException {
        try (var all = Files.walk(Path.of("src", "main", "resources"))) {
            return all.filter(file -> file.toString().endsWith(".css")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void isReadWithoutAMistake(Path sheet) {
        assertEquals(List.of(), Ui.on(() -> mistakes(sheet)));
    }

    private static List<String> mistakes(Path sheet) throws IOException {
        CssParser.errorsProperty().clear();
        new CssParser().parse(sheet.toUri().toURL());
        return CssParser.errorsProperty().stream().map(CssParser.ParseError::getMessage).toList();
    }
}
