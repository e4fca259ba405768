package org.clinicdesk.server.exchange;

/// What became of an entry.
sealed interface Outcome {

    /// A row of its own.
    record Stored() implements Outcome {}

    /// It belongs to a row that is there. @param updated whether the row was brought up to date with it
    record Linked(boolean updated) implements Outcome {}

    /// Not taken.
    record Listed(Why why) implements Outcome {}

    Outcome STORED = new Stored();
    Outcome LINKED = new Linked(false);
    Outcome UPDATED = new Linked(true);
}
