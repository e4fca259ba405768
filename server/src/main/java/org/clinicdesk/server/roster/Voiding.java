package org.clinicdesk.server.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Caller;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/// Who struck a row out, when and why. Rows are never deleted.
///
/// @param by null for what the system itself did
@Embeddable
record Voiding(
        @Column(name = "voided_at") Instant at,
        @Column(name = "voided_by") @Nullable UUID by,
        @Column(name = "void_reason") String reason) {

    /// By whoever calls.
    static Voiding now(Instant at, String reason) {
        var by = Call.current().signedIn().map(Caller::staffId).orElse(null);
        return new Voiding(at, by, reason);
    }
}
