package org.clinicdesk.server.drug;

import java.util.List;

/// What a medicine turned out to hold. `complete` is false when some or all of it is not known.
record Contents(List<Use> uses, boolean complete) {
    /// The INN of all that is known to be in it, in order, without repetition.
    List<String> ingredients() {
        return uses.stream().map(use -> use.ingredient().inn()).toList();
    }
}
