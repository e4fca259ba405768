package org.clinicdesk.client.appointment;

/// What is in the way of a visit in the hand.
///
/// @param detail who or what, in words; empty where the way says all
record Obstacle(Way way, String detail) {

    static final Obstacle NONE = of(Way.FREE);

    static Obstacle of(Way way) {
        return new Obstacle(way, "");
    }
}
