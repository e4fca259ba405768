package org.clinicdesk.server.paper;

/// A report without a single row: an empty file would look like a finished one.
public final class NothingToExport extends RuntimeException {
    NothingToExport() {
        super("the report has no rows");
    }
}
