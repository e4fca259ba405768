package org.clinicdesk.server.exchange;

/// A place in a file: line and column from 1, bytes from 0 (-1 when not known).
public record Position(int line, int column, long bytes) {

    @Override
    public String toString() {
        return "line " + line + ", column " + column + ", byte " + bytes;
    }
}
