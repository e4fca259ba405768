package org.clinicdesk.client.kit;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.common.v1.File;

/// A PDF as it will lie on the table, over the screen, the same for every paper:
/// `new PaperPreview(desk, "card-paper", title, file).show()`. The id is the kind of the paper too: each kind remembers
/// its printer. Its controls have the ids `card-paper.print`, `.save`, `.close`, `.printer`, `.larger`, `.smaller`,
/// `.whole`, `.next` and `.previous`.
///
/// A copy is marked on the paper itself, by the server, so it is to be seen here as it will be printed.
public final class PaperPreview {

    private final Desk desk;
    private final Texts texts;
    private final String id;
    private final File file;
    private final PaperSheet sheet;
    private final VBox card = Boxes.styled(new VBox(), "dialog-card");
    private final ComboBox<String> printer = new ComboBox<>();
    private final HBox where = Boxes.row(8);
    private boolean printing;

    public PaperPreview(Desk desk, String id, String title, File file) {
        this.desk = desk;
        this.texts = desk.texts();
        this.id = id;
        this.file = file;
        this.sheet = new PaperSheet(desk, id, title, file);
        card.setId(id);
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        card.getChildren().addAll(head(title), sheet.node(), foot());
        card.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        card.addEventHandler(KeyEvent.KEY_PRESSED, this::pageKey);
        Boxes.onEnter(card, this::print);
    }

    public void show() {
        desk.layers().show(card, this::close);
        sheet.open();
        desk.paper()
                .printers(
                        id,
                        names -> {
                            printer.setItems(FXCollections.observableArrayList(names));
                            printer.getSelectionModel().selectFirst();
                            where.getChildren()
                                    .setAll(names.isEmpty() ? nowhere() : choice(names.size()));
                        });
    }

    private Node head(String title) {
        return Boxes.row(
                4,
                Labels.title(title),
                Boxes.spacer(),
                sheet.pages(
                        tool("previous", "mdi2c-chevron-left", "previous-page", "PgUp", -1),
                        tool("next", "mdi2c-chevron-right", "next-page", "PgDn", 1)),
                tool("smaller", "mdi2m-magnify-minus-outline", "smaller", "Ctrl -", sheet::smaller),
                sheet.scale(),
                tool("larger", "mdi2m-magnify-plus-outline", "larger", "Ctrl +", sheet::larger),
                tool("whole", "mdi2f-fit-to-page-outline", "whole", "Ctrl 0", sheet::whole));
    }

    private Node tool(String name, String icon, String text, String caps, int pages) {
        return tool(name, icon, text, caps, () -> sheet.turn(pages));
    }

    private Node tool(String name, String icon, String text, String caps, Runnable action) {
        var words = texts.get("kit.paper." + text) + " (" + caps + ")";
        return Buttons.small(Buttons.icon(id + "." + name, icon, words, action));
    }

    private Node foot() {
        var print =
                Boxes.first(
                        Buttons.primary(
                                id + ".print",
                                texts.get("kit.paper.print"),
                                "mdi2p-printer",
                                this::print));
        return Boxes.row(
                8,
                where,
                Boxes.spacer(),
                Buttons.plain(id + ".close", texts.get("kit.close"), this::close),
                Buttons.plain(
                        id + ".save",
                        texts.get("kit.paper.save"),
                        "mdi2c-content-save-outline",
                        this::save),
                print);
    }

    /// Only where there is a choice is it a list.
    private Node choice(int printers) {
        printer.setId(id + ".printer");
        printer.setAccessibleText(texts.get("kit.paper.printer"));
        printer.setMaxWidth(260);
        return printers > 1
                ? printer
                : Boxes.row(6, Icons.of("mdi2p-printer-outline"), Labels.muted(printer.getValue()));
    }

    private Node nowhere() {
        var words = Labels.muted(texts.get("kit.paper.no-printer"));
        words.setId(id + ".no-printer");
        words.setWrapText(true);
        words.setPrefWidth(230);
        words.setMinHeight(Region.USE_PREF_SIZE);
        return words;
    }

    /// Ctrl+P, Ctrl+S and the size, whichever control has the keyboard.
    private void shortcut(KeyEvent event) {
        if (!event.isShortcutDown()) {
            return;
        }
        switch (event.getCode()) {
            case P -> print();
            case S -> save();
            case PLUS, ADD, EQUALS -> sheet.larger();
            case MINUS, SUBTRACT -> sheet.smaller();
            case DIGIT0, NUMPAD0 -> sheet.whole();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void pageKey(KeyEvent event) {
        var turned = true;
        switch (event.getCode()) {
            case KeyCode.PAGE_DOWN -> sheet.turn(1);
            case KeyCode.PAGE_UP -> sheet.turn(-1);
            case KeyCode.DOWN -> sheet.scroll(1);
            case KeyCode.UP -> sheet.scroll(-1);
            default -> turned = false;
        }
        if (turned) {
            event.consume();
        }
    }

    private void save() {
        desk.paper().save(file);
    }

    private void print() {
        var name = printer.getValue();
        if (name == null) {
            desk.notices().failed(texts.get("kit.paper.no-printer"));
            return;
        }
        if (printing) {
            return;
        }
        printing = true;
        desk.paper()
                .print(
                        file,
                        id,
                        name,
                        done -> {
                            printing = false;
                            if (done) {
                                close();
                            }
                        });
    }

    private void close() {
        desk.layers().hide(card);
    }
}
