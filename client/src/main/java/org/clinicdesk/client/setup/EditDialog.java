package org.clinicdesk.client.setup;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Merge;
import org.clinicdesk.client.platform.Texts;

import java.util.function.BiFunction;
import java.util.function.Consumer;

/// A dialog in which something that is set up is typed. What somebody else saved meanwhile stands above the form; the dialog
/// stays open until it is saved.
final class EditDialog<M extends Message> {

    private static final double WIDTH = 520;
    private static final double HIGHEST = 560;

    private final Texts texts;
    private final String prefix;
    private final Edited<M> edited;
    private final Dialog dialog;
    private BiFunction<FieldDescriptor, Object, String> shown = this::shown;
    private Consumer<Merge.Clash> theirs;
    private boolean scrolls;

    /// @param thing what it is: the texts are `setup.thing`, the nodes `setup-thing`
    EditDialog(Desk desk, String thing, String title, Edited<M> edited) {
        this.texts = desk.texts();
        this.prefix = "setup." + thing;
        this.edited = edited;
        this.theirs = edited::takeTheirs;
        this.dialog = new Dialog(desk.layers(), texts, "setup-" + thing, title).width(WIDTH);
    }

    EditDialog<M> width(double width) {
        dialog.width(width);
        return this;
    }

    EditDialog<M> say(String words) {
        dialog.say(words);
        return this;
    }

    /// How the value of a field is told.
    EditDialog<M> shown(BiFunction<FieldDescriptor, Object, String> words) {
        shown = words;
        return this;
    }

    /// How what somebody else saved is taken.
    EditDialog<M> theirs(Consumer<Merge.Clash> take) {
        theirs = take;
        return this;
    }

    EditDialog<M> scrolls() {
        scrolls = true;
        return this;
    }

    /// @param save told what to do once it is saved
    void show(Form<M> form, Consumer<Runnable> save) {
        var changes = new ChangesPane(texts, prefix, edited, shown, theirs);
        var body = Boxes.column(12, changes.node(), form.node());
        dialog.body(scrolls ? scrolling(body) : body);
        dialog.primary(
                        texts.get("kit.save"),
                        () -> {
                            save.accept(dialog::hide);
                            form.focusFirstError();
                            return false;
                        })
                .show();
    }

    private static ScrollPane scrolling(Region body) {
        body.getStyleClass().add("setup-dialog");
        var scroll = Boxes.styled(new ScrollPane(body), "page-scroll");
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(HIGHEST);
        scroll.getStylesheets().add(TypesView.SHEET);
        return scroll;
    }

    private String shown(FieldDescriptor field, Object value) {
        return value instanceof Boolean on
                ? new Words(texts).yesNo(on)
                : value.toString().isEmpty() ? Words.NOTHING : value.toString();
    }
}
