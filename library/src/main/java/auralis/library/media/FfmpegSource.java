package auralis.library.media;

import auralis.dsp.AudioBlock;
import auralis.dsp.Damage;
import auralis.dsp.DamageLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A file decoded by FFmpeg: AAC, Vorbis, Opus, ALAC, WavPack, WMA and more, and the sound of video
 * files.
 *
 * <p>Every decoded frame has a place on the time line of its container. Where the place is ahead of
 * what has been delivered, something was lost and silence of that length stands in for it; where it
 * is behind, the frame is cut. That one rule makes the length exact in spite of damage, and reading
 * behind a seek the same as reading through. A seek starts a new decoder early enough for its
 * memory (overlaps, predictors, filters) to settle before the first frame that is wanted.
 */
final class FfmpegSource implements MediaSource {
    /** How long before a wanted frame decoding starts, in seconds; four times as much if late. */
    private static final int PREROLL_SECONDS = 1;

    /**
     * Codecs that put noise into their output, the state of which goes back to the first packet:
     * perceptual noise substitution in AAC, dither in AC-3.
     */
    private static final Set<String> NOISY = Set.of("aac", "ac3", "eac3");

    /** Up to here such files are decoded from their start; later the noise is another one. */
    private static final int NOISY_SECONDS = 60;

    /** More silence than that in place of damage is not worth listening to, in seconds. */
    private static final int MAX_DAMAGE_SECONDS = 600;

    private final Path file;
    private final FfmpegStream stream;
    private final FfmpegInput input;
    private final MediaFormat media;
    private final Extent extent;
    private final DamageLog damage = new DamageLog();

    /** The next frame to deliver. */
    private long position;

    /** Frames of silence to deliver before the pending ones. */
    private long silence;

    /** Frames decoded and not yet delivered: its window. */
    private AudioBlock pending;

    /** The place of the first of them. */
    private long pendingStart;

    /** The frame behind the last decoded one; -1 when a seek has just been made. */
    private long decodedTo;

    /** Whether what is decoded now only warms the decoder up; time stamps lead then, not counts. */
    private boolean landing;

    private boolean ended;
    private boolean closed;
    private IOException failure;

    /**
     * Where the sound lies on the time line.
     *
     * @param origin the place of frame 0
     * @param length in frames
     * @param truncated whether the container goes on behind the end of the file
     */
    record Extent(long origin, long length, boolean truncated) {}

    FfmpegSource(
            Path file, FfmpegInput input, FfmpegStream stream, MediaFormat media, Extent extent) {
        this.file = file;
        this.input = input;
        this.stream = stream;
        this.media = media;
        this.extent = extent;
        this.pending = new AudioBlock(media.stream().channels(), 0);
    }

    /** Opens a file at its first frame. */
    static MediaSource open(Path file) throws IOException {
        try {
            return FfmpegOpening.open(file);
        } catch (LinkageError e) {
            throw Ffmpeg.unavailable(file, e);
        }
    }

    @Override
    public MediaFormat media() {
        return media;
    }

    @Override
    public OptionalLong frames() {
        return OptionalLong.of(extent.length());
    }

    @Override
    public List<Damage> damage() {
        return damage.all();
    }

    @Override
    public int read(AudioBlock block) throws IOException {
        requireOpen();
        input.progress();
        int done = 0;
        while (done < block.frames() && failure == null && available()) {
            int frames = (int) Math.min(block.frames() - done, ready());
            deliver(block, block.from() + done, frames);
            done += frames;
        }
        if (done > 0 || block.frames() == 0) {
            return done;
        }
        if (failure != null) {
            throw failure;
        }
        return -1;
    }

    /** Makes sure that a frame is ready; false at the end or when {@link #failure} says why not. */
    private boolean available() {
        try {
            while (ready() == 0 && position < extent.length() && !ended) {
                advance();
            }
            if (ready() == 0 && extent.truncated()) {
                throw endsEarly();
            }
        } catch (IOException e) {
            failure = e;
        }
        return ready() > 0 && position < extent.length();
    }

    private long ready() {
        return silence > 0 ? silence : pending.frames();
    }

    private void deliver(AudioBlock block, int at, int frames) {
        for (int c = 0; c < block.channels(); c++) {
            float[] plane = block.plane(c);
            if (silence > 0) {
                Arrays.fill(plane, at, at + frames, 0f);
            } else {
                System.arraycopy(pending.plane(c), pending.from(), plane, at, frames);
            }
        }
        if (silence > 0) {
            silence -= frames;
        } else {
            pending.window(pending.from() + frames, pending.to());
        }
        position += frames;
    }

    private void advance() throws IOException {
        if (stream.next()) {
            place();
        } else {
            finish();
        }
    }

