package org.clinicdesk.server.drug.evaluate;

import org.clinicdesk.server.drug.Agent;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.KnownAllergy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads an allergen with its reaction: "codeine (anaphylaxis)", "ACE inhibitor (angioedema) (class)", "penicillin rash".
final class AllergyReader {
    /// @param allergies one for each ingredient of a combination; none of what was found to be no allergy
    /// @param unread what was not understood
    record Reading(List<KnownAllergy> allergies, List<String> unread) {}

    /// @param rest words after the name, which tell the reaction
    private record Named(List<Agent> agents, String rest) {}

    private static final Pattern BRACKET = Pattern.compile("\\(([^()]*)\\)");

    /// Outside of brackets.
    private static final Pattern BETWEEN =
            Pattern.compile("(?i)\\s*(?:[,;+&]|\\band\\b|(?<=\\p{L}{3})/)\\s*(?![^()]*\\))");

    private static final Pattern REACTION_TO =
            Pattern.compile(
                    "(?i)([^,;()]{3,60}?)(?: reaction)? (?:to|with|from|after|due to|caused by)"
                            + " (.+)");
    private static final Pattern CLASS = Pattern.compile("(?i)class|group|family");
    private static final Pattern NO_NEWS =
            Pattern.compile(
                    "(?i)unspecified|unknown|excipient|allergy|confirmed|any|class|group|\"?sulfa\"?|cross-reactive"
                        + " type.*|(?:as a|in) child(?:hood)?|(?:\\d+ |many )?years ago|\\d{4}");
    private static final Pattern SEVERE =
            Pattern.compile(
                    "(?i).*\\b(severe|anaphyla\\p{L}*|angioedema|sjs|ten|dress|agep|stevens.*|shock|toxic"
                        + " epidermal.*|lyell)\\b.*");
    private static final Pattern MILD = Pattern.compile("(?i).*\\bmild\\b.*");
    private static final Pattern INTOLERANCE =
            Pattern.compile("(?i)^(?:intoleran(?:ce|t)|side effects?)(?: to| of| with)?:?\\s+");
    private static final Pattern NO_ALLERGY =
            Pattern.compile(
                    "(?i)de-?labell?ed|not (?:an )?allerg(?:y|ic)|(?:allergy"
                            + " )?(?:disproved|excluded|refuted|ruled out)|(?:skin |oral |drug"
                            + " )?(?:test|challenge|provocation)s?"
                            + " (?:negative|passed|tolerated)|negative (?:skin|oral|drug)?"
                            + " ?(?:test|challenge|provocation)s?");
    private static final Pattern NONE = Pattern.compile("(?i)none|nil|no|nkd?a|none known|unknown");
    private static final Pattern TOLERATED =
            Pattern.compile("(?i)(?:since |has )?tolerate[sd](?: since)?:?\\s+(.+?)(?: since)?");
    private static final Pattern LINK =
            Pattern.compile("(?i)^(?:[-–:→=]+|with|causing|causes|caused|leading to|allergy)\\s*");

    private final Knowledge knowledge;

