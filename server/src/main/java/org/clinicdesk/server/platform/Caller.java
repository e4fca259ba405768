package org.clinicdesk.server.platform;

import org.clinicdesk.options.v1.Permission;

import java.util.Set;
import java.util.UUID;

/// Somebody signed in, and what he may do.
public record Caller(
        UUID staffId,
        UUID sessionId,
        String name,
        String workstation,
        Set<Permission> permissions,
        boolean mustChangePassword) {

    /// Whether the caller holds a permission; everybody signed in holds PUBLIC and SIGNED_IN.
    public boolean may(Permission permission) {
        return permission == Permission.PERMISSION_PUBLIC
                || permission == Permission.PERMISSION_SIGNED_IN
                || permissions.contains(permission);
    }
}
