package org.clinicdesk.server.exchange;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// One entry of a bundle.
///
/// @param file the name of its file, which is the home of ids that are not unique in the world
/// @param index from 0
record BundleEntry(String file, int index, Position position, JsonNode node) {

    private static final Pattern UUID =
            Pattern.compile(
                    "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                    Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 400;

    JsonNode resource() {
        return node.path("resource");
    }

    String type() {
        return resource().path("resourceType").asText("");
    }

    String id() {
        return resource().path("id").asText("");
    }

    boolean deletes() {
        return node.path("request").path("method").asText("").equals("DELETE");
    }

    /// What it is known by at its source; null when it has nothing.
    ImportLink.@Nullable Key key() {
        var fullUrl = node.path("fullUrl").asText("");
        if (!fullUrl.isEmpty()) {
            return key(type(), absolute(fullUrl));
        }
        return id().isEmpty() ? null : key(type(), local(type() + "/" + id()));
    }

    /// Its identifiers with a system, "system|value".
    List<ImportLink.Key> identifiers() {
        var keys = new ArrayList<ImportLink.Key>();
        for (var identifier : resource().path("identifier")) {
            var system = identifier.path("system").asText("");
            var value = identifier.path("value").asText("");
            if (!system.isEmpty() && !value.isEmpty()) {
                keys.add(key(type(), system + "|" + value));
            }
        }
        return keys;
    }

    /// The reports that a document says to be: notes come as both.
    List<ImportLink.Key> reports() {
        var keys = new ArrayList<ImportLink.Key>();
        if (type().equals("DocumentReference")) {
            for (var identifier : resource().path("identifier")) {
                var value = identifier.path("value").asText("");
                if (value.startsWith("urn:uuid:")) {
                    keys.add(key("DiagnosticReport", value.toLowerCase(Locale.ROOT)));
                }
            }
        }
        return keys;
    }

    /// All that it can be known by.
    List<ImportLink.Key> keys() {
        var keys = new ArrayList<ImportLink.Key>();
        if (!Kept.kind(type())) {
            return keys;
        }
        try {
            var key = key();
            if (key != null) {
                keys.add(key);
            }
            keys.addAll(identifiers());
            keys.addAll(reports());
        } catch (NotTaken _) {
            // It is listed when its turn comes.
        }
        return keys;
    }

    /// What a reference of this entry points to. @throws NotTaken UNRESOLVED_REFERENCE when it points to nothing
    ImportLink.Key target(String type, org.hl7.fhir.r4.model.Reference reference) {
        var text = reference.getReference() == null ? "" : reference.getReference();
        var asked = text.indexOf("?identifier=");
        if (asked >= 0) {
            return key(type, text.substring(asked + "?identifier=".length()));
        }
        if (!text.isEmpty() && !text.startsWith("#")) {
            return key(type, text.contains(":") ? absolute(text) : relative(text));
        }
        var identifier = reference.getIdentifier();
        if (identifier.hasSystem() && identifier.hasValue()) {
            return key(type, identifier.getSystem() + "|" + identifier.getValue());
        }
        throw new NotTaken(Why.UNRESOLVED_REFERENCE);
    }

    /// "Patient/1" of an entry at "https://a.example/fhir/Encounter/7" is "https://a.example/fhir/Patient/1".
    private String relative(String reference) {
        var fullUrl = node.path("fullUrl").asText("");
        var end = fullUrl.startsWith("http") ? fullUrl.lastIndexOf("/" + type() + "/") : -1;
        return end < 0
                ? local(unversioned(reference))
                : fullUrl.substring(0, end + 1) + unversioned(reference);
    }

    /// An id without a base is unique in the world when it is a UUID, and else in its file alone.
    private String local(String reference) {
        var id = reference.substring(reference.lastIndexOf('/') + 1);
        return UUID.matcher(id).matches()
                ? "urn:uuid:" + id.toLowerCase(Locale.ROOT)
                : file + "#" + reference;
    }

    private static String absolute(String url) {
        return url.startsWith("urn:") ? url.toLowerCase(Locale.ROOT) : unversioned(url);
    }

    private static String unversioned(String reference) {
        var version = reference.indexOf("/_history/");
        return version < 0 ? reference : reference.substring(0, version);
    }

    private static ImportLink.Key key(String type, String key) {
        if (key.length() > LONGEST) {
            throw new NotTaken(Why.TOO_LONG);
        }
        return new ImportLink.Key(type, key);
    }
}
