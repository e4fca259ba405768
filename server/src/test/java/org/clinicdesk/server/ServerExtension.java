package org.clinicdesk.server;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Starts a [TestServer] for a test class and hands it to its constructor and methods.
public final class ServerExtension implements BeforeAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace SPACE =
            ExtensionContext.Namespace.create(ServerExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(SPACE).put(TestServer.class, TestServer.sample());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(SPACE).get(TestServer.class);
    }
}
