package org.clinicdesk.server.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import javax.sql.DataSource;

/// Plays recorded transactions through plain JDBC.
final class Replay {

    private static final Map<String, Method> SETTERS = new ConcurrentHashMap<>();

    private final DataSource pool;

    /// Broken constraints, locks not had in time, deadlocks; H2 and PostgreSQL. Whatever else fails is no limit.
    private static final Pattern CONFLICT = Pattern.compile("(23|40)...|HYT00|55P03|90131");

    Replay(DataSource pool) {
        this.pool = pool;
    }

    /// Plays one transaction as it was: its statements, and its end. A conflict that the changed order brings is taken back.
    void play(Recording.Transaction transaction) {
        try (var connection = pool.getConnection()) {
            try {
                for (var statement : transaction.statements()) {
                    execute(connection, statement);
                }
                if (transaction.committed()) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
            } catch (SQLException e) {
                if (!CONFLICT.matcher(String.valueOf(e.getSQLState())).matches()) {
                    throw e;
                }
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, Recording.Statement recorded)
            throws SQLException {
        try (var statement = connection.prepareStatement(recorded.sql())) {
            for (var parameters : recorded.parameters()) {
                set(statement, parameters);
                if (recorded.parameters().size() > 1) {
                    statement.addBatch();
                }
            }
            if (recorded.parameters().size() > 1) {
                statement.executeBatch();
            } else if (statement.execute()) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
            }
        }
    }

    private static void set(PreparedStatement statement, List<Recording.Parameter> parameters)
            throws SQLException {
        for (var parameter : parameters) {
            if (parameter.arguments()[1] instanceof Recording.Elements elements) {
                var array =
                        statement.getConnection().createArrayOf(elements.type(), elements.values());
                statement.setArray((Integer) parameter.arguments()[0], array);
                continue;
            }
            try {
                setter(parameter).invoke(statement, parameter.arguments());
            } catch (InvocationTargetException e) {
                throw new SQLException(e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Method setter(Recording.Parameter parameter) {
        var arguments = parameter.arguments();
        var key =
                parameter.setter()
                        + arguments.length
                        + (arguments.length > 2 ? arguments[2].getClass() : "");
        return SETTERS.computeIfAbsent(key, _ -> find(parameter));
    }

    private static Method find(Recording.Parameter parameter) {
        for (var method : PreparedStatement.class.getMethods()) {
            if (method.getName().equals(parameter.setter())
                    && fits(method.getParameterTypes(), parameter.arguments())) {
                return method;
            }
        }
        throw new IllegalStateException(parameter.setter());
    }

    private static boolean fits(Class<?>[] types, Object[] arguments) {
        if (types.length != arguments.length) {
            return false;
        }
        // Only the type after the value tells overloads apart: an int or an SQLType.
        return types.length < 3 || arguments[2] instanceof Integer == (types[2] == int.class);
    }
}
