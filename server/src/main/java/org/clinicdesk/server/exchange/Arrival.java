package org.clinicdesk.server.exchange;

import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/// An entry that is new, or not what it was.
///
/// @param earlier the row it became before; null for a new one
record Arrival(
        BundleEntry entry,
        Resource resource,
        ImportLink.Key key,
        String digest,
        @Nullable UUID earlier) {

    ImportLink.Key target(String type, Reference reference) {
        return entry.target(type, reference);
    }
}
