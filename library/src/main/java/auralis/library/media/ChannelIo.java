package auralis.library.media;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.avformat.Write_packet_Pointer_BytePointer_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Lets FFmpeg read and write a Java channel. FFmpeg therefore never sees a file name: nothing in a
 * file can make it open another one, names may hold any character, an interrupted thread stops at
 * its next access, and a full disk arrives as the {@link IOException} that it is.
 *
 * <p>An allowance of processor time bounds the work between two signs of progress, so that a
 * damaged file cannot keep a thread for ever. Slow disks and busy machines do not use it up.
 */
final class ChannelIo implements AutoCloseable {
    /** Small, so that a demuxer that works long on little data comes by here often. */
    private static final int BUFFER_BYTES = 1 << 12;

    private static final long ALLOWANCE_NANOS = 2_000_000_000L;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    /** How far behind the end of a file one may go, where nothing can be read. */
    private static final long MAX_BEHIND = 1L << 32;

    /** JavaCPP has few slots for callbacks, so all channels share three and are told by number. */
    private static final Map<Long, ChannelIo> OPEN = new ConcurrentHashMap<>();

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Reader READER = new Reader();
    private static final Writer WRITER = new Writer();
    private static final Seeker SEEKER = new Seeker();

    private final long number = NUMBERS.incrementAndGet();
    private final SeekableByteChannel channel;
    private final AVIOContext context;
    private IOException failure;
    private long deadline;

    private ChannelIo(SeekableByteChannel channel, boolean writing) {
        this.channel = channel;
        progress();
        OPEN.put(number, this);
        Pointer handle = new Handle(number);
        BytePointer buffer = new BytePointer(av_malloc(BUFFER_BYTES));
        context =
                avio_alloc_context(
                        buffer,
                        BUFFER_BYTES,
                        writing ? 1 : 0,
                        handle,
                        writing ? null : READER,
                        writing ? WRITER : null,
                        SEEKER);
        if (context == null || context.isNull()) {
            OPEN.remove(number);
            av_free(buffer);
            throw new OutOfMemoryError("no native memory");
        }
    }

    static ChannelIo reading(SeekableByteChannel channel) {
        return new ChannelIo(channel, false);
    }

    static ChannelIo writing(SeekableByteChannel channel) {
        return new ChannelIo(channel, true);
    }

    AVIOContext context() {
        return context;
    }

    /** Grants a new allowance to the thread that calls, and that alone uses this until the next. */
    void progress() {
        deadline = CLOCK.getCurrentThreadCpuTime() + ALLOWANCE_NANOS;
    }

    boolean exhausted() {
        return CLOCK.getCurrentThreadCpuTime() > deadline;
    }

    /** Throws what stopped the channel, if anything did; FFmpeg's own code for it says less. */
    void rethrow() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        OPEN.remove(number);
        av_free(context.buffer());
        avio_context_free(context);
    }

    private int transfer(Transfer access, int size) {
        if (Thread.currentThread().isInterrupted()) {
            failure = new ClosedByInterruptException();
            return AVERROR_EXIT();
        }
        if (exhausted()) {
            return AVERROR_EXIT();
        }
        try {
            int moved = access.run();
            return moved < 0 || (moved == 0 && size > 0) ? AVERROR_EOF() : moved;
        } catch (IOException e) {
            failure = e;
            return AVERROR_EXIT();
        }
    }

    private int write(ByteBuffer bytes) throws IOException {
        int size = bytes.remaining();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        return size;
    }

    private long seek(long offset, int whence) {
        if (exhausted()) {
            return AVERROR_EXIT();
        }
        try {
            if ((whence & AVSEEK_SIZE) != 0) {
                return channel.size();
            }
            long base = whence == 0 ? 0 : whence == 1 ? channel.position() : channel.size();
            long target = base + offset;
            // Places far away come from damaged headers, and systems differ in what they allow.
            return target < 0 || target > channel.size() + MAX_BEHIND
                    ? AVERROR_EOF()
                    : channel.position(target).position();
        } catch (IOException e) {
            failure = e;
            return AVERROR_EXIT();
        }
    }

    private interface Transfer {
        int run() throws IOException;
    }

    /** A number in the shape of a pointer. */
    private static final class Handle extends Pointer {
        Handle(long number) {
            address = number;
        }
    }

    private static final class Reader extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer handle, BytePointer buffer, int size) {
            ChannelIo io = OPEN.get(handle.address());
            ByteBuffer bytes = buffer.capacity(size).asByteBuffer();
            return io.transfer(() -> io.channel.read(bytes), size);
        }
    }

    private static final class Writer extends Write_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer handle, BytePointer buffer, int size) {
            ChannelIo io = OPEN.get(handle.address());
            ByteBuffer bytes = buffer.capacity(size).asByteBuffer();
            io.progress();
            return io.transfer(() -> io.write(bytes), size);
        }
    }

    private static final class Seeker extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer handle, long offset, int whence) {
            return OPEN.get(handle.address()).seek(offset, whence);
        }
    }
}
