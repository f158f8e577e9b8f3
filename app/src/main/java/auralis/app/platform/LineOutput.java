package auralis.app.platform;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/**
 * The default playback line of the system, 24 bits packed where it takes them, else 16. There are
 * no float lines, and hardware volume exists for 16 bits only, so the gain is applied before.
 */
final class LineOutput implements SoundOutput {
    private static final double BUFFER_SECONDS = 0.04;
    private static final int[] BIT_DEPTHS = {24, 16};

    /** How a line is found; the system's or, in a test, one that is not there. */
    @FunctionalInterface
    interface Lines {
        SourceDataLine line(AudioFormat format) throws LineUnavailableException;
    }

    // ---- set before start
    private final SourceDataLine line;
    private final StreamFormat format;
    private final PcmPacker packer;

    // ---- output thread only
    private boolean running;
    private boolean gone;
    private long written;

    /** Frames heard before the line was started last. */
    private long heardBefore;

    /** What the line's own counter showed then. */
    private long counterBefore;

    private LineOutput(SourceDataLine line, StreamFormat format, int bitDepth) {
        this.line = line;
        this.format = format;
        this.packer =
                new PcmPacker(format.channels(), bitDepth, (int) format.frames(BUFFER_SECONDS));
    }

    /** Opens the default line. */
    static LineOutput open(StreamFormat format) throws IOException {
        return open(
                format,
                wanted ->
                        (SourceDataLine)
                                AudioSystem.getLine(
                                        new DataLine.Info(SourceDataLine.class, wanted)));
    }

    static LineOutput open(StreamFormat format, Lines lines) throws IOException {
        Exception refusal = null;
        for (int bitDepth : BIT_DEPTHS) {
            try {
                return open(format, bitDepth, lines);
            } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
                // Without any device AudioSystem throws IllegalArgumentException.
                refusal = e;
            }
        }
        throw new IOException(
                "No sound device takes "
                        + format.sampleRate()
                        + " Hz with "
                        + format.channels()
                        + " channels. Connect or switch on a sound device and play again.",
                refusal);
    }

    private static LineOutput open(StreamFormat format, int bitDepth, Lines lines)
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
        SourceDataLine line = lines.line(wanted);
        line.open(wanted, (int) format.frames(BUFFER_SECONDS) * bytesPerFrame);
        return new LineOutput(line, format, bitDepth);
    }

    @Override
    public String name() {
        return "system default";
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
    public int write(AudioBlock block) {
        if (gone) {
            return 0;
        }
        start();
        int bytes = packer.pack(block);
        int taken = line.write(packer.bytes(), 0, bytes) / packer.bytesPerFrame();
        written += taken;
        gone = taken < block.frames();
        return taken;
    }

    private void start() {
        if (!running) {
            counterBefore = line.getLongFramePosition();
            heardBefore = written;
            line.start();
            running = true;
        }
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
        if (running) {
            line.drain();
        }
    }

    @Override
    public void stop() {
        if (running) {
            written = position();
            line.stop();
            line.flush();
            running = false;
        }
    }

    @Override
    public void close() {
        stop();
        line.close();
    }
}
