package org.clinicdesk.server.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.sql.DataSource;

/// The database: transactions, and what every one of them leaves behind.
///
/// A write flushes, leaves its audit row and the list of what it changed, announces the topics, commits, and only then
/// returns. A lock that could not be had is tried again a few times, so the work may run more than once: it must not
/// do anything outside the database.
public final class Db implements AutoCloseable {

    private static final ScopedValue<Tx> TX = ScopedValue.newInstance();
    private static final int ATTEMPTS = 4;

    /// PostgreSQL lets go of a server that fell silent in the middle of a write (power, network, a frozen machine), so
    /// that its locks do not stop the others.
    private static final String LET_GO =
            "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set"
                    + " tcp_keepalives_count = 3; set idle_in_transaction_session_timeout = '60s'";

    private final Config config;
    private final Clock clock;
    private final Changes changes;
    private final HikariDataSource pool;
    private @Nullable SessionFactory factory;

    /// Null where no other server can be on the database.
    private final @Nullable Announcements announcements;

    /// Null where the database looks after its space itself.
    private final @Nullable Compaction compaction;

    /// When the last transaction began, by [System#nanoTime].
    private volatile long lastBegun = System.nanoTime();

    /// What one transaction has gathered so far.
    private record Tx(Session session, boolean writes, List<Watched> changed) {}

