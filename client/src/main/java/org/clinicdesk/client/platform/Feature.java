package org.clinicdesk.client.platform;

import io.grpc.MethodDescriptor;

import org.clinicdesk.common.v1.PersonLine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A room of the client: one line in the list of features brings its entry in the rail, its commands and its screens.
public interface Feature {

    /// Name of the package, of the text bundle and of the [Place]s: `patient`.
    String id();

    /// Icon in the rail, a literal of the Material Design pack.
    String icon();

    /// The call without which the feature is of no use: who may not make it does not see the entry.
    MethodDescriptor<?, ?> needs();

    /// Builds the screen of a place. Places of one feature differ by [Place#view()].
    Screen open(Desk desk, Place place);

    /// Whether the rail shows an entry, which opens the place without a view.
    default boolean inRail() {
        return true;
    }

    /// The call of those whose work is here: the program opens in this room for who may make it. Else it
    /// opens in the first of the rail.
    default Optional<MethodDescriptor<?, ?>> homeFor() {
        return Optional.empty();
    }

    /// The function key that opens the entry from everywhere, `F3`; empty for none.
    default Optional<String> key() {
        return Optional.empty();
    }

    /// Keys that do something from every screen; a screen that has the same key of its own comes first.
    default List<Key> everywhere(Desk desk) {
        return List.of();
    }

    /// Called when somebody who may use the feature has signed in: for what he must be told at once.
    default void opened(Desk desk) {}

    /// What the command palette offers from everywhere.
    default List<Command> commands(Desk desk) {
        return List.of();
    }

    /// What the command palette finds while text is typed.
    default Optional<Finder> finder(Desk desk) {
        return Optional.empty();
    }

    /// A form to register somebody new inside the form of another feature; empty when this is not the room of people, or
    /// the caller may not.
    ///
    /// @param typed what is known of the name already
    /// @param known told the id of the person as soon as there is one
    default Optional<Inset> newPerson(Desk desk, String typed, Consumer<String> known) {
        return Optional.empty();
    }

    /// Asks when somebody is to be seen again, over whatever screen is visible; empty when this is not the room of
    /// follow-ups, or the caller orders none.
    default Optional<Runnable> seeAgain(Desk desk, PersonLine person) {
        return Optional.empty();
    }

    /// Opens what the people in the waiting room see, in a window of its own; empty when this is not the room that shows
    /// it. Who may not use the feature is not asked.
    default Optional<Runnable> wall(Desk desk) {
        return Optional.empty();
    }

    /// Who takes a scanned code that the visible screen does not want.
    default Optional<ScanSink> scans(Desk desk) {
        return Optional.empty();
    }

    /// Takes what a scanner typed.
    @FunctionalInterface
    interface ScanSink {
        void scanned(String code);
    }
}
