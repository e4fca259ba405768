package org.clinicdesk.server.drug;

/// How dangerous a fact is, mildest first; as the knowledge has it, whatever a site decides to show.
public enum Level {
    MINOR,
    MODERATE,
    MAJOR,
    CONTRAINDICATED
}
