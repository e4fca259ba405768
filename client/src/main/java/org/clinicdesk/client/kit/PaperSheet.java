package org.clinicdesk.client.kit;

import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Paper;
import org.clinicdesk.common.v1.File;

import java.util.List;

/// The visible page of a preview, its size and its number. One page at a time: a long report as pictures would not fit
/// into memory.
final class PaperSheet {

    /// Twice what is shown at 100 %, for sharp letters on fine screens and at 200 %.
    private static final int DPI = 192;

    private static final double SHRINK = 0.5;
    private static final List<Double> SIZES = List.of(0.5, 0.75, 1.0, 1.25, 1.5, 2.0);

    /// Below this letters cannot be read, so a large page is scrolled rather than made to fit.
    private static final double SMALLEST_FIT = 0.7;

    /// What the window needs beside the page: the preview's head and foot, margins.
    private static final double BESIDE = 120;

    private static final double ABOVE_AND_BELOW = 210;
    private static final double MARGIN = 40;
    private static final double NARROWEST = 560;
    private static final double LINE = 60;

    private final Desk desk;
    private final String id;
    private final File file;
    private final ImageView view = new ImageView();
    private final VBox page = Boxes.styled(new VBox(view), "paper-page");
    private final VBox table = Boxes.styled(new VBox(), "paper-pages");
    private final ScrollPane scroll = Boxes.styled(new ScrollPane(table), "paper-scroll");
    private final Label scale = Labels.muted("");
    private final Label number = Labels.muted("");
    private final HBox pages = Boxes.row(4);
    private int index;
    private int count = 1;
    private double size;

    PaperSheet(Desk desk, String id, String title, File file) {
        this.desk = desk;
        this.id = id;
        this.file = file;
        view.setPreserveRatio(true);
        view.setSmooth(true);
        page.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        table.setAlignment(Pos.CENTER);
        table.setFillWidth(false);
        table.getChildren().add(Labels.muted(desk.texts().get("kit.loading")));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setPannable(true);
        scroll.setFocusTraversable(false);
        scroll.setPrefViewportWidth(NARROWEST);
        scroll.setPrefViewportHeight(420);
        scroll.setAccessibleText(title);
        scale.setMinWidth(44);
        scale.setAlignment(Pos.CENTER);
        pages.setVisible(false);
    }

    Node node() {
        return scroll;
    }

    /// How large it is shown, in percent.
    Node scale() {
        return scale;
    }

    /// The number of the page between the ways to its neighbours; hidden where there is one page.
    Node pages(Node previous, Node next) {
        pages.getChildren().setAll(previous, number, next);
        pages.managedProperty().bind(pages.visibleProperty());
        return pages;
    }

    void open() {
        desk.paper().page(file, index, DPI, this::draw);
    }

    void turn(int by) {
        var next = Math.clamp(index + by, 0, count - 1);
        if (next != index) {
            index = next;
            scroll.setVvalue(0);
            open();
        }
    }

    void scroll(int lines) {
        var hidden = table.getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + lines * LINE / hidden, 0, 1));
        }
    }

    void larger() {
        SIZES.stream().filter(it -> it > size + 0.01).findFirst().ifPresent(this::resize);
    }

    void smaller() {
        SIZES.reversed().stream()
                .filter(it -> it < size - 0.01)
                .findFirst()
                .ifPresent(this::resize);
    }

    /// As large as the window allows.
    void whole() {
        var image = view.getImage();
        if (image != null) {
            var fit = Math.min(roomWidth() / width(image), roomHeight() / height(image));
            resize(Math.clamp(fit, SMALLEST_FIT, SIZES.getLast()));
        }
    }

    private double roomWidth() {
        return Math.max(NARROWEST, desk.layers().root().getWidth() - BESIDE - MARGIN);
    }

    private double roomHeight() {
        return Math.max(240, desk.layers().root().getHeight() - ABOVE_AND_BELOW - MARGIN);
    }

    private static double width(Image image) {
        return image.getWidth() * SHRINK;
    }

    private static double height(Image image) {
        return image.getHeight() * SHRINK;
    }

    private void draw(Paper.Page drawn) {
        count = drawn.of();
        view.setImage(SwingFXUtils.toFXImage(drawn.picture(), null));
        var words = desk.texts().get("kit.paper.page", index + 1, count);
        view.setId(id + ".page-" + (index + 1));
        view.setAccessibleText(words);
        number.setText(words);
        pages.setVisible(count > 1);
        table.getChildren().setAll(page);
        if (size == 0) {
            whole();
        } else {
            resize(size);
        }
    }

    private void resize(double to) {
        size = to;
        var image = view.getImage();
        if (image == null) {
            return;
        }
        view.setFitWidth(width(image) * size);
        scale.setText(desk.texts().get("kit.paper.scale", Math.round(size * 100)));
        scroll.setPrefViewportWidth(
                Math.clamp(width(image) * size + MARGIN, NARROWEST, roomWidth() + MARGIN));
        scroll.setPrefViewportHeight(
                Math.min(height(image) * size + MARGIN, roomHeight() + MARGIN));
    }
}
