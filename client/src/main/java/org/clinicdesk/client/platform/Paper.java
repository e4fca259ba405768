package org.clinicdesk.client.platform;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.clinicdesk.common.v1.File;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// The one place through which files leave the program, to a folder or to a printer, and through which they come in. The
/// names of those that leave come from the server and tell nothing about a person.
///
/// Belongs to the thread of the screen.
public final class Paper {

    private static final Logger LOG = LoggerFactory.getLogger(Paper.class);

    private final Settings settings;
    private final Notices notices;
    private final Texts texts;
    private final Threads threads;
    private Place place = this::ask;
    private Source source = this::askWhich;
    private Printers printers = new SystemPrinters();
    private Optional<Consumer<Path>> opener = Optional.empty();

    Paper(Settings settings, Notices notices, Texts texts, Threads threads) {
        // AWT draws and prints here and opens no windows. With windows it would take over the error
        // handler of the X
        // display below JavaFX, which can stop both for good.
        System.setProperty("java.awt.headless", "true");
        this.settings = settings;
        this.notices = notices;
        this.texts = texts;
        this.threads = threads;
    }

    /// Where a file is to lie.
    @FunctionalInterface
    public interface Place {

        /// @return empty when the person thought better of it
        Optional<Path> choose(String name);
    }

    /// Which file is to be read.
    @FunctionalInterface
    public interface Source {

        /// @param ending with its dot
        /// @return empty when the person thought better of it
        Optional<Path> choose(String ending);
    }

    /// One page as a picture.
    ///
    /// @param of how many pages there are
    public record Page(BufferedImage picture, int of) {}

    /// Prints elsewhere: tests and demonstrations have no printer.
    public void printsWith(Printers printers) {
        this.printers = printers;
    }

    /// Asks elsewhere: tests and demonstrations have nobody who answers a dialog of the system.
    public void use(Place place) {
        this.place = place;
    }

    /// Asks elsewhere which file is read, as [#use].
    public void readsFrom(Source source) {
        this.source = source;
    }

    /// Reads a file that the person at the desk chooses.
    ///
    /// @param ending with its dot: ".ics"
    /// @param then not told when no file was chosen, or it could not be read
    public void read(String ending, Consumer<byte[]> then) {
        source.choose(ending)
                .ifPresent(path ->
                        inBackground(
                                () -> Files.readAllBytes(path),
                                then,
                                () -> notices.failed(texts.get("kit.file.unreadable"))));
    }

    /// Opens what was saved in the program that the system has for it. Without, opening is not offered.
    public void opensWith(Consumer<Path> opener) {
        this.opener = Optional.of(opener);
    }

    /// Writes a file where the person at the desk says, whole or not at all, tells how it went and offers to open it.
    ///
    /// @return where it lies; empty when it was not written
    public Optional<Path> save(File file) {
        return place.choose(file.getName()).flatMap(path -> write(file, path));
    }

    /// The printers of the desk, the one first that this kind of paper went to last: cards, prescriptions and reports
    /// often have printers of their own.
    public void printers(String kind, Consumer<List<String>> show) {
        inBackground(() -> lastFirst(kind, printers.names()), show, () -> show.accept(List.of()));
    }

    private List<String> lastFirst(String kind, List<String> names) {
        var sorted = new ArrayList<>(names);
        settings.printer(kind).filter(sorted::remove).ifPresent(last -> sorted.addFirst(last));
        return List.copyOf(sorted);
    }

    /// Prints a PDF at its own size.
    ///
    /// @param ended learns whether it was handed to the printer
    public void print(File pdf, String kind, String printer, Consumer<Boolean> ended) {
        inBackground(
                () -> {
                    printers.print(pdf.getContent().toByteArray(), printer);
                    return printer;
                },
                name -> {
                    settings.printer(kind, name);
                    notices.done(texts.get("kit.paper.printed", name));
                    ended.accept(true);
                },
                () -> {
                    notices.failed(texts.get("kit.paper.not-printed"));
                    ended.accept(false);
                });
    }

    /// Draws one page of a PDF: a long one would not fit into memory as pictures.
    ///
    /// @param index of the page, from 0
    /// @param dpi 96 is as large as on paper on a usual screen
    public void page(File pdf, int index, int dpi, Consumer<Page> show) {
        inBackground(
                () -> drawn(pdf, index, dpi),
                show,
                () -> notices.failed(texts.get("kit.paper.unreadable")));
    }

    private static Page drawn(File pdf, int index, int dpi) throws IOException {
        try (var document = Loader.loadPDF(pdf.getContent().toByteArray())) {
            return new Page(
                    new PDFRenderer(document).renderImageWithDPI(index, dpi),
                    document.getNumberOfPages());
        }
    }

    /// Whatever a printer or a broken file throws is told to the person, not only to the log.
    private <T> void inBackground(Callable<T> work, Consumer<T> then, Runnable failed) {
        threads.background()
                .execute(() -> {
                    T result;
                    try {
                        result = work.call();
                    } catch (Exception e) {
                        LOG.warn("A paper failed: {}", e.getClass().getSimpleName());
                        threads.screen().execute(failed);
                        return;
                    }
                    threads.screen().execute(() -> then.accept(result));
                });
    }

    private Optional<Path> write(File file, Path path) {
        try {
            var beside =
                    Files.createTempFile(path.toAbsolutePath().getParent(), "clinicdesk", ".tmp");
            try {
                Files.write(beside, file.getContent().toByteArray());
                Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            tellSaved(path);
            return Optional.of(path);
        } catch (IOException e) {
            LOG.warn("A file could not be written: {}", e.getClass().getSimpleName());
            notices.failed(texts.get("kit.file.failed"));
            return Optional.empty();
        }
    }

    private void tellSaved(Path path) {
        var text = texts.get("kit.file.saved", path.getFileName().toString());
        opener.ifPresentOrElse(
                open -> notices.offer(text, "kit.file.open", () -> open.accept(path)),
                () -> notices.done(text));
    }

    private Optional<Path> ask(String name) {
        var chooser = chooser("kit.file.save", name.substring(Math.max(0, name.lastIndexOf('.'))));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(window())).map(java.io.File::toPath);
    }

    private Optional<Path> askWhich(String ending) {
        var chooser = chooser("kit.file.choose", ending);
        return Optional.ofNullable(chooser.showOpenDialog(window())).map(java.io.File::toPath);
    }

    private FileChooser chooser(String title, String ending) {
        var chooser = new FileChooser();
        chooser.setTitle(texts.get(title));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("*" + ending, "*" + ending));
        return chooser;
    }

    private static @Nullable Window window() {
        return Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
    }
}
