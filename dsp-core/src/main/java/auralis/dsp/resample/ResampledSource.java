package auralis.dsp.resample;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Damage;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/**
 * A source at another sample rate. Frame n lies at the same moment as frame n·from/to of the
 * original, and there are round(frames·to/from) of them. Each output frame is a fixed function of
 * the input around it: after a seek the same frames come, bit for bit, as by reading through.
 */
public final class ResampledSource implements AudioSource {
    public static final int MIN_SAMPLE_RATE = 8_000;
    public static final int MAX_SAMPLE_RATE = 384_000;

    private final AudioSource source;
    private final StreamFormat format;
    private final PolyphaseKernel kernel;
    private final BatchConverter converter;
    private final AudioBlock input;
    private final AudioBlock output;

    /** The input frame at place 0 of {@code input}; far off when it holds nothing. */
    private long inputStart = Long.MIN_VALUE / 2;

    private long outputStart = -1;
    private long position;

    /** The frame that the source would read next. */
    private long sourcePosition;

    /** No input frame has this number or a higher one. */
    private long inputEnd = Long.MAX_VALUE;

    private ResampledSource(AudioSource source, int sampleRate) {
        this.source = source;
        this.format = new StreamFormat(sampleRate, source.format().layout());
        this.kernel = new PolyphaseKernel(source.format().sampleRate(), sampleRate);
        this.converter = new BatchConverter(kernel);
        this.input = new AudioBlock(format.channels(), converter.inputFrames());
        this.output = new AudioBlock(format.channels(), converter.outputFrames());
        // Where the source stands now is its frame 0 only after a seek.
        this.sourcePosition = -1;
    }

    /**
     * The source at the given rate, from its frame 0 on: itself where that is its own rate.
     *
     * @throws IllegalArgumentException unless both rates are 8 000..384 000 Hz
     */
    public static AudioSource of(AudioSource source, int sampleRate) {
        if (source.format().sampleRate() == sampleRate) {
            return source;
        }
        checkRate(source.format().sampleRate());
        checkRate(sampleRate);
        return new ResampledSource(source, sampleRate);
    }

    private static void checkRate(int sampleRate) {
        if (sampleRate < MIN_SAMPLE_RATE || sampleRate > MAX_SAMPLE_RATE) {
            throw new IllegalArgumentException(
                    "cannot convert a sample rate of " + sampleRate + " Hz");
        }
    }

    @Override
    public StreamFormat format() {
        return format;
    }

    @Override
    public OptionalLong frames() {
        OptionalLong frames = source.frames();
        return frames.isPresent()
                ? OptionalLong.of(converted(frames.getAsLong()))
                : OptionalLong.empty();
    }

    /** A number of input frames in output frames, rounded. */
    private long converted(long inputFrames) {
        return (2 * inputFrames * kernel.up() + kernel.down()) / (2L * kernel.down());
    }

    @Override
    public int read(AudioBlock block) throws IOException {
        int done = 0;
        while (done < block.frames() && fillOutput()) {
            int offset = (int) (position - outputStart);
            int count = (int) Math.min(block.frames() - done, end() - position);
            count = Math.min(count, output.capacity() - offset);
            for (int c = 0; c < block.channels(); c++) {
                System.arraycopy(
                        output.plane(c), offset, block.plane(c), block.from() + done, count);
            }
            position += count;
            done += count;
        }
        return done == 0 && block.frames() > 0 ? -1 : done;
    }

    /** The number of output frames as far as known. */
    private long end() {
        return inputEnd == Long.MAX_VALUE ? Long.MAX_VALUE : converted(inputEnd);
    }

    /**
     * Makes sure that the frame at the position is in the output.
     *
     * @return false behind the end
     */
    private boolean fillOutput() throws IOException {
        boolean held =
                outputStart >= 0
                        && position >= outputStart
                        && position < outputStart + output.capacity();
        if (!held && position < end()) {
            long period = position / kernel.up();
            fillInput(period * kernel.down() - converter.preRoll());
            outputStart = period * kernel.up();
            for (int c = 0; c < format.channels(); c++) {
                converter.convert(input.plane(c), output.plane(c));
            }
        }
        return position < end();
    }

    /** Reads all input frames of a batch; silence lies around the stream. */
    private void fillInput(long start) throws IOException {
        int kept = keepOverlap(start);
        inputStart = Long.MIN_VALUE / 2;
        outputStart = -1;
        int before = (int) Math.max(kept, Math.min(input.capacity(), -start));
        input.window(kept, before).clear();
        readFrom(start + before, before);
        inputStart = start;
    }

    /** Fills the input from a place on with the frames of the source from a frame on. */
    private void readFrom(long frame, int place) throws IOException {
        if (sourcePosition != frame) {
            source.seek(frame);
        }
        // Unknown while reading: it may break off anywhere.
        sourcePosition = -1;
        int filled = place;
        int count = 0;
        while (filled < input.capacity() && count >= 0) {
            count = source.read(input.window(filled, input.capacity()));
            filled += Math.max(0, count);
        }
        sourcePosition = frame + filled - place;
        if (count < 0) {
            inputEnd = Math.min(inputEnd, sourcePosition);
            input.clear();
        }
    }

    /** Moves what the last batch has of this one to the front; answers how much that is. */
    private int keepOverlap(long start) {
        long skipped = start - inputStart;
        if (skipped < 0 || skipped >= input.capacity()) {
            return 0;
        }
        int kept = input.capacity() - (int) skipped;
        for (int c = 0; c < format.channels(); c++) {
            System.arraycopy(input.plane(c), (int) skipped, input.plane(c), 0, kept);
        }
        return kept;
    }

    @Override
    public void seek(long frame) {
        if (frame < 0) {
            throw new IllegalArgumentException("frame " + frame);
        }
        position = frame;
    }

    @Override
    public List<Damage> damage() {
        return source.damage().stream()
                .map(d -> new Damage(converted(d.frame()), converted(d.frames())))
                .toList();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
