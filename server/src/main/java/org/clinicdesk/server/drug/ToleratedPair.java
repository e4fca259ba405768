package org.clinicdesk.server.drug;

/// Two ingredients, by INN, that a person takes together without harm; which is the first does not matter.
public record ToleratedPair(String one, String other) {
    public ToleratedPair {
        if (one.compareTo(other) > 0) {
            String first = other;
            other = one;
            one = first;
        }
    }
}
