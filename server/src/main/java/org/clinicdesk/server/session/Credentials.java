package org.clinicdesk.server.session;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.staff.Passwords;
import org.clinicdesk.server.staff.Staff;
import org.clinicdesk.server.staff.StaffMember;

/// Tells whether a password is right, and counts the wrong ones.
final class Credentials {

    /// What an unknown login is compared with, so that it takes as long as a known one.
    private final String nobody;

    private final Db db;
    private final Staff staff;
    private final Passwords passwords;

    Credentials(Db db, Staff staff, Passwords passwords) {
        this.db = db;
        this.staff = staff;
        this.passwords = passwords;
        this.nobody = passwords.hash(passwords.oneTime());
    }

    /// @throws Refusal BAD_CREDENTIALS, LOCKED
    StaffMember check(String login, String password) {
        var member =
                staff.byLogin(login)
                        .filter(StaffMember::active)
                        .filter(m -> m.passwordHash().isPresent());
        if (member.isEmpty()) {
            passwords.matches(password, nobody);
            throw new Refusal(SessionRefusal.BAD_CREDENTIALS);
        }
        check(member.get(), password);
        return member.get();
    }

    /// @throws Refusal BAD_CREDENTIALS, LOCKED
    void check(StaffMember member, String password) {
        if (member.locked()) {
            throw new Refusal(SessionRefusal.LOCKED);
        }
        if (!passwords.matches(password, member.passwordHash().orElse(nobody))) {
            count(member);
            throw new Refusal(SessionRefusal.BAD_CREDENTIALS);
        }
    }

    /// In a transaction of its own, since the refusal takes back the one that is open.
    private void count(StaffMember member) {
        db.apart(connection -> {
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
        });
    }
}
