package auralis.dsp.engine;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import java.io.IOException;

/** Fills the dry lane, from the cache or from the source. Renderer only. */
final class Decoder {
    private static final long NOWHERE = -1;

    // ---- set before start
    private final AudioSource source;
    private final Shelf shelf;
    private final Spans spans;

    // ---- renderer only
    /** Where the source is. */
    private long position = NOWHERE;

    /** Whether it came there from frame 0 without a seek. */
    private boolean exact;

    /** Whether the last chunk of the lane came from the source, which then goes on. */
    private boolean running;

    private Exception interruption;

    // ---- shared: written by the renderer
    private volatile Exception failure;

    Decoder(AudioSource source, Shelf shelf, Spans spans) {
        this.source = source;
        this.shelf = shelf;
        this.spans = spans;
    }

    /** Why the track ends before its time, or null; any thread. */
    Exception failure() {
        return failure;
    }

    void fail(Exception reason) {
        failure = reason;
    }

    /** Another lane is filled from now on. */
    void begin() {
        failure = null;
        running = false;
    }

    /**
     * Finishes the next chunk.
     *
     * @return whether there was anything to do
     */
    boolean advance(Take take) {
        Lane dry = take.dry;
        if (take.total() != Take.UNKNOWN || dry.end() >= take.head() + spans.decodedAhead()) {
            return false;
        }
        Chunk known = running ? null : shelf.get(dry.next());
        if (known != null) {
            append(take, known);
            return true;
        }
        if (!running && dry.end() >= take.head() + spans.resume()) {
            return false;
        }
        running = true;
        decode(take);
        return true;
    }

    /**
     * A chunk from before the lane, for a chain to listen to.
     *
     * @throws IllegalStateException when it cannot be read
     */
    Chunk past(long index) {
        Chunk known = shelf.get(index);
        if (known != null) {
            return known;
        }
        Chunk chunk = read(index);
        if (interruption != null || chunk.isLast()) {
            throw new IllegalStateException(
                    "The music before this place cannot be read again", interruption);
        }
        return chunk;
    }

    private void decode(Take take) {
        append(take, read(take.dry.next()));
        if (interruption != null) {
            failure = interruption;
            take.breakOff();
        }
    }

    /** What the source has of a chunk; {@link #interruption} tells why that is not all. */
    private Chunk read(long index) {
        AudioBlock block = AudioBlock.of(new float[source.format().channels()][Chunk.FRAMES]);
        interruption = null;
        int frames = 0;
        try {
            seek(index * Chunk.FRAMES);
            for (int n = 0; n >= 0 && frames < Chunk.FRAMES; frames += Math.max(0, n)) {
                n = source.read(block.window(frames, Chunk.FRAMES));
            }
            position += frames;
        } catch (IOException | RuntimeException e) {
            interruption = e;
            position = NOWHERE;
        }
        Chunk chunk = new Chunk(index, frames, exact, planes(block));
        if (interruption == null && frames > 0) {
            shelf.put(chunk);
        }
        return chunk;
    }

    private void seek(long frame) throws IOException {
        if (position != frame) {
            source.seek(frame);
            position = frame;
            exact = frame == 0;
        }
    }

    private static float[][] planes(AudioBlock block) {
        float[][] planes = new float[block.channels()][];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = block.plane(c);
        }
        return planes;
    }

    private static void append(Take take, Chunk chunk) {
        take.dry.append(chunk);
        if (chunk.isLast()) {
            take.total(take.dry.end());
        }
    }
}
