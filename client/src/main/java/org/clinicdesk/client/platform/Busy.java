package org.clinicdesk.client.platform;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Whether calls are under way. Counts, so that the end of one does not hide another.
public final class Busy {

    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper(false);
    private int running;

    void begin() {
        running++;
        on.set(true);
    }

    void end() {
        running--;
        on.set(running > 0);
    }

    public boolean is() {
        return on.get();
    }

    public ReadOnlyBooleanProperty property() {
        return on.getReadOnlyProperty();
    }
}
