package org.clinicdesk.server.drug;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What must not be given to a person, or not like this.
///
/// @param asks what `when` depends on
record ContraRule(
        String id,
        Kind kind,
        Side target,
        RouteNeed route,
        Expression when,
        Set<String> asks,
        Level level,
        String effect,
        String management,
        Provenance provenance) {
    private static final String LAB = "lab:";
    private static final String CONDITION = "cond:";

    enum Kind {
        PREGNANCY,
        LACTATION,
        AGE,
        RENAL,
        CONDITION,
        LABORATORY,
        ROUTE,
        SEX;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Conditions and results are many questions, of which one must not hide another.
        boolean manyQuestions() {
            return this == CONDITION || this == LABORATORY;
        }
    }

    /// What somebody has to be asked for, as nothing else tells it.
    enum Fact {
        PREGNANCY("pregnancy", "pregnant", "fertile"),
        SMOKING("smoking", "smoker");

        private final String label;
        private final Set<String> questions;

        Fact(String label, String... questions) {
            this.label = label;
            this.questions = Set.of(questions);
        }

        String label() {
            return label;
        }
    }

    /// Whether the person must not have it, should this be so, and nobody knows. Of pregnancy only where it may well be: in
    /// the years of childbearing, and not of a rule about some weeks of it.
    boolean waitsFor(Fact fact, Situation situation) {
        if (level != Level.CONTRAINDICATED
                || !asks(fact)
                || asks.contains("weeks")
                || when.in(situation) != Truth.UNKNOWN
                || fact == Fact.PREGNANCY && situation.person().fertile() != Truth.TRUE) {
            return false;
        }
        Set<String> unknown = new TreeSet<>();
        when.addUnknown(situation, unknown);
        return unknown.equals(Set.of(fact.label));
    }

    /// Ids of what may be tests.
    Stream<String> tests() {
        return asks.stream()
                .map(name -> name.startsWith(LAB) ? name.substring(LAB.length()) : name);
    }

    /// The results it judges by, with their values.
    List<Phrase> results(Person person, Labs labs) {
        return asks.stream()
                .map(name -> test(name, person))
                .distinct()
                .flatMap(id -> labs.byId(id).stream())
                .flatMap(lab -> Stream.ofNullable(person.result(lab.id())).map(lab::said))
                .toList();
    }

    private static String test(String asked, Person person) {
        return asked.startsWith(CONDITION)
                ? person.measuredBy(asked.substring(CONDITION.length())).orElse("")
                : asked.startsWith(LAB) ? asked.substring(LAB.length()) : asked;
    }

    boolean asks(Fact fact) {
        return asks.stream().anyMatch(fact.questions::contains);
    }

    static ContraRule read(Table.Row row, Vocabulary words) {
        Expression when = words.when(row);
        Set<String> asks = new TreeSet<>();
        when.addAsked(asks);
        asks.removeIf(name -> name.startsWith("med("));
        Kind kind = row.choice("kind", Kind.class);
        RouteNeed route = RouteNeed.read(row);
        if (when == Expression.ALWAYS && kind != Kind.ROUTE) {
            throw row.bad("holds for everybody: no when");
        }
        return new ContraRule(
                row.required("rule_id"),
                kind,
                words.side(row, "target", RouteGroup.UNKNOWN),
                route,
                when,
                asks,
                row.choice("level", Level.class),
                row.required("effect"),
                row.required("management"),
                words.provenance(row));
    }

    /// Whether it would hold for some ages, and nobody knows this one.
    boolean waitsForAge(Situation situation) {
        return kind == Kind.AGE && when.waitsFor(Sentence.AGE.english(), situation);
    }

    boolean concerns(Use use) {
        boolean given = kind == Kind.ROUTE ? route.certain(use) : route.allows(use);
        return given && target.matches(use);
    }

    boolean sameQuestion(ContraRule other) {
        return kind == other.kind
                && (!kind.manyQuestions() || asks.stream().anyMatch(other.asks::contains));
    }
}