    /// Opens the pool and brings the tables up to date. [#start] must follow before the first transaction.
    public Db(Config config, Clock clock, Changes changes) {
        this.config = config;
        this.clock = clock;
        this.changes = changes;
        this.pool = pool(config);
        this.announcements = config.postgresql() ? new Announcements(config, changes) : null;
        this.compaction = config.postgresql() ? null : new Compaction(config, pool, this::idle);
        try {
            new Schema(pool, config.postgresql()).migrate();
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /// Maps the entities.
    public void start(Collection<Class<?>> entities) {
        factory = Mapping.build(pool, entities, this::changed);
        if (announcements != null) {
            announcements.start();
        }
        if (compaction != null) {
            compaction.start();
        }
    }

    private Duration idle() {
        return Duration.ofNanos(System.nanoTime() - lastBegun);
    }

    /// The H2 file holds patients' data; H2 itself would make it as the process is set to.
    private static void makePrivate(Config config) {
        try {
            Private.folder(config.data());
            Private.file(config.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HikariDataSource pool(Config config) {
        if (!config.postgresql()) {
            makePrivate(config);
        }
        var hikari = new HikariConfig();
        hikari.setJdbcUrl(config.jdbcUrl());
        hikari.setUsername(config.user());
        hikari.setPassword(config.password());
        hikari.setAutoCommit(false);
        // Twice the calls that Rpc lets in at once: each may need a second connection for a moment
        // (see #apart).
        hikari.setMaximumPoolSize(2 * Limit.PERMITS + 4);
        hikari.setMinimumIdle(4);
        hikari.setConnectionTimeout(10_000);
        if (config.postgresql()) {
            hikari.setConnectionInitSql(LET_GO);
            // It is committed by itself, and does not leave a transaction open.
            hikari.setIsolateInternalQueries(true);
        }
        hikari.setAllowPoolSuspension(!config.postgresql());
        hikari.setPoolName("clinic");
        return new HikariDataSource(hikari);
    }

    /// The session of this thread's transaction.
    public Session session() {
        return TX.get().session;
    }

    /// Reads in one snapshot; joins the transaction that is open on this thread.
    public <T> T read(Supplier<T> work) {
        return TX.isBound() ? work.get() : attempt(false, work);
    }

    /// Writes in one transaction; joins the one that is open on this thread. Needs a [Call], which the audit row names.
    public <T> T write(Supplier<T> work) {
        if (!TX.isBound()) {
            return attempt(true, work);
        }
        if (!TX.get().writes) {
            throw new IllegalStateException(
                    Call.current().method() + " is declared to read and tries to write");
        }
        return work.get();
    }

    /// Does a small piece of SQL in a transaction of its own, committed when this returns, whatever becomes of the one
    /// that is open on this thread.
    public void apart(SqlWork work) {
        try (var connection = pool.getConnection()) {
            try {
                work.run(connection);
                connection.commit();
            } catch (SQLException e) {
                try {
                    connection.rollback();
                } catch (SQLException lost) {
                    e.addSuppressed(lost);
                }
                throw e;
            }
        } catch (SQLException e) {
            throw SqlStates.problem(e);
        }
    }

    /// Plain SQL inside the transaction of this thread.
    public void sql(SqlWork work) {
        session().doWork(work::run);
    }

    /// A piece of work in plain SQL.
    @FunctionalInterface
    public interface SqlWork {
        void run(Connection connection) throws SQLException;
    }

    /// Imports in bulk: no events, no versions checked. It tells every desk to read again at its end.
    public void bulk(Consumer<StatelessSession> work) {
        mapped().inStatelessTransaction(work);
        apart(connection -> announce(connection, Set.of(Changes.EVERYTHING)));
        changes.publish(Set.of(Changes.EVERYTHING));
    }

    /// To be called when very much has come in at once; see [Statistics].
    public void renewStatistics() {
        try {
            Statistics.renew(pool);
        } catch (SQLException e) {
            throw SqlStates.problem(e);
        }
    }

    public boolean postgresql() {
        return config.postgresql();
    }

    /// For what works beside the entities: backup, the consistency check.
    public DataSource dataSource() {
        return pool;
    }

    private <T> T attempt(boolean writes, Supplier<T> work) {
        for (var left = ATTEMPTS - 1; ; left--) {
            try {
                return transaction(writes, work);
            } catch (RuntimeException e) {
                var problem = SqlStates.problem(e);
                if (left == 0 || !(problem instanceof Problem.Busy)) {
                    throw problem;
                }
            }
        }
    }

    private <T> T transaction(boolean writes, Supplier<T> work) {
        lastBegun = System.nanoTime();
        var topics = new HashSet<String>();
        T result;
        try (var session = mapped().openSession()) {
            session.setDefaultReadOnly(!writes);
            if (!writes) {
                session.setHibernateFlushMode(FlushMode.MANUAL);
            }
            var tx = new Tx(session, writes, new ArrayList<>());
            var transaction = session.beginTransaction();
            try {
                if (!writes) {
                    // The pool takes this back when the connection returns.
                    session.doWork(connection -> connection.setReadOnly(true));
                }
                result = ScopedValue.where(TX, tx).call(() -> finished(tx, work));
                if (writes) {
                    leaveBehind(tx, topics);
                }
                transaction.commit();
            } catch (RuntimeException e) {
                rollback(transaction, e);
                throw e;
            }
        }
        if (!topics.isEmpty()) {
            changes.publish(topics);
        }
        return result;
    }

    /// Where the connection is lost there is nothing to roll back; what was thrown first says so.
    private static void rollback(Transaction transaction, RuntimeException thrown) {
        try {
            transaction.rollback();
        } catch (RuntimeException e) {
            thrown.addSuppressed(e);
        }
    }

    /// The work with its last flush, which must still be heard by #changed.
    private static <T> T finished(Tx tx, Supplier<T> work) {
        var result = work.get();
        if (tx.writes) {
            tx.session.flush();
        }
        return result;
    }

    private void leaveBehind(Tx tx, Set<String> topics) {
        tx.changed.forEach(entity -> topics.addAll(entity.topics()));
        tx.session.doWork(connection -> {
            AuditTrail.done(connection, Call.current(), clock.instant(), tx.changed);
            announce(connection, topics);
        });
    }

    private void announce(Connection connection, Set<String> topics) throws SQLException {
        if (announcements != null && !topics.isEmpty()) {
            announcements.announce(connection, topics);
        }
    }

    /// Writes an audit row in a transaction of its own: for a read that must be audited, and for a denial.
    void audit(Call call, AuditTrail.Outcome outcome) {
        apart(connection -> AuditTrail.insert(connection, call, clock.instant(), outcome));
    }

    /// Writes what stays of a call that was refused, and its audit row, in a transaction of their own.
    void auditRefused(Call call, Problem.Refusal refusal) {
        apart(connection -> {
            call.remainder().run(connection);
            AuditTrail.refused(connection, call, clock.instant(), refusal);
        });
    }

    private void changed(Object entity) {
        if (entity instanceof Watched watched
                && TX.isBound()
                && !TX.get().changed.contains(watched)) {
            TX.get().changed.add(watched);
        }
    }

    /// Loads an entity to change it. @throws Problem.NotFound, Problem.Stale when it is not the version on the screen
    public <T extends Watched> T get(Class<T> type, UUID id, long version) {
        var entity = get(type, id);
        if (entity.version() != version) {
            throw new Problem.Stale(type, id);
        }
        return entity;
    }

    /// Loads an entity. @throws Problem.NotFound
    public <T> T get(Class<T> type, UUID id) {
        var entity = session().find(type, id);
        if (entity == null) {
            throw new Problem.NotFound(type, id);
        }
        return entity;
    }

    private SessionFactory mapped() {
        if (factory == null) {
            throw new IllegalStateException("The database is not started");
        }
        return factory;
    }

    /// Ends in order.
    @Override
    public void close() {
        if (announcements != null) {
            announcements.close();
        }
        if (factory != null) {
            factory.close();
        }
        if (compaction != null) {
            compaction.close();
        }
        pool.close();
        if (!config.postgresql()) {
            // It may have been written anew.
            makePrivate(config);
        }
    }
}
