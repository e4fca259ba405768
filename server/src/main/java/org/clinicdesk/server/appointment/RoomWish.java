package org.clinicdesk.server.appointment;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;

/// What is asked for the room of a visit that is moved.
///
/// @param said whether a room was spoken of at all; else the visit keeps its room, or gets another one of the kind
/// @param room exactly this one; null for none
record RoomWish(boolean said, @Nullable UUID room) {

    static final RoomWish AS_IT_IS = new RoomWish(false, null);

    static RoomWish of(Optional<UUID> room) {
        return new RoomWish(true, room.orElse(null));
    }

    boolean none() {
        return said && room == null;
    }
}
