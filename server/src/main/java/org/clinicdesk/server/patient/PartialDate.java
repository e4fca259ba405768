package org.clinicdesk.server.patient;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/// A date to the precision somebody knows it: "1986-03-14", "1986-03", "1986", or "" for unknown.
public record PartialDate(String text) {

    /// @throws DateTimeException when there is no such date
    public PartialDate {
        switch (text.length()) {
            case 0 -> {}
            case 4 -> Year.parse(text);
            case 7 -> YearMonth.parse(text);
            default -> LocalDate.parse(text);
        }
    }

    /// The first day it can be; empty when unknown.
    public Optional<LocalDate> earliest() {
        return switch (text.length()) {
            case 0 -> Optional.empty();
            case 4 -> Optional.of(LocalDate.parse(text + "-01-01"));
            case 7 -> Optional.of(LocalDate.parse(text + "-01"));
            default -> Optional.of(LocalDate.parse(text));
        };
    }

    /// Whether both can be the same day.
    public boolean agrees(PartialDate other) {
        return !text.isEmpty()
                && !other.text.isEmpty()
                && (text.startsWith(other.text) || other.text.startsWith(text));
    }
}
