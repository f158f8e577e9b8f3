package auralis.app.platform;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/**
 * A playback line of integers. There are no float lines, and hardware volume exists for 16 bits
 * only, so the gain is applied before.
 *
 * <p>When a device is unplugged its line takes nothing more. When its server hangs or the device is
 * suspended, the line never has room again: its own blocking write would wait for ever, and so
 * would whoever closes it meanwhile. So only as much is written as there is room for, the waiting
 * is done here, and calls that wait for the server are bounded.
 */
final class LineOutput implements SoundOutput {
    static final String DEFAULT_NAME = "system default";

    /** More than anybody writes at once. */
    private static final double BLOCK_SECONDS = 0.04;

    /** So long without room and the device is gone; a loaded machine pauses for half of it. */
    private static final long PATIENCE_NANOS = 1_000_000_000;

    private static final double CALL_SECONDS = 1;
    private static final double DRAIN_SECONDS = 2;
    private static final long NAP_NANOS = 2_000_000;

    // ---- set before start
    private final SourceDataLine line;
    private final String name;
    private final StreamFormat format;
    private final PcmPacker packer;
    private final Cushion cushion;
    private final BoundedCalls calls = new BoundedCalls("sound line");

    // ---- shared: written by whoever opens it, before it is handed on
    private volatile String problem = "";

    // ---- output thread only
    private boolean running;
    private boolean gone;
    private boolean closed;
    private long written;

    /** Frames heard before the line was started last. */
    private long heardBefore;

    /** What the line's own counter showed then. */
    private long counterBefore;

    private LineOutput(
            SourceDataLine line, String name, StreamFormat format, int bitDepth, Cushion cushion) {
        this.line = line;
        this.name = name;
        this.format = format;
        this.packer =
                new PcmPacker(format.channels(), bitDepth, (int) format.frames(BLOCK_SECONDS));
        this.cushion = cushion;
    }

    /**
     * @param device empty for the system default
     * @throws LineUnavailableException when the device is in use
     * @throws IllegalArgumentException when there is no such device or it takes no such format
     */
    static LineOutput open(
            Lines lines,
            Optional<OutputDevice> device,
            StreamFormat format,
            int bitDepth,
            Cushion cushion)
            throws LineUnavailableException {
        int bytesPerFrame = format.channels() * bitDepth / 8;
        AudioFormat wanted =
                new AudioFormat(
                        AudioFormat.Encoding.PCM_SIGNED,
                        format.sampleRate(),
                        bitDepth,
                        format.channels(),
                        bytesPerFrame,
                        format.sampleRate(),
                        false);
        SourceDataLine line = lines.line(device.map(OutputDevice::id), wanted);
        line.open(wanted, (int) format.frames(Cushion.MOST_SECONDS) * bytesPerFrame);
        String name = device.map(OutputDevice::name).orElse(DEFAULT_NAME);
        return new LineOutput(line, name, format, bitDepth, cushion);
    }

    /** With a sentence about why it is not quite what was chosen. */
    LineOutput problem(String sentence) {
        problem = sentence;
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public StreamFormat format() {
        return format;
    }

    @Override
    public int bitDepth() {
        return packer.bitDepth();
    }

    @Override
    public String problem() {
        return problem;
    }

    @Override
    public int write(AudioBlock block) {
        if (gone || !start()) {
            return 0;
        }
        if (written > heardBefore && line.available() >= line.getBufferSize()) {
            cushion.grow();
        }
        int taken = give(packer.pack(block)) / packer.bytesPerFrame();
        written += taken;
        gone = taken < block.frames();
        return taken;
    }

    private boolean start() {
        if (!running) {
            counterBefore = line.getLongFramePosition();
            heardBefore = written;
            running = calls.run(line::start, CALL_SECONDS);
            gone = !running;
        }
        return running;
    }

    /** Gives the packed bytes as the line has room for them and answers how many it took. */
    private int give(int bytes) {
        int given = 0;
        long progress = System.nanoTime();
        while (given < bytes) {
            int room = room(bytes - given);
            int taken = room == 0 ? 0 : line.write(packer.bytes(), given, room);
            given += taken;
            long now = System.nanoTime();
            if (taken < room || !line.isOpen() || now - progress > PATIENCE_NANOS) {
                return given;
            }
            if (taken > 0) {
                progress = now;
            } else {
                LockSupport.parkNanos(this, NAP_NANOS);
            }
        }
        return given;
    }

    private int room(int bytes) {
        int cushioned = (int) format.frames(cushion.seconds()) * packer.bytesPerFrame();
        int spared = Math.max(0, line.getBufferSize() - cushioned);
        int room = Math.min(bytes, line.available() - spared);
        return Math.max(0, room - room % packer.bytesPerFrame());
    }

    @Override
    public long written() {
        return written;
    }

    /**
     * The line's counter is trusted only between start and stop: at stop it jumps to the number of
     * frames written, heard or not.
     */
    @Override
    public long position() {
        if (!running) {
            return written;
        }
        long heard = heardBefore + line.getLongFramePosition() - counterBefore;
        return Math.max(heardBefore, Math.min(heard, written));
    }

    @Override
    public void drain() {
        if (running && !gone) {
            gone = !calls.run(line::drain, DRAIN_SECONDS);
        }
    }

    @Override
    public void stop() {
        if (running) {
            written = position();
            running = false;
            gone |= !calls.run(this::silence, CALL_SECONDS);
        }
    }

    private void silence() {
        line.stop();
        line.flush();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            stop();
            gone = true;
            calls.end(line::close, CALL_SECONDS);
        }
    }
}
