package org.clinicdesk.server.queue;

/// Where somebody stands in the queue.
///
/// ```
/// WAITING -> IN_ROOM -> DONE
/// WAITING -> LEFT             went away unseen
/// LEFT -> WAITING             that was taken back, the same day
/// IN_ROOM -> WAITING          call undone, transferred, or one call missed
/// IN_ROOM -> NO_ANSWER        a second call missed
/// NO_ANSWER -> WAITING        missed call undone, transferred
/// NO_ANSWER -> IN_ROOM        called by choice
/// NO_ANSWER -> LEFT
/// ```
public enum StayState {
    WAITING,
    IN_ROOM,
    /// Called twice and did not come: still expected, called by choice only.
    NO_ANSWER,
    DONE,
    LEFT;

    /// Whether he is expected in the waiting room.
    boolean outside() {
        return this == WAITING || this == NO_ANSWER;
    }
}
