package org.clinicdesk.server.appointment;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Doctors, rooms and equipment of a visit beside the first doctor and the first room.
///
/// Kept as one text in one order, so that the history holds all of it and two of them are equal when they mean the same.
/// Who is busy when is never asked of it: that is what the bookings are for.
record Others(List<Other> all) {

    static final Others NONE = new Others(List.of());

    /// One of them: "EQUIPMENT:0199…".
    record Other(ResourceKind kind, UUID id) {

        private static Other parse(String text) {
            var parts = text.split(":", 2);
            return new Other(ResourceKind.valueOf(parts[0]), UUID.fromString(parts[1]));
        }

        @Override
        public String toString() {
            return kind + ":" + id;
        }
    }

    Others {
        all = all.stream().distinct().sorted(Comparator.comparing(Other::toString)).toList();
    }

    static Others of(ResourceKind kind, Collection<UUID> ids) {
        return new Others(ids.stream().map(id -> new Other(kind, id)).toList());
    }

    static Others parse(String text) {
        return text.isEmpty()
                ? NONE
                : new Others(Arrays.stream(text.split(" ")).map(Other::parse).toList());
    }

    Others and(Others more) {
        return new Others(Stream.concat(all.stream(), more.all.stream()).toList());
    }

    List<UUID> ids(ResourceKind kind) {
        return all.stream().filter(other -> other.kind == kind).map(Other::id).toList();
    }

    @Override
    public String toString() {
        return all.stream().map(Other::toString).collect(Collectors.joining(" "));
    }
}
