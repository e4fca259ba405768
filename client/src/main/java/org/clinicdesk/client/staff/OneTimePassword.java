package org.clinicdesk.client.staff;

/// A password for one sign-in, to be handed over now. It is never shown again.
record OneTimePassword(String name, String login, String password) {

    /// Secrets do not get into logs by accident.
    @Override
    public String toString() {
        return "OneTimePassword[" + login + "]";
    }
}
