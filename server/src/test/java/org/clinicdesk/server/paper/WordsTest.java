package org.clinicdesk.server.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

class WordsTest {
    private static Set<Object> keys(String file) throws IOException {
        var texts = new Properties();
        try (var stream = Words.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return texts.keySet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"paper_vi.properties", "paper_es.properties"})
    void everyLanguageHasEveryText(String file) throws Exception {
        assertEquals(keys("paper.properties"), keys(file));
    }

    @Test
    void anotherLanguageIsPrintedInEnglish() {
        assertEquals("Patient card", Words.in(Locale.FRENCH).text("paper.card.title"));
    }

    @Test
    void aMissingTextFails() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Words.in(Locale.ENGLISH).text("paper.nowhere"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi", "es"})
    void aMonthIsNotPrintedAsADay(String language) {
        var printed = new BirthDate("1986-03", false).printed(Words.in(Locale.of(language)));
        assertEquals(language.equals("en") ? "Mar 1986" : "03/1986", printed);
    }
}
