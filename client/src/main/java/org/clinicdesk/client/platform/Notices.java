package org.clinicdesk.client.platform;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.Optional;

/// Short messages that appear over the screen and go by themselves: what was done, with the way back where there is one,
/// and what went wrong.
public final class Notices {

    private static final String UNDO = "kit.undo";

    private final ObservableList<Notice> shown = FXCollections.observableArrayList();

    /// Its kind decides icon, colour and how long it stays.
    public enum Kind {
        DONE,
        /// Something is missing that somebody should see to.
        REMINDER,
        PROBLEM
    }

    /// One message.
    ///
    /// @param support for problems, the code to be copied for support
    public record Notice(
            Kind kind,
            String text,
            String detail,
            Optional<Offer> offer,
            Optional<String> support) {

        /// What takes it back, where that is what is offered.
        public Optional<Runnable> undo() {
            return offer.filter(it -> it.textKey().equals(UNDO)).map(Offer::run);
        }
    }

    /// What can be done next, right from the message.
    public record Offer(String textKey, Runnable run) {}

    public ObservableList<Notice> shown() {
        return shown;
    }

    public void done(String text) {
        shown.add(new Notice(Kind.DONE, text, "", Optional.empty(), Optional.empty()));
    }

    public void reminder(String text) {
        shown.add(new Notice(Kind.REMINDER, text, "", Optional.empty(), Optional.empty()));
    }

    /// Something was done that can be taken back.
    public void done(String text, String detail, Runnable undo) {
        done(text, detail, new Offer(UNDO, undo));
    }

    /// Something was done, and something else usually follows.
    public void offer(String text, String textKey, Runnable next) {
        done(text, "", new Offer(textKey, next));
    }

    /// Something was left before it was done.
    void left(String text, String textKey, Runnable goOn) {
        var offer = Optional.of(new Offer(textKey, goOn));
        shown.add(new Notice(Kind.REMINDER, text, "", offer, Optional.empty()));
    }

    private void done(String text, String detail, Offer offer) {
        shown.add(new Notice(Kind.DONE, text, detail, Optional.of(offer), Optional.empty()));
    }

    public void problem(Problem problem, Texts texts) {
        if (problem.code() != io.grpc.Status.Code.CANCELLED) {
            shown.add(
                    new Notice(
                            Kind.PROBLEM,
                            problem.text(texts),
                            "",
                            Optional.empty(),
                            Optional.of(problem.supportCode())));
        }
    }

    /// Something outside the server went wrong, such as a full disk.
    public void failed(String text) {
        shown.add(new Notice(Kind.PROBLEM, text, "", Optional.empty(), Optional.empty()));
    }

    /// Forgets everything: somebody else sits down.
    public void clear() {
        shown.clear();
    }

    /// What offers something that is done now goes too.
    void gone(Runnable offered) {
        shown.removeIf(notice -> notice.offer().filter(it -> it.run() == offered).isPresent());
    }

    public void dismiss(Notice notice) {
        shown.removeIf(other -> other == notice);
    }
}
