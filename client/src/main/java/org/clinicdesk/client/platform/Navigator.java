package org.clinicdesk.client.platform;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Goes from place to place. A screen that was opened stays open with all that was typed into it until it is left by
/// [#back], so a look at something else costs nothing.
public final class Navigator {

    private final Function<Place, Screen> opener;
    private final Map<Place, Screen> open = new LinkedHashMap<>();
    private final Deque<Place> trail = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable Screen> current = new ReadOnlyObjectWrapper<>();

    Navigator(Function<Place, Screen> opener) {
        this.opener = opener;
    }

    /// The visible screen; `null` while nobody is signed in.
    public ReadOnlyObjectProperty<@Nullable Screen> current() {
        return current.getReadOnlyProperty();
    }

    /// Where we are.
    public Optional<Place> place() {
        return Optional.ofNullable(trail.peek());
    }

    public void go(Place place) {
        var known = open.containsKey(place);
        var screen = open.computeIfAbsent(place, opener);
        trail.remove(place);
        trail.push(place);
        current.set(screen);
        if (known) {
            screen.again().run();
        }
    }

    /// Closes the visible screen, without asking, and returns to the one before. The last one stays.
    public void back() {
        if (canGoBack()) {
            open.remove(trail.pop());
            current.set(open.get(trail.peek()));
        }
    }

    /// Closes the visible screen for good and goes elsewhere: after a form was saved.
    public void replace(Place place) {
        if (!trail.isEmpty()) {
            open.remove(trail.pop());
        }
        go(place);
    }

    /// Closes a form for good that was saved, and goes elsewhere; whoever has gone on meanwhile stays where he is.
    public void replace(Place form, Place next) {
        if (place().filter(form::equals).isPresent()) {
            replace(next);
        } else {
            open.remove(form);
            trail.remove(form);
        }
    }

    public boolean canGoBack() {
        return trail.size() > 1;
    }

    /// Whether a screen, visible or not, has something to lose.
    public boolean dirty() {
        return open.values().stream().anyMatch(Screen::dirty);
    }

    /// Closes everything and opens the visible screen anew.
    void reopen() {
        place().ifPresent(place -> {
            clear();
            go(place);
        });
    }

    /// Closes everything.
    public void clear() {
        open.clear();
        trail.clear();
        current.set(null);
    }
}
