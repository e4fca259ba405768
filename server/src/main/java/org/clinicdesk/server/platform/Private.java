package org.clinicdesk.server.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files and folders that only their owner can read, whatever the process is set to: patients' data lies in them. Where a
/// file system knows no such rights (Windows), those of the folder above hold.
public final class Private {

    private static final Set<PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE =
            PosixFilePermissions.fromString("rw-------");

    private Private() {}

    /// Makes a folder. One that is there keeps its rights: it may serve others too.
    public static void folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var above = folder.toAbsolutePath().getParent();
        if (above != null) {
            Files.createDirectories(above);
        }
        Files.createDirectory(folder, rights(folder, FOLDER));
    }

    /// Makes an empty file, unless it is there; then it is made private.
    public static void file(Path file) throws IOException {
        try {
            Files.createFile(file, rights(file, FILE));
        } catch (FileAlreadyExistsException _) {
            if (posix(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.setPosixFilePermissions(file, FILE);
            }
        }
    }

    /// Writes a file anew; it is private before anything is in it.
    public static OutputStream write(Path file) throws IOException {
        file(file);
        return Files.newOutputStream(file);
    }

    private static FileAttribute<?>[] rights(Path file, Set<PosixFilePermission> rights) {
        return posix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
