package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which ingredients a person with an allergy must not get besides the one that caused it.
final class CrossReactivity {
    /// How a member of a group resembles the others, closest first.
    enum Relation {
        /// The same side chain.
        IDENTICAL,
        SIMILAR,
        /// The same ring.
        CORE,
        CLASS,
        /// It carries the allergen; itself it is no allergen of the others.
        CONTAINS,
        /// Only when the allergy is recorded as the whole group.
        UNSPECIFIED;

        /// Whether a severe reaction is to be expected again.
        boolean close() {
            return this != SIMILAR && this != UNSPECIFIED;
        }
    }

    enum Strength {
        PASSIVE,
        /// Only after a severe delayed reaction, then as [#INTERRUPTIVE].
        SEVERE_DELAYED,
        INTERRUPTIVE
    }

    record Member(
            Classes.DrugClass group,
            Ingredient ingredient,
            Relation relation,
            Strength strength,
            Provenance provenance) {
        private boolean isAllergen() {
            return relation != Relation.CONTAINS && relation != Relation.UNSPECIFIED;
        }
    }

    /// A member of a group that collides with an allergy.
    ///
    /// @param close whether it is so close, by this group or another, that a severe reaction is to be expected again
    record Match(Member member, Relation relation, boolean interruptive, boolean close) {
        private Match(Member member, Relation relation, boolean interruptive) {
            this(member, relation, interruptive, interruptive && relation.close());
        }

        private Match closeAsAny(List<Match> others) {
            return new Match(
                    member, relation, interruptive, others.stream().anyMatch(Match::close));
        }
    }

    private record NoReaction(String from, Set<Ingredient> to) {}

    private static final Comparator<Match> GRAVEST =
            Comparator.comparing(Match::interruptive)
                    .thenComparing(Match::relation, Comparator.reverseOrder())
                    .thenComparing(match -> match.member().group().id(), Comparator.reverseOrder());

    private final Classes classes;
    private final Map<String, List<Member>> byGroup = new HashMap<>();
    private final Map<Ingredient, List<Member>> byIngredient = new HashMap<>();
    private final List<NoReaction> noReactions = new ArrayList<>();

    private CrossReactivity(Classes classes) {
        this.classes = classes;
    }

    static CrossReactivity read(
            Table allergy,
            Table allergyNo,
            Ingredients ingredients,
            Classes classes,
            Set<String> sources) {
        CrossReactivity result = new CrossReactivity(classes);
        for (Table.Row row : allergy.rows()) {
            Member member =
                    new Member(
                            group(row, row.get("group_id"), classes),
                            ingredients.require(row, row.get("member")),
                            row.choice("relation", Relation.class),
                            row.choice("level", Strength.class),
                            Provenance.read(row, sources));
            result.byGroup
                    .computeIfAbsent(member.group().id(), id -> new ArrayList<>())
                    .add(member);
            result.byIngredient
                    .computeIfAbsent(member.ingredient(), i -> new ArrayList<>())
                    .add(member);
        }
        for (Table.Row row : allergyNo.rows()) {
            row.required("why");
            Provenance.read(row, sources);
            result.noReactions.add(result.noReaction(row, ingredients));
        }
        return result;
    }

    private static Classes.DrugClass group(Table.Row row, String id, Classes classes) {
        Classes.DrugClass group = classes.require(row, id);
        return switch (group.kind()) {
            case ALLERGY, CROSS, SUBSTANCE -> group;
            default -> throw row.bad("'" + id + "' is no group of allergies");
        };
    }

    private NoReaction noReaction(Table.Row row, Ingredients ingredients) {
        String from = row.required("from");
        if (from.startsWith("group:")) {
            group(row, from.substring(6), classes);
        } else {
            Side.read(row, "from", RouteGroup.UNKNOWN, ingredients, classes);
        }
        String to = row.required("to");
        if (!to.startsWith("group:")) {
            Side side = Side.read(row, "to", RouteGroup.UNKNOWN, ingredients, classes);
            return new NoReaction(from, Set.copyOf(side.members()));
        }
        List<Member> members =
                byGroup.getOrDefault(group(row, to.substring(6), classes).id(), List.of());
        if (members.isEmpty()) {
            throw row.bad("matches no ingredient: " + to);
        }
        return new NoReaction(from, Set.copyOf(members.stream().map(Member::ingredient).toList()));
    }

    /// The gravest relation between an allergy to an ingredient and another ingredient.
    Optional<Match> toIngredient(Ingredient allergen, Ingredient ordered, boolean severeDelayed) {
        if (!byIngredient.containsKey(ordered)) {
            return Optional.empty();
        }
        List<Match> found = new ArrayList<>();
        List<String> origins = new ArrayList<>(List.of(allergen.id()));
        for (Member cause : byIngredient.getOrDefault(allergen, List.of())) {
            if (cause.isAllergen()) {
                origins.add("group:" + cause.group().id());
                lines(cause.group(), ordered)
                        .filter(member -> member.relation() != Relation.UNSPECIFIED)
                        .flatMap(member -> match(member, cause, severeDelayed).stream())
                        .forEach(found::add);
            }
        }
        return gravest(found, origins, ordered);
    }

    /// The gravest relation between an allergy to a whole group and an ingredient.
    Optional<Match> toGroup(String groupId, Ingredient ordered, boolean severeDelayed) {
        if (!byIngredient.containsKey(ordered)) {
            return Optional.empty();
        }
        List<Match> found = new ArrayList<>();
        List<String> origins = new ArrayList<>();
        for (Classes.DrugClass group : classes.withParents(groupId)) {
            boolean itself = group.id().equals(groupId);
            origins.add("group:" + group.id());
            lines(group, ordered)
                    .filter(member -> itself || member.relation() != Relation.UNSPECIFIED)
                    .flatMap(member -> match(member, member, severeDelayed || itself).stream())
                    .forEach(found::add);
        }
        return gravest(found, origins, ordered);
    }

    private Stream<Member> lines(Classes.DrugClass group, Ingredient ordered) {
        return byIngredient.getOrDefault(ordered, List.of()).stream()
                .filter(m -> m.group().equals(group));
    }

    /// The weaker of the two members says how strongly they collide.
    private static Optional<Match> match(Member member, Member cause, boolean severeDelayed) {
        Relation relation =
                member.relation().compareTo(cause.relation()) >= 0
                        ? member.relation()
                        : cause.relation();
        Strength strength =
                member.strength().compareTo(cause.strength()) <= 0
                        ? member.strength()
                        : cause.strength();
        return switch (strength) {
            case PASSIVE -> Optional.of(new Match(member, relation, false));
            case INTERRUPTIVE -> Optional.of(new Match(member, relation, true));
            case SEVERE_DELAYED ->
                    severeDelayed
                            ? Optional.of(new Match(member, relation, true))
                            : Optional.empty();
        };
    }

    /// What is said not to cross-react is dropped, except after a severe delayed reaction.
    private Optional<Match> gravest(List<Match> found, List<String> origins, Ingredient ordered) {
        boolean denied =
                noReactions.stream()
                        .anyMatch(no -> origins.contains(no.from()) && no.to().contains(ordered));
        List<Match> left =
                found.stream()
                        .filter(match ->
                                !denied || match.member().strength() == Strength.SEVERE_DELAYED)
                        .toList();
        return left.stream().max(GRAVEST).map(match -> match.closeAsAny(left));
    }
}
