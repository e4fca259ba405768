package org.clinicdesk.client.platform;

import java.util.ArrayList;
import java.util.List;

/// What is done with the answer to what stands in a field: at once when the answer is there, else as soon as it comes, in
/// the order in which it was asked for. So nobody who types fast gets what was found for fewer letters. Whoever types on, or
/// goes elsewhere meanwhile, has taken it back.
public final class Awaited {

    private final Navigator navigator;
    private final List<Runnable> works = new ArrayList<>();
    private boolean answered = true;

    public Awaited(Navigator navigator) {
        this.navigator = navigator;
    }

    /// The answer is on its way.
    public void asked() {
        answered = false;
    }

    /// What waits is no longer wanted: something else stands in the field.
    public void forget() {
        works.clear();
    }

    /// What is shown is the answer to what was asked for last.
    public void answered() {
        answered = true;
        var now = List.copyOf(works);
        works.clear();
        now.forEach(Runnable::run);
    }

    /// Whether what is shown is the answer.
    public boolean isAnswered() {
        return answered;
    }

    /// Whether something waits for the answer.
    public boolean isWaitedFor() {
        return !works.isEmpty();
    }

    public void then(Runnable work) {
        if (answered) {
            work.run();
            return;
        }
        var here = navigator.place();
        works.add(() -> {
            if (navigator.place().equals(here)) {
                work.run();
            }
        });
    }
}
