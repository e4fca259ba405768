package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads expressions and refuses what they do not know, with file and line.
///
/// `or` binds weaker than `and`, this weaker than `not`. The questions: `age`, `age_days`, `weight`, `egfr`, `weeks`
/// (of pregnancy), `days` (of the order, at the dose that is looked at), `lab:ID`, `dose_daily(a|b|self)`, `dose_single(...)` compared with a number;
/// `pregnant`, `lactating`, `female`, `male`, `smoker`, `fertile`, `renewal`, `start`, `once`, `as_needed`, `ongoing` (how
/// often is said, and no end), `both_injected` (as far as that is said), `one_as_needed` of the two, `cond:ID`, `med(class:ID)`, `med(ing:INN)`, `indication:ID`, `route:ID`.
final class Expressions {
    static final String EGFR = Sentence.EGFR.english();

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(?:([()])|(med\\([^()]*\\))|(dose_(?:daily|single)\\([^()]*\\)|[a-z_]+(?::[a-z0-9_]+)?)"
                        + "(?:\\s*(<=|>=|<|>)\\s*([0-9]+(?:\\.[0-9]+)?))?)");

    private final Ingredients ingredients;
    private final Classes classes;
    private final Labs labs;
    private final Conditions conditions;

    Expressions(Ingredients ingredients, Classes classes, Labs labs, Conditions conditions) {
        this.ingredients = ingredients;
        this.classes = classes;
        this.labs = labs;
        this.conditions = conditions;
    }

    /// The expression of a cell; an empty one holds always.
    Expression read(Table.Row row, String text) {
        return text.isBlank() ? Expression.ALWAYS : new Parser(row, text).whole();
    }

    private final class Parser {
        private final Table.Row row;
        private final String text;
        private final Matcher matcher;
        private int at;
        private int looked = -1;
        private boolean found;

        Parser(Table.Row row, String text) {
            this.row = row;
            this.text = text;
            this.matcher = TOKEN.matcher(text);
        }

        Expression whole() {
            Expression expression = or();
            if (!text.substring(at).isBlank()) {
                throw bad("'" + text.substring(at).strip() + "' is too much");
            }
            return expression;
        }

        private Expression or() {
            List<Expression> parts = new ArrayList<>(List.of(and()));
            while (takes("or")) {
                parts.add(and());
            }
            return parts.size() == 1 ? parts.getFirst() : new Expression.Or(List.copyOf(parts));
        }

        private Expression and() {
            List<Expression> parts = new ArrayList<>(List.of(not()));
            while (takes("and")) {
                parts.add(not());
            }
            return parts.size() == 1 ? parts.getFirst() : new Expression.And(List.copyOf(parts));
        }

        private Expression not() {
            if (takes("not")) {
                return new Expression.Not(not());
            }
            if (takes("(")) {
                Expression inner = or();
                if (!takes(")")) {
                    throw bad("a bracket is not closed");
                }
                return inner;
            }
            return atom();
        }

        private boolean takes(String word) {
            boolean taken = next() && matcher.group().strip().equals(word);
            if (taken) {
                at = matcher.end();
            }
            return taken;
        }

        /// Whether there is another word; looked for once at each place.
        private boolean next() {
            if (looked != at) {
                looked = at;
                matcher.region(at, text.length());
                found = matcher.lookingAt();
            }
            return found;
        }

        private Expression atom() {
            if (!next() || matcher.group(1) != null) {
                throw bad("a question is missing at '" + text.substring(at).strip() + "'");
            }
            at = matcher.end();
            if (matcher.group(2) != null) {
                return medicine(matcher.group(2));
            }
            String name = matcher.group(3);
            String sign = matcher.group(4);
            return sign == null
                    ? new Expression.Atom(name, label(name), plain(name))
                    : comparison(name, sign, Double.parseDouble(matcher.group(5)));
        }

        private Expression comparison(String name, String sign, double bound) {
            Function<Situation, @Nullable Range> value = number(name);
            return new Expression.Atom(
                    name, label(name), situation -> compare(value.apply(situation), sign, bound));
        }

        private static Truth compare(@Nullable Range value, String sign, double bound) {
            if (value == null) {
                return Truth.UNKNOWN;
            }
            return switch (sign) {
                case "<" -> value.less(bound);
                case ">=" -> value.less(bound).not();
                case ">" -> value.more(bound);
                default -> value.more(bound).not();
            };
        }

        private String label(String name) {
            if (name.startsWith("lab:")) {
                return labs.require(row, name.substring(4)).name();
            }
            return switch (name) {
                case "egfr" -> EGFR;
                case "age", "age_days" -> Sentence.AGE.english();
                case "weight" -> Sentence.WEIGHT.english();
                case "weeks", "pregnant", "fertile" -> Sentence.PREGNANCY.english();
                case "lactating" -> Sentence.BREASTFEEDING.english();
                case "female", "male" -> Sentence.SEX.english();
                case "smoker" -> Sentence.SMOKING.english();
                default ->
                        name.startsWith("dose_") || name.equals("days") || name.equals("ongoing")
                                ? Sentence.DOSE.english()
                                : name.substring(name.indexOf(':') + 1);
            };
        }

