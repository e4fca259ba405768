package org.clinicdesk.server.session;

import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.staff.Passwords;
import org.clinicdesk.server.staff.Staff;
import org.clinicdesk.server.staff.StaffMember;

import java.sql.Connection;
import java.sql.SQLException;

/// Tells whether a password is right, and counts the wrong ones.
final class Credentials {
    private final Staff staff;
    private final Passwords passwords;

    Credentials(Staff staff, Passwords passwords) {
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
        if (member.locked()) {
            throw new Refusal(SessionRefusal.LOCKED);
        }
        if (!passwords.matches(password, member.passwordHash().orElse(Passwords.NOBODYS))) {
            Call.current().evenIfRefused(connection -> count(connection, member));
            throw new Refusal(
                    member.nextFailureLocks()
                            ? SessionRefusal.LOCKED
                            : SessionRefusal.BAD_CREDENTIALS);
        }
    }

    private static void count(Connection connection, StaffMember member) throws SQLException {
        var sql =
                """
                update staff set failures = failures + 1, locked = (failures + 1 >= ?), version = version + 1
                where id = ?\
                """;
        try (var update = connection.prepareStatement(sql)) {
            update.setInt(1, StaffMember.MOST_FAILURES);
            update.setObject(2, member.id());
            update.executeUpdate();
        }
    }
}
