package org.clinicdesk.server.drug;

import static org.clinicdesk.server.drug.DrugFixture.levels;
import static org.clinicdesk.server.drug.DrugFixture.orders;
import static org.clinicdesk.server.drug.DrugFixture.taking;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which of several rules for two medicines holds.
class InteractionsTest {
    @Test
    void aPairBeatsItsClasses() {
        assertEquals(
                List.of(Level.MINOR),
                withRule("ing:citalopram", "ing:azithromycin", "minor", "qt_prolongation"));
    }

    @Test
    void anIngredientWithAClassBeatsTwoClasses() {
        assertEquals(
                List.of(Level.MINOR),
                withRule("ing:citalopram", "class:qt_known", "minor", "qt_prolongation"));
    }

    @Test
    void aHarmlessAnswerToAnotherQuestionHidesNoDanger() {
        assertEquals(
                List.of(Level.MODERATE),
                withRule("ing:citalopram", "ing:azithromycin", "minor", "taste"));
    }

    @Test
    void aGraverAnswerToAnotherQuestionIsShown() {
        assertEquals(
                List.of(Level.MAJOR),
                withRule("class:qt_known", "class:qt_known", "major", "another"));
    }

    @Test
    void anExceptionOfAPairSilencesTheClasses() {
        assertEquals(List.of(), withException("ing:citalopram", "ing:azithromycin", "none"));
    }

    @Test
    void anExceptionForAClassSilencesTwoClasses() {
        assertEquals(List.of(), withException("ing:citalopram", "class:qt_known", "none"));
    }

    @Test
    void anExceptionMayRaiseTheLevel() {
        assertEquals(
                List.of(Level.MAJOR), withException("ing:azithromycin", "ing:citalopram", "major"));
    }

    private static List<Level> withRule(String a, String b, String level, String mechanism) {
        return check(
                DrugFixture.changed(
                        "ddi.tsv",
                        text ->
                                text
                                        + "zz-test\t"
                                        + a
                                        + "\t"
                                        + b
                                        + "\t"
                                        + level
                                        + "\t"
                                        + mechanism
                                        + "\tEffect.\tAction.\trapid\tprobable\t\tany\tany\tLABEL"
                                        + "\t\n"));
    }

    private static List<Level> withException(String a, String b, String level) {
        String line = String.join("\t", a, b, level, "A test.", "LABEL", "");
        return check(DrugFixture.changed("ddi_override.tsv", text -> withLine(text, line)));
    }

    /// The text with one line more, in its place.
    private static String withLine(String text, String line) {
        List<String> lines = text.lines().toList();
        long heading = lines.stream().filter(l -> l.startsWith("#")).count() + 1;
        Stream<String> sorted =
                Stream.concat(lines.stream().skip(heading), Stream.of(line)).sorted();
        return Stream.concat(lines.stream().limit(heading), sorted)
                .map(l -> l + "\n")
                .collect(Collectors.joining());
    }

    private static List<Level> check(Knowledge knowledge) {
        return levels(new Checker(knowledge).check(taking("citalopram"), orders("azithromycin")));
    }
}
