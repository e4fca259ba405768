package org.clinicdesk.server.command;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;

/// Hands commands to a server that runs: arguments go in, output and exit code come back.
final class Control implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Control.class);
    private static final int OUT = 1;
    private static final int EXIT = 2;

    private final Path socket;
    private final ServerSocketChannel listener;

    /// Runs a command's arguments against the open clinic.
    interface Executor {
        int run(Typed typed, PrintWriter out);
    }

    /// A command as it was typed.
    ///
    /// @param folder where; relative paths are those of this folder
    /// @param database the database that was asked for, be it by the environment; empty when none was
    record Typed(Path folder, String database, String[] args) {}

    private Control(Path socket, ServerSocketChannel listener) {
        this.socket = socket;
        this.listener = listener;
    }

    private static Path socket(Path data) {
        return data.resolve("control.sock");
    }

    /// Takes commands for the clinic in a folder until closed.
    static Control listen(Path data, Executor executor) throws IOException {
        var socket = socket(data);
        Files.deleteIfExists(socket);
        var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listener.bind(UnixDomainSocketAddress.of(socket));
        } catch (SocketException e) {
            listener.close();
            throw new IOException(
                    "commands cannot be taken at "
                            + socket
                            + " ("
                            + e.getMessage()
                            + "). Is there a shorter path for --data?");
        }
        if (socket.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        }
        var control = new Control(socket, listener);
        Thread.ofVirtual().name("control").start(() -> control.accept(executor));
        return control;
    }

    private void accept(Executor executor) {
        while (listener.isOpen()) {
            try {
                var channel = listener.accept();
                Thread.startVirtualThread(() -> serve(channel, executor));
            } catch (IOException e) {
                if (listener.isOpen()) {
                    LOG.warn("A command could not be taken", e);
                }
            }
        }
    }

    private static void serve(SocketChannel channel, Executor executor) {
        try (channel;
                var in = new DataInputStream(Channels.newInputStream(channel));
                var out = new DataOutputStream(Channels.newOutputStream(channel))) {
            var folder = Path.of(in.readUTF());
            var database = in.readUTF();
            var args = new String[in.readInt()];
            for (var i = 0; i < args.length; i++) {
                args[i] = in.readUTF();
            }
            var code =
                    executor.run(
                            new Typed(folder, database, args),
                            new PrintWriter(new Frames(out), true, StandardCharsets.UTF_8));
            out.writeByte(EXIT);
            out.writeInt(code);
            out.flush();
        } catch (IOException e) {
            LOG.warn("A command was broken off", e);
        }
    }

    /// Hands a command to the server of the folder; empty when none runs there.
    static OptionalInt hand(Path data, Typed typed, PrintWriter out) throws IOException {
        var socket = socket(data);
        if (!Files.exists(socket)) {
            return OptionalInt.empty();
        }
        SocketChannel channel;
        try {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        } catch (SocketException _) {
            // Left behind by a server that was killed.
            return OptionalInt.empty();
        }
        try (channel;
                var to = new DataOutputStream(Channels.newOutputStream(channel));
                var from = new DataInputStream(Channels.newInputStream(channel))) {
            to.writeUTF(typed.folder.toString());
            to.writeUTF(typed.database);
            to.writeInt(typed.args.length);
            for (var arg : typed.args) {
                to.writeUTF(arg);
            }
            to.flush();
            return OptionalInt.of(pass(from, out));
        }
    }

    private static int pass(DataInputStream from, PrintWriter out) throws IOException {
        while (from.readByte() == OUT) {
            out.print(new String(from.readNBytes(from.readInt()), StandardCharsets.UTF_8));
            out.flush();
        }
        return from.readInt();
    }

    @Override
    public void close() {
        try {
            listener.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.warn("The control socket could not be removed", e);
        }
    }

    /// Wraps what a command prints.
    private static final class Frames extends OutputStream {
        private final DataOutputStream out;

        Frames(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.writeByte(OUT);
            out.writeInt(length);
            out.write(bytes, offset, length);
            out.flush();
        }
    }
}
