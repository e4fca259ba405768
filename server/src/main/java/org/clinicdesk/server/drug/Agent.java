package org.clinicdesk.server.drug;

import java.util.List;
import java.util.stream.Collectors;

/// What an allergy can be coded with: an ingredient (`ing:...`), a group (`group:...`), or all that a combination holds,
/// of which any may have been the cause (`ing:...+ing:...`).
public record Agent(String id, String name, boolean group) {
    static final String AND = "+";

    static Agent all(List<Agent> parts) {
        return new Agent(
                parts.stream().map(Agent::id).collect(Collectors.joining(AND)),
                parts.stream().map(Agent::name).collect(Collectors.joining(" + ")),
                false);
    }
}
