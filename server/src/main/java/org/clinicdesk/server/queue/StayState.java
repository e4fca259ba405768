package org.clinicdesk.server.queue;

/// Where somebody stands in the queue.
public enum StayState {
    WAITING,
    IN_ROOM,
    DONE,
    LEFT
}
