package org.clinicdesk.server.exchange;

/// Why an entry was not taken, or a bundle refused.
public enum Why {
    /// A kind of resource that ClinicDesk does not keep, such as a claim.
    KIND_NOT_KEPT,
    /// The bundle asks to delete it. Nothing is deleted here.
    DELETION,
    /// Neither a fullUrl nor an id: a second import could not know it again.
    NO_ID,
    /// Something of it is not as FHIR has it.
    MALFORMED,
    /// Its person, or something else it cannot be without, is not in the source.
    UNRESOLVED_REFERENCE,
    /// Planned, cancelled, not done.
    NOT_HAPPENED,
    /// The other system took it back, or found it not to be so.
    TAKEN_BACK,
    /// It says that something is not there, such as "no known allergy": somebody has to ask the person.
    NEGATION,
    NO_NAME,
    NO_CODE,
    NO_DATE,
    /// Somebody born after today.
    BIRTH_TO_COME,
    NO_VALUE,
    /// A document whose content lies elsewhere.
    NO_CONTENT,
    /// More than there is room for; nothing is cut off silently.
    TOO_LONG,
    /// An identifier belongs to somebody registered with another birth date.
    IDENTIFIER_CONFLICT,
    /// The bundle it stands in was refused.
    BUNDLE_REFUSED,

    /// The file cannot be read, or ends too early.
    UNREADABLE,
    NOT_JSON,
    /// A text of more than 64 million characters, or nested more than 1,000 deep.
    BEYOND_LIMITS,
    NOT_A_BUNDLE,
    /// The database refused a row.
    NOT_STORED
}
