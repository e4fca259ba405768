package org.clinicdesk.client.kit;

import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.common.v1.File;

import java.awt.image.BufferedImage;
import java.util.List;

/// A PDF as it will lie on the table, over the screen: `new PaperPreview(desk, "card-paper", title, file).show()`.
/// Its buttons have the ids `card-paper.print`, `.save` and `.close`.
public final class PaperPreview {

    /// Twice what is shown, for sharp letters on fine screens.
    private static final int DPI = 192;

    private static final double SHRINK = 0.5;

    private final Desk desk;
    private final String id;
    private final File file;
    private final VBox pages = Boxes.styled(new VBox(), "paper-pages");
    private final VBox card = Boxes.styled(new VBox(), "dialog-card");
    private final Button print;
    private Runnable closed = () -> {};
    private Runnable printed = () -> {};

    public PaperPreview(Desk desk, String id, String title, File file) {
        this.desk = desk;
        this.id = id;
        this.file = file;
        var texts = desk.texts();
        print =
                Boxes.first(
                        Buttons.primary(
                                id + ".print",
                                texts.get("kit.paper.print"),
                                "mdi2p-printer",
                                this::print));
        card.setId(id);
        card.setMaxSize(Region.USE_PREF_SIZE, 820);
        var scroll = Boxes.styled(new ScrollPane(pages), "paper-scroll");
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(640);
        scroll.setAccessibleText(title);
        pages.setAlignment(Pos.CENTER);
        pages.setFillWidth(false);
        pages.getChildren().add(Labels.muted(texts.get("kit.loading")));
        card.getChildren()
                .addAll(
                        Labels.title(title),
                        scroll,
                        Boxes.row(
                                8,
                                Boxes.spacer(),
                                Buttons.plain(id + ".close", texts.get("kit.close"), this::close),
                                Buttons.plain(
                                        id + ".save",
                                        texts.get("kit.paper.save"),
                                        "mdi2c-content-save-outline",
                                        () -> desk.paper().save(file)),
                                print));
        Boxes.onEnter(card, print::fire);
    }

    /// What follows when the preview is closed, printed or not.
    public PaperPreview closed(Runnable closed) {
        this.closed = closed;
        return this;
    }

    /// What follows when it was handed to a printer; the preview closes first.
    public PaperPreview printed(Runnable printed) {
        this.printed = printed;
        return this;
    }

    public PaperPreview show() {
        desk.layers().show(card, this::close);
        desk.paper().pages(file, DPI, this::draw);
        return this;
    }

    private void draw(List<BufferedImage> drawn) {
        pages.getChildren().clear();
        for (int page = 0; page < drawn.size(); page++) {
            var image = SwingFXUtils.toFXImage(drawn.get(page), null);
            var view = new ImageView(image);
            view.setPreserveRatio(true);
            view.setSmooth(true);
            view.setFitWidth(image.getWidth() * SHRINK);
            view.setId(id + ".page-" + (page + 1));
            view.setAccessibleText(desk.texts().get("kit.paper.page", page + 1, drawn.size()));
            pages.getChildren().add(Boxes.styled(new VBox(view), "paper-page"));
        }
    }

    private void print() {
        print.setDisable(true);
        desk.paper()
                .print(
                        file,
                        done -> {
                            print.setDisable(false);
                            if (done) {
                                desk.layers().hide(card);
                                printed.run();
                                closed.run();
                            }
                        });
    }

    private void close() {
        desk.layers().hide(card);
        closed.run();
    }
}
