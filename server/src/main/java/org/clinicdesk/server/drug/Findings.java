package org.clinicdesk.server.drug;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// Collects what is found and says it in a language; of findings about the same problem the gravest stays, of equally
/// grave ones the first.
final class Findings {
    /// Keeps a key within what an answer may refer to.
    static final int MAX_NAME = 200;

    private static final int MAX_SHOWN = 300;
    private static final int MAX_EFFECT = 400;

    /// A finding and how far it goes, by which the graver of two is told.
    private record Found(Finding finding, double ratio) {
        boolean graver(Found other) {
            int level = finding.level().compareTo(other.finding.level());
            return level > 0 || level == 0 && ratio > other.ratio;
        }
    }

    private final String version;
    private final Translations words;
    private final Predicate<String> ingredient;
    private final Map<String, Found> byProblem = new LinkedHashMap<>();

    Findings(Knowledge knowledge, Translations words) {
        this.version = knowledge.version();
        this.ingredient = knowledge::isIngredient;
        this.words = words;
    }

    List<Finding> byDanger() {
        return byProblem.values().stream().map(Found::finding).sorted(Finding.BY_DANGER).toList();
    }

    void add(Problem problem) {
        String kind = problem.kind.name().toLowerCase(Locale.ROOT);
        byProblem.merge(
                kind + "/" + problem.about,
                new Found(finding(kind, problem), problem.ratio),
                (before, now) -> now.graver(before) ? now : before);
    }

    private Finding finding(String kind, Problem problem) {
        String level = problem.level.name().toLowerCase(Locale.ROOT);
        Phrase said = Sentence.AND.of(problem.effect, problem.management);
        return new Finding(
                String.join("/", kind, problem.rule, level, problem.about) + problem.amount,
                problem.kind,
                problem.level,
                problem.tier,
                named(problem.subject),
                named(problem.object),
                clip(words.say(problem.effect), MAX_EFFECT),
                words.say(problem.management),
                problem.mechanism,
                problem.unknown.stream().map(Phrase::text).map(words::say).toList(),
                List.of(),
                problem.rule,
                problem.provenance.source(),
                version,
                !problem.provenance.reviewed() || !words.reviewed(said),
                problem.line,
                problem.dueDays());
    }

    /// An ingredient by its INN, by which it is looked up, in every language.
    private String named(Phrase phrase) {
        return phrase.parts().isEmpty() && ingredient.test(phrase.english())
                ? phrase.english()
                : clip(words.say(phrase), MAX_SHOWN);
    }

    static String clip(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }
}
