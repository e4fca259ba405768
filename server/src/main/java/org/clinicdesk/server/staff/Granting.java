package org.clinicdesk.server.staff;

import org.clinicdesk.options.v1.Permission;
import org.clinicdesk.server.platform.Caller;
import org.clinicdesk.server.platform.Problem.Refusal;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Who may hand out which role, and so touch whose account.
///
/// Whoever may write accounts hands out what he holds himself, and to others every ordinary role besides, without holding
/// its rights: a doctor is employed by somebody who may not read a record. It is the rights that make a role ordinary, not
/// a mark: one that is given a right over the clinic later stops being so.
final class Granting {

    /// Rights over the clinic itself: whoever holds one could make himself anything, or see who looks at him.
    private static final Set<Permission> ADMINISTERING =
            EnumSet.of(
                    Permission.PERMISSION_STAFF_WRITE,
                    Permission.PERMISSION_ROLE_WRITE,
                    Permission.PERMISSION_SITE_WRITE,
                    Permission.PERMISSION_AUDIT_READ);

    private final Staff staff;

    Granting(Staff staff) {
        this.staff = staff;
    }

    /// @throws Refusal ABOVE_OWN_RIGHTS unless the caller may give these roles to somebody new
    void refuseUnlessGrantable(Caller caller, Collection<String> roles) {
        if (!roles.stream().map(staff::role).allMatch(role -> mayGrant(caller, role))) {
            throw new Refusal(StaffRefusal.ABOVE_OWN_RIGHTS);
        }
    }

    /// @throws Refusal ABOVE_OWN_RIGHTS unless the caller may give these roles to somebody who works here, or take them
    void refuseUnlessGrantable(Caller caller, Collection<String> roles, StaffMember to) {
        if (to.id().equals(caller.staffId())) {
            refuseAbove(caller, staff.permissions(roles));
        } else {
            refuseUnlessGrantable(caller, roles);
        }
    }

    /// @throws Refusal ABOVE_OWN_RIGHTS unless the caller holds all of them
    void refuseAbove(Caller caller, Collection<Permission> permissions) {
        if (!caller.permissions().containsAll(permissions)) {
            throw new Refusal(StaffRefusal.ABOVE_OWN_RIGHTS);
        }
    }

    /// Whether the caller may hand out a role to others.
    boolean mayGrant(Caller caller, Role role) {
        return caller.may(Permission.PERMISSION_STAFF_WRITE)
                && (Collections.disjoint(role.permissions(), ADMINISTERING)
                        || caller.permissions().containsAll(role.permissions()));
    }
}
