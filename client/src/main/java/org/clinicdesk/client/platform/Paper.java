package org.clinicdesk.client.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.clinicdesk.common.v1.File;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place through which files leave the program. Their names come from the server and tell nothing about a person.
///
/// Belongs to the thread of the screen.
public final class Paper {

    private static final Logger LOG = LoggerFactory.getLogger(Paper.class);

    private final Notices notices;
    private final Texts texts;
    private Place place = this::ask;

    Paper(Notices notices, Texts texts) {
        this.notices = notices;
        this.texts = texts;
    }

    /// Where a file is to lie.
    @FunctionalInterface
    public interface Place {

        /// @return empty when the person thought better of it
        Optional<Path> choose(String name);
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

    private Optional<Path> write(File file, Path path) {
        try {
            var beside = Files.createTempFile(path.toAbsolutePath().getParent(), "clinicdesk", ".tmp");
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
        var window = Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(java.io.File::toPath);
    }
}
