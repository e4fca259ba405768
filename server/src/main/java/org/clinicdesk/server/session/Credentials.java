package org.clinicdesk.server.session;

import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.staff.Passwords;
import org.clinicdesk.server.staff.Staff;
import org.clinicdesk.server.staff.StaffMember;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// Tells whether a password is right, and counts the wrong ones.
final class Credentials {
    private final Db db;
    private final Staff staff;
    private final Passwords passwords;

    Credentials(Db db, Staff staff, Passwords passwords) {
        this.db = db;
        this.staff = staff;
        this.passwords = passwords;
    }

    /// @throws Refusal BAD_CREDENTIALS, LOCKED
    StaffMember check(String login, String password) {
        var known = staff.byLogin(login);
        known.ifPresent(Call.current()::concerns);
        var member = known.filter(StaffMember::active).filter(m -> m.passwordHash().isPresent());
        if (member.isEmpty()) {
            passwords.matches(password, Passwords.NOBODYS);
            throw new Refusal(SessionRefusal.BAD_CREDENTIALS);
        }
        check(member.get(), password);
        return member.get();
    }

    /// @throws Refusal BAD_CREDENTIALS, LOCKED
    void check(StaffMember member, String password) {
        Call.current().concerns(member);
        var refused = new AtomicReference<@Nullable SessionRefusal>();
        db.apart(connection -> refused.set(judge(connection, member.id(), password)));
        var refusal = refused.get();
        if (refusal != null) {
            throw new Refusal(refusal);
        }
        // It may have waited for others, who were wrong.
        db.session().refresh(member);
    }

    /// Judges and counts under the lock of the account's row: of many guesses at once, no more are judged than one after
    /// the other. What is counted stays, although the call is refused.
    private @Nullable SessionRefusal judge(Connection connection, UUID member, String password)
            throws SQLException {
        lock(connection, member);
        var sql = "select password_hash, failures, locked from staff where id = ?";
        try (var query = connection.prepareStatement(sql)) {
            query.setObject(1, member);
            try (var row = query.executeQuery()) {
                row.next();
                if (row.getBoolean("locked")) {
                    return SessionRefusal.LOCKED;
                }
                var hash = row.getString("password_hash");
                if (passwords.matches(password, hash == null ? Passwords.NOBODYS : hash)) {
                    return null;
                }
                count(connection, member);
                return row.getInt("failures") + 1 < StaffMember.MOST_FAILURES
                        ? SessionRefusal.BAD_CREDENTIALS
                        : SessionRefusal.LOCKED;
            }
        }
    }

    /// Not `for update`: on PostgreSQL that would also wait for the call's own transaction, whose rows refer to the
    /// account.
    private static void lock(Connection connection, UUID member) throws SQLException {
        try (var lock =
                connection.prepareStatement("update staff set failures = failures where id = ?")) {
            lock.setObject(1, member);
            lock.executeUpdate();
        }
    }

    private static void count(Connection connection, UUID member) throws SQLException {
        var sql =
                """
                update staff set failures = failures + 1, locked = (failures + 1 >= ?), version = version + 1
                where id = ?\
                """;
        try (var update = connection.prepareStatement(sql)) {
            update.setInt(1, StaffMember.MOST_FAILURES);
            update.setObject(2, member);
            update.executeUpdate();
        }
    }
}
