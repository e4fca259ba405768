package org.clinicdesk.server.platform;

import io.grpc.ServerServiceDefinition;

import java.util.List;

/// The one public door of a feature. Its constructor takes the [Platform] and wires the rest.
public interface Feature {

    /// Entities to map; none for a feature that only reads those of others.
    default List<Class<?>> entities() {
        return List.of();
    }

    /// The services of the contract that this feature answers.
    default List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of();
    }

    /// What must hold over all rows of this feature.
    default List<Check> checks() {
        return List.of();
    }

    /// What this feature does without being asked.
    default List<Job> jobs() {
        return List.of();
    }
}
