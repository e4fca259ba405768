package org.clinicdesk.server.drug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A practice's own tables.
class KnowledgeFolderTest {
    private static final String DDI =
            "rule_id\ta\tb\tlevel\tmechanism_code\teffect\tmanagement\tonset\tdoc\tcontext\troute_a"
                    + "\troute_b\tsource\treviewed\n";
    private static final String OWN =
            "own-1\ting:zinc sulfate\ting:macrogol\tmajor\town\tBad.\tAvoid.\trapid\tprobable\t"
                    + "\tany\tany\tLABEL\t\n";

    @TempDir private Path folder;

    @Test
    void addsALine() throws IOException {
        write("ddi.tsv", DDI + OWN);
        assertEquals(List.of(Level.MAJOR), levels("zinc sulfate", "macrogol"));
    }

    @Test
    void takesThePlaceOfALineWithTheSameKey() throws IOException {
        write("ddi.tsv", DDI + OWN.replace("own-1", "onc-25-strong"));
        assertNotEquals(
                "onc-25-strong",
                DrugFixture.check(DrugFixture.taking("zinc sulfate"), "macrogol").toString());
        assertEquals(List.of(Level.MAJOR), levels("zinc sulfate", "macrogol"));
    }

    @Test
    void readsWhatASpreadsheetSaved() throws IOException {
        write("ddi.tsv", "\ufeff" + (DDI + OWN).replace("\n", "\r\n"));
        assertEquals(List.of(), new KnowledgeFolder(folder).faults());
        assertEquals(List.of(Level.MAJOR), levels("zinc sulfate", "macrogol"));
    }

    @Test
    void saysItsOwnTextsInAnotherLanguage() throws IOException {
        write("ddi.tsv", DDI + OWN);
        write("texts_es.tsv", "en\ttext\treviewed\nAvoid.\tMejor no.\t\n");
        var knowledge = new KnowledgeFolder(folder).load();
        assertEquals("Mejor no.", knowledge.in(Locale.of("es")).say(Phrase.text("Avoid.")));
    }

    @Test
    void aTextWithoutWordsIsRefusedAtOnce() throws IOException {
        write("texts_vi.tsv", "en\ttext\treviewed\nAvoid.\t\t\n");
        assertEquals(List.of("texts_vi.tsv:2: no text"), new KnowledgeFolder(folder).faults());
        assertThrows(BadKnowledge.class, () -> new KnowledgeFolder(folder).load());
    }

    @Test
    void withoutAFolderIsTheShippedKnowledge() {
        assertEquals(
                DrugFixture.KNOWLEDGE.version(),
                new KnowledgeFolder(folder.resolve("none")).load().version());
    }

    @Test
    void anOwnLineChangesTheVersion() throws IOException {
        write("ddi.tsv", DDI + OWN);
        assertNotEquals(
                DrugFixture.KNOWLEDGE.version(), new KnowledgeFolder(folder).load().version());
    }

    @Test
    void aBadLineIsAFault() throws IOException {
        write("ddi.tsv", DDI + OWN.replace("major", "awful"));
        assertEquals(
                List.of("ddi.tsv:2: unknown level 'awful'"), new KnowledgeFolder(folder).faults());
    }

    @Test
    void everyBadLineIsAFault() throws IOException {
        write(
                "ddi.tsv",
                DDI
                        + OWN.replace("major", "awful")
                        + OWN.replace("own-1", "own-2")
                        + OWN.replace("own-1", "own-3").replace("LABEL", "NOWHERE"));
        write("dup.tsv", "x\n");
        List<String> faults = new KnowledgeFolder(folder).faults();
        assertEquals(
                List.of("ddi.tsv:2", "ddi.tsv:4", "dup.tsv:1"),
                faults.stream()
                        .map(fault -> fault.substring(0, fault.indexOf(": ")))
                        .sorted()
                        .toList());
    }

    @Test
    void aFileThatIsNoTableIsAFault() throws IOException {
        write("notes.tsv", "x\n");
        assertEquals(
                List.of("notes.tsv:0: is no table of the knowledge"),
                new KnowledgeFolder(folder).faults());
    }

    @Test
    void aDifferenceIsListed() throws IOException {
        Path before = Files.createDirectory(folder.resolve("before"));
        Path now = Files.createDirectory(folder.resolve("now"));
        Files.writeString(before.resolve("ddi.tsv"), DDI + OWN + OWN.replace("own-1", "own-2"));
        Files.writeString(
                now.resolve("ddi.tsv"),
                DDI + OWN.replace("major", "minor") + OWN.replace("own-1", "own-3"));
        assertEquals(
                List.of(
                        "~ ddi.tsv own-1\n    level: minor, was major",
                        "- ddi.tsv own-2",
                        "+ ddi.tsv own-3"),
                KnowledgeDiff.between(before, now));
    }

