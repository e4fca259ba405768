package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// The most that a child of an age plausibly weighs, for the child whom nobody has weighed: a dose that is too high for the
/// heaviest is too high for this one.
final class Growth {
    private static final double MONTHS = 12;

    private final NavigableMap<Double, Double> heaviest = new TreeMap<>();

    static Growth read(Table table, Set<String> sources) {
        Growth result = new Growth();
        for (Table.Row row : table.rows()) {
            Provenance.read(row, sources);
            double months = row.number("up_to_months", row.required("up_to_months"));
            double kg = row.number("heaviest_kg", row.required("heaviest_kg"));
            Map.Entry<Double, Double> younger = result.heaviest.lowerEntry(months);
            if (kg <= 0 || younger != null && kg < younger.getValue()) {
                throw row.bad(kg + " kg is less than a younger child weighs");
            }
            result.heaviest.put(months, kg);
        }
        return result;
    }

    /// The age in years below which hardly anybody is so heavy.
    double youngest(double kg) {
        double younger = 0;
        for (Map.Entry<Double, Double> row : heaviest.entrySet()) {
            if (row.getValue() >= kg) {
                return younger / MONTHS;
            }
            younger = row.getKey();
        }
        return younger / MONTHS;
    }

    /// kg; null where the table does not go so far.
    @Nullable Double heaviest(Range age) {
        Map.Entry<Double, Double> row = heaviest.ceilingEntry(age.max() * MONTHS);
        return row == null ? null : row.getValue();
    }
}
