package org.clinicdesk.server.exchange;

/// Hears how far an import is.
@FunctionalInterface
public interface Progress {

    /// @param done bytes read of the source, compressed as they are
    /// @param entries entries read so far
    void at(long done, long total, long entries);

    /// Nobody listens.
    static Progress none() {
        return (_, _, _) -> {};
    }
}
