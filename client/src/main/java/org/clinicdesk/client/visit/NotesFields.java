package org.clinicdesk.client.visit;

import java.util.List;

/// The free texts of a visit, in the order they are written.
final class NotesFields {

    static final List<String> ALL = List.of("reason", "findings", "plan");

    private NotesFields() {}
}
