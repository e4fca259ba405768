package org.clinicdesk.client.staff;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.options.v1.Permission;
import org.clinicdesk.staff.v1.Role;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What can be allowed, in words and in the order of the contract.
final class Rights {

    /// Rights are grouped as the contract numbers them: by tens.
    private static final int GROUP = 10;

    private Rights() {}

    /// A group of rights that belong together, named after what they are about.
    record Group(String name, List<Permission> permissions) {}

    /// Every right that a role can hold.
    static List<Permission> all() {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission != Permission.UNRECOGNIZED)
                .filter(permission ->
                        permission.getNumber() > Permission.PERMISSION_SIGNED_IN_VALUE)
                .toList();
    }

    static List<Group> groups() {
        return all().stream()
                .collect(Collectors.groupingBy(permission -> permission.getNumber() / GROUP))
                .entrySet()
                .stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(entry -> new Group("staff.group." + entry.getKey(), entry.getValue()))
                .toList();
    }

    static String text(Texts texts, Permission permission) {
        return texts.get("staff.permission." + permission.name());
    }

    /// The name of a role; its code when it was made in this clinic and has none.
    static String role(Texts texts, String code) {
        var key = "staff.role." + code;
        return texts.has(key) ? texts.get(key) : code;
    }

    /// The names of roles, side by side.
    static String roles(Texts texts, Collection<String> codes) {
        return codes.stream().map(code -> role(texts, code)).collect(Collectors.joining(", "));
    }

    /// What somebody with these roles may do.
    static Set<Permission> of(Collection<Role> roles, Collection<String> codes) {
        var rights = EnumSet.noneOf(Permission.class);
        roles.stream()
                .filter(role -> codes.contains(role.getCode()))
                .forEach(role -> rights.addAll(known(role)));
        return rights;
    }

    /// The rights of a role that this version of the program knows.
    static Set<Permission> known(Role role) {
        var rights = EnumSet.noneOf(Permission.class);
        rights.addAll(role.getPermissionsList());
        rights.remove(Permission.UNRECOGNIZED);
        return rights;
    }

    /// Whether the person at the desk holds all of them, so that he may hand them out.
    static boolean mine(Desk desk, Collection<Permission> rights) {
        return desk.session().desk().getPermissionsList().containsAll(rights);
    }

    /// For the ids of nodes: `stock-read`.
    static String id(Permission permission) {
        return permission
                .name()
                .substring("PERMISSION_".length())
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }
}
