package org.clinicdesk.server.drug;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.server.Databases;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Two servers on one PostgreSQL, each with its own folder.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class KnowledgeOfServersTest {

    private static final String OWN =
            """
            rule_id\ta\tb\tlevel\tmechanism_code\teffect\tmanagement\tonset\tdoc\tcontext\troute_a\troute_b\tsource\treviewed
            own-1\ting:zinc sulfate\ting:macrogol\tmajor\town\tBad.\tAvoid.\trapid\tprobable\t\tany\tany\tLABEL\t
            """;

    private TestServer one;
    private TestServer other;

    @BeforeEach
    void start() throws Exception {
        var config = Databases.freshPostgresql();
        one = TestServer.start(config);
        var folder = Files.createTempDirectory("clinicdesk-test");
        other =
                TestServer.start(
                        new Config(folder, config.database(), "127.0.0.1", 0), one.clock());
    }

    @AfterEach
    void stop() throws Exception {
        other.close();
        one.close();
    }

    @Test
    void serversThatCheckWithOtherKnowledgeAreNamed() throws Exception {
        look();
        assertEquals(0, faults());
        var folder = one.clinic().platform().config().data().resolve("knowledge");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("ddi.tsv"), OWN);
        look();
        assertEquals(2, faults());
        one.clock().move(Duration.ofMinutes(11));
        other.clinic().features().drug.look();
        assertEquals(0, faults(), "the other does not run");
    }

    private void look() {
        one.clinic().features().drug.look();
        other.clinic().features().drug.look();
    }

    private int faults() {
        return one.inDatabase(() ->
                one.clinic()
                        .platform()
                        .db()
                        .session()
                        .createNativeQuery(KnowledgeOfServers.CHECK.sql(), String.class)
                        .list()
                        .size());
    }
}
