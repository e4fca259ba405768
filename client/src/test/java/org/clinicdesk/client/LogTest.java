package org.clinicdesk.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URISyntaxException;
import java.nio.file.Path;

/// What the client writes down, by the configuration it brings itself: the server's lies beside it in the tests.
class LogTest {

    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void configure() throws JoranException, URISyntaxException {
        var classes =
                Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(classes.resolve("logback.xml").toFile());
    }

    /// At DEBUG the network prints the bytes of every call.
    @Test
    void nothingOfWhatIsSentAndReceivedIsWritten() {
        var network = "io.grpc.netty.shaded.io.grpc.netty.NettyClientHandler";
        assertFalse(context.getLogger(network).isInfoEnabled());
    }

    @Test
    void whatTheClientItselfSaysIs() {
        assertTrue(context.getLogger("org.clinicdesk.client.Main").isInfoEnabled());
    }
}
