package org.clinicdesk.server.command;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.platform.Check;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `check`: whether everything that must hold over all rows does.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        header = "Looks for what should never be.",
        description = {
            "Reads all rows and lists what should never be: overlapping visits, stock that is not"
                    + " the sum of",
            "its movements, writes without an audit row, rows that refer to nothing. Changes"
                    + " nothing."
        })
final class CheckCommand implements Callable<Integer> {

    private static final int MOST_SHOWN = 20;

    @ParentCommand private @Nullable Commands root;

    @Override
    public Integer call() throws Exception {
        return Objects.requireNonNull(root)
                .onClinic((clinic, out) -> {
                    var faults = 0;
                    for (var check : clinic.features().checks()) {
                        faults += run(clinic, check, out);
                    }
                    out.println(faults == 0 ? "No faults." : faults + " faults.");
                    return faults == 0 ? 0 : 1;
                });
    }

    private static int run(Server.Clinic clinic, Check check, PrintWriter out) throws SQLException {
        try (var connection = clinic.platform().db().dataSource().getConnection();
                var query = connection.createStatement();
                var rows = query.executeQuery(check.sql())) {
            var faults = 0;
            while (rows.next()) {
                if (faults++ < MOST_SHOWN) {
                    out.println("FAULT (" + check.name() + "): " + rows.getString(1));
                }
            }
            out.println(
                    (faults == 0 ? "ok    " : "WRONG ")
                            + check.name()
                            + (faults == 0 ? "" : ": " + faults));
            connection.rollback();
            return faults;
        }
    }
}
