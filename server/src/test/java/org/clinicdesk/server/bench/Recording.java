package org.clinicdesk.server.bench;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;

/// Stands before the real driver and writes down every transaction: its statements, their parameters, how it ended.
final class Recording implements Driver, AutoCloseable {

    /// @param parameters one list for each execution of a batch
    record Statement(String sql, List<List<Parameter>> parameters) {}

    /// A setter call: `setObject(1, id)`.
    record Parameter(String setter, Object[] arguments) {}

    /// What an array held: an array itself ends with its connection.
    record Elements(String type, Object[] values) {

        private static Elements of(Array array) throws SQLException {
            return new Elements(array.getBaseTypeName(), (Object[]) array.getArray());
        }
    }

    record Transaction(List<Statement> statements, boolean committed) {}

    private final Driver real;
    private final List<Transaction> transactions = Collections.synchronizedList(new ArrayList<>());

    private Recording(Driver real) {
        this.real = real;
    }

    /// Records every connection opened by the URL's driver until closed.
    static Recording of(String url) throws SQLException {
        var real = DriverManager.getDriver(url);
        DriverManager.deregisterDriver(real);
        var recording = new Recording(real);
        DriverManager.registerDriver(recording);
        return recording;
    }

    List<Transaction> transactions() {
        return List.copyOf(transactions);
    }

    /// Forgets what was recorded so far: the start of the server.
    void clear() {
        transactions.clear();
    }

    @Override
    public void close() throws SQLException {
        DriverManager.deregisterDriver(this);
        DriverManager.registerDriver(real);
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        var connection = real.connect(url, properties);
        return connection == null ? null : proxy(Connection.class, new OnConnection(connection));
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return (T)
                Proxy.newProxyInstance(
                        Recording.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static @Nullable Object invoke(
            Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private final class OnConnection implements InvocationHandler {
        private final Connection connection;
        private List<Statement> open = new ArrayList<>();

        OnConnection(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
                throws Throwable {
            if (method.getName().equals("unwrap")) {
                return connection.unwrap((Class<?>) arguments[0]);
            }
            var result = Recording.invoke(connection, method, arguments);
            switch (method.getName()) {
                case "commit" -> end(true);
                case "rollback" -> end(false);
                default -> {}
            }
            return result instanceof PreparedStatement statement
                    ? proxy(
                            PreparedStatement.class,
                            new OnStatement(statement, (String) arguments[0]))
                    : result;
        }

        private void end(boolean committed) {
            if (!open.isEmpty()) {
                transactions.add(new Transaction(open, committed));
                open = new ArrayList<>();
            }
        }

        private final class OnStatement implements InvocationHandler {
            private final PreparedStatement statement;
            private final String sql;
            private List<Parameter> parameters = new ArrayList<>();
            private List<List<Parameter>> batch = new ArrayList<>();

            OnStatement(PreparedStatement statement, String sql) {
                this.statement = statement;
                this.sql = sql;
            }

            @Override
            public @Nullable Object invoke(
                    Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
                var name = method.getName();
                if (name.startsWith("set") && arguments != null && arguments.length > 1) {
                    var kept = Arrays.copyOf(arguments, arguments.length);
                    if (kept[1] instanceof Array array) {
                        kept[1] = Elements.of(array);
                    }
                    parameters.add(new Parameter(name, kept));
                } else if (name.equals("addBatch")) {
                    batch.add(parameters);
                    parameters = new ArrayList<>();
                } else if (name.startsWith("execute")) {
                    write();
                }
                return Recording.invoke(statement, method, arguments);
            }

            private void write() {
                if (batch.isEmpty()) {
                    batch.add(parameters);
                }
                open.add(new Statement(sql, batch));
                batch = new ArrayList<>();
                parameters = new ArrayList<>();
            }
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return real.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return real.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return real.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return real.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return real.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("recording");
    }
}
