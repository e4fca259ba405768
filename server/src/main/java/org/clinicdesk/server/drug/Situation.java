package org.clinicdesk.server.drug;

import java.util.List;

/// What a rule is judged in: the person, the two medicines it is about (the same one twice for a rule about one), and
/// all medicines that are taken or ordered.
record Situation(Person person, Use a, Use b, List<Use> all) {
    static Situation of(Person person, Use self, List<Use> all) {
        return new Situation(person, self, self, all);
    }

    /// The same of another person.
    Situation of(Person other) {
        return new Situation(other, a, b, all);
    }

    Situation between(Use one, Use other) {
        return new Situation(person, one, other, all);
    }
}
