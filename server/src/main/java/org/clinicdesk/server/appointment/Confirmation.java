package org.clinicdesk.server.appointment;

/// What the person said to the question whether he will come; apart from where the visit stands.
public enum Confirmation {
    UNCONFIRMED,
    LEFT_MESSAGE,
    CONFIRMED,
    DECLINED
}
