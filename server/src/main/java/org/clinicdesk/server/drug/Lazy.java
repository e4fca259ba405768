package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/// What is made when it is asked for the first time, once, so that it costs the start nothing.
final class Lazy<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        T found = made;
        return found == null ? make() : found;
    }

    private synchronized T make() {
        T found = made;
        if (found == null) {
            found = maker.get();
            made = found;
        }
        return found;
    }
}
