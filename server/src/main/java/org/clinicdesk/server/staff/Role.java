package org.clinicdesk.server.staff;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;

import org.clinicdesk.options.v1.Permission;
import org.clinicdesk.server.platform.Watched;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// A named set of permissions.
@Entity
public class Role implements Watched {

    private static final String PREFIX = "PERMISSION_";

    @Id private String code;

    @Version private long version;

    /// Names of permissions, without their prefix.
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "role_permission", joinColumns = @JoinColumn(name = "role_code"))
    @Column(name = "permission")
    private Set<String> permissions = new TreeSet<>();

    /// Counts edits: a collection alone does not raise the version of its owner.
    private int edits;

    @SuppressWarnings("NullAway.Init")
    protected Role() {}

    public String code() {
        return code;
    }

    @Override
    public UUID id() {
        return UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Collection<String> topics() {
        return List.of("staff", StaffFeature.ACCOUNTS);
    }

    /// What the role may do. A permission that this version of the program does not know is left out.
    public Set<Permission> permissions() {
        var known = EnumSet.noneOf(Permission.class);
        for (var permission : Permission.values()) {
            if (permission != Permission.UNRECOGNIZED && permissions.contains(name(permission))) {
                known.add(permission);
            }
        }
        return known;
    }

    public void setPermissions(Collection<Permission> now) {
        permissions.clear();
        now.forEach(permission -> permissions.add(name(permission)));
        edits++;
    }

    private static String name(Permission permission) {
        return permission.name().substring(PREFIX.length());
    }
}
