package org.clinicdesk.client.platform;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.printing.PDFPageable;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.clinicdesk.common.v1.File;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.awt.image.BufferedImage;
import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// The one place through which files leave the program, to a folder or to a printer. Their names come from the server
/// and tell nothing about a person.
///
/// Belongs to the thread of the screen.
public final class Paper {

    private static final Logger LOG = LoggerFactory.getLogger(Paper.class);

    private final Notices notices;
    private final Texts texts;
    private final Threads threads;
    private Place place = this::ask;
    private Printer printer = Paper::printOnDesk;

    Paper(Notices notices, Texts texts, Threads threads) {
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

    /// Brings a PDF to paper; runs in the background and may ask which printer.
    @FunctionalInterface
    public interface Printer {

        /// @return false when the person thought better of it
        boolean print(byte[] pdf) throws IOException, PrinterException;
    }

    /// Prints elsewhere: tests and demonstrations have no printer.
    public void printsWith(Printer printer) {
        this.printer = printer;
    }

    /// Asks elsewhere: tests and demonstrations have nobody who answers a dialog of the system.
    public void use(Place place) {
        this.place = place;
    }

    /// Writes a file where the person at the desk says, whole or not at all, and tells how it went.
    ///
    /// @return where it lies; empty when it was not written
    public Optional<Path> save(File file) {
        return place.choose(file.getName()).flatMap(path -> write(file, path));
    }

    /// Prints a PDF at its own size.
    ///
    /// @param ended learns whether it was handed to a printer; not when the person thought better of it, or it failed
    public void print(File pdf, Consumer<Boolean> ended) {
        inBackground(
                () -> printer.print(pdf.getContent().toByteArray()),
                ended,
                () -> {
                    notices.failed(texts.get("kit.paper.not-printed"));
                    ended.accept(false);
                });
    }

    /// Draws the pages of a PDF.
    ///
    /// @param dpi 96 is as large as on paper on a usual screen
    public void pages(File pdf, int dpi, Consumer<List<BufferedImage>> show) {
        inBackground(
                () -> drawn(pdf, dpi),
                show,
                () -> notices.failed(texts.get("kit.paper.unreadable")));
    }

    private static List<BufferedImage> drawn(File pdf, int dpi) throws IOException {
        try (var document = Loader.loadPDF(pdf.getContent().toByteArray())) {
            var renderer = new PDFRenderer(document);
            var pages = new ArrayList<BufferedImage>();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                pages.add(renderer.renderImageWithDPI(page, dpi));
            }
            return List.copyOf(pages);
        }
    }

    private static boolean printOnDesk(byte[] pdf) throws IOException, PrinterException {
        try (var document = Loader.loadPDF(pdf)) {
            var job = PrinterJob.getPrinterJob();
            job.setPageable(new PDFPageable(document));
            if (!job.printDialog()) {
                return false;
            }
            job.print();
            return true;
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
            notices.done(texts.get("kit.file.saved", path.getFileName().toString()));
            return Optional.of(path);
        } catch (IOException e) {
            LOG.warn("A file could not be written: {}", e.getClass().getSimpleName());
            notices.failed(texts.get("kit.file.failed"));
            return Optional.empty();
        }
    }

    private Optional<Path> ask(String name) {
        var chooser = new FileChooser();
        chooser.setTitle(texts.get("kit.file.save"));
        chooser.setInitialFileName(name);
        var ending = "*" + name.substring(Math.max(0, name.lastIndexOf('.')));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(ending, ending));
        var window =
                Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(java.io.File::toPath);
    }
}
