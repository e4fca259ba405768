package org.clinicdesk.server.replan;

import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.Reason;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Why something about visits that an absence hits is refused. Metadata `visits` and `reasons` name those concerned.
enum ReplanRefusal implements Reason {
    /// Some of the visits cannot have the time chosen, so none was moved.
    NOT_ACCEPTED,
    /// The doctor chosen is of another specialty, or is not booked any more.
    OTHER_SPECIALTY,
    /// Some of the visits are not hit any more, or somebody decided about them.
    NOT_OPEN,
    /// Nothing was done, or all of it was taken back.
    NOTHING_TO_UNDO,
    /// Some of the visits cannot have their old time again, so nothing was taken back.
    NOT_TAKEN_BACK,
    /// The person has nothing to be told.
    NOTHING_TO_TELL,
    /// The visit went elsewhere since the list was read.
    CHANGED_SINCE;

    /// @param visits with the names of the reasons
    Refusal naming(Map<UUID, String> visits) {
        return new Refusal(
                this,
                Map.of(
                        "visits",
                        visits.keySet().stream()
                                .map(UUID::toString)
                                .collect(Collectors.joining(" ")),
                        "reasons",
                        String.join(" ", visits.values())));
    }
}
