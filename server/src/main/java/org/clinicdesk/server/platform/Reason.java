package org.clinicdesk.server.platform;

/// Why a feature refuses; each feature has an enum of its own. The client finds the text by feature and name.
public interface Reason {

    String name();

    /// The feature the reason belongs to: the package of the enum, "appointment".
    default String domain() {
        var parts = getClass().getPackageName().split("\\.");
        return parts[parts.length - 1];
    }
}
