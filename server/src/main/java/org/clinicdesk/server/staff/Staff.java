package org.clinicdesk.server.staff;

import org.clinicdesk.options.v1.Permission;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Problem.Refusal;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// All staff and roles.
public final class Staff {

    private final Db db;

    public Staff(Db db) {
        this.db = db;
    }

    public List<StaffMember> all() {
        return db.session().createQuery("from StaffMember order by name", StaffMember.class).list();
    }

    /// Those whom visits can be booked with.
    public List<StaffMember> bookable() {
        return db.session()
                .createQuery(
                        "from StaffMember where bookable and active order by name",
                        StaffMember.class)
                .list();
    }

    public Optional<StaffMember> byLogin(String login) {
        return db.session()
                .createQuery("from StaffMember where login = :login", StaffMember.class)
                .setParameter("login", login.toLowerCase(Locale.ROOT))
                .uniqueResultOptional();
    }

    /// @throws Refusal LOGIN_TAKEN
    public void add(StaffMember member) {
        if (byLogin(member.login()).isPresent()) {
            throw new Refusal(StaffRefusal.LOGIN_TAKEN);
        }
        db.session().persist(member);
    }

    public List<Role> roles() {
        return db.session().createQuery("from Role order by code", Role.class).list();
    }

    /// @throws Refusal UNKNOWN_ROLE
    public Role role(String code) {
        var role = db.session().find(Role.class, code);
        if (role == null) {
            throw new Refusal(StaffRefusal.UNKNOWN_ROLE);
        }
        return role;
    }

    /// What somebody with these roles may do.
    public Set<Permission> permissions(Collection<String> roleCodes) {
        var permissions = EnumSet.noneOf(Permission.class);
        roleCodes.forEach(code -> permissions.addAll(role(code).permissions()));
        return permissions;
    }

    /// Call after a change of roles. @throws Refusal LAST_ADMINISTRATOR when nobody is left who may edit roles
    public void refuseWithoutAdministrator() {
        db.session().flush();
        var left =
                all().stream()
                        .filter(member -> member.active() && member.passwordHash().isPresent())
                        .anyMatch(member ->
                                permissions(member.roles())
                                        .contains(Permission.PERMISSION_ROLE_WRITE));
        if (!left) {
            throw new Refusal(StaffRefusal.LAST_ADMINISTRATOR);
        }
    }
}
