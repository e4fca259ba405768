package org.clinicdesk.client.appointment;

import org.clinicdesk.client.platform.Texts;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// A key that can do nothing with what is chosen says why.
record WhyNot(Board board) {

    /// Does something with the chosen visit.
    ///
    /// @param may whether it can be done
    /// @param why the words when it cannot
    void or(Predicate<Visit> may, Consumer<Visit> act, Function<Visit, String> why) {
        var inHand = board.moves().ghost().get();
        if (inHand.isPresent()) {
            say(texts().get("appointment.why.in-hand", inHand.get().visit().person()));
            return;
        }
        var chosen = board.day().selected();
        if (chosen.isEmpty()) {
            say(texts().get("appointment.why.none"));
        } else if (may.test(chosen.get())) {
            act.accept(chosen.get());
        } else {
            say(why.apply(chosen.get()));
        }
    }

    private void say(String words) {
        board.desk().notices().reminder(words);
    }

    private Texts texts() {
        return board.desk().texts();
    }

    String arrival(Visit visit) {
        return visit.expected() ? on("appointment.why.other-day", visit) : state(visit);
    }

    String noShow(Visit visit) {
        return visit.expected() ? on("appointment.why.not-begun", visit) : state(visit);
    }

    String confirm(Visit visit) {
        return visit.expected() ? on("appointment.why.confirmed", visit) : state(visit);
    }

    String move(Visit visit) {
        return texts().get("appointment.refused.NOT_MOVABLE");
    }

    String correct(Visit visit) {
        return state(visit);
    }

    String cancel(Visit visit) {
        return texts().get("appointment.refused.ALREADY_OVER");
    }

    private String on(String key, Visit visit) {
        var day = texts().dates().day(Times.date(board.desk(), visit.appointment()));
        return texts().get(
                        key, visit.person(), Times.start(board.desk(), visit.appointment()), day);
    }

    private String state(Visit visit) {
        var status = new VisitWords(board.desk()).status(visit);
        return texts().get("appointment.why.state", visit.person(), status);
    }
}
