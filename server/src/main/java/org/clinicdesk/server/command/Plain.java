package org.clinicdesk.server.command;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.sql.SQLException;
import java.util.zip.ZipException;

/// Says in plain words why a command failed: no name of an exception, no SQL, no value of a row.
final class Plain {

    private static final String FILE_IN_USE = "90020";

    private Plain() {}

    /// A command is refused, for this reason.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }

    static String words(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var known = known(cause);
            if (!known.isEmpty()) {
                return known;
            }
        }
        return "Failed: " + failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static String known(Throwable cause) {
        return switch (cause) {
            case Refused e -> "Refused: " + e.getMessage();
            case IllegalArgumentException e when e.getCause() == null ->
                    "Refused: " + e.getMessage();
            case FileSystemException e -> "Failed: " + file(e);
            case ZipException _ -> "Failed: the file is no backup, or a damaged one.";
            case BindException e -> "Failed: the server cannot listen there: " + e.getMessage();
            case UnresolvedAddressException _ -> "Failed: there is no such address to listen at.";
            case UnknownHostException e -> "Failed: there is no machine " + e.getMessage();
            case SocketException e -> "Failed: " + e.getMessage();
            case SQLException e -> "Failed: " + database(e);
            case UncheckedIOException _ -> "";
            case java.io.IOException e when e.getCause() == null -> "Failed: " + e.getMessage();
            default -> "";
        };
    }

    private static String file(FileSystemException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no " + e.getFile();
            case AccessDeniedException _ -> e.getFile() + " may not be read or written by you.";
            case FileAlreadyExistsException _ -> e.getFile() + " is there already.";
            case NotDirectoryException _ -> e.getFile() + " is no folder.";
            default -> e.getFile() + ": " + e.getReason();
        };
    }

    /// The text of a database may hold what was written; only that of a connection that was not had is told.
    private static String database(SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        if (FILE_IN_USE.equals(state)) {
            return "another process has the database open.";
        }
        return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D")
                ? "the database cannot be reached: " + e.getMessage()
                : "the database did not take it (state " + state + ").";
    }
}