    AllergyReader(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    Reading read(String text, KnownAllergy.Type said) {
        Matcher intolerance = INTOLERANCE.matcher(text.strip());
        boolean intolerant = intolerance.find();
        KnownAllergy.Type type = intolerant ? KnownAllergy.Type.INTOLERANCE : said;
        return read(intolerant ? intolerance.replaceFirst("") : text, type, new ArrayList<>());
    }

    /// A cell of allergens: one, or several as long as each is one; "anaphylaxis to penicillin" too.
    Reading readAll(String text, KnownAllergy.Type said) {
        Matcher told = REACTION_TO.matcher(text.strip());
        if (told.matches() && isReaction(told.group(1))) {
            return readAll(told.group(2) + " (" + told.group(1) + ")", said);
        }
        List<KnownAllergy> allergies = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (String part : allergens(text)) {
            Reading reading = read(part, said);
            allergies.addAll(reading.allergies());
            unread.addAll(reading.unread());
        }
        return new Reading(allergies, unread);
    }

    /// What is one name as a whole, such as a combination, is not taken apart.
    private List<String> allergens(String text) {
        List<String> parts = new ArrayList<>();
        Matcher between = BETWEEN.matcher(text);
        boolean whole = isName(text);
        int from = 0;
        while (!whole && between.find()) {
            String before = text.substring(from, between.start());
            String after = BETWEEN.split(text.substring(between.end()), 2)[0];
            if (isName(before) && isName(after)) {
                parts.add(before);
                from = between.end();
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    private boolean isName(String text) {
        String name = BRACKET.matcher(text).replaceAll(" ").strip();
        return !agents(name, false).isEmpty() || !agents(name, true).isEmpty();
    }

    private Reading read(String text, KnownAllergy.Type type, List<String> notes) {
        boolean group = false;
        Matcher bracket = BRACKET.matcher(text);
        while (bracket.find()) {
            for (String note : bracket.group(1).split("[;,]")) {
                group |= CLASS.matcher(note.strip()).matches();
                notes.add(note.strip());
            }
        }
        boolean none = NONE.matcher(text.strip()).matches();
        if (none || notes.stream().anyMatch(note -> NO_ALLERGY.matcher(note).matches())) {
            return new Reading(List.of(), List.of());
        }
        String substance = BRACKET.matcher(text).replaceAll(" ").strip().replaceAll("\\s+", " ");
        Named named = named(substance, notes, group);
        if (!named.rest().isEmpty()) {
            notes.add(named.rest());
        }
        Set<String> tolerated = tolerated(notes);
        List<String> reactions =
                notes.stream()
                        .filter(note -> !NO_NEWS.matcher(note).matches())
                        .filter(note -> !TOLERATED.matcher(note).matches())
                        .toList();
        String reaction = String.join(", ", reactions);
        List<String> ids =
                named.agents().isEmpty()
                        ? List.of("")
                        : named.agents().stream().map(Agent::id).toList();
        List<KnownAllergy> allergies =
                ids.stream()
                        .map(id ->
                                new KnownAllergy(
                                        id,
                                        substance,
                                        type,
                                        severity(reaction),
                                        reaction,
                                        tolerated))
                        .toList();
        return new Reading(allergies, unread(reactions, named.agents()));
    }

    /// Whether the words tell of a reaction and of nothing else that is known.
    boolean isReaction(String words) {
        return knowledge.knowsReaction(words) || SEVERE.matcher(words).matches();
    }

    /// Whether the words tell that what was taken for an allergy is none.
    boolean isNone(String words) {
        return NO_ALLERGY.matcher(words.strip()).matches();
    }

    private static Set<String> tolerated(List<String> notes) {
        Set<String> tolerated = new HashSet<>();
        for (String note : notes) {
            Matcher matcher = TOLERATED.matcher(note);
            if (matcher.matches()) {
                tolerated.addAll(List.of(matcher.group(1).split("\\s+(?:and|or|&)\\s+")));
            }
        }
        return tolerated;
    }

    /// The longest beginning that is a name; with the remarks first, for "heparin (HIT)" may be a group of its own.
    private Named named(String substance, List<String> notes, boolean group) {
        for (String note : notes) {
            Optional<Agent> found = knowledge.agentNamed(substance + " " + note, group);
            if (found.isPresent()) {
                return new Named(List.of(found.get()), "");
            }
        }
        for (int end = substance.length(); end > 0; end = substance.lastIndexOf(' ', end - 1)) {
            String name = substance.substring(0, end).replaceFirst("[-–:]+$", "").strip();
            List<Agent> agents = agents(name, group);
            if (!agents.isEmpty()) {
                String rest = LINK.matcher(substance.substring(end).strip()).replaceFirst("");
                return new Named(agents, rest);
            }
        }
        return new Named(List.of(), "");
    }

    private List<Agent> agents(String name, boolean group) {
        Optional<Agent> agent =
                knowledge
                        .agentNamed(name, group)
                        .or(() ->
                                knowledge.agentNamed(
                                        name.replaceFirst("(?i)\\b(class|allergy)\\b", ""), group));
        return agent.isPresent()
                ? List.of(agent.get())
                : new MedicineNames(knowledge)
                        .find(name).stream()
                                .flatMap(found -> found.ingredients().stream())
                                .flatMap(inn -> knowledge.agent("ing:" + inn).stream())
                                .toList();
    }

    private List<String> unread(List<String> reactions, List<Agent> agents) {
        return reactions.stream()
                .filter(reaction -> !isReaction(reaction))
                .filter(reaction -> !MILD.matcher(reaction).matches())
                .filter(reaction -> agents.stream().noneMatch(a -> holds(a, reaction)))
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
