package org.clinicdesk.server.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/// Tables about one day of a clinic, and who made them when. The locale is the reader's, the zone the clinic's.
public record Report(
        String clinic,
        String titleKey,
        LocalDate day,
        List<Table> tables,
        String madeBy,
        Instant madeAt,
        ZoneId zone,
        Locale locale) {
    public Report {
        tables = List.copyOf(tables);
    }

    /// Throws [NothingToExport] when no table has a row.
    void requireRows() {
        if (tables.stream().allMatch(table -> table.rows().isEmpty())) {
            throw new NothingToExport();
        }
    }

    String made(Words words) {
        return words.text("paper.report.made", madeBy, words.moment(madeAt, zone));
    }
}
