package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.List;

/// Comma-separated values as RFC 4180 has them; a semicolon separates where the header has no comma.
final class Csv {
    private Csv() {}

    static List<List<String>> read(String text) {
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        String header = plain.lines().findFirst().orElse("");
        char separator = header.contains(",") ? ',' : header.contains(";") ? ';' : '\t';
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (quoted && c == '"' && i + 1 < plain.length() && plain.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == separator) {
                end(row, cell);
            } else if (!quoted && c == '\n') {
                end(row, cell);
                rows.add(row);
                row = new ArrayList<>();
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        end(row, cell);
        rows.add(row);
        rows.removeIf(cells -> cells.size() == 1 && cells.getFirst().isBlank());
        return rows;
    }

    private static void end(List<String> row, StringBuilder cell) {
        row.add(cell.toString().strip());
        cell.setLength(0);
    }
}
