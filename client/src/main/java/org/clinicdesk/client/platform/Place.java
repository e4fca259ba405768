package org.clinicdesk.client.platform;

import java.util.HashMap;
import java.util.Map;

/// Where one can go: a feature, one of its views, and what the view is about. Features reach each other by places only.
///
/// @param view empty for the first screen of the feature
public record Place(String feature, String view, Map<String, String> arguments) {

    public Place {
        arguments = Map.copyOf(arguments);
    }

    public static Place of(String feature) {
        return new Place(feature, "", Map.of());
    }

    public static Place of(String feature, String view) {
        return new Place(feature, view, Map.of());
    }

    public Place with(String name, String value) {
        var more = new HashMap<>(arguments);
        more.put(name, value);
        return new Place(feature, view, more);
    }

    /// The argument, or an empty string.
    public String get(String name) {
        return arguments.getOrDefault(name, "");
    }
}
