package org.clinicdesk.client.platform;

import javafx.scene.input.KeyCombination;

/// A key of a screen: it is installed, shown in the status bar and listed under F1 from this one declaration.
///
/// @param caps the key as people read it: `Ctrl+N`, `F3`
/// @param name what it does where people named it themselves; else empty, and the text says it
/// @param run `null` where the key is the focused control's own business and only wants to be shown
public record Key(
        String caps, String textKey, String name, @org.jspecify.annotations.Nullable Runnable run) {

    public static Key of(String caps, String textKey, Runnable run) {
        return new Key(caps, textKey, "", run);
    }

    /// A key of something that has a name of its own.
    public static Key named(String caps, String name, Runnable run) {
        return new Key(caps, "", name, run);
    }

    /// What it does, in words.
    public String words(Texts texts) {
        return name.isEmpty() ? texts.get(textKey) : name;
    }

    /// A key that a control handles itself, such as the arrows of a list.
    public static Key hint(String caps, String textKey) {
        return new Key(caps, textKey, "", null);
    }

    /// The combination to install; `Ctrl` is Command on a Mac.
    public KeyCombination combination() {
        return KeyCombination.valueOf(caps.replace("Ctrl", "Shortcut"));
    }
}