    @Test
    void whatItReplacesOfTheShippedLinesIsListed() throws IOException {
        write(
                "dup_no.tsv",
                "a\tb\tone_as_needed\twhy\tsource\treviewed\n"
                        + "ing:nicotine\ting:nicotine\tother_route\tOurs.\tDUP\t\n"
                        + "ing:warfarin\ting:warfarin\t\tOwn.\tDUP\t\n");

        assertEquals(
                List.of(
                        "replaces shipped dup_no.tsv ing:nicotine ing:nicotine\n"
                                + "    why: Ours., was A patch with a fast form against craving."),
                KnowledgeDiff.replaced(folder));
    }

    @Test
    void pairsAreImportedAndComeAgainInTheirPlace() throws IOException {
        PairImport.Outcome outcome =
                importing("a,b,level,text\nzinc sulfate,macrogol,Major,\"Bad, they say\"\n");
        assertEquals(new PairImport.Outcome(1, List.of()), outcome);
        assertEquals(List.of(Level.MAJOR), levels("zinc sulfate", "macrogol"));
        importing("a,b,level,text\nlactulose,macrogol,minor,\n");
        assertEquals(List.of(), levels("zinc sulfate", "macrogol"));
        assertEquals(List.of(Level.MINOR), levels("lactulose", "macrogol"));
    }

    @Test
    void aTableWithoutAHeaderIsRefusedAndChangesNothing() throws IOException {
        importing("a,b,level,text\nzinc sulfate,macrogol,Major,\n");
        assertThrows(
                IllegalArgumentException.class, () -> importing("warfarin,ibuprofen,minor,mild\n"));
        assertEquals(List.of(Level.MAJOR), levels("zinc sulfate", "macrogol"));
    }

    @Test
    void whatCannotBeImportedIsListed() throws IOException {
        assertEquals(
                List.of(
                        "line 2: unknown ingredient 'moonstone'",
                        "line 3: unknown level 'awful'",
                        "line 4: fewer than four cells"),
                importing(
                                "a,b,level,text\nmoonstone,macrogol,major,x\n"
                                        + "lactulose,macrogol,awful,x\nlactulose\n")
                        .refused());
    }

    @Test
    void anImportedPairHidesNothingShipped() throws IOException {
        importing("a,b,level,text\nsimvastatin,clarithromycin,minor,x\n");
        assertEquals(List.of(Level.CONTRAINDICATED), levels("simvastatin", "clarithromycin"));
    }

    @Test
    void aRunningServerReadsItAgainWhenItLooks() throws IOException {
        CurrentKnowledge current = new CurrentKnowledge(folder);
        String first = current.knowledge().version();
        write("ddi.tsv", DDI + OWN);
        assertEquals(first, current.knowledge().version());
        current.look();
        assertNotEquals(first, current.knowledge().version());
    }

    @Test
    void aBadFileKeepsTheOldKnowledgeAndIsSaidOnceForEachChange() throws IOException {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(CurrentKnowledge.class);
        logger.addAppender(log);
        try {
            write("ddi.tsv", DDI + OWN);
            CurrentKnowledge current = new CurrentKnowledge(folder);
            String good = current.knowledge().version();
            write("ddi.tsv", DDI + OWN + OWN);
            current.look();
            current.look();
            assertEquals(good, current.knowledge().version());
            assertEquals(1, log.list.size());
            assertTrue(log.list.getFirst().getFormattedMessage().contains("ddi.tsv:3: "));
            write("ddi.tsv", DDI + OWN + OWN + OWN);
            current.look();
            assertEquals(2, log.list.size());
        } finally {
            logger.detachAppender(log);
        }
        assertTrue(new KnowledgeFolder(folder).faults().getFirst().startsWith("ddi.tsv:3: "));
        assertThrows(BadKnowledge.class, () -> new KnowledgeFolder(folder).load());
    }

    @Test
    void aBadFileFromTheStartIsSaidWithEveryCheckUntilItIsMended() throws IOException {
        write("ddi.tsv", DDI + OWN + OWN);
        CurrentKnowledge current = new CurrentKnowledge(folder);
        assertEquals(List.of("unchecked-own-rules"), rules(current));
        write("ddi.tsv", DDI + OWN);
        current.look();
        assertEquals(List.of(), rules(current));
    }

    private static List<String> rules(CurrentKnowledge current) {
        return current
                .checker()
                .check(DrugFixture.taking(), DrugFixture.orders("cetirizine"))
                .stream()
                .map(Finding::ruleId)
                .toList();
    }

    private PairImport.Outcome importing(String csv) throws IOException {
        return new PairImport(DrugFixture.KNOWLEDGE, folder, "My list").run(csv);
    }

    private List<Level> levels(String taken, String ordered) {
        Checker checker = new Checker(new KnowledgeFolder(folder).load());
        return DrugFixture.levels(
                checker.check(DrugFixture.taking(taken), DrugFixture.orders(ordered)));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
