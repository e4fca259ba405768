package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What raises or lowers the level of an interaction: `raise_to(LEVEL) if EXPR`, `lower_to(LEVEL|none) if EXPR`, separated
/// by `; `. What lowers comes first, so that of both the danger wins.
record Context(List<Clause> clauses) {
    /// @param level null: nothing is said
    private record Clause(boolean raises, @Nullable Level level, Expression when) {
        private @Nullable Level apply(@Nullable Level before) {
            if (level == null || before == null) {
                return raises ? level : null;
            }
            boolean changes = raises ? level.compareTo(before) > 0 : level.compareTo(before) < 0;
            return changes ? level : before;
        }
    }

    /// @param unknown what would raise the level if it were known to be so
    record Judged(Optional<Level> level, Set<String> unknown) {
        private Judged worse(Judged other) {
            Level mine = level.orElse(null);
            Level its = other.level.orElse(null);
            return its != null && (mine == null || its.compareTo(mine) > 0) ? other : this;
        }
    }

    private static final Pattern CLAUSE =
            Pattern.compile("(raise_to|lower_to)\\(([a-z]+)\\) if (.+)");

    static Context read(Table.Row row, Vocabulary words) {
        String cell = row.get("context");
        List<Clause> clauses = new ArrayList<>();
        for (String text : cell.isEmpty() ? new String[0] : cell.split("; ")) {
            Matcher matcher = CLAUSE.matcher(text);
            if (!matcher.matches()) {
                throw row.bad(
                        "context '" + text + "' is no raise_to(LEVEL) if or lower_to(LEVEL) if");
            }
            boolean raises = matcher.group(1).equals("raise_to");
            Level level = matcher.group(2).equals("none") ? null : level(row, matcher.group(2));
            if (raises && level == null) {
                throw row.bad("nothing is raised to none");
            }
            clauses.add(new Clause(raises, level, words.expression(row, matcher.group(3))));
        }
        clauses.sort((one, other) -> Boolean.compare(one.raises(), other.raises()));
        return new Context(List.copyOf(clauses));
    }

    private static Level level(Table.Row row, String name) {
        for (Level level : Level.values()) {
            if (level.name().equalsIgnoreCase(name)) {
                return level;
            }
        }
        throw row.bad("unknown level '" + name + "' in context");
    }

    /// The level in a situation; the graver one where the rule fits both ways round.
    Judged judge(Level level, List<Situation> ways) {
        Judged worst = judge(level, ways.getFirst());
        for (Situation way : ways.subList(1, ways.size())) {
            worst = worst.worse(judge(level, way));
        }
        return worst;
    }

    private Judged judge(Level base, Situation situation) {
        Level level = base;
        Set<String> unknown = new TreeSet<>();
        for (Clause clause : clauses) {
            Truth truth = clause.when().in(situation);
            if (truth == Truth.TRUE) {
                level = clause.apply(level);
            } else if (truth == Truth.UNKNOWN && clause.raises()) {
                clause.when().addUnknown(situation, unknown);
            }
        }
        return new Judged(Optional.ofNullable(level), unknown);
    }
}
