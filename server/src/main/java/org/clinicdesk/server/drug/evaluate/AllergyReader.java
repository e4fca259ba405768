package org.clinicdesk.server.drug.evaluate;

import org.clinicdesk.server.drug.Agent;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.KnownAllergy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads an allergen with its reaction: "codeine (anaphylaxis)", "ACE inhibitor (angioedema) (class)".
final class AllergyReader {
    /// @param unread what was not understood
    record Reading(KnownAllergy allergy, List<String> unread) {}

    private static final Pattern BRACKET = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern CLASS = Pattern.compile("(?i)class|group|family");
    private static final Pattern NO_NEWS =
            Pattern.compile(
                    "(?i)unspecified|unknown|excipient|allergy|confirmed|any|class|group|\"?sulfa\"?");
    private static final Pattern SEVERE =
            Pattern.compile(
                    "(?i).*\\b(severe|anaphyla\\p{L}*|angioedema|sjs|ten|dress|agep|stevens.*|shock|toxic"
                        + " epidermal.*|lyell)\\b.*");
    private static final Pattern MILD = Pattern.compile("(?i).*\\bmild\\b.*");

    private final Knowledge knowledge;

    AllergyReader(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    Reading read(String text, KnownAllergy.Type type, Set<String> tolerated) {
        List<String> notes = new ArrayList<>();
        boolean group = false;
        Matcher bracket = BRACKET.matcher(text);
        while (bracket.find()) {
            for (String note : bracket.group(1).split("[;,]")) {
                group |= CLASS.matcher(note.strip()).matches();
                notes.add(note.strip());
            }
        }
        String substance = BRACKET.matcher(text).replaceAll(" ").strip().replaceAll("\\s+", " ");
        Optional<Agent> agent = agent(substance, notes, group);
        List<String> reactions =
                notes.stream().filter(note -> !NO_NEWS.matcher(note).matches()).toList();
        String reaction = String.join(", ", reactions);
        KnownAllergy allergy =
                new KnownAllergy(
                        agent.map(Agent::id).orElse(""),
                        substance,
                        type,
                        severity(reaction),
                        reaction,
                        tolerated);
        return new Reading(allergy, unread(reactions, agent));
    }

    /// With the remarks first, for "heparin (HIT)" may be a group of its own.
    private Optional<Agent> agent(String substance, List<String> notes, boolean group) {
        for (String note : notes) {
            Optional<Agent> found = knowledge.agentNamed(substance + " " + note, group);
            if (found.isPresent()) {
                return found;
            }
        }
        return knowledge
                .agentNamed(substance, group)
                .or(() ->
                        knowledge.agentNamed(
                                substance.replaceFirst("(?i)\\b(class|allergy)\\b", ""), group))
                .or(() -> new MedicineNames(knowledge).find(substance).flatMap(this::single));
    }

    private Optional<Agent> single(MedicineNames.Named named) {
        return named.ingredients().size() == 1
                ? knowledge.agent("ing:" + named.ingredients().getFirst())
                : Optional.empty();
    }

    private List<String> unread(List<String> reactions, Optional<Agent> agent) {
        return reactions.stream()
                .filter(reaction -> !knowledge.knowsReaction(reaction))
                .filter(reaction -> !SEVERE.matcher(reaction).matches())
                .filter(reaction -> !MILD.matcher(reaction).matches())
                .filter(reaction -> agent.stream().noneMatch(a -> holds(a, reaction)))
                .map(reaction -> "reaction '" + reaction + "'")
                .toList();
    }

    private static boolean holds(Agent agent, String reaction) {
        return agent.name().toLowerCase(Locale.ROOT).contains(reaction.toLowerCase(Locale.ROOT));
    }

    private static KnownAllergy.Severity severity(String reaction) {
        return SEVERE.matcher(reaction).matches()
                ? KnownAllergy.Severity.SEVERE
                : MILD.matcher(reaction).matches()
                        ? KnownAllergy.Severity.MILD
                        : KnownAllergy.Severity.UNKNOWN;
    }
}
