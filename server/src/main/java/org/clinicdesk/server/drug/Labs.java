package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tests whose results the rules ask for, by id, by name and by LOINC code, and the units they come in.
public final class Labs {
    /// @param unit of every value the rules name
    /// @param factors what a value in another unit, folded, is multiplied by
    public record Lab(
            String id,
            String name,
            List<String> names,
            List<String> loinc,
            String unit,
            Map<String, Double> factors) {
        /// UCUM annotates in braces: "mL/min/{1.73_m2}".
        private static final Pattern ANNOTATION = Pattern.compile("/?\\{[^}]*}");

        /// A ratio is written without a unit; of everything else a number without one may be anything.
        private boolean unitless() {
            return unit.startsWith("{");
        }

        /// A result of it with its value, and how old it is.
        Phrase said(LabResult result) {
            Phrase called = Phrase.text(name);
            Phrase number = result.value().said();
            Phrase value =
                    written().isEmpty()
                            ? Sentence.AND.of(called, number)
                            : Sentence.RESULT.of(called, number, written());
            return switch (result.ageDays()) {
                case 0 -> Sentence.OF_TODAY.of(value);
                case 1 -> Sentence.OF_YESTERDAY.of(value);
                default -> Sentence.DAYS_OLD.of(value, result.ageDays());
            };
        }

        /// The unit as people write it.
        private String written() {
            return ANNOTATION
                    .matcher(unit)
                    .replaceAll("")
                    .replaceAll("[\\[\\]]", "")
                    .replace("10*9", "10⁹");
        }
    }

    /// Nothing that a body holds is wholly absent: a creatinine "<0.5" is one.
    private static final double LEAST = 0.01;

    /// `2.5`, `>8.0`, `<= 0,5`.
    private static final Pattern RESULT =
            Pattern.compile("([<>\u2264\u2265]=?)?\\s*(\\d{1,9}(?:[.,]\\d{1,6})?)");

    private final Map<String, Lab> byId = new LinkedHashMap<>();
    private final Map<String, Lab> byName = new HashMap<>();
    private final Map<String, Lab> byLoinc = new HashMap<>();

    private Labs() {}

    static Labs read(Table table, Set<String> sources) {
        Labs result = new Labs();
        for (Table.Row row : table.rows()) {
            Provenance.read(row, sources);
            Lab lab = lab(row);
            result.byId.put(lab.id(), lab);
            for (String name : lab.names()) {
                if (result.byName.put(Names.fold(name), lab) instanceof Lab other && other != lab) {
                    throw row.bad("'" + name + "' names " + other.id() + " already");
                }
            }
            for (String code : lab.loinc()) {
                if (result.byLoinc.put(code, lab) != null) {
                    throw row.bad("LOINC " + code + " stands twice");
                }
            }
        }
        return result;
    }

    private static Lab lab(Table.Row row) {
        String id = row.required("lab_id");
        if (!id.matches("[a-z][a-z0-9_]*")) {
            throw row.bad("'" + id + "' is no id");
        }
        List<String> names = new ArrayList<>(List.of(id.replace('_', ' '), row.required("name")));
        names.addAll(row.list("synonyms"));
        String unit = row.get("unit");
        Map<String, Double> factors = new HashMap<>();
        for (String conversion : row.list("conversions")) {
            int sign = conversion.lastIndexOf('=');
            if (sign <= 0) {
                throw row.bad("'" + conversion + "' is no unit=factor");
            }
            factors.put(
                    foldUnit(conversion.substring(0, sign)),
                    row.number("conversions", conversion.substring(sign + 1)));
        }
        factors.put(foldUnit(unit), 1.0);
        return new Lab(id, row.get("name"), names, row.list("loinc"), unit, Map.copyOf(factors));
    }

    /// Units are compared without case, blanks and the sort of micro sign.
    private static String foldUnit(String unit) {
        return unit.toLowerCase(Locale.ROOT)
                .replace('µ', 'u')
                .replace('μ', 'u')
                .replace("mcmol", "umol")
                .replace("micromol", "umol")
                .replace('^', '*')
                .replace("mm3", "ul")
                .replaceAll("\\s", "");
    }

    Lab require(Table.Row row, String id) {
        Lab lab = byId.get(id);
        if (lab == null) {
            throw row.bad("unknown test '" + id + "'");
        }
        return lab;
    }

    /// By id, name or synonym in any spelling.
    public Optional<Lab> named(String name) {
        return Optional.ofNullable(byName.get(Names.fold(name)));
    }

    public Optional<Lab> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Lab> byLoinc(String code) {
        return Optional.ofNullable(byLoinc.get(code));
    }

    public Collection<Lab> all() {
        return byId.values();
    }

    /// A result as it is written, in the unit of the rules: "8.0 and more" of one above what was measured. Empty when it is no
    /// number, or in a unit that is missing or not known.
    public static Optional<Range> read(Lab lab, String written, String unit) {
        Matcher result = RESULT.matcher(written.strip());
        if (!result.matches() || unit.isBlank() && !lab.unitless()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(result.group(2).replace(',', '.'));
        Range value =
                switch (result.group(1)) {
                    case null -> Range.exactly(number);
                    case String sign when sign.startsWith("<") || sign.startsWith("\u2264") ->
                            new Range(number * LEAST, number);
                    default -> new Range(number, Double.POSITIVE_INFINITY);
                };
        return convert(lab, 1, unit).map(value::times);
    }

    /// A value in the unit of the rules; empty for a unit that is not known. Without a unit it counts as that one.
    public static Optional<Double> convert(Lab lab, double value, String unit) {
        Double factor = unit.isBlank() ? Double.valueOf(1) : lab.factors().get(foldUnit(unit));
        return Optional.ofNullable(factor).map(f -> value * f);
    }
}