        private Function<Situation, @Nullable Range> number(String name) {
            if (name.startsWith("lab:")) {
                String lab = labs.require(row, name.substring(4)).id();
                return situation -> situation.person().lab(lab);
            }
            if (name.startsWith("dose_")) {
                boolean daily = name.startsWith("dose_daily");
                Function<Situation, Use> side =
                        side(name.substring(name.indexOf('(') + 1, name.length() - 1));
                return situation -> amount(side.apply(situation), daily);
            }
            return switch (name) {
                case "age" -> situation -> situation.person().age();
                case "age_days" -> situation -> situation.person().ageDays();
                case "weight" -> situation -> situation.person().weight();
                case "egfr" -> situation -> situation.person().egfr();
                case "weeks" -> situation -> situation.person().weeks();
                case "days" -> situation -> days(dosing(situation));
                default -> throw bad("'" + name + "' is no number");
            };
        }

        private static @Nullable Range days(Dosing dosing) {
            return dosing.daysAtDose() == null ? null : Range.exactly(dosing.daysAtDose());
        }

        private Function<Situation, Use> side(String name) {
            return switch (name) {
                case "a", "self" -> Situation::a;
                case "b" -> Situation::b;
                default -> throw bad("'" + name + "' is no side");
            };
        }

        private static @Nullable Range amount(Use use, boolean daily) {
            Quantity amount = daily ? use.daily() : use.single();
            return amount == null ? null : Range.exactly(amount.inUnitOfRules());
        }

        private Function<Situation, Truth> plain(String name) {
            int colon = name.indexOf(':');
            return colon < 0
                    ? word(name)
                    : named(name.substring(0, colon), name.substring(colon + 1));
        }

        private Function<Situation, Truth> word(String name) {
            return switch (name) {
                case "pregnant" -> situation -> situation.person().pregnant();
                case "lactating" -> situation -> situation.person().lactating();
                case "female" -> situation -> situation.person().female();
                case "male" -> situation -> situation.person().female().not();
                case "smoker" -> situation -> situation.person().smoker();
                case "fertile" -> situation -> situation.person().fertile();
                case "renewal" -> situation -> Truth.of(dosing(situation).renewal());
                case "as_needed" -> situation -> Truth.of(dosing(situation).asNeeded());
                case "once" -> situation -> Truth.of(dosing(situation).once());
                case "ongoing" -> situation -> Truth.of(dosing(situation).ongoing());
                case "start" -> situation -> start(dosing(situation));
                case "one_as_needed" ->
                        situation ->
                                Truth.of(
                                        situation.a().dosing().asNeeded()
                                                != situation.b().dosing().asNeeded());
                case "both_injected" ->
                        situation -> Truth.of(injected(situation.a()) && injected(situation.b()));
                case "age", "age_days", "weight", "egfr", "weeks", "days" ->
                        throw bad("'" + name + "' is compared with a number, such as 12 or 0.5");
                default -> throw bad("unknown question '" + name + "'");
            };
        }

        private static Dosing dosing(Situation situation) {
            return situation.a().dosing();
        }

        private static Truth start(Dosing dosing) {
            return dosing.start() ? Truth.TRUE : dosing.renewal() ? Truth.FALSE : Truth.UNKNOWN;
        }

        private Function<Situation, Truth> named(String what, String id) {
            return switch (what) {
                case "cond" -> {
                    conditions.require(row, id);
                    yield situation -> condition(situation, id);
                }
                case "indication" -> {
                    conditions.require(row, id);
                    yield situation -> indication(situation, id);
                }
                case "route" -> {
                    Route route =
                            Route.named(id).orElseThrow(() -> bad("unknown route '" + id + "'"));
                    yield situation -> route(situation.a(), route);
                }
                default -> throw bad("unknown question '" + what + ":" + id + "'");
            };
        }

        /// What is recorded, or what the medicine is ordered for.
        private static Truth condition(Situation situation, String id) {
            return Truth.of(
                    situation.person().has(id)
                            || situation.person().isKind(dosing(situation).indications(), id));
        }

        /// What the order says; without a word of it, a condition that is recorded.
        private static Truth indication(Situation situation, String id) {
            List<String> said = situation.a().dosing().indications();
            if (!said.isEmpty()) {
                return Truth.of(situation.person().isKind(said, id));
            }
            return situation.person().has(id) ? Truth.TRUE : Truth.UNKNOWN;
        }

        private static boolean injected(Use use) {
            return use.specificRoute() != null && route(use, Route.INJECTION) == Truth.TRUE;
        }

        private static Truth route(Use use, Route wanted) {
            return use.specificRoute() == null ? Truth.UNKNOWN : use.specificRoute().is(wanted);
        }

        /// Another medicine than the sides of the rule.
        private Expression medicine(String name) {
            Side side =
                    Side.read(
                            row,
                            name.substring(4, name.length() - 1).strip(),
                            "med",
                            RouteGroup.UNKNOWN,
                            ingredients,
                            classes);
            return new Expression.Atom(
                    name,
                    label(name),
                    situation ->
                            Truth.of(
                                    situation.all().stream()
                                            .anyMatch(use ->
                                                    use != situation.a()
                                                            && use != situation.b()
                                                            && side.matches(use))));
        }

        private BadKnowledge bad(String why) {
            return row.bad("expression '" + text + "': " + why);
        }
    }
}
