package org.clinicdesk.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.logging.Logger;

/// What the packaged server logs, and how.
class LogTest {

    @Test
    void aLineHasItsDay() throws Exception {
        var context = new LoggerContext();
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
        var root = context.getLogger("ROOT");
        var console = (ConsoleAppender<?>) Objects.requireNonNull(root.getAppender("console"));
        var layout = (PatternLayout) ((PatternLayoutEncoder) console.getEncoder()).getLayout();
        var line = layout.doLayout(new LoggingEvent("", root, Level.INFO, "said", null, null));
        assertTrue(
                line.matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d)"
                                + " .*\\R"),
                line);
        assertEquals(Level.WARN, context.getLogger("io.grpc").getEffectiveLevel());
    }

    @Test
    void whatJavasOwnLoggingSaysGoesTheSameWay() throws Exception {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Talker.class.getName())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var lines = said.lines().filter(line -> line.contains("a word of Java's")).toList();
        assertEquals(1, lines.size(), said);
        assertTrue(lines.getFirst().contains("WARN "), said);
    }

    /// Says something in Java's own way.
    static final class Talker {
        private Talker() {}

        public static void main(String[] args) {
            Main.logInOneForm();
            Logger.getLogger(Talker.class.getName()).warning("a word of Java's");
        }
    }
}
