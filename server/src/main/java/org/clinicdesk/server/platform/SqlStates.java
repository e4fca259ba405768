package org.clinicdesk.server.platform;

import jakarta.persistence.OptimisticLockException;

import org.hibernate.StaleObjectStateException;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Tells from what a database threw what it means. Messages of the database are never passed on: they quote values.
public final class SqlStates {

    /// Locks that could not be had in time, deadlocks, serialisation failures; H2 and PostgreSQL.
    private static final Set<String> BUSY = Set.of("HYT00", "40001", "40P01", "55P03", "90131");

    private static final Set<String> TAKEN = Set.of("23505", "23P01");

    /// PostgreSQL ends a connection, has crashed, or is not ready yet.
    private static final Set<String> GONE = Set.of("57P01", "57P02", "57P03");

    /// The class of all that befalls a connection.
    private static final String CONNECTION = "08";

    private SqlStates() {}

    /// Whether a unique or an exclusion constraint said no. `constraint` is part of its name, or empty for any.
    public static boolean taken(Throwable thrown, String constraint) {
        return find(thrown)
                .filter(e -> TAKEN.contains(String.valueOf(e.getSQLState())))
                .filter(e ->
                        constraint.isEmpty()
                                || String.valueOf(e.getMessage())
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .contains(constraint))
                .isPresent();
    }

    /// The problem that a thrown exception stands for; what is none of ours comes back as it was.
    static RuntimeException problem(Throwable thrown) {
        if (thrown instanceof Problem problem) {
            return problem;
        }
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StaleObjectStateException stale) {
                return new Problem.Stale(entity(stale.getEntityName()), id(stale.getIdentifier()));
            }
            if (cause instanceof OptimisticLockException) {
                return new Problem.Busy("optimistic lock");
            }
        }
        var state = find(thrown).map(SQLException::getSQLState);
        if (state.filter(BUSY::contains).isPresent()) {
            return new Problem.Busy("state " + state.get());
        }
        if (find(thrown).filter(SqlStates::away).isPresent()) {
            return new Problem.Away("state " + state.orElse("none"));
        }
        return thrown instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException(thrown);
    }

    private static boolean away(SQLException thrown) {
        var state = String.valueOf(thrown.getSQLState());
        // The pool throws a transient one when it got no connection in time.
        return state.startsWith(CONNECTION)
                || GONE.contains(state)
                || thrown instanceof SQLTransientConnectionException;
    }

    private static Optional<SQLException> find(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    private static Class<?> entity(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException _) {
            return Object.class;
        }
    }

    private static UUID id(Object identifier) {
        return identifier instanceof UUID id ? id : new UUID(0, 0);
    }
}
