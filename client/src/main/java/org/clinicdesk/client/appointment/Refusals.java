package org.clinicdesk.client.appointment;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Notices.Kind;
import org.clinicdesk.client.platform.Notices.Notice;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.Texts;

import java.time.Instant;
import java.util.Optional;

/// Why a time was not given, in plain words: who or what is busy, who keeps it, what is full.
final class Refusals {

    private Refusals() {}

    /// @return the words, the busy one named where the server names it
    static String words(Desk desk, Problem problem) {
        var texts = desk.texts();
        if (problem.is("SLOT_HELD")) {
            return texts.get(
                    "appointment.refused.SLOT_HELD",
                    of(problem, "by"),
                    until(desk, of(problem, "until")));
        }
        if (problem.is("OUTSIDE_HOURS") && !of(problem, "closed").isEmpty()) {
            return closed(texts, of(problem, "closed"), of(problem, "name"));
        }
        var doctor = desk.session().practitioner(of(problem, "practitioner"));
        if (problem.is("SLOT_TAKEN") && !doctor.isEmpty()) {
            return texts.get("appointment.refused.SLOT_TAKEN.doctor", doctor);
        }
        var key =
                "appointment.refused."
                        + problem.reason()
                        + "."
                        + of(problem, problem.is("CAP_REACHED") ? "cap" : "resource");
        return texts.has(key) ? texts.get(key, limit(problem)) : problem.text(texts);
    }

    private static String closed(Texts texts, String kind, String name) {
        var key = "appointment.refused.OUTSIDE_HOURS." + kind;
        return name.isEmpty() ? texts.get(key) : texts.get(key + ".named", name);
    }

    /// How many there may be, as a number that texts can count with.
    private static long limit(Problem problem) {
        var limit = of(problem, "limit");
        return limit.chars().allMatch(Character::isDigit) && !limit.isEmpty()
                ? Long.parseLong(limit)
                : 0;
    }

    private static String until(Desk desk, String instant) {
        return instant.isEmpty()
                ? ""
                : desk.texts().dates().time(Instant.parse(instant), desk.session().zone());
    }

    /// Whether the person, not the time, stands in the way.
    static boolean concernsPerson(Problem problem) {
        return problem.is("SLOT_TAKEN") && of(problem, "resource").equals("patient");
    }

    /// Whether the practitioner has somebody else, or enough, at that time.
    static boolean concernsPractitioner(Problem problem) {
        return problem.is("SLOT_TAKEN") && of(problem, "resource").equals("practitioner")
                || problem.is("HOLD_LOST")
                || problem.is("CAP_REACHED") && !of(problem, "cap").equals("overbooked");
    }

    /// Tells what stood against it: of the board in its own words, of all else in those of whose it is.
    static void explain(Desk desk, Problem problem) {
        if (problem.domain().equals("appointment")) {
            desk.notices().shown().add(notice(desk, problem));
        } else {
            desk.explain(problem);
        }
    }

    static Notice notice(Desk desk, Problem problem) {
        return new Notice(
                Kind.PROBLEM,
                words(desk, problem),
                "",
                Optional.empty(),
                Optional.of(problem.supportCode()));
    }

    private static String of(Problem problem, String what) {
        return problem.metadata().getOrDefault(what, "");
    }
}
