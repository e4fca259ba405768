package org.clinicdesk.server.staff;

import org.clinicdesk.options.v1.Permission;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Problem.Refusal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// All staff and roles.
public final class Staff {

    private final Db db;
    private final List<Consumer<StaffMember>> onBookable = new ArrayList<>();
    private final List<Consumer<StaffMember>> onGone = new ArrayList<>();

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

    /// Tells of everybody with whom visits can be booked from now on, inside the transaction. To be called while the
    /// features are put together.
    public void onBookable(Consumer<StaffMember> listener) {
        onBookable.add(listener);
    }

    /// Tells of everybody with whom no visits can be booked any more, inside the transaction. To be called while the features
    /// are put together.
    public void onGone(Consumer<StaffMember> listener) {
        onGone.add(listener);
    }

    /// Changes somebody, and tells when that makes him bookable, or ends it.
    void change(StaffMember member, Consumer<StaffMember> change) {
        var before = member.canBeBooked();
        change.accept(member);
        if (!before && member.canBeBooked()) {
            onBookable.forEach(listener -> listener.accept(member));
        }
        if (before && !member.canBeBooked()) {
            onGone.forEach(listener -> listener.accept(member));
        }
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
