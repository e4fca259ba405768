package org.clinicdesk.server.queue;

/// What stands on a ticket, and all that the waiting room is told: the letter of a service and a number, given once a
/// day.
///
/// @param number from 1
public record Ticket(String letter, int number) implements Comparable<Ticket> {

    /// "A-007".
    @Override
    public String toString() {
        return "%s-%03d".formatted(letter, number);
    }

    @Override
    public int compareTo(Ticket other) {
        var byLetter = letter.compareTo(other.letter);
        return byLetter != 0 ? byLetter : Integer.compare(number, other.number);
    }

    /// The letters after each other: A to Z, then AA. @param count letters before
    static String letter(int count) {
        return (count < 26 ? "" : letter(count / 26 - 1)) + (char) ('A' + count % 26);
    }
}
