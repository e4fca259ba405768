package org.clinicdesk.server.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.TestServer;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

@OnServer
class ForeignKeysTest {

    private final TestServer server;

    ForeignKeysTest(TestServer server) {
        this.server = server;
    }

    @Test
    void aRowThatRefersToNothingIsAFault() throws SQLException {
        server.signIn("linh");
        assertEquals(List.of(), faults());
        unwatched(
                "update session set staff_id = cast('00000000-0000-4000-8000-0000000000aa' as uuid)"
                        + " where id = (select id from session order by id limit 1)");
        assertEquals(
                List.of(
                        "session.staff_id refers to no staff:"
                                + " 00000000-0000-4000-8000-0000000000aa"),
                faults());
    }

    private List<String> faults() throws SQLException {
        var check =
                server.clinic().features().checks().stream()
                        .filter(one -> one.name().equals("every row refers to rows that are there"))
                        .findFirst()
                        .orElseThrow();
        var faults = new ArrayList<String>();
        try (var connection = server.clinic().platform().db().dataSource().getConnection();
                var query = connection.createStatement();
                var rows = query.executeQuery(check.sql())) {
            while (rows.next()) {
                faults.add(rows.getString(1));
            }
            connection.rollback();
        }
        return faults;
    }

    /// Writes while the database does not watch over its keys.
    private void unwatched(String sql) throws SQLException {
        var db = server.clinic().platform().db();
        try (var connection = db.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    db.postgresql()
                            ? "set local session_replication_role = replica"
                            : "set referential_integrity false");
            statement.execute(sql);
            connection.commit();
            if (!db.postgresql()) {
                statement.execute("set referential_integrity true");
            }
        }
    }
}
