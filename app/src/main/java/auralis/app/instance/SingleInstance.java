package auralis.app.instance;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The claim of one window on a data folder. A lock says who has it, which the system drops with the
 * process, however that ends; a socket beside it takes what later starts have to say.
 */
public final class SingleInstance implements Closeable {
    private static final Logger LOG = System.getLogger(SingleInstance.class.getName());
    private static final String LOCK = "window.lock";
    private static final String ADDRESS = "window.address";
    private static final String SOCKET = "window.socket";

    /** What the folder of a socket that cannot be in the data folder begins with. */
    private static final String ELSEWHERE = "auralis-window-";

    /** Of the 104 to 108 bytes that systems allow. */
    private static final int MAX_PATH_BYTES = 100;

    private static final int MAX_MESSAGE_BYTES = 1 << 20;
    private static final int ACCEPTED = 1;

    /** How long a window may take from its claim to its first answer. */
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private static final long RETRY_MILLIS = 50;

    /** What a claim consists of. */
    private record Held(Path folder, FileChannel lock, ServerSocketChannel server) {}

    private final Optional<Held> held;

    private SingleInstance(Optional<Held> held) {
        this.held = held;
    }

    /**
     * Claims the folder; when another window has it, tells that one. Where nothing can be written,
     * nothing can be claimed, and each start has a window of its own.
     *
     * @return the claim, empty when the message was delivered
     * @throws IOException when neither is possible, with a sentence for the user
     */
    public static Optional<SingleInstance> claim(Path folder, Message message)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        if (!Files.isWritable(folder)) {
            return Optional.of(new SingleInstance(Optional.empty()));
        }
        FileChannel lock =
                FileChannel.open(
                        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isTaken(lock)) {
            lock.close();
            deliver(folder, message);
            return Optional.empty();
        }
        try {
            return Optional.of(listening(folder, lock));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Tells the window of a folder.
     *
     * @throws IOException when there is none, or it does not answer
     */
    public static void deliver(Path folder, Message message)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!isDelivered(folder, message)) {
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        "Auralis runs already with the library in "
                                + folder
                                + " and does not answer. Close it, then start again.");
            }
            Thread.sleep(RETRY_MILLIS);
        }
    }

    /** Whether a window has claimed the folder. */
    public static boolean isClaimed(Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel lock = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return isTaken(lock);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true; // within this process
        }
    }

    private static SingleInstance listening(Path folder, FileChannel lock) throws IOException {
        removeSocket(folder);
        Path socket = socketPath(folder);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Files.writeString(folder.resolve(ADDRESS), socket.toString());
        return new SingleInstance(Optional.of(new Held(folder, lock, server)));
    }

    /** Long paths are not possible; then it stands in a folder that only this user can enter. */
    private static Path socketPath(Path folder) throws IOException {
        Path inTheFolder = folder.resolve(SOCKET).toAbsolutePath();
        return inTheFolder.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_PATH_BYTES
                ? inTheFolder
                : Files.createTempDirectory(ELSEWHERE).resolve(SOCKET);
    }

    /** That of this claim, or of an earlier one that had no orderly end. */
    private static void removeSocket(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(SOCKET));
        Path address = folder.resolve(ADDRESS);
        if (Files.exists(address)) {
            removeElsewhere(Path.of(Files.readString(address)));
            Files.delete(address);
        }
    }

    private static void removeElsewhere(Path socket) throws IOException {
        Path own = socket.getParent();
        if (own != null && own.getFileName().toString().startsWith(ELSEWHERE)) {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(own);
        }
    }

    private static boolean isDelivered(Path folder, Message message) {
        try {
            Path socket = Path.of(Files.readString(folder.resolve(ADDRESS)));
            try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                ByteBuffer bytes = ByteBuffer.wrap(message.bytes());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.shutdownOutput();
                ByteBuffer answer = ByteBuffer.allocate(1);
                return channel.read(answer) == 1 && answer.get(0) == ACCEPTED;
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the window does not answer yet", e);
            return false;
        }
    }

    /** Has the receiver called with what later starts say, on a thread of its own. */
    public void listen(Consumer<Message> receiver) {
        held.ifPresent(
                claim -> {
                    Thread thread = new Thread(() -> accept(claim.server, receiver), "instance");
                    thread.setDaemon(true);
                    thread.start();
                });
    }

    private static void accept(ServerSocketChannel server, Consumer<Message> receiver) {
        while (server.isOpen()) {
            try (SocketChannel channel = server.accept()) {
                Message message = Message.of(read(channel));
                channel.write(ByteBuffer.wrap(new byte[] {ACCEPTED}));
                receiver.accept(message);
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.WARNING, "what another start said was not understood", e);
            }
        }
    }

    private static byte[] read(SocketChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_MESSAGE_BYTES);
        while (channel.read(bytes) >= 0) {
            if (!bytes.hasRemaining()) {
                throw new IOException("more than " + MAX_MESSAGE_BYTES + " bytes");
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** Gives the folder free. */
    @Override
    public void close() throws IOException {
        if (held.isPresent()) {
            Held claim = held.get();
            try {
                claim.server.close();
                removeSocket(claim.folder);
            } finally {
                claim.lock.close();
            }
        }
    }
}
