package org.clinicdesk.server.paper;

import java.util.List;

/// The head of a letter: the clinic's name and the lines below it, such as address and telephone.
public record Clinic(String name, List<String> lines) {
    public Clinic {
        lines = List.copyOf(lines);
    }
}
