package org.clinicdesk.server.platform;

/// Refusals of the pipeline itself.
public enum PlatformReason implements Reason {
    /// The one-time password must be replaced first.
    PASSWORD_CHANGE_REQUIRED,
    /// A repeat of a write whose answer held a secret and so was not kept.
    ALREADY_DONE,
    /// The request id was used by somebody else or for something else.
    REQUEST_ID_TAKEN
}
