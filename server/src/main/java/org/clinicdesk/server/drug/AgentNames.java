package org.clinicdesk.server.drug;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What an allergy can be coded with, by name.
final class AgentNames {
    private final Map<String, Agent> groups = new HashMap<>();
    private final Map<String, Agent> ingredients = new HashMap<>();
    private final Map<String, List<String>> otherNames = new HashMap<>();

    /// Groups first: whoever begins to write "peni" speaks of penicillins more often than of penicillamine.
    private final SearchIndex<Agent> index = new SearchIndex<>(agent -> agent.group() ? 0 : 1);

    /// @param names the one it is shown by first
    /// @param parts names of what it is a part of: it is found by them, but it is not called so
    void add(Agent agent, List<String> names, List<String> parts) {
        addCombined(agent, names, parts);
        Map<String, Agent> byName = agent.group() ? groups : ingredients;
        names.forEach(name -> byName.putIfAbsent(Names.singular(name), agent));
    }

    /// What is found, and never named as one: each of its parts is heeded by itself.
    void addCombined(Agent agent, List<String> names, List<String> parts) {
        index.add(agent, names, parts);
        otherNames.put(agent.id(), Stream.concat(names.stream(), parts.stream()).toList());
    }

    /// The other name of an agent that was typed, or begun: "Bactrim"; empty when it is found by the one it is shown by.
    Optional<String> otherName(Agent agent, String text) {
        return Names.otherName(agent.name(), otherNames.getOrDefault(agent.id(), List.of()), text);
    }

    List<Agent> find(String text, int limit) {
        return index.find(text, limit);
    }

    /// Called so, wholly; the plural does not matter.
    Optional<Agent> named(String name, boolean group) {
        String key = Names.singular(name);
        Map<String, Agent> first = group ? groups : ingredients;
        Map<String, Agent> second = group ? ingredients : groups;
        return Optional.ofNullable(first.get(key)).or(() -> Optional.ofNullable(second.get(key)));
    }
}
