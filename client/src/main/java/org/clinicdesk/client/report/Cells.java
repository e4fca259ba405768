package org.clinicdesk.client.report;

import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.common.v1.Table.Kind;

import java.text.NumberFormat;

/// Cells of a table as people read them.
record Cells(Texts texts) {

    String text(String cell, Kind kind) {
        if (cell.isEmpty()) {
            return "—";
        }
        return switch (kind) {
            case KIND_WORD -> texts.has(cell) ? texts.get(cell) : cell;
            case KIND_INTEGER -> whole(cell);
            case KIND_MINUTES -> texts.get("report.minutes", whole(cell));
            case KIND_PERCENT -> texts.get("report.percent", whole(cell));
            default -> cell;
        };
    }

    /// Figures stand at the right, so that they can be compared.
    static boolean figure(Kind kind) {
        return switch (kind) {
            case KIND_INTEGER, KIND_MINUTES, KIND_PERCENT -> true;
            default -> false;
        };
    }

    private String whole(String cell) {
        try {
            return NumberFormat.getInstance(texts.locale()).format(Long.parseLong(cell));
        } catch (NumberFormatException e) {
            return cell;
        }
    }
}