    /** Puts the frames just decoded on the time line. */
    private void place() throws MediaException {
        int frames = stream.decoder().frames();
        OptionalLong told = stream.decoder().start();
        if (decodedTo < 0 && told.isEmpty()) {
            return;
        }
        long at = told.isEmpty() ? decodedTo : told.getAsLong() - extent.origin();
        landing &= decodedTo < position;
        if (decodedTo >= 0) {
            at = landing ? at : believed(at, frames);
            bridge(at);
        }
        decodedTo = at + frames;
        pendingStart = at;
        long first = Math.min(frames, Math.max(0, position + silence - at));
        long last = Math.max(first, Math.min(frames, extent.length() - at));
        pending = stream.decoder().samples().window((int) first, (int) last);
    }

    /**
     * The place of frames when time stamps and count disagree: the time stamp is right where
     * something was lost, or where it counts frames and differs by at least all of them.
     */
    private long believed(long at, int frames) throws MediaException {
        long gap = at - decodedTo;
        boolean large = stream.timeline().stamped() && Math.abs(gap) >= frames;
        if (large && -gap > media.stream().sampleRate()) {
            throw new MediaException(
                    file,
                    "it consists of several recordings joined together",
                    "Split them, or convert it to WAV or FLAC.");
        }
        return large || (stream.lost() && gap > 0) ? at : decodedTo;
    }

    /** Fills the time between the last frames and these with silence. */
    private void bridge(long at) throws MediaException {
        long until = Math.min(at, extent.length());
        if (until > position) {
            silence = until - position;
            damage.add(position, silence);
            if (damage.frames() > media.stream().frames(MAX_DAMAGE_SECONDS)) {
                throw new MediaException(
                        file,
                        "more than ten minutes of it are damaged",
                        "Copy it again from where it came from.");
            }
        }
    }

    /** Nothing more can be decoded: the rest is damaged, or was never there. */
    private void finish() throws MediaException {
        ended = true;
        long missing = extent.length() - Math.max(position, decodedTo);
        if (missing <= 0) {
            return;
        }
        long tolerated = media.stream().frames(FfmpegOpening.MISSING_SECONDS);
        boolean reached =
                !stream.timeline().stamped()
                        || stream.packetsEnd() - extent.origin() >= extent.length() - tolerated;
        if (!reached) {
            ended = false;
            throw endsEarly();
        }
        silence = extent.length() - position;
        // A container may round its length up; that is no damage.
        if (stream.lost() || missing > tolerated) {
            damage.add(position, silence);
        }
    }

    private MediaException endsEarly() {
        long seconds = position / media.stream().sampleRate();
        return new MediaException(
                file,
                String.format("the file ends early at %d:%02d", seconds / 60, seconds % 60),
                "Copy it again from where it came from.");
    }

    @Override
    public void seek(long frame) throws IOException {
        requireOpen();
        if (frame < 0) {
            throw new IllegalArgumentException("frame " + frame);
        }
        input.progress();
        failure = null;
        silence = 0;
        position = frame;
        if (frame >= extent.length()) {
            pending.first(0);
        } else if (!near(frame)) {
            land(frame);
        }
    }

    /** Uses what is decoded already, or goes on decoding when the frame is just ahead. */
    private boolean near(long frame) {
        if (ended || decodedTo < 0) {
            return false;
        }
        long index = frame - pendingStart;
        if (index >= 0 && index < pending.to()) {
            pending.window((int) index, pending.to());
            return true;
        }
        pending.first(0);
        return frame >= decodedTo && frame - decodedTo <= media.stream().sampleRate();
    }

    private void land(long frame) throws IOException {
        long preroll = (long) PREROLL_SECONDS * media.stream().sampleRate();
        while (frame - preroll > 0 && !mustRewind(frame)) {
            if (landBefore(frame, frame - preroll)) {
                return;
            }
            preroll *= 4;
        }
        pending.first(0);
        silence = 0;
        ended = false;
        stream.rewind();
        decodedTo = 0;
        landing = false;
    }

    /** Whether only decoding from the start gives the same frames, and that is quick enough. */
    private boolean mustRewind(long frame) {
        return media.codec().equals("adpcm")
                || (NOISY.contains(media.codec()) && frame <= media.stream().frames(NOISY_SECONDS));
    }

    /** Decodes from a place before the frame; false when the container led to a later one. */
    private boolean landBefore(long frame, long from) throws IOException {
        if (!stream.seek(extent.origin() + from)) {
            return false;
        }
        pending.first(0);
        ended = false;
        decodedTo = -1;
        landing = true;
        while (decodedTo < 0 && !ended) {
            if (!stream.next()) {
                return false;
            }
            place();
        }
        return decodedTo - stream.decoder().frames() <= frame - (frame - from) / 2;
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException(file.getFileName() + ": closed");
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            stream.close();
            input.close();
        }
    }
}
