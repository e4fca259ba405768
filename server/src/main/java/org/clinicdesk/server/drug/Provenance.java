package org.clinicdesk.server.drug;

import java.util.Set;

/// Where a fact comes from and whether a named clinician has signed it.
record Provenance(String source, boolean reviewed) {
    /// Of what the checks say by themselves.
    static final Provenance OWN = new Provenance("", false);

    /// `source` is the id of a source, with a place in it after `#`: "ONC2012#25".
    static Provenance read(Table.Row row, Set<String> sources) {
        String source = row.required("source");
        int place = source.indexOf('#');
        if (!sources.contains(place < 0 ? source : source.substring(0, place))) {
            throw row.bad("unknown source '" + source + "'");
        }
        return new Provenance(source, !row.get("reviewed").isEmpty());
    }
}
