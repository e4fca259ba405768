package org.clinicdesk.client.appointment;

import org.clinicdesk.client.platform.Notices.Kind;
import org.clinicdesk.client.platform.Notices.Notice;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.Texts;

import java.util.Optional;

/// Why a time was not given, in plain words: who or what is busy.
final class Refusals {

    private Refusals() {}

    /// @return the words, the busy one named where the server names it
    static String words(Texts texts, Problem problem) {
        var key = "appointment.refused.SLOT_TAKEN." + resource(problem);
        return problem.is("SLOT_TAKEN") && texts.has(key) ? texts.get(key) : problem.text(texts);
    }

    /// Whether the person, not the time, stands in the way.
    static boolean concernsPerson(Problem problem) {
        return problem.is("SLOT_TAKEN") && resource(problem).equals("patient");
    }

    static Notice notice(Texts texts, Problem problem) {
        return new Notice(
                Kind.PROBLEM,
                words(texts, problem),
                "",
                Optional.empty(),
                Optional.of(problem.supportCode()));
    }

    private static String resource(Problem problem) {
        return problem.metadata().getOrDefault("resource", "");
    }
}
