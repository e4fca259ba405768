package org.clinicdesk.server.drug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

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
    void aRunningServerReadsItAgainAfterAMinute() throws IOException {
        Hands hands = new Hands();
        CurrentKnowledge current = new CurrentKnowledge(folder, hands);
        String first = current.knowledge().version();
        write("ddi.tsv", DDI + OWN);
        assertEquals(first, current.knowledge().version());
        hands.now = hands.now.plus(Duration.ofMinutes(1));
        assertNotEquals(first, current.knowledge().version());
    }

    @Test
    void aBadFileKeepsTheOldKnowledge() throws IOException {
        write("ddi.tsv", DDI + OWN);
        Hands hands = new Hands();
        CurrentKnowledge current = new CurrentKnowledge(folder, hands);
        String good = current.knowledge().version();
        write("ddi.tsv", DDI + OWN + OWN);
        hands.now = hands.now.plus(Duration.ofMinutes(1));
        assertEquals(good, current.knowledge().version());
        assertTrue(new KnowledgeFolder(folder).faults().getFirst().startsWith("ddi.tsv:3: "));
        assertThrows(BadKnowledge.class, () -> new KnowledgeFolder(folder).load());
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

    /// A clock that is set.
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-01-05T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
