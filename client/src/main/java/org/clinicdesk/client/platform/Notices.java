package org.clinicdesk.client.platform;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.Optional;

/// Short messages that appear over the screen and go by themselves: what was done, with the way back where there is one,
/// and what went wrong.
public final class Notices {

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
            Optional<Runnable> undo,
            Optional<String> support) {}

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
        shown.add(new Notice(Kind.DONE, text, detail, Optional.of(undo), Optional.empty()));
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

    public void dismiss(Notice notice) {
        shown.removeIf(other -> other == notice);
    }
}
